"""The demo's fill-in curve: the counters' history, as if its steps had been taken when they say."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from models.counters import WIB
from models.database import execute, execute_many
from models.rules.vocabulary import StatusJabatan, StatusSkp
from resolvers.demo.skp import SkpDemo

Kunci = tuple[int, int, date]  # unor, tahun, day


async def tulis_harian(plans: Sequence[SkpDemo]) -> None:
    """Put in the place of today, when all was counted, the days on which it happened. The people
    have been there since before the first of them."""
    moves: dict[Kunci, Counter[StatusSkp]] = {}
    for plan in _counting(plans):
        for langkah in plan.langkah:
            day = (langkah.waktu + WIB).date()
            key = plan.pegawai.unor_id, plan.periode_awal.year, day
            moved = moves.setdefault(key, Counter())
            moved[langkah.ke] += 1
            if langkah.dari:
                moved[langkah.dari] -= 1
    await execute("DELETE FROM harian_pengisian")
    await execute_many(
        "INSERT INTO harian_pengisian (unor_id, tahun, tanggal, draft, pengajuan, persetujuan)"
        " VALUES ($1, $2, $3, $4, $5, $6)",
        [(*key, *(moved[status] for status in StatusSkp)) for key, moved in moves.items()],
    )
    first = min(day for _, _, day in moves)
    await execute("UPDATE harian_pegawai SET tanggal = $1", [first])


def _counting(plans: Sequence[SkpDemo]) -> list[SkpDemo]:
    """Of each person and year the SKP that counts (models/counters.py)."""

    def owner(plan: SkpDemo) -> tuple[int, int]:
        return plan.pegawai.id, plan.periode_awal.year

    def rank(plan: SkpDemo) -> tuple[bool, date]:
        return plan.status_jabatan is StatusJabatan.DEFINITIF, plan.periode_akhir

    return [max(group, key=rank) for _, group in groupby(sorted(plans, key=owner), key=owner)]
