"""The fill-in curve: the figures of a scope at the end of each day, worked out backwards from what
they are now by how much they moved since."""

from dataclasses import dataclass
from datetime import date

from models.database import any_selected, as_date, fetch
from models.jalur import within_sql
from models.statistik import Lingkup, Rekap


@dataclass(frozen=True, slots=True)
class Titik:
    """The figures at the end of a day; those of today as they are now."""

    tanggal: date
    rekap: Rekap


_KOLOM = ("total", "draft", "pengajuan", "persetujuan")
_NOTHING = Rekap(0, (0, 0, 0))

# What there is now (without a day), and by how much it moved on each day.
_MOVES = """
SELECT CAST(NULL AS date) AS tanggal, sum(total) AS total,
    0 AS draft, 0 AS pengajuan, 0 AS persetujuan
FROM hitungan_pegawai WHERE {below}
UNION ALL
SELECT NULL, 0, sum(draft), sum(pengajuan), sum(persetujuan)
FROM hitungan_pengisian WHERE tahun = $1 AND {below}
UNION ALL
SELECT tanggal, sum(total), 0, 0, 0
FROM harian_pegawai WHERE {since} AND {below} GROUP BY tanggal
UNION ALL
SELECT tanggal, 0, sum(draft), sum(pengajuan), sum(persetujuan)
FROM harian_pengisian WHERE tahun = $1 AND {since} AND {below} GROUP BY tanggal
"""
_BELOW = f"SELECT place.id FROM unor place WHERE {within_sql('place', '$2')}"


async def read_riwayat_pengisian(
    lingkup: Lingkup, tahun: int, dari: date | None, sampai: date
) -> list[Titik]:
    """A point for each day on which something moved, and for `sampai`, oldest first, with one
    statement. Without `dari` it begins when the first SKP of the year was made."""
    params: list[object] = [tahun]
    below, since = "TRUE", "TRUE"
    if lingkup.unor_id:
        params.append(lingkup.unor_id)
        below = any_selected("unor_id", _BELOW)
    if dari:
        params.append(dari)
        since = f"tanggal >= ${len(params)}"
    moves: dict[date | None, Rekap] = {}
    filled_in: list[date] = []
    for row in await fetch(_MOVES.format(below=below, since=since), params):
        total, *angka = (int(row[name] or 0) for name in _KOLOM)
        day = None if row["tanggal"] is None else as_date(row["tanggal"])
        moves[day] = moves.get(day, _NOTHING) + Rekap(total, tuple(angka))
        if day and any(angka):
            filled_in.append(day)
    return _backwards(moves, dari or min(filled_in, default=sampai), sampai)


def _backwards(moves: dict[date | None, Rekap], dari: date, sampai: date) -> list[Titik]:
    points: list[Titik] = []
    now = moves[None]
    for day in sorted({sampai, *(day for day in moves if day)}, reverse=True):
        if dari <= day <= sampai:
            points.append(Titik(day, now))
        now = now - moves.get(day, _NOTHING)
    return points[::-1]
