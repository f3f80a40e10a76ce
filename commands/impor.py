"""impor: bring instansi, unor and pegawai in from CSV files."""

from pathlib import Path
from typing import Annotated

import typer

from commands.jalankan import dengan_basis_data, gagal
from commands.kemajuan import batang_kemajuan
from resolvers.impor import impor as use_case
from resolvers.impor.laporan import Laporan


def impor(
    folder: Annotated[
        Path, typer.Argument(help="Folder berisi instansi.csv, unor.csv, dan pegawai.csv.")
    ],
    periksa: Annotated[
        bool, typer.Option("--periksa", help="Hanya periksa dan laporkan; jangan simpan apa pun.")
    ] = False,
) -> None:
    """Masukkan instansi, unor, dan pegawai dari berkas CSV; semuanya atau tidak sama sekali."""
    with batang_kemajuan() as progress:
        laporan = dengan_basis_data(use_case.impor(folder, periksa, progress))
    for masalah in laporan.masalah:
        typer.echo(str(masalah))
    if laporan.masalah:
        gagal(
            f"{len(laporan.masalah)} masalah ditemukan dan tidak ada yang disimpan;"
            " perbaiki berkasnya lalu ulangi."
        )
    _show(laporan)


def _show(laporan: Laporan) -> None:
    for noun, change in laporan.perubahan.items():
        typer.echo(
            f"{noun:<9} {change.baru:>9} baru {change.berubah:>9} berubah {change.tetap:>9} tetap"
        )
    typer.echo("Tersimpan." if laporan.disimpan else "Berkas benar; tidak ada yang disimpan.")
