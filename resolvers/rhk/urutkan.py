"""Put the RHK of a draft SKP in another order."""

from collections.abc import Sequence

from models.database import execute_many, fetch
from models.rules.aktor import Aktor
from models.rules.rhk import urutan_refusals
from models.rules.vocabulary import AksiSkp
from resolvers.skp.tulis import load_for, touch
from resolvers.unit_of_work import unit_of_work


async def urutkan(aktor: Aktor, skp_id: int, rhk_ids: Sequence[int]) -> int:
    """`rhk_ids` names every RHK of the SKP once, first to last.

    Returns the SKP's id. Raises NotFoundError, Refused.
    """
    async with unit_of_work(aktor) as work:
        skp = await load_for(work, skp_id, AksiSkp.UBAH)
        rows = await fetch("SELECT id FROM rhk WHERE skp_id = $1 ORDER BY urutan, id", [skp_id])
        present = [row["id"] for row in rows]
        work.demand(urutan_refusals(rhk_ids, present))
        places = [(place, rhk_id) for place, rhk_id in enumerate(rhk_ids, start=1)]
        await execute_many("UPDATE rhk SET urutan = $1 WHERE id = $2", places)
        await touch(skp)
        dari, ke = {"urutan": present}, {"urutan": list(rhk_ids)}
        await work.record("skp", skp_id, "RHK_URUTKAN", dari=dari, ke=ke)
    return skp_id
