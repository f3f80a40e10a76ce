"""Leave a periode open for longer."""

from datetime import date

from models.penilaian import PeriodePenilaian
from models.rules.aktor import Aktor
from models.rules.periode_penilaian import perpanjang_refusals
from models.rules.teks import LONG, clean, required
from resolvers.periode_penilaian.muat import NOUN, load_periode
from resolvers.unit_of_work import unit_of_work
from subscriptions.events import ACUAN, Event


async def perpanjang(
    aktor: Aktor, periode_id: int, batas_pengisian: date, alasan: str | None
) -> int:
    """Returns the periode's id. Raises NotFoundError, Refused."""
    alasan = clean(alasan)
    async with unit_of_work(aktor) as work:
        periode = await load_periode(work, periode_id)
        work.demand(
            perpanjang_refusals(periode.batas_pengisian, batas_pengisian),
            required(alasan, "alasan", "Alasan", LONG),
        )
        await PeriodePenilaian.filter(id=periode_id).update(batas_pengisian=batas_pengisian)
        work.events.append(Event(ACUAN, periode.instansi_id))
        await work.record(
            NOUN,
            periode_id,
            "PERPANJANG",
            alasan=alasan,
            dari={"batas_pengisian": periode.batas_pengisian},
            ke={"batas_pengisian": batas_pengisian},
        )
    return periode_id
