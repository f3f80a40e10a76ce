"""Give a unor up, once nobody and nothing active is in it."""

from models.rules.aktor import Aktor
from models.rules.struktur import nonaktif_unor_refusals
from resolvers.unit_of_work import unit_of_work
from resolvers.unor.muat import keadaan_unor, load_unor
from resolvers.unor.tulis import write_pimpinan, write_unor


async def nonaktifkan(aktor: Aktor, unor_id: int) -> int:
    """Returns the unor's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        unor = await load_unor(work, unor_id)
        work.demand(nonaktif_unor_refusals(await keadaan_unor(unor.id)))
        await write_pimpinan(work, unor)
        await write_unor(work, unor, "NONAKTIFKAN", {"aktif": False})
    return unor_id
