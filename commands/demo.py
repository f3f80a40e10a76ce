"""demo: load the demo agency into an empty database."""

from datetime import date
from itertools import groupby
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from commands.jalankan import GagalError, dengan_basis_data
from commands.kemajuan import batang_kemajuan
from models.database.migrate import migrate
from resolvers.demo.akun import KATA_SANDI, AkunDemo
from resolvers.demo.demo import DatabaseInUseError, HasilDemo
from resolvers.demo.demo import demo as load
from resolvers.impor.laporan import Progress

DATA = Path("data")


def demo() -> None:
    """Muat instansi contoh ke basis data kosong, lalu tampilkan akun untuk mencobanya."""
    with batang_kemajuan() as progress:
        hasil = dengan_basis_data(_load(progress), migrated=False)
    _show(hasil.akun)
    typer.echo(
        "Demo dimuat." if hasil.baru else "Demo sudah ada sebelumnya; tidak ada yang diubah."
    )
    typer.echo(f"Kata sandi semua akun: {KATA_SANDI} (daftarnya juga di {DATA / 'demo-akun.json'})")


async def _load(progress: Progress) -> HasilDemo:
    await migrate()
    try:
        return await load(DATA, date.today().year, progress)
    except DatabaseInUseError as error:
        raise GagalError(str(error)) from error


def _show(accounts: list[AkunDemo]) -> None:
    table = Table()
    table.add_column("NIP", no_wrap=True)
    table.add_column("Nama")
    table.add_column("Akun")
    for instansi, members in groupby(accounts, key=lambda akun: akun.instansi):
        table.add_section()
        table.add_row("", f"[bold]{instansi}[/bold]")
        for akun in members:
            table.add_row(akun.nip, akun.nama, akun.sebutan)
    Console().print(table)
