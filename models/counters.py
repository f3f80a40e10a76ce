"""Counting people: one row per unor (and tahun, or periode) for its own people, moved with every
change.

A person counts in his present unor, only while active, and once: of several SKP in a year the
DEFINITIF one with the latest `periode_akhir` counts, or the latest of any; for a rating, of those
that share a day with its periode (docs/aturan.md: dashboards).
Ancestors are never touched; whoever shows a subtree sums on read.

What a person counts for is said once, by `_SHARES`: a change is the difference of his shares before
and after it, and a recount adds up everybody's.
"""

from collections import Counter
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from models.database import any_of, execute, execute_many, fetch, insert_sql

# The SKP of a year that counts for its person; `order by` of a choice among one person's SKP.
COUNTING_ORDER = "(status_jabatan = 'DEFINITIF') DESC, periode_akhir DESC, id DESC"

FEW = 10  # rows: more are written in bulk

WIB = timedelta(hours=7)  # the capital's time, by which the days of the history begin


@dataclass(frozen=True)
class Hitungan:
    """A kind of count: its table holds a row per unor and `kunci` with a column for each of
    `kolom`; `harian`, the table of its history, if it has one."""

    table: str
    kunci: str | None
    kolom: tuple[str, ...]
    harian: str | None = None

    def chosen(self, place: str) -> str:
        """SQL: the rows of the kunci bound to the placeholder `place`."""
        return f"{self.kunci} = {place}"


PEGAWAI, PENGISIAN, KETERLIBATAN, PENILAIAN = "pegawai", "pengisian", "keterlibatan", "penilaian"

HITUNGAN = {
    PEGAWAI: Hitungan("hitungan_pegawai", None, ("total",), "harian_pegawai"),
    PENGISIAN: Hitungan(
        "hitungan_pengisian", "tahun", ("draft", "pengajuan", "persetujuan"), "harian_pengisian"
    ),
    KETERLIBATAN: Hitungan("hitungan_keterlibatan", "tahun", ("satu", "lebih")),
    PENILAIAN: Hitungan(
        "hitungan_penilaian",
        "periode_id",
        ("sangat_kurang", "kurang", "butuh_perbaikan", "baik", "sangat_baik"),
    ),
}


class Cell(NamedTuple):
    """A counter's row: of which kind, of which unor, and of which tahun or periode (0 for none)."""

    hitungan: str
    unor_id: int
    kunci: int


class Share(NamedTuple):
    """One person, counted in a column of a cell."""

    cell: Cell
    kolom: str


Shares = Counter[Share]


def meets(plan: str, periode: str) -> str:
    """SQL: the SKP and the periode share a day."""
    return f"({plan}.periode_awal <= {periode}.akhir AND {periode}.awal <= {plan}.periode_akhir)"


def counts_in(plan: str, periode: str) -> str:
    """SQL: of its person's SKP that meet the periode, this one, which does, counts."""
    rank = "({0}.status_jabatan = 'DEFINITIF', {0}.periode_akhir, {0}.id)"
    return (
        f"NOT EXISTS (SELECT 1 FROM skp other WHERE other.pegawai_id = {plan}.pegawai_id"
        f" AND other.tahun = {plan}.tahun AND {meets('other', periode)}"
        f" AND {rank.format('other')} > {rank.format(plan)})"
    )


# Involvement is counted over all SKP of the year; a rating only while the person belongs to the
# instansi whose period it was.
_SHARES = f"""
WITH person AS (SELECT id, unor_id, instansi_id FROM pegawai WHERE aktif AND {{person}}),
plan AS (
    SELECT id, pegawai_id, tahun, status,
        row_number() OVER (PARTITION BY pegawai_id, tahun ORDER BY {COUNTING_ORDER}) AS place
    FROM skp WHERE {{plan}}
)
SELECT 'pegawai' AS hitungan, unor_id, 0 AS kunci, 'total' AS kolom FROM person
UNION ALL
SELECT 'pengisian', person.unor_id, plan.tahun, lower(plan.status)
FROM person JOIN plan ON plan.pegawai_id = person.id WHERE plan.place = 1
UNION ALL
SELECT 'keterlibatan', person.unor_id, plan.tahun,
    CASE WHEN count(DISTINCT baris.matriks_id) = 1 THEN 'satu' ELSE 'lebih' END
FROM person JOIN plan ON plan.pegawai_id = person.id
JOIN baris_matriks baris ON baris.skp_id = plan.id
GROUP BY person.id, person.unor_id, plan.tahun
UNION ALL
SELECT 'penilaian', person.unor_id, periode.id, lower(penilaian.predikat)
FROM person JOIN skp plan ON plan.pegawai_id = person.id
JOIN penilaian ON penilaian.skp_id = plan.id AND penilaian.predikat IS NOT NULL
JOIN periode_penilaian periode
    ON periode.id = penilaian.periode_id AND periode.instansi_id = person.instansi_id
WHERE {meets("plan", "periode")} AND {counts_in("plan", "periode")}
"""


async def shares_of(pegawai_ids: Iterable[int]) -> Shares:
    """What these people count for now."""
    sql = _SHARES.format(person=any_of("id", "$1"), plan=any_of("pegawai_id", "$1"))
    rows = await fetch(sql, [sorted(pegawai_ids)])
    return Counter(
        Share(Cell(row["hitungan"], row["unor_id"], row["kunci"]), row["kolom"]) for row in rows
    )


@asynccontextmanager
async def counting(moves: Shares, *pegawai_ids: int) -> AsyncIterator[None]:
    """Add to `moves` what the block changes in what these people count for.

    The caller holds their row locks, so that nobody else changes it in between.
    """
    before = await shares_of(pegawai_ids)
    yield
    moves.update(await shares_of(pegawai_ids))
    moves.subtract(before)


async def move(moves: Mapping[Share, int]) -> list[Cell]:
    """Move the counters, and their history of today; the cells whose numbers changed.

    The rows are locked from here to the end of the transaction, always in the same order, so that
    two transactions never wait for each other.
    """
    steps: dict[Cell, dict[str, int]] = {}
    for share, step in moves.items():
        if step:
            steps.setdefault(share.cell, {})[share.kolom] = step
    cells, today = sorted(steps), hari_ini()
    for name, group in groupby(cells, key=attrgetter("hitungan")):
        hitungan = HITUNGAN[name]
        rows = [
            (_keys(hitungan, cell), [steps[cell].get(kolom, 0) for kolom in hitungan.kolom])
            for cell in group
        ]
        await _move_rows(hitungan, rows)
        if hitungan.harian:
            dated = [({**keys, "tanggal": today}, values) for keys, values in rows]
            await _add_rows(hitungan.harian, hitungan.kolom, dated)
    return cells


Rows = list[tuple[dict[str, object], list[int]]]  # the keys of each, and by how much it moves


async def _move_rows(hitungan: Hitungan, rows: Rows) -> None:
    keys = [*rows[0][0]]
    where = " AND ".join(f"{name} = ${place}" for place, name in enumerate(keys, start=1))
    sets = _sums(hitungan.kolom, start=len(keys) + 1)
    change = f"UPDATE {hitungan.table} SET {sets}, versi = versi + 1 WHERE {where}"
    params = [[*its.values(), *values] for its, values in rows]
    if len(rows) > FEW:
        await _make_rows(hitungan, rows)
        await execute_many(change, params)
        return
    for row, each in zip(rows, params, strict=True):
        if not await execute(change, each):
            await _make_rows(hitungan, [row])
            await execute(change, each)


async def _make_rows(hitungan: Hitungan, rows: Rows) -> None:
    """An insert that adds would be refused where a number to add is negative."""
    await execute_many(
        f"{insert_sql(hitungan.table, rows[0][0])} ON CONFLICT DO NOTHING",
        [[*keys.values()] for keys, _ in rows],
    )


async def _add_rows(table: str, kolom: tuple[str, ...], rows: Rows) -> None:
    """Add to the rows, which are made where there are none."""
    keys = [*rows[0][0]]
    sets = _sums(kolom, start=len(keys) + 1, of=f"{table}.")
    sql = (
        f"{insert_sql(table, [*keys, *kolom])} ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {sets}"
    )
    params = [[*its.values(), *values] for its, values in rows]
    if len(rows) > FEW:
        await execute_many(sql, params)
    else:
        for each in params:
            await execute(sql, each)


def _keys(hitungan: Hitungan, cell: Cell) -> dict[str, object]:
    keys: dict[str, object] = {"unor_id": cell.unor_id}
    return {**keys, hitungan.kunci: cell.kunci} if hitungan.kunci else keys


def _sums(kolom: tuple[str, ...], start: int, of: str = "") -> str:
    return ", ".join(f"{name} = {of}{name} + ${place}" for place, name in enumerate(kolom, start))


def hari_ini() -> date:
    """The day that it is in the capital."""
    return (datetime.now(UTC) + WIB).date()


@dataclass(frozen=True)
class Difference:
    """A counter that is not what the tables say."""

    share: Share
    counted: int
    wanted: int

    def __str__(self) -> str:
        cell = self.share.cell
        kunci = HITUNGAN[cell.hitungan].kunci
        what = f"{cell.hitungan} {kunci} {cell.kunci}" if kunci else cell.hitungan
        return (
            f"unor {cell.unor_id}, {what}, {self.share.kolom}:"
            f" tercatat {self.counted}, seharusnya {self.wanted}"
        )


def _counted() -> str:
    return " UNION ALL ".join(
        f"SELECT 1, '{name}', unor_id, {hitungan.kunci or 0}, '{kolom}', {kolom}"
        f" FROM {hitungan.table} WHERE {kolom} <> 0"
        for name, hitungan in HITUNGAN.items()
        for kolom in hitungan.kolom
    )


# One statement, so that counters and tables are read at the same moment.
_RECOUNT = f"""
SELECT 0 AS counted, hitungan, unor_id, kunci, kolom, count(*) AS people
FROM ({_SHARES.format(person="TRUE", plan="TRUE")}) share
GROUP BY hitungan, unor_id, kunci, kolom
UNION ALL
"""


async def differences() -> list[Difference]:
    """Every counter that does not equal a recount."""
    counted: dict[Share, int] = {}
    wanted: dict[Share, int] = {}
    for row in await fetch(_RECOUNT + _counted()):
        side = counted if row["counted"] else wanted
        cell = Cell(row["hitungan"], row["unor_id"], row["kunci"])
        side[Share(cell, row["kolom"])] = int(row["people"])
    return [
        Difference(share, counted.get(share, 0), wanted.get(share, 0))
        for share in sorted(counted.keys() | wanted.keys())
        if counted.get(share, 0) != wanted.get(share, 0)
    ]


async def recount() -> list[Cell]:
    """Put every counter right from the tables; the cells that were wrong.

    Corrects by the difference, so that changes committed meanwhile are kept.
    """
    wrong = await differences()
    return await move({one.share: one.wanted - one.counted for one in wrong})
