"""Bringing instansi, unor and pegawai in from CSV files: all of it, or nothing."""

from contextlib import nullcontext
from datetime import date
from pathlib import Path

from tortoise.transactions import in_transaction

from models.counters import recount
from models.database import Dialect, dialect, execute, refresh_statistics
from models.hitungan import COUNTERS
from models.organisasi import Instansi, Pegawai, Unor
from resolvers.impor.bacaan import Bacaan, baca
from resolvers.impor.bandingkan import (
    Beda,
    BedaPegawai,
    bandingkan_instansi,
    bandingkan_pegawai,
    bandingkan_unor,
)
from resolvers.impor.baris import BarisInstansi, BarisUnor
from resolvers.impor.kolom import KOLOM
from resolvers.impor.laporan import Laporan, Progress, silent
from resolvers.impor.periksa import periksa
from resolvers.impor.pimpinan import periksa_pimpinan
from resolvers.impor.tersimpan import Tersimpan, muat_tersimpan
from resolvers.impor.tulis import (
    tulis_instansi,
    tulis_jalur,
    tulis_pegawai,
    tulis_pimpinan,
    tulis_unor,
    unor_ids,
)
from resolvers.unit_of_work import lock_instansi
from subscriptions.events import STRUKTUR, Event
from subscriptions.exchange import publish


async def impor(folder: Path, check_only: bool = False, progress: Progress = silent) -> Laporan:
    """Read instansi.csv, unor.csv and pegawai.csv of `folder` and make the database say the same.

    Rows that the files do not name are left alone. The report lists every problem; with a single
    one, or with `check_only`, nothing is written.
    """
    bacaan = baca(folder, date.today(), progress)
    if not bacaan.terbaca:
        return _refused(bacaan)
    writing = not check_only and not bacaan.masalah
    async with in_transaction(dialect().value) if writing else nullcontext():
        if writing:
            await _keep_others_out()
        tersimpan = await muat_tersimpan(_instansi_named(bacaan))
        pohon = periksa(bacaan, tersimpan)
        instansi = bandingkan_instansi(bacaan, tersimpan)
        unor = bandingkan_unor(bacaan, tersimpan, pohon)
        pegawai = await bandingkan_pegawai(bacaan, progress)
        await periksa_pimpinan(bacaan, pegawai)
        if bacaan.masalah:
            return _refused(bacaan)
        if writing:
            await _write(instansi, unor, pegawai, tersimpan, progress)
    if writing:
        publish([Event(STRUKTUR, 0)])
    changes = {
        "instansi": instansi.perubahan,
        "unor": unor.perubahan,
        "pegawai": pegawai.perubahan,
    }
    return Laporan(perubahan=changes, disimpan=writing)


def _refused(bacaan: Bacaan) -> Laporan:
    order = {berkas: place for place, berkas in enumerate(KOLOM)}
    return Laporan(
        sorted(bacaan.masalah, key=lambda problem: (order[problem.berkas], problem.baris))
    )


def _instansi_named(bacaan: Bacaan) -> set[str]:
    return (
        set(bacaan.instansi)
        | {instansi for instansi, _ in bacaan.unor}
        | {person.instansi_kode for person in bacaan.pegawai.values()}
    )


async def _keep_others_out() -> None:
    """No other import and no change of unor or pegawai between our reading and our writing."""
    if dialect() is Dialect.POSTGRES:
        await lock_instansi()
        await execute("LOCK TABLE instansi, unor, pegawai IN SHARE ROW EXCLUSIVE MODE")


async def _write(
    instansi: Beda[BarisInstansi],
    unor: Beda[BarisUnor],
    pegawai: BedaPegawai,
    tersimpan: Tersimpan,
    progress: Progress,
) -> None:
    instansi_id = await tulis_instansi(instansi)
    await tulis_unor(unor, tersimpan, instansi_id)
    touched = {row.instansi_kode for row in [*unor.baru, *(row for _, row in unor.berubah)]}
    await tulis_jalur(instansi_id[kode] for kode in touched)
    everywhere = touched | {
        row.instansi_kode for row in [*pegawai.baru, *(row for _, row in pegawai.berubah)]
    }
    unor_id = await unor_ids(instansi_id, everywhere)
    await tulis_pegawai(pegawai, instansi_id, unor_id, progress)
    await tulis_pimpinan(unor, unor_id)
    if not (instansi.kosong and unor.kosong and pegawai.kosong):
        await refresh_statistics(Instansi, Unor, Pegawai)
    if await recount():
        await refresh_statistics(*COUNTERS)
