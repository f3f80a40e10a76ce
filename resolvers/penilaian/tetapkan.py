"""Rate an SKP in a periode (manual 6.2.1)."""

from collections.abc import Mapping
from dataclasses import replace

from models.penilaian import Penilaian
from models.rules.aktor import Aktor
from models.rules.predikat import nilai_refusals
from models.rules.vocabulary import JenisNotifikasi, Rating
from resolvers.penilaian.muat import Dinilai, Lembar, Nilai, load_to_rate, touched
from resolvers.unit_of_work import UnitOfWork, unit_of_work


async def tetapkan(aktor: Aktor, lembar: Lembar, ratings: Mapping[str, Rating]) -> Lembar:
    """`ratings` holds hasil_kerja, perilaku or both; one that is missing stays as it was.

    Raises NotFoundError, Refused.
    """
    async with unit_of_work(aktor) as work:
        dinilai = await load_to_rate(work, lembar)
        work.demand(nilai_refusals(ratings))
        before = dinilai.nilai
        after = replace(before, **ratings)
        if after != before:
            await _write(work, dinilai, after)
            # The periode stands in `ke` alone, so that it shows as a part of what was done.
            ke = {"periode_id": lembar.periode_id, **after.columns}
            dari = before.columns
            await work.record("skp", lembar.skp_id, "PENILAIAN_TETAPKAN", dari=dari, ke=ke)
            if after.predikat not in (None, before.predikat):
                jenis = JenisNotifikasi.SKP_DINILAI
                await work.tell(dinilai.pemilik_id, jenis, lembar.skp_id)
    return lembar


async def _write(work: UnitOfWork, dinilai: Dinilai, nilai: Nilai) -> None:
    row = dinilai.row or Penilaian(**dinilai.lembar._asdict())
    row.update_from_dict(nilai.columns)
    async with work.counting(dinilai.pemilik_id):
        await row.save()
    await touched(work, dinilai)
