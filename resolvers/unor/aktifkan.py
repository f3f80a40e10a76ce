"""Take a unor into use again."""

from models.rules.aktor import Aktor
from models.rules.struktur import unor_aktif_refusals
from resolvers.unit_of_work import unit_of_work
from resolvers.unor.muat import keadaan_unor, load_unor
from resolvers.unor.tulis import write_unor


async def aktifkan(aktor: Aktor, unor_id: int) -> int:
    """Returns the unor's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        unor = await load_unor(work, unor_id)
        if unor.induk_id is not None:
            work.demand(unor_aktif_refusals(await keadaan_unor(unor.induk_id)))
        await write_unor(work, unor, "AKTIFKAN", {"aktif": True})
    return unor_id
