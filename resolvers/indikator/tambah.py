"""Add an indikator to an RHK of a draft SKP (manual 3.1, 3.2, 4)."""

from dataclasses import asdict

from models.database import fetch_value
from models.rules.aktor import Aktor
from models.rules.batas import Batas, batas_refusals
from models.skp import Indikator
from resolvers.indikator.isi import IsiIndikator, isi_refusals
from resolvers.rhk.muat import load_rhk
from resolvers.skp.tulis import touch
from resolvers.unit_of_work import unit_of_work


async def tambah(aktor: Aktor, rhk_id: int, isi: IsiIndikator) -> int:
    """Returns the new indikator's id; it stands last. Raises NotFoundError, Refused."""
    isi = isi.cleaned()
    async with unit_of_work(aktor) as work:
        rhk = await load_rhk(work, rhk_id)
        present = await Indikator.filter(rhk_id=rhk_id).count()
        work.demand(
            isi_refusals(rhk.skp.keadaan.pendekatan, isi), batas_refusals(Batas.INDIKATOR, present)
        )
        last = await fetch_value("SELECT max(urutan) FROM indikator WHERE rhk_id = $1", [rhk_id])
        indikator = await Indikator.create(rhk_id=rhk_id, urutan=(last or 0) + 1, **asdict(isi))
        await touch(rhk.skp)
        ke = {"rhk_id": rhk_id, "indikator_id": indikator.id, **asdict(isi)}
        await work.record("skp", rhk.skp.id, "INDIKATOR_TAMBAH", ke=ke)
    return indikator.id
