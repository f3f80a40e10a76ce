"""Change what a unor is called."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from models.rules.aktor import Aktor
from resolvers.unit_of_work import unit_of_work
from resolvers.unor.isi import IsiUnor, isi_refusals
from resolvers.unor.muat import load_unor
from resolvers.unor.tulis import write_unor


async def ubah(aktor: Aktor, unor_id: int, changes: Mapping[str, Any]) -> int:
    """`changes` holds fields of IsiUnor. Returns the unor's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        unor = await load_unor(work, unor_id)
        isi = replace(IsiUnor(unor.kode, unor.nama), **changes).cleaned()
        work.demand(await isi_refusals(unor.instansi_id, isi, unor.id))
        await write_unor(work, unor, "UBAH", asdict(isi))
    return unor_id
