"""Name who leads a unor, or nobody."""

from models.rules.aktor import Aktor
from models.rules.struktur import pimpinan_refusals
from models.rules.vocabulary import StatusJabatan
from resolvers.pegawai.muat import keadaan_seen
from resolvers.unit_of_work import unit_of_work
from resolvers.unor.muat import keadaan_unor, load_unor
from resolvers.unor.tulis import write_pimpinan


async def pimpinan_tetapkan(
    aktor: Aktor, unor_id: int, pimpinan_id: int | None, status: StatusJabatan
) -> int:
    """Returns the unor's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        unor = await load_unor(work, unor_id)
        pimpinan = await keadaan_seen(work, pimpinan_id)
        work.demand(pimpinan_refusals(await keadaan_unor(unor.id), pimpinan))
        if pimpinan_id is None:
            await write_pimpinan(work, unor)
        else:
            await write_pimpinan(work, unor, pimpinan_id, status)
    return unor_id
