"""Change a progres harian."""

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from models.pelaksanaan import ProgresHarian, RencanaAksi
from models.rules.aktor import Aktor
from resolvers.pelaksanaan.tulis import change
from resolvers.progres_harian.isi import IsiProgres, demand_allowed
from resolvers.skp.bagian import load_part
from resolvers.unit_of_work import unit_of_work


async def ubah(aktor: Aktor, progres_id: int, changes: Mapping[str, Any]) -> int:
    """`changes` holds fields of IsiProgres; one that is missing stays, None empties it.

    Returns the progres harian's id. Raises NotFoundError, Refused.
    """
    async with unit_of_work(aktor) as work:
        skp, row = await load_part(work, ProgresHarian, progres_id)
        rencana = await RencanaAksi.get(id=row.rencana_aksi_id)
        before = IsiProgres(**{one.name: getattr(row, one.name) for one in fields(IsiProgres)})
        after = replace(before, **changes).cleaned()
        await demand_allowed(work, skp, rencana, after, progres_id)
        await change(work, skp, row, **asdict(after))
    return progres_id
