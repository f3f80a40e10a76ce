"""Bringing what an SKP keeps of its owner up to date: who rates him, his unor and his jabatan."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from models.counters import hari_ini
from models.database import execute, fetch
from models.pejabat_penilai import pejabat_penilai_sql
from models.rules.vocabulary import JenisNotifikasi
from resolvers.matriks.sinkron import People, change_penilai, hold, say
from resolvers.unit_of_work import UnitOfWork, now

PENILAI = "pejabat_penilai_id"
JABATAN = ("unor_id", "jenis_jabatan", "nama_jabatan")

_SKP = (
    "FROM skp plan JOIN pegawai orang ON orang.id = plan.pegawai_id"
    " JOIN unor tempat ON tempat.id = orang.unor_id"
)
# Of last year's SKP the yearly rating is given in January.
_UNFINISHED = (
    "plan.tahun >= $2 AND (SELECT count(*) = 0 OR count(*) > count(lembar.predikat)"
    " FROM lembar_penilaian lembar WHERE lembar.skp_id = plan.id)"
)


@dataclass(frozen=True, slots=True)
class Usang:
    """An SKP that keeps something `dari` of its owner that is `ke` now."""

    skp_id: int
    pegawai_id: int
    dari: dict[str, Any]
    ke: dict[str, Any]

    @property
    def penilai(self) -> People:
        """Whoever rates it, and whoever is to."""
        return {side[PENILAI] for side in (self.dari, self.ke) if side.get(PENILAI) is not None}


def sekarang() -> dict[str, str]:
    """SQL: what an SKP would keep of its owner if it were made now."""
    return {
        PENILAI: pejabat_penilai_sql("tempat", "orang.id"),
        **{name: f"orang.{name}" for name in JABATAN},
    }


async def hold_usang(
    work: UnitOfWork, pegawai_id: int, which: str, *params: object, columns: dict[str, str]
) -> list[Usang]:
    """The SKP (aliased plan) that `which` selects whose columns are not what they are by this SQL;
    held with this person are their owners, those who rate them and those who are to."""
    found: list[Usang] = []
    both = [f"plan.{name}, {sql} AS kini_{name}" for name, sql in columns.items()]
    sql = f"SELECT plan.id, plan.pegawai_id, {', '.join(both)} {_SKP} WHERE {which} ORDER BY 1"

    async def concerned() -> People:
        found.clear()
        for row in await fetch(sql, params):
            changed = [name for name in columns if row[name] != row[f"kini_{name}"]]
            if changed:
                dari = {name: row[name] for name in changed}
                ke = {name: row[f"kini_{name}"] for name in changed}
                found.append(Usang(row["id"], row["pegawai_id"], dari, ke))
        return {id_ for one in found for id_ in (one.pegawai_id, *one.penilai)}

    await hold(work, pegawai_id, and_=concerned)
    return found


async def perbarui(work: UnitOfWork, usang: Sequence[Usang], aksi: str) -> None:
    """Have these SKP, which are held, keep what is so now: on record, and in the matrices of who
    rates them now."""
    rated_by: dict[int | None, list[int]] = defaultdict(list)
    async with work.counting(*{one.pegawai_id for one in usang}):
        for one in usang:
            sets = ", ".join(f"{name} = ${number}" for number, name in enumerate(one.ke, start=3))
            await execute(
                f"UPDATE skp SET versi = versi + 1, diubah = $2, {sets} WHERE id = $1",
                [one.skp_id, now(), *one.ke.values()],
            )
            await work.record("skp", one.skp_id, aksi, dari=one.dari, ke=one.ke)
            if PENILAI in one.ke:
                rated_by[one.dari[PENILAI]].append(one.skp_id)
        for before, skp_ids in rated_by.items():
            await change_penilai(work, skp_ids, before)
    # A pejabat penilai has somebody less to rate, another one more.
    say(work, {id_ for one in usang for id_ in (one.pegawai_id, *one.penilai)})


async def turunkan_ulang(work: UnitOfWork, pegawai_id: int, jabatan: bool = False) -> None:
    """Derive the pejabat penilai of a person's SKP again, whatever their status, until they are
    rated in every periode; what is not approved takes over his unor and `jabatan` too if these were
    wrong."""
    columns = {PENILAI: _anybody()}
    if jabatan:
        for name in JABATAN:
            open_ = "plan.status <> 'PERSETUJUAN'"
            columns[name] = f"CASE WHEN {open_} THEN orang.{name} ELSE plan.{name} END"
    await _derive(work, pegawai_id, "plan.pegawai_id = $1", columns)


async def wariskan(work: UnitOfWork, pegawai_id: int) -> None:
    """The SKP that wait for somebody who rates no more, to be approved or rated: whoever the tree
    says now rates them. A draft is its owner's to reload."""
    which = "plan.pejabat_penilai_id = $1 AND plan.status <> 'DRAFT'"
    await _derive(work, pegawai_id, which, {PENILAI: _anybody()})


def _anybody() -> str:
    """SQL: where nobody is found, the one who is there stays: what was submitted must not wait for
    no one."""
    return f"coalesce({pejabat_penilai_sql('tempat', 'orang.id')}, plan.{PENILAI})"


async def _derive(work: UnitOfWork, pegawai_id: int, which: str, columns: dict[str, str]) -> None:
    since = hari_ini().year - 1
    which = f"{which} AND {_UNFINISHED}"
    usang = await hold_usang(work, pegawai_id, which, pegawai_id, since, columns=columns)
    for aksi, some in (
        ("PEJABAT_PENILAI_GANTI", [one for one in usang if PENILAI in one.ke]),
        ("JABATAN_GANTI", [one for one in usang if PENILAI not in one.ke]),
    ):
        await perbarui(work, some, aksi)
        for one in some:
            if PENILAI in one.ke:
                for told in (one.pegawai_id, one.ke[PENILAI]):
                    await work.tell(told, JenisNotifikasi.PEJABAT_PENILAI_DIGANTI, one.skp_id)
