"""akun nonaktifkan and aktifkan: whether an account may be used."""

import typer

from commands.akun.basis_data import ubah_akun
from commands.akun.masukan import Nip
from commands.jalankan import dengan_basis_data


def nonaktifkan(nip: Nip) -> None:
    """Tutup sebuah akun; semua sesinya berakhir, datanya tetap ada."""
    dengan_basis_data(_setel(nip, aktif=False))
    typer.echo(f"Akun {nip} dinonaktifkan; semua sesinya berakhir.")


def aktifkan(nip: Nip) -> None:
    """Buka kembali sebuah akun."""
    dengan_basis_data(_setel(nip, aktif=True))
    typer.echo(f"Akun {nip} diaktifkan.")


async def _setel(nip: str, *, aktif: bool) -> None:
    async with ubah_akun(nip, "AKTIFKAN" if aktif else "NONAKTIFKAN") as akun:
        akun.aktif = aktif
