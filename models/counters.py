"""Counting people: one row per unor (and year) for its own people, moved with every change.

A person counts in his present unor, only while active, and once: of several SKP in a year the
DEFINITIF one with the latest `periode_akhir` counts, or the latest of any (domain: dashboards).
Ancestors are never touched; whoever shows a subtree sums on read.

`versi` of a row rises with every change of the row, so the sum over a view's rows rises with every
change of the view.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from models.database import execute, fetch

# The SKP of a year that counts for its person; `order by` of a choice among one person's SKP.
COUNTING_ORDER = "(status_jabatan = 'DEFINITIF') DESC, periode_akhir DESC, id DESC"

STATUS_COLUMNS = ("draft", "pengajuan", "persetujuan")

Cell = tuple[int, int]  # (unor id, tahun)


@asynccontextmanager
async def counting(pegawai_id: int, tahun: int) -> AsyncIterator[set[Cell]]:
    """Move the counters by comparing the person's state before and after the block; the set it
    gives holds, afterwards, the cells whose numbers are not as before.

    The caller holds the person's row lock, so nobody else changes the state in between.
    """
    moved: set[Cell] = set()
    before = await _state(pegawai_id, tahun)
    yield moved
    after = await _state(pegawai_id, tahun)
    if before == after:
        return
    # Always in the same order, so that two transactions never wait for each other.
    for unor_id in sorted({before.unor_id, after.unor_id}):
        steps = [
            _share(after, unor_id, name) - _share(before, unor_id, name) for name in STATUS_COLUMNS
        ]
        await _move(unor_id, tahun, steps)
        moved.add((unor_id, tahun))


@dataclass(frozen=True)
class _State:
    unor_id: int
    aktif: bool
    status: str | None


async def _state(pegawai_id: int, tahun: int) -> _State:
    rows = await fetch(
        "SELECT p.unor_id, p.aktif, (SELECT status FROM skp WHERE pegawai_id = p.id"
        f" AND tahun = $2 ORDER BY {COUNTING_ORDER} LIMIT 1) AS status"
        " FROM pegawai p WHERE p.id = $1",
        [pegawai_id, tahun],
    )
    row = rows[0]
    return _State(row["unor_id"], bool(row["aktif"]), row["status"])


def _share(state: _State, unor_id: int, column: str) -> int:
    counts = state.aktif and state.unor_id == unor_id and state.status == column.upper()
    return int(counts)


async def _move(unor_id: int, tahun: int, steps: Sequence[int]) -> None:
    params = [unor_id, tahun, *steps]
    sets = ", ".join(
        f"{name} = hitungan_pengisian.{name} + ${number}"
        for number, name in enumerate(STATUS_COLUMNS, start=3)
    )
    moved = await execute(
        f"UPDATE hitungan_pengisian SET {sets}, versi = versi + 1"
        " WHERE unor_id = $1 AND tahun = $2",
        params,
    )
    if not moved:
        await execute(
            "INSERT INTO hitungan_pengisian (unor_id, tahun, draft, pengajuan, persetujuan, versi)"
            " VALUES ($1, $2, $3, $4, $5, 1) ON CONFLICT (unor_id, tahun)"
            f" DO UPDATE SET {sets}, versi = hitungan_pengisian.versi + 1",
            params,
        )


async def recount() -> int:
    """Put every counter right from the tables; how many were wrong.

    Corrects by the difference, so that changes committed meanwhile are kept.
    """
    wrong = await differences()
    for difference in wrong:
        steps = [
            wanted - counted
            for wanted, counted in zip(difference.wanted, difference.counted, strict=True)
        ]
        if difference.tahun is None:
            await _move_people(difference.unor_id, steps[0])
        else:
            await _move(difference.unor_id, difference.tahun, steps)
    return len(wrong)


async def _move_people(unor_id: int, step: int) -> None:
    moved = await execute(
        "UPDATE hitungan_pegawai SET total = total + $2, versi = versi + 1 WHERE unor_id = $1",
        [unor_id, step],
    )
    if not moved:
        await execute(
            "INSERT INTO hitungan_pegawai (unor_id, total, versi) VALUES ($1, $2, 1)"
            " ON CONFLICT (unor_id) DO UPDATE"
            " SET total = hitungan_pegawai.total + $2, versi = hitungan_pegawai.versi + 1",
            [unor_id, step],
        )


@dataclass(frozen=True)
class Difference:
    """A counter that is not what the tables say: the unor's people where `tahun` is None."""

    unor_id: int
    tahun: int | None
    counted: tuple[int, ...]
    wanted: tuple[int, ...]

    def __str__(self) -> str:
        what = "pegawai" if self.tahun is None else f"pengisian {self.tahun}"
        return f"unor {self.unor_id}, {what}: tercatat {self.counted}, seharusnya {self.wanted}"


# One statement, so that counters and tables are read at the same moment.
_RECOUNT = f"""
SELECT 1 AS counted, unor_id, NULL AS tahun, total AS a, 0 AS b, 0 AS c FROM hitungan_pegawai
UNION ALL
SELECT 1, unor_id, tahun, draft, pengajuan, persetujuan FROM hitungan_pengisian
UNION ALL
SELECT 0, unor_id, NULL, count(*), 0, 0 FROM pegawai WHERE aktif GROUP BY unor_id
UNION ALL
SELECT 0, p.unor_id, s.tahun,
    sum(CASE WHEN s.status = 'DRAFT' THEN 1 ELSE 0 END),
    sum(CASE WHEN s.status = 'PENGAJUAN' THEN 1 ELSE 0 END),
    sum(CASE WHEN s.status = 'PERSETUJUAN' THEN 1 ELSE 0 END)
FROM (
    SELECT pegawai_id, tahun, status,
        row_number() OVER (PARTITION BY pegawai_id, tahun ORDER BY {COUNTING_ORDER}) AS place
    FROM skp
) s JOIN pegawai p ON p.id = s.pegawai_id
WHERE s.place = 1 AND p.aktif
GROUP BY p.unor_id, s.tahun
"""


async def differences() -> list[Difference]:
    """Every counter that does not equal a recount."""
    counted: dict[tuple[int, int | None], tuple[int, ...]] = {}
    wanted: dict[tuple[int, int | None], tuple[int, ...]] = {}
    for row in await fetch(_RECOUNT):
        side = counted if row["counted"] else wanted
        side[row["unor_id"], row["tahun"]] = (row["a"], row["b"], row["c"])
    nothing = (0, 0, 0)
    cells = sorted(counted.keys() | wanted.keys(), key=lambda cell: (cell[0], cell[1] or 0))
    return [
        Difference(*cell, counted.get(cell, nothing), wanted.get(cell, nothing))
        for cell in cells
        if counted.get(cell, nothing) != wanted.get(cell, nothing)
    ]
