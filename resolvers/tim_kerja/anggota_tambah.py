"""Add people to a tim kerja."""

from collections.abc import Collection

from models.memimpin import is_pimpinan
from models.organisasi import Pegawai
from models.rules.aktor import Aktor
from models.rules.banyak import anggota_refusals as banyak_refusals
from models.rules.tim_kerja import anggota_refusals, pembuat_refusals
from resolvers.tim_kerja.anggota import put_in
from resolvers.tim_kerja.muat import anggota_of, load_calon, load_tim
from resolvers.unit_of_work import unit_of_work


async def anggota_tambah(aktor: Aktor, tim_id: int, pegawai_ids: Collection[int]) -> int:
    """Who is in it already stays. Returns the team's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        work.demand(banyak_refusals(len(pegawai_ids)))
        await load_tim(work, tim_id)  # before anybody is held up
        await work.lock_pegawai(aktor.pegawai_id, *pegawai_ids)
        tim = await load_tim(work, tim_id)
        baru = set(pegawai_ids) - await anggota_of(tim_id)
        calon = await load_calon(aktor, baru)
        ketua = await Pegawai.get(id=tim.ketua_id)
        work.demand(
            pembuat_refusals(await is_pimpinan(ketua.id, ketua.jenis_jabatan)),
            anggota_refusals(ketua.id, ketua.instansi_id, calon),
        )
        if baru:
            await put_in(work, tim_id, baru)
            await work.record("timkerja", tim_id, "ANGGOTA_TAMBAH", ke={"anggota": sorted(baru)})
    return tim_id
