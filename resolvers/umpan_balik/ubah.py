"""Change an umpan balik that one gave."""

from models.rules.aktor import Aktor
from models.rules.teks import clean
from resolvers.pelaksanaan.tulis import change
from resolvers.umpan_balik.isi import uraian_refusals
from resolvers.umpan_balik.muat import load_umpan_balik
from resolvers.unit_of_work import now, unit_of_work


async def ubah(aktor: Aktor, umpan_balik_id: int, uraian: str | None) -> int:
    """Returns the umpan balik's id. Raises NotFoundError, Refused."""
    uraian = clean(uraian)
    async with unit_of_work(aktor) as work:
        skp, row = await load_umpan_balik(work, umpan_balik_id)
        work.demand(uraian_refusals(uraian))
        if uraian != row.uraian:
            await change(work, skp, row, uraian=uraian, waktu=now())
    return umpan_balik_id
