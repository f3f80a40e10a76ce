"""Take the rating of an SKP in a periode back, so that it may be reopened."""

from models.rules.aktor import Aktor
from resolvers.penilaian.muat import Lembar, load_to_rate, touched
from resolvers.unit_of_work import unit_of_work


async def batalkan(aktor: Aktor, lembar: Lembar) -> Lembar:
    """Nothing happens to an SKP that is not rated there, so that repeating is safe.

    Raises NotFoundError, Refused.
    """
    async with unit_of_work(aktor) as work:
        dinilai = await load_to_rate(work, lembar)
        if dinilai.row:
            async with work.counting(dinilai.pemilik_id):
                await dinilai.row.delete()
            await touched(work, dinilai)
            dari = {"periode_id": lembar.periode_id, **dinilai.nilai.columns}
            await work.record("skp", lembar.skp_id, "PENILAIAN_BATALKAN", dari=dari)
    return lembar
