"""Take a pegawai in (manual 2: Manajemen Pegawai)."""

from dataclasses import asdict

from models.counters import shares_of
from models.organisasi import Pegawai
from models.rules.aktor import Aktor
from models.rules.struktur import UNOR, unor_aktif_refusals
from resolvers.pegawai.isi import IsiPegawai, isi_refusals
from resolvers.unit_of_work import unit_of_work
from resolvers.unor.muat import keadaan_unor, load_unor


async def buat(aktor: Aktor, unor_id: int, isi: IsiPegawai) -> int:
    """Returns the new pegawai's id. Raises NotFoundError, Refused."""
    isi = isi.cleaned()
    async with unit_of_work(aktor) as work:
        unor = await load_unor(work, unor_id)
        work.demand(await isi_refusals(isi), unor_aktif_refusals(await keadaan_unor(unor.id), UNOR))
        pegawai = await Pegawai.create(**asdict(isi), unor_id=unor.id, instansi_id=unor.instansi_id)
        work.moves.update(await shares_of([pegawai.id]))
        await work.record("pegawai", pegawai.id, "BUAT", ke={**asdict(isi), "unor_id": unor.id})
    return pegawai.id
