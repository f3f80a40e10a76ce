"""migrasi: bring the tables up to date."""

import typer

from commands.jalankan import dengan_basis_data
from models.database.migrate import migrate


def migrasi() -> None:
    """Siapkan atau mutakhirkan tabel basis data."""
    applied = dengan_basis_data(migrate(), migrated=False)
    for name in applied:
        typer.echo(f"Diterapkan: {name}")
    if not applied:
        typer.echo("Basis data sudah mutakhir.")
