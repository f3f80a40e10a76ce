"""Add an RHK to a draft SKP (manual 3.1, 4)."""

from dataclasses import asdict

from models.database import fetch_value
from models.rules.aktor import Aktor
from models.rules.batas import Batas, batas_refusals
from models.rules.vocabulary import AksiSkp
from models.skp import Rhk
from resolvers.rhk.isi import IsiRhk, isi_refusals
from resolvers.skp.tulis import LockedSkp, load_for, touch
from resolvers.unit_of_work import UnitOfWork, unit_of_work


async def tambah(aktor: Aktor, skp_id: int, isi: IsiRhk) -> int:
    """Returns the new RHK's id; it stands last. Raises NotFoundError, Refused."""
    isi = isi.cleaned()
    async with unit_of_work(aktor) as work:
        skp = await load_for(work, skp_id, AksiSkp.UBAH)
        work.demand(await isi_refusals(skp, isi))
        return await add(work, skp, isi)


async def add(work: UnitOfWork, skp: LockedSkp, isi: IsiRhk, pembagi_id: int | None = None) -> int:
    """Write an RHK that was let pass, unless there are enough; the id of it. `pembagi_id` is the
    pimpinan who handed it out. Raises Refused."""
    work.demand(batas_refusals(Batas.RHK, await Rhk.filter(skp_id=skp.id).count()))
    last = await fetch_value("SELECT max(urutan) FROM rhk WHERE skp_id = $1", [skp.id])
    rhk = await Rhk.create(
        skp_id=skp.id, urutan=(last or 0) + 1, pembagi_id=pembagi_id, **asdict(isi)
    )
    await touch(skp)
    await work.record("skp", skp.id, "RHK_TAMBAH", ke={"rhk_id": rhk.id, **asdict(isi)})
    return rhk.id
