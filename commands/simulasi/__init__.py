"""simulasi: keep a running service busy, as its people would."""

import asyncio
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from commands.akun_demo import BERKAS_AKUN, baca_akun
from commands.simulasi.klien import Klien
from commands.simulasi.permainan import Permainan


def simulasi(
    alamat: Annotated[str, typer.Option(help="Alamat layanan.")] = "http://127.0.0.1:8000",
    laju: Annotated[float, typer.Option(min=0.01, max=200, help="Aksi per detik.")] = 2,
    lama: Annotated[
        float | None, typer.Option(min=0, help="Berhenti setelah sekian detik; tanpa ini terus.")
    ] = None,
    akun: Annotated[Path, typer.Option(help="Daftar akun demo.")] = BERKAS_AKUN,
) -> None:
    """Sibukkan layanan yang sedang berjalan dengan akun demo; hentikan dengan Ctrl-C."""
    permainan = Permainan(Klien(alamat), baca_akun(akun), date.today().year, typer.echo)
    try:
        asyncio.run(permainan.main(laju, lama))
    except KeyboardInterrupt:
        typer.echo("Dihentikan.")
    typer.echo(f"{permainan.jumlah} aksi dilakukan.")
