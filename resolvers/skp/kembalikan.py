"""Return a submitted SKP to its owner, with a reason."""

from models.rules.aktor import Aktor
from models.rules.teks import LONG, clean, required
from models.rules.vocabulary import AksiSkp
from resolvers.skp.tulis import load_for, transition
from resolvers.unit_of_work import unit_of_work


async def kembalikan(aktor: Aktor, skp_id: int, alasan: str) -> int:
    """Returns the SKP's id. Raises NotFoundError, Refused."""
    reason = clean(alasan)
    async with unit_of_work(aktor) as work:
        skp = await load_for(work, skp_id, AksiSkp.KEMBALIKAN)
        work.demand(required(reason, "alasan", "Alasan", LONG))
        await transition(work, skp, AksiSkp.KEMBALIKAN, reason)
    return skp_id
