"""akun daftar: who has an account."""

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from commands.jalankan import dengan_basis_data
from models.akun import Akun
from models.rules.vocabulary import Peran


def daftar(
    nip: Annotated[str | None, typer.Argument(help="Hanya akun NIP ini.")] = None,
    peran: Annotated[Peran | None, typer.Option(help="Hanya akun berperan ini.")] = None,
) -> None:
    """Tampilkan akun yang ada."""
    accounts = dengan_basis_data(_accounts(nip, peran))
    table = Table()
    table.add_column("NIP", no_wrap=True)
    for name in ("Nama", "Peran", "Instansi yang dikelola", "Keadaan"):
        table.add_column(name)
    for akun in accounts:
        table.add_row(
            akun.pegawai.nip,
            akun.pegawai.nama,
            akun.peran,
            akun.instansi.nama if akun.instansi else "",
            "aktif" if akun.aktif else "nonaktif",
        )
    Console().print(table)


async def _accounts(nip: str | None, peran: Peran | None) -> list[Akun]:
    query = Akun.all().order_by("peran", "pegawai__nip").select_related("pegawai", "instansi")
    if nip:
        query = query.filter(pegawai__nip=nip.strip())
    if peran:
        query = query.filter(peran=peran)
    return await query
