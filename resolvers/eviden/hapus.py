"""Remove an eviden."""

from models.pelaksanaan import Eviden
from models.rules.aktor import Aktor
from models.rules.vocabulary import AksiPenilaian
from resolvers.pelaksanaan.muat import open_periode
from resolvers.pelaksanaan.tulis import remove
from resolvers.skp.bagian import load_part
from resolvers.unit_of_work import unit_of_work


async def hapus(aktor: Aktor, eviden_id: int) -> int:
    """Returns the id of the RHK that it was for. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        skp, row = await load_part(work, Eviden, eviden_id)
        await open_periode(work, skp, row.periode_id, AksiPenilaian.ISI_EVIDEN, named=False)
        await remove(work, skp, row)
    return row.rhk_id
