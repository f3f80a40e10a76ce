"""akun ubah-peran: give an account another role."""

import typer

from commands.akun.basis_data import instansi_dikelola, ubah_akun
from commands.akun.masukan import KodeInstansi, Nip
from commands.jalankan import dengan_basis_data
from models.rules.vocabulary import Peran


def ubah_peran(nip: Nip, peran: Peran, instansi: KodeInstansi = None) -> None:
    """Ubah kewenangan sebuah akun; semua sesinya berakhir."""
    dengan_basis_data(_ubah_peran(nip, peran, instansi))
    typer.echo(f"Akun {nip} sekarang {peran}; semua sesinya berakhir.")


async def _ubah_peran(nip: str, peran: Peran, instansi_kode: str | None) -> None:
    async with ubah_akun(nip, "UBAH_PERAN") as akun:
        akun.peran = peran
        akun.instansi_id = await instansi_dikelola(peran, instansi_kode)
