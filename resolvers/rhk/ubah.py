"""Change an RHK of a draft SKP."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from models.rules.aktor import Aktor
from models.skp import Rhk
from resolvers.rhk.isi import IsiRhk, isi_refusals
from resolvers.rhk.muat import load_rhk
from resolvers.skp.tulis import touch
from resolvers.unit_of_work import unit_of_work


async def ubah(aktor: Aktor, rhk_id: int, changes: Mapping[str, Any]) -> int:
    """`changes` holds fields of IsiRhk; one that is missing stays, None empties it.

    Returns the RHK's id. Raises NotFoundError, Refused.
    """
    async with unit_of_work(aktor) as work:
        rhk = await load_rhk(work, rhk_id)
        before = _isi(rhk.row)
        after = replace(before, **changes).cleaned()
        work.demand(await isi_refusals(rhk.skp, after, before))
        if after != before:
            await Rhk.filter(id=rhk_id).update(**asdict(after), **_of_whom(before, after))
            await touch(rhk.skp)
            dari, ke = ({"rhk_id": rhk_id, **asdict(isi)} for isi in (before, after))
            await work.record("skp", rhk.skp.id, "RHK_UBAH", dari=dari, ke=ke)
    return rhk_id


def _of_whom(before: IsiRhk, after: IsiRhk) -> dict[str, None]:
    """What the owner writes himself is nobody's who handed it out: that one reads no draft."""
    texts = [(isi.uraian, isi.penugasan_dari) for isi in (before, after)]
    return {} if texts[0] == texts[1] else {"pembagi_id": None}


def _isi(row: Rhk) -> IsiRhk:
    return IsiRhk(row.jenis, row.uraian, row.klasifikasi, row.penugasan_dari, row.rhk_atasan_id)
