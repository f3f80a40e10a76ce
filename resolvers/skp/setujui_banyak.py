"""Approve many SKP at once, each by itself (manual 5.1)."""

from collections.abc import Sequence

from models.errors import Refused
from models.rules.aktor import Aktor
from models.rules.banyak import skp_refusals
from resolvers.satu_per_satu import Hasil, satu_per_satu
from resolvers.skp.setujui import setujui


async def setujui_banyak(aktor: Aktor, skp_ids: Sequence[int]) -> list[Hasil[int]]:
    """A result for each, in order. An id 0 is none. Raises Refused."""
    if reasons := skp_refusals(len(skp_ids), "ids"):
        raise Refused(*reasons)
    return await satu_per_satu(setujui(aktor, skp_id) for skp_id in skp_ids)
