"""Remove a periode that nothing was written in."""

from dataclasses import asdict

from models.rules.aktor import Aktor
from models.rules.periode_penilaian import IN_USE
from resolvers.periode_penilaian.muat import NOUN, is_used, isi_of, load_periode
from resolvers.unit_of_work import unit_of_work
from subscriptions.events import ACUAN, Event


async def hapus(aktor: Aktor, periode_id: int) -> int:
    """Returns the id that was. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        periode = await load_periode(work, periode_id, alone=True)
        work.demand((IN_USE,) if await is_used(periode_id) else ())
        await periode.delete()
        work.events.append(Event(ACUAN, periode.instansi_id))
        await work.record(NOUN, periode_id, "HAPUS", dari=asdict(isi_of(periode)))
    return periode_id
