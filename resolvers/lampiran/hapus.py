"""Remove a lampiran from a draft SKP."""

from models.rules.aktor import Aktor
from models.skp import Lampiran
from resolvers.lampiran.muat import load_lampiran
from resolvers.skp.tulis import touch
from resolvers.unit_of_work import unit_of_work


async def hapus(aktor: Aktor, lampiran_id: int) -> int:
    """Returns the id of the SKP it was in. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        lampiran = await load_lampiran(work, lampiran_id)
        await Lampiran.filter(id=lampiran_id).delete()
        await touch(lampiran.skp)
        dari = {"lampiran_id": lampiran_id, "uraian": lampiran.row.uraian}
        await work.record("skp", lampiran.skp.id, "LAMPIRAN_HAPUS", dari=dari)
    return lampiran.skp.id
