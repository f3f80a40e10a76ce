"""Report that what is kept of oneself is wrong."""

from dataclasses import asdict, replace

from models.akun import Akun
from models.koreksi import Koreksi
from models.rules.aktor import Aktor
from models.rules.koreksi import USULAN_ATASAN, USULAN_UNOR, IsiKoreksi, ajukan_refusals
from models.rules.struktur import KeadaanPegawai, atasan_refusals, unor_aktif_refusals
from models.rules.teks import clean
from models.rules.vocabulary import JenisNotifikasi, Peran, StatusKoreksi
from models.scopes import sejawat
from resolvers.pegawai.muat import keadaan_seen
from resolvers.unit_of_work import UnitOfWork, now, unit_of_work
from resolvers.unor.muat import instansi_of, keadaan_unor


async def ajukan(aktor: Aktor, isi: IsiKoreksi) -> int:
    """Returns the new koreksi's id; the admins of his instansi are told. Raises NotFoundError for
    what he proposes and cannot see, Refused."""
    isi = replace(isi, uraian=clean(isi.uraian))
    async with unit_of_work(aktor) as work:
        await work.lock_pegawai(aktor.pegawai_id)
        await _demand(work, isi)
        koreksi = await Koreksi.create(
            **asdict(isi),
            pegawai_id=aktor.pegawai_id,
            status=StatusKoreksi.DIAJUKAN,
            diajukan=now(),
        )
        await work.record("koreksi", koreksi.id, "AJUKAN", ke=asdict(isi))
        admins = Akun.filter(
            peran=Peran.ADMIN_INSTANSI, instansi_id=aktor.instansi_id, aktif=True
        ).exclude(pegawai_id=aktor.pegawai_id)
        for admin in await admins.order_by("id"):
            told = JenisNotifikasi.KOREKSI_DIAJUKAN
            await work.tell(admin.pegawai_id, told, koreksi_id=koreksi.id)
    return koreksi.id


async def _demand(work: UnitOfWork, isi: IsiKoreksi) -> None:
    menunggu = await Koreksi.exists(
        pegawai_id=work.aktor.pegawai_id, jenis=isi.jenis, status=StatusKoreksi.DIAJUKAN
    )
    reasons = ajukan_refusals(isi, menunggu)
    oneself = KeadaanPegawai(work.aktor.pegawai_id, work.aktor.instansi_id, aktif=True)
    atasan = await keadaan_seen(work, isi.usulan_atasan_id, sejawat)
    reasons += atasan_refusals(oneself, atasan, USULAN_ATASAN)
    if isi.usulan_unor_id is not None:
        await instansi_of(work, isi.usulan_unor_id)  # he sees it
        reasons += unor_aktif_refusals(await keadaan_unor(isi.usulan_unor_id), USULAN_UNOR)
    work.demand(reasons)
