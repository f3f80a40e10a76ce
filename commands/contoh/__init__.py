"""contoh: play the examples of docs/contoh against a running service."""

import asyncio
import json
from pathlib import Path
from typing import Annotated

import typer

from commands.akun_demo import BERKAS_AKUN, baca_akun
from commands.contoh.berkas import BerkasSalahError, Contoh, sampai_bab, semua_contoh
from commands.contoh.pemutar import ContohGagalError, Diputar, Pemutar
from commands.jalankan import gagal
from commands.simulasi.klien import DitolakError, Klien, LayananDiamError
from models.counters import hari_ini


def contoh(
    bab: Annotated[
        str | None,
        typer.Argument(help="Sampai akhir bab ini saja, misalnya 5 atau 6.2.1; kosong: semuanya."),
    ] = None,
    alamat: Annotated[str, typer.Option(help="Alamat layanan.")] = "http://127.0.0.1:8000",
    akun: Annotated[Path, typer.Option(help="Daftar akun demo.")] = BERKAS_AKUN,
    rinci: Annotated[
        bool, typer.Option("--rinci", help="Tampilkan pula variabel dan jawabannya.")
    ] = False,
) -> None:
    """Putar contoh di docs/contoh pada layanan yang sedang berjalan, dengan akun demo.

    Contoh-contoh itu satu cerita, jadi diputar dari awal; berhenti pada yang pertama gagal.
    Boleh diulang: setiap kali ceritanya berlangsung pada satu tahun sebelum ini yang belum dipakai.
    """
    try:
        examples = semua_contoh()
    except BerkasSalahError as error:
        gagal(str(error))
    chosen = sampai_bab(examples, bab) if bab else examples
    if not chosen:
        gagal(f"tidak ada bab {bab} di docs/contoh")
    asyncio.run(_play(chosen, Klien(alamat), akun, rinci))


async def _play(examples: list[Contoh], klien: Klien, akun: Path, rinci: bool) -> None:
    try:
        pemutar = await Pemutar.baru(klien, baca_akun(akun), hari_ini().year)
        typer.echo(f"Cerita tahun {pemutar.nilai['tahun']}, di {klien.alamat}")
        for each in examples:
            await _one(pemutar, each, rinci)
    except LayananDiamError as error:
        gagal(f"{klien.alamat} tidak menjawab ({error}); jalankan dulu: scripts/serve --demo")
    except DitolakError as error:
        gagal(f"tidak dapat dimulai: {error}")
    finally:
        await klien.aclose()
    typer.echo(f"{len(examples)} contoh berhasil.")


async def _one(pemutar: Pemutar, contoh: Contoh, rinci: bool) -> None:
    try:
        diputar = await pemutar.putar(contoh)
    except ContohGagalError as error:
        typer.echo(f"✗ {contoh.bab} {contoh.judul}")
        gagal(f"docs/contoh/{contoh.nama}.graphql: {error}")
    typer.echo(f"✓ {contoh.bab} {contoh.judul} ({diputar.nama_pelaku}, {contoh.pelaku})")
    if rinci:
        _show(diputar)


def _show(diputar: Diputar) -> None:
    for value in (diputar.variabel, diputar.jawaban):
        text = json.dumps(value, ensure_ascii=False, indent=2)
        typer.echo("".join(f"    {line}\n" for line in text.splitlines()), nl=False)
