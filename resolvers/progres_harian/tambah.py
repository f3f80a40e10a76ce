"""Note what was done on a day for a rencana aksi."""

from dataclasses import asdict

from models.pelaksanaan import ProgresHarian, RencanaAksi
from models.rules.aktor import Aktor
from resolvers.pelaksanaan.tulis import add
from resolvers.progres_harian.isi import IsiProgres, demand_allowed
from resolvers.skp.bagian import load_part
from resolvers.unit_of_work import unit_of_work


async def tambah(aktor: Aktor, rencana_aksi_id: int, isi: IsiProgres) -> int:
    """Returns the new progres harian's id. Raises NotFoundError, Refused."""
    isi = isi.cleaned()
    async with unit_of_work(aktor) as work:
        skp, rencana = await load_part(work, RencanaAksi, rencana_aksi_id)
        await demand_allowed(work, skp, rencana, isi)
        return await add(work, skp, ProgresHarian, rencana_aksi_id=rencana_aksi_id, **asdict(isi))
