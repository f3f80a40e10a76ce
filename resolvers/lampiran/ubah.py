"""Change the text of a lampiran of a draft SKP."""

from models.rules.aktor import Aktor
from models.rules.teks import LONG, clean, required
from models.skp import Lampiran
from resolvers.lampiran.muat import load_lampiran
from resolvers.skp.tulis import touch
from resolvers.unit_of_work import unit_of_work


async def ubah(aktor: Aktor, lampiran_id: int, uraian: str) -> int:
    """Returns the lampiran's id. Raises NotFoundError, Refused."""
    text = clean(uraian)
    async with unit_of_work(aktor) as work:
        lampiran = await load_lampiran(work, lampiran_id)
        work.demand(required(text, "uraian", "Uraian lampiran", LONG))
        before = lampiran.row.uraian
        if text != before:
            await Lampiran.filter(id=lampiran_id).update(uraian=text)
            await touch(lampiran.skp)
            dari, ke = ({"lampiran_id": lampiran_id, "uraian": each} for each in (before, text))
            await work.record("skp", lampiran.skp.id, "LAMPIRAN_UBAH", dari=dari, ke=ke)
    return lampiran_id
