"""Change a periode."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from models.penilaian import PeriodePenilaian
from models.rules.aktor import Aktor
from models.rules.periode_penilaian import dipakai_refusals, isi_refusals, kembar_refusals
from resolvers.periode_penilaian.muat import NOUN, is_used, isi_of, load_periode, others
from resolvers.unit_of_work import unit_of_work
from subscriptions.events import ACUAN, Event

FREE = {"nama", "batas_pengisian"}  # may change while people write in the periode


async def ubah(aktor: Aktor, periode_id: int, changes: Mapping[str, Any]) -> int:
    """`changes` holds fields of IsiPeriode; one that is missing stays.

    Returns the periode's id. Raises NotFoundError, Refused.
    """
    async with unit_of_work(aktor) as work:
        periode = await load_periode(work, periode_id, alone=bool(changes.keys() - FREE))
        before = isi_of(periode)
        after = replace(before, **changes).cleaned()
        work.demand(
            isi_refusals(after),
            kembar_refusals(after, await others(periode.instansi_id, after.tahun, periode_id)),
            dipakai_refusals(before, after) if await is_used(periode_id) else (),
        )
        if after != before:
            await PeriodePenilaian.filter(id=periode_id).update(**asdict(after))
            work.events.append(Event(ACUAN, periode.instansi_id))
            await work.record(NOUN, periode_id, "UBAH", dari=asdict(before), ke=asdict(after))
    return periode_id
