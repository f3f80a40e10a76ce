"""Change the period, the approach or the status jabatan of a draft SKP."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from models.database import as_date, execute, fetch
from models.rules.aktor import Aktor
from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.periode import Terisi, overlap_refusals, periode_refusals, terisi_refusals
from models.rules.vocabulary import AksiSkp, Pendekatan
from models.terisi import DARI_SKP, periode_sql
from resolvers.matriks.sinkron import People, around_skp, hold, leave_other_times, place
from resolvers.skp.buat import definitif_periods
from resolvers.skp.tulis import LockedSkp, load_for, write
from resolvers.unit_of_work import UnitOfWork, unit_of_work

PERIODE = {"periode_awal", "periode_akhir"}  # a change of either moves its rows in matrices


async def ubah(aktor: Aktor, skp_id: int, changes: Mapping[str, Any]) -> int:
    """`changes` holds any of periode_awal, periode_akhir, pendekatan and status_jabatan.

    Returns the SKP's id. Raises NotFoundError, Refused.
    """
    async with unit_of_work(aktor) as work:
        held = {aktor.pegawai_id}
        if not PERIODE.isdisjoint(changes):
            held = await hold(work, *held, and_=partial(around_skp, aktor.pegawai_id, skp_id))
        skp = await load_for(work, skp_id, AksiSkp.UBAH)
        before = _values(skp)
        after = {**before, **changes}
        changed = {name: value for name, value in after.items() if value != before[name]}
        if changed:
            await _check(work, skp, after)
            await _apply(work, skp, changed, held)
            dari = {name: before[name] for name in changed}
            await work.record("skp", skp.id, AksiSkp.UBAH.value, dari=dari, ke=changed)
    return skp_id


def _values(skp: LockedSkp) -> dict[str, Any]:
    return {
        "periode_awal": skp.periode[0],
        "periode_akhir": skp.periode[1],
        "pendekatan": skp.keadaan.pendekatan,
        "status_jabatan": skp.status_jabatan,
    }


async def _check(work: UnitOfWork, skp: LockedSkp, after: dict[str, Any]) -> None:
    periode = (after["periode_awal"], after["periode_akhir"])
    others = await definitif_periods(skp.keadaan.pegawai_id, but_not=skp.id)
    work.demand(
        periode_refusals(*periode),
        _year_change(skp, periode[0]),
        overlap_refusals(periode, after["status_jabatan"], others),
        terisi_refusals(periode, await _terisi(skp)),
    )


async def _terisi(skp: LockedSkp) -> list[Terisi]:
    """Where something was written about the SKP before it was reopened."""
    rows = await fetch(
        "SELECT t.nama, t.awal, t.akhir, min(progres.tanggal) AS pertama,"
        " max(progres.tanggal) AS terakhir"
        " FROM periode_penilaian t LEFT JOIN (rencana_aksi rencana"
        " JOIN rhk ON rhk.id = rencana.rhk_id AND rhk.skp_id = $1"
        " JOIN progres_harian progres ON progres.rencana_aksi_id = rencana.id)"
        " ON rencana.periode_id = t.id"
        f" WHERE t.id IN ({periode_sql(DARI_SKP, '$1')}) GROUP BY t.id ORDER BY t.awal, t.id",
        [skp.id],
    )
    return [
        Terisi(
            row["nama"],
            (as_date(row["awal"]), as_date(row["akhir"])),
            (as_date(row["pertama"]), as_date(row["terakhir"])) if row["pertama"] else None,
        )
        for row in rows
    ]


def _year_change(skp: LockedSkp, awal: date) -> tuple[Alasan, ...]:
    if awal.year == skp.tahun:
        return ()
    return (
        Alasan(
            KodeKesalahan.PERIODE_LINTAS_TAHUN,
            f"SKP ini untuk tahun {skp.tahun}. Untuk tahun {awal.year}, buat SKP baru.",
            ("input", "periodeAwal"),
        ),
    )


async def _apply(work: UnitOfWork, skp: LockedSkp, changed: dict[str, Any], held: People) -> None:
    async with work.counting(*held):
        await write(skp, **changed)
        if not PERIODE.isdisjoint(changed):
            await leave_other_times(work, skp.id)
            await place(work, skp.id)
    if changed.get("pendekatan") is Pendekatan.KUALITATIF:
        await _drop_targets(work, skp)


async def _drop_targets(work: UnitOfWork, skp: LockedSkp) -> None:
    """The qualitative approach has neither target nor perspektif; the trail keeps what was."""
    params = [skp.id]
    inside = "rhk_id IN (SELECT id FROM rhk WHERE skp_id = $1)"
    rows = await fetch(
        f"SELECT id, rhk_id, target, perspektif FROM indikator WHERE {inside}"
        " AND (target IS NOT NULL OR perspektif IS NOT NULL)",
        params,
    )
    for row in rows:
        dari = {"target": row["target"], "perspektif": row["perspektif"]}
        keys = {"rhk_id": row["rhk_id"], "indikator_id": row["id"]}
        ke = {**keys, "target": None, "perspektif": None}
        await work.record("skp", skp.id, "INDIKATOR_UBAH", dari=dari, ke=ke)
    await execute(f"UPDATE indikator SET target = NULL, perspektif = NULL WHERE {inside}", params)
