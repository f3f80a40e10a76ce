"""Make a tim kerja (manual 5.1)."""

from collections.abc import Collection
from dataclasses import dataclass

from models.memimpin import is_pimpinan
from models.organisasi import Pegawai
from models.rules.aktor import Aktor
from models.rules.banyak import anggota_refusals as banyak_refusals
from models.rules.periode import tahun_refusals
from models.rules.teks import clean
from models.rules.tim_kerja import (
    anggota_refusals,
    nama_refusals,
    pembuat_refusals,
)
from models.tim_kerja import TimKerja
from resolvers.tim_kerja.anggota import put_in
from resolvers.tim_kerja.muat import is_taken, load_calon
from resolvers.unit_of_work import unit_of_work


@dataclass(frozen=True)
class TimBaru:
    """What the ketua chooses."""

    nama: str
    tahun: int
    anggota: Collection[int]


async def buat(aktor: Aktor, baru: TimBaru) -> int:
    """Returns the new team's id. Raises NotFoundError, Refused."""
    nama, anggota = clean(baru.nama), set(baru.anggota)
    async with unit_of_work(aktor) as work:
        ketua = await Pegawai.get(id=aktor.pegawai_id)
        leads = pembuat_refusals(await is_pimpinan(ketua.id, ketua.jenis_jabatan))
        work.demand(leads, banyak_refusals(len(anggota)))  # before anybody is held up
        await work.lock_pegawai(aktor.pegawai_id, *anggota)
        ketua = await Pegawai.get(id=aktor.pegawai_id)
        calon = await load_calon(aktor, anggota)
        work.demand(
            pembuat_refusals(await is_pimpinan(ketua.id, ketua.jenis_jabatan)),
            nama_refusals(nama, await is_taken(nama, ketua.id, baru.tahun)),
            tahun_refusals(baru.tahun),
            anggota_refusals(ketua.id, ketua.instansi_id, calon),
        )
        tim = await TimKerja.create(ketua_id=ketua.id, tahun=baru.tahun, nama=nama)
        await put_in(work, tim.id, anggota)
        ke = {"nama": nama, "tahun": baru.tahun, "anggota": sorted(anggota)}
        await work.record("timkerja", tim.id, "BUAT", ke=ke)
    return tim.id
