"""sdl: the GraphQL schema as text, and whether the committed one is still the same."""

from pathlib import Path
from typing import Annotated

import typer

from commands.jalankan import gagal

SDL_FILE = Path(__file__).parent.parent / "schema" / "schema.graphql"


def sdl(
    tulis: Annotated[
        bool, typer.Option("--tulis", help="Tulis ke schema/schema.graphql, jangan ke layar.")
    ] = False,
    periksa: Annotated[
        bool, typer.Option("--periksa", help="Gagal bila schema/schema.graphql tidak sama.")
    ] = False,
) -> None:
    """Tampilkan skema GraphQL (SDL)."""
    from schema.build import build_schema  # noqa: PLC0415 - slow, and no other command needs it

    text = build_schema().as_str().rstrip() + "\n"
    if periksa:
        if not SDL_FILE.exists() or SDL_FILE.read_text(encoding="utf-8") != text:
            gagal("schema/schema.graphql tertinggal; jalankan: scripts/ekinerja sdl --tulis")
        typer.echo("schema/schema.graphql sesuai.")
    elif tulis:
        SDL_FILE.write_text(text, encoding="utf-8")
        typer.echo("schema/schema.graphql ditulis.")
    else:
        typer.echo(text, nl=False)
