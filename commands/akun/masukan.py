"""What the account commands take in: the options that they share, and the password."""

import sys
from typing import Annotated

import typer

from commands.jalankan import gagal
from resolvers.akun.kata_sandi import SHORTEST

Nip = Annotated[str, typer.Argument(help="NIP pegawai, 18 angka.")]
KodeInstansi = Annotated[
    str | None,
    typer.Option("--instansi", help="Kode instansi yang dikelola; wajib untuk ADMIN_INSTANSI."),
]


def minta_kata_sandi() -> str:
    """The new password: typed twice at a terminal, otherwise the first line of standard input."""
    if sys.stdin.isatty():
        kata_sandi = str(
            typer.prompt(
                "Kata sandi baru",
                hide_input=True,
                confirmation_prompt="Ulangi kata sandi baru",
            )
        )
    else:
        kata_sandi = sys.stdin.readline().rstrip("\r\n")
    if len(kata_sandi) < SHORTEST:
        gagal(f"kata sandi harus {SHORTEST} karakter atau lebih.")
    return kata_sandi
