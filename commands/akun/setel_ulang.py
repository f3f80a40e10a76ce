"""akun setel-ulang: give an account a new password."""

import typer

from commands.akun.basis_data import ubah_akun
from commands.akun.masukan import Nip, minta_kata_sandi
from commands.jalankan import dengan_basis_data
from resolvers.akun.kata_sandi import acak


def setel_ulang(nip: Nip) -> None:
    """Setel ulang kata sandi sebuah akun; semua sesinya berakhir."""
    dengan_basis_data(_setel_ulang(nip, minta_kata_sandi()))
    typer.echo(f"Kata sandi {nip} diganti; semua sesinya berakhir.")


async def _setel_ulang(nip: str, kata_sandi: str) -> None:
    acakan = await acak(kata_sandi)
    async with ubah_akun(nip, "SETEL_ULANG_KATA_SANDI") as akun:
        akun.kata_sandi = acakan
