"""hitung-ulang: put the counters of the dashboards right."""

from typing import Annotated

import typer
from tortoise.transactions import in_transaction

from commands.jalankan import dengan_basis_data, gagal
from models.counters import differences, recount
from models.database import dialect
from subscriptions.events import Event
from subscriptions.exchange import publish


def hitung_ulang(
    periksa: Annotated[
        bool, typer.Option("--periksa", help="Hanya bandingkan; gagal bila ada yang berbeda.")
    ] = False,
) -> None:
    """Hitung ulang angka dashboard dari tabelnya."""
    if periksa:
        _check()
        return
    corrected = dengan_basis_data(_recount())
    typer.echo(f"Selesai: {corrected} angka dibetulkan.")


def _check() -> None:
    wrong = dengan_basis_data(differences())
    for difference in wrong:
        typer.echo(str(difference))
    if wrong:
        gagal(f"{len(wrong)} angka berbeda; jalankan: scripts/ekinerja hitung-ulang")
    typer.echo("Semua angka cocok.")


async def _recount() -> int:
    async with in_transaction(dialect().value):
        corrected = await recount()
    publish(Event(*cell) for cell in corrected)
    return len(corrected)
