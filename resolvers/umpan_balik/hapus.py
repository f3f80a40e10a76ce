"""Take back an umpan balik that one gave."""

from models.rules.aktor import Aktor
from resolvers.pelaksanaan.tulis import remove
from resolvers.umpan_balik.muat import load_umpan_balik
from resolvers.unit_of_work import unit_of_work


async def hapus(aktor: Aktor, umpan_balik_id: int) -> int:
    """Returns the id that was. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        skp, row = await load_umpan_balik(work, umpan_balik_id)
        await remove(work, skp, row)
    return umpan_balik_id
