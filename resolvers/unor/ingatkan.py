"""Remind those of a unor who have not submitted an SKP, and those who have not decided on one."""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from models.counters import WIB, hari_ini
from models.database import fetch
from models.jalur import within_sql
from models.rules.aktor import Aktor
from models.rules.pengingat import PESAN, pengingat_refusals, tahun_pengingat_refusals
from models.rules.teks import clean, fits
from models.rules.vocabulary import JenisNotifikasi
from models.scopes import Viewer, below_me
from resolvers.in_scope import select_in_scope
from resolvers.unit_of_work import UnitOfWork, now, unit_of_work
from resolvers.unor.muat import instansi_of
from subscriptions.events import NOTIFIKASI, Event

# Whose SKP of the year $1 that counts is not there or a draft; below the unor $2.
_PEMILIK = f"""
SELECT orang.pegawai_id FROM perorangan orang
JOIN unor place ON place.id = orang.unor_id AND {within_sql("place", "$2")}
LEFT JOIN skp plan ON plan.id = orang.skp_id
WHERE orang.tahun = $1 AND coalesce(plan.status, 'DRAFT') = 'DRAFT'
"""
# For whose decision the SKP of any of them waits.
_PENILAI = f"""
SELECT DISTINCT plan.pejabat_penilai_id AS pegawai_id FROM perorangan orang
JOIN unor place ON place.id = orang.unor_id AND {within_sql("place", "$2")}
JOIN skp plan ON plan.id = orang.skp_id
JOIN pegawai penilai ON penilai.id = plan.pejabat_penilai_id AND penilai.aktif
WHERE orang.tahun = $1 AND plan.status = 'PENGAJUAN'
"""
# Everyone but the actor ($4), unless he told them since the day began ($5). They are sorted, by
# what no index is in the order of, and so all found before the first is told: what is inserted
# would be looked through again for each. `$6 >= $5` always holds; behind a comparison with $5 it
# tells PostgreSQL the type of $6.
_TELL = """
INSERT INTO notifikasi (pegawai_id, jenis, tahun, pelaku_id, waktu, alasan)
SELECT untold.pegawai_id, $3, $1, $4, $6, $7 FROM (
    SELECT late.pegawai_id FROM ({late}) late
    WHERE late.pegawai_id <> $4 AND NOT EXISTS (SELECT 1 FROM notifikasi told
        WHERE told.pegawai_id = late.pegawai_id AND told.jenis = $3 AND told.tahun = $1
        AND told.pelaku_id = $4 AND told.waktu >= $5)
        AND $6 >= $5
    ORDER BY late.pegawai_id + 0
) untold
RETURNING 1
"""
_LATE = {JenisNotifikasi.SKP_DITUNGGU: _PEMILIK, JenisNotifikasi.PERSETUJUAN_DITUNGGU: _PENILAI}


@dataclass(frozen=True)
class Diingatkan:
    """How many were told: owners of SKP, and pejabat penilai."""

    pegawai: int
    pejabat_penilai: int


async def ingatkan(aktor: Aktor, unor_id: int, tahun: int, pesan: str | None) -> Diingatkan:
    """Of the unor and all below it. Raises NotFoundError, Refused."""
    pesan = clean(pesan)
    async with unit_of_work(aktor) as work:
        instansi_id = await instansi_of(work, unor_id)
        leads = await select_in_scope("unor", _led, aktor, unor_id, "1")
        work.demand(
            pengingat_refusals(aktor, instansi_id, bool(leads)),
            tahun_pengingat_refusals(tahun, hari_ini().year),
            fits(pesan, "pesan", "Pesan", PESAN),
        )
        await work.lock_pegawai(aktor.pegawai_id)  # twice at once is once
        told = Diingatkan(
            await _tell(work, JenisNotifikasi.SKP_DITUNGGU, tahun, unor_id, pesan),
            await _tell(work, JenisNotifikasi.PERSETUJUAN_DITUNGGU, tahun, unor_id, pesan),
        )
        if told != Diingatkan(0, 0):
            ke = {"tahun": tahun, "jumlah_pegawai": told.pegawai}
            ke["jumlah_pejabat_penilai"] = told.pejabat_penilai
            await work.record("unor", unor_id, "INGATKAN", alasan=pesan, ke=ke)
            work.events.append(Event(NOTIFIKASI, 0))
    return told


def _led(viewer: Viewer, t: str) -> str:
    return below_me(viewer, f"{t}.id")


async def _tell(
    work: UnitOfWork, jenis: JenisNotifikasi, tahun: int, unor_id: int, pesan: str | None
) -> int:
    """How many were told; everyone once a day at most by the same person."""
    said = [jenis.value, work.aktor.pegawai_id, _today(), now(), pesan]
    return len(await fetch(_TELL.format(late=_LATE[jenis]), [tahun, unor_id, *said]))


def _today() -> datetime:
    """When the day began in the capital."""
    return datetime.combine(hari_ini(), time(), UTC) - WIB
