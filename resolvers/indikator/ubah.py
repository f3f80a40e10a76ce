"""Change an indikator of a draft SKP."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from models.rules.aktor import Aktor
from models.skp import Indikator
from resolvers.indikator.isi import IsiIndikator, isi_refusals
from resolvers.indikator.muat import load_indikator
from resolvers.skp.tulis import touch
from resolvers.unit_of_work import unit_of_work


async def ubah(aktor: Aktor, indikator_id: int, changes: Mapping[str, Any]) -> int:
    """`changes` holds fields of IsiIndikator; one that is missing stays, None empties it.

    Returns the indikator's id. Raises NotFoundError, Refused.
    """
    async with unit_of_work(aktor) as work:
        indikator = await load_indikator(work, indikator_id)
        before = _isi(indikator.row)
        after = replace(before, **changes).cleaned()
        work.demand(isi_refusals(indikator.skp.keadaan.pendekatan, after))
        if after != before:
            await Indikator.filter(id=indikator_id).update(**asdict(after))
            await touch(indikator.skp)
            dari, ke = ({"indikator_id": indikator_id, **asdict(isi)} for isi in (before, after))
            await work.record("skp", indikator.skp.id, "INDIKATOR_UBAH", dari=dari, ke=ke)
    return indikator_id


def _isi(row: Indikator) -> IsiIndikator:
    return IsiIndikator(row.uraian, row.target, row.perspektif, row.aspek)
