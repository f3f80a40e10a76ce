"""Approve an SKP."""

from models.rules.aktor import Aktor
from models.rules.vocabulary import AksiSkp
from resolvers.skp.tulis import load_for, transition
from resolvers.unit_of_work import unit_of_work


async def setujui(aktor: Aktor, skp_id: int) -> int:
    """Returns the SKP's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        skp = await load_for(work, skp_id, AksiSkp.SETUJUI)
        await transition(work, skp, AksiSkp.SETUJUI)
    return skp_id
