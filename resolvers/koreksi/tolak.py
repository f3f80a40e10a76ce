"""Reject a koreksi, and say why."""

from models.rules.aktor import Aktor
from models.rules.teks import LONG, clean, required
from models.rules.vocabulary import StatusKoreksi
from resolvers.koreksi.putuskan import load_koreksi, putuskan
from resolvers.unit_of_work import unit_of_work


async def tolak(aktor: Aktor, koreksi_id: int, tanggapan: str) -> int:
    """Returns the koreksi's id. Raises NotFoundError, Refused."""
    answer = clean(tanggapan)
    async with unit_of_work(aktor) as work:
        koreksi, _ = await load_koreksi(work, koreksi_id)
        work.demand(required(answer, "tanggapan", "Tanggapan", LONG))
        await putuskan(work, koreksi, StatusKoreksi.DITOLAK, "TOLAK", answer)
    return koreksi_id
