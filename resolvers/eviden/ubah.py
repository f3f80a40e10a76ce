"""Change an eviden."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from models.pelaksanaan import Eviden
from models.rules.aktor import Aktor
from models.rules.vocabulary import AksiPenilaian
from resolvers.eviden.isi import IsiEviden, isi_refusals
from resolvers.pelaksanaan.muat import open_periode
from resolvers.pelaksanaan.tulis import change
from resolvers.skp.bagian import load_part
from resolvers.unit_of_work import unit_of_work


async def ubah(aktor: Aktor, eviden_id: int, changes: Mapping[str, Any]) -> int:
    """`changes` holds fields of IsiEviden; one that is missing stays.

    Returns the eviden's id. Raises NotFoundError, Refused.
    """
    async with unit_of_work(aktor) as work:
        skp, row = await load_part(work, Eviden, eviden_id)
        await open_periode(work, skp, row.periode_id, AksiPenilaian.ISI_EVIDEN, named=False)
        isi = replace(IsiEviden(row.nama, row.tautan), **changes).cleaned()
        work.demand(isi_refusals(isi))
        await change(work, skp, row, **asdict(isi))
    return eviden_id
