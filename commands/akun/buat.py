"""akun buat: let a pegawai log in."""

from typing import Annotated

import typer
from tortoise.transactions import in_transaction

from commands.akun.basis_data import catat, instansi_dikelola, pegawai_ber_nip
from commands.akun.masukan import KodeInstansi, Nip, minta_kata_sandi
from commands.jalankan import GagalError, dengan_basis_data
from models.akun import Akun
from models.database import dialect
from models.rules.vocabulary import Peran
from resolvers.akun.kata_sandi import acak


def buat(
    nip: Nip,
    peran: Annotated[Peran, typer.Option(help="Kewenangan akun.")] = Peran.PEGAWAI,
    instansi: KodeInstansi = None,
) -> None:
    """Buat akun seorang pegawai; kata sandinya ditanyakan."""
    nama = dengan_basis_data(_buat(nip, peran, instansi, minta_kata_sandi()))
    typer.echo(f"Akun {nama} ({nip}) dibuat sebagai {peran}.")


async def _buat(nip: str, peran: Peran, instansi_kode: str | None, kata_sandi: str) -> str:
    acakan = await acak(kata_sandi)
    async with in_transaction(dialect().value):
        pegawai = await pegawai_ber_nip(nip)
        if await Akun.exists(pegawai_id=pegawai.id):
            raise GagalError(
                f"NIP {nip} sudah punya akun; pakai `akun setel-ulang` atau `akun ubah-peran`."
            )
        instansi_id = await instansi_dikelola(peran, instansi_kode)
        akun = await Akun.create(
            pegawai_id=pegawai.id, peran=peran, instansi_id=instansi_id, kata_sandi=acakan
        )
        await catat(akun, "BUAT")
    return pegawai.nama
