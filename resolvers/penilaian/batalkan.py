"""Take the rating of an SKP in a periode back, so that it may be reopened, with a reason."""

from models.rules.aktor import Aktor
from models.rules.teks import LONG, clean, required
from models.rules.vocabulary import JenisNotifikasi
from resolvers.penilaian.muat import Lembar, load_to_rate, touched
from resolvers.unit_of_work import unit_of_work


async def batalkan(aktor: Aktor, lembar: Lembar, alasan: str) -> Lembar:
    """Nothing happens to an SKP that is not rated there, so that repeating is safe.

    Raises NotFoundError, Refused.
    """
    reason = clean(alasan)
    async with unit_of_work(aktor) as work:
        dinilai = await load_to_rate(work, lembar)
        work.demand(required(reason, "alasan", "Alasan", LONG))
        if dinilai.row:
            async with work.counting(dinilai.pemilik_id):
                await dinilai.row.delete()
            await touched(work, dinilai)
            dari = {"periode_id": lembar.periode_id, **dinilai.nilai.columns}
            await work.record("skp", lembar.skp_id, "PENILAIAN_BATALKAN", alasan=reason, dari=dari)
            jenis = JenisNotifikasi.PENILAIAN_DIBATALKAN
            await work.tell(dinilai.pemilik_id, jenis, lembar.skp_id, reason)
    return lembar
