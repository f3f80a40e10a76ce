"""Add an eviden to an RHK in a periode (manual 6.1.2)."""

from dataclasses import asdict

from models.pelaksanaan import Eviden
from models.rules.aktor import Aktor
from models.rules.batas import Batas, batas_refusals
from models.rules.vocabulary import AksiPenilaian
from resolvers.eviden.isi import IsiEviden, isi_refusals
from resolvers.pelaksanaan.muat import open_periode
from resolvers.pelaksanaan.tulis import add
from resolvers.rhk.muat import find_rhk
from resolvers.unit_of_work import unit_of_work


async def tambah(aktor: Aktor, rhk_id: int, periode_id: int, isi: IsiEviden) -> int:
    """Returns the new eviden's id. Raises NotFoundError, Refused."""
    isi = isi.cleaned()
    async with unit_of_work(aktor) as work:
        skp = (await find_rhk(work, rhk_id)).skp
        await open_periode(work, skp, periode_id, AksiPenilaian.ISI_EVIDEN, rhk_id)
        place = {"rhk_id": rhk_id, "periode_id": periode_id}
        present = await Eviden.filter(**place).count()
        work.demand(isi_refusals(isi), batas_refusals(Batas.EVIDEN, present))
        return await add(work, skp, Eviden, **place, **asdict(isi))
