"""Say what an indikator came to in a periode (manual 6.1.2)."""

from models.pelaksanaan import Realisasi
from models.rules.aktor import Aktor
from models.rules.teks import LONG, SHORT, clean, required
from models.rules.vocabulary import AksiPenilaian
from models.skp import Indikator
from resolvers.pelaksanaan.muat import open_periode
from resolvers.pelaksanaan.tulis import settle
from resolvers.skp.bagian import load_part
from resolvers.unit_of_work import unit_of_work


async def tetapkan(
    aktor: Aktor,
    indikator_id: int,
    periode_id: int,
    realisasi: str | None,
    sumber_data: str | None,
) -> int:
    """Without `realisasi` what was said is removed.

    Returns the indikator's id. Raises NotFoundError, Refused.
    """
    place = {"indikator_id": indikator_id, "periode_id": periode_id}
    async with unit_of_work(aktor) as work:
        skp, indikator = await load_part(work, Indikator, indikator_id)
        aksi = AksiPenilaian.ISI_REALISASI
        await open_periode(work, skp, periode_id, aksi, indikator.rhk_id)
        values = None
        if realisasi is not None:
            values = {"realisasi": clean(realisasi), "sumber_data": clean(sumber_data)}
            work.demand(
                required(values["realisasi"], "realisasi", "Realisasi", LONG),
                required(values["sumber_data"], "sumberData", "Sumber data", SHORT),
            )
        await settle(work, skp, Realisasi, place, values)
    return indikator_id
