"""Reports of wrong data that wait in the demo, and who is told of them; runs inside the demo's
transaction."""

from models.database import execute, execute_many, fetch
from models.rules.vocabulary import JenisKoreksi, JenisNotifikasi, Peran, StatusKoreksi
from resolvers.demo.akun import AkunDemo
from resolvers.unit_of_work import now

LAPORAN = (
    (JenisKoreksi.PEJABAT_PENILAI, "Atasan langsung saya sudah berganti sejak bulan lalu."),
    (JenisKoreksi.UNOR, "Saya sudah dipindahkan ke bagian lain, tetapi datanya belum."),
    (JenisKoreksi.JABATAN, "Jabatan fungsional saya sudah naik jenjang."),
)


async def tulis_koreksi(accounts: list[AkunDemo]) -> None:
    """One of each kind, by people who can log in, of different instansi where there are."""
    bawahan = [account.nip for account in accounts if account.nip_atasan]
    chosen = bawahan[:: max(1, len(bawahan) // len(LAPORAN))]
    ids = {row["nip"]: row["id"] for row in await fetch("SELECT id, nip FROM pegawai")}
    await execute_many(
        "INSERT INTO koreksi (pegawai_id, jenis, uraian, status, diajukan)"
        " VALUES ($1, $2, $3, $4, $5)",
        [
            (ids[nip], jenis.value, uraian, StatusKoreksi.DIAJUKAN.value, now())
            for nip, (jenis, uraian) in zip(chosen, LAPORAN, strict=False)
        ],
    )
    await execute(
        "INSERT INTO notifikasi (pegawai_id, jenis, koreksi_id, pelaku_id, waktu)"
        " SELECT admin.pegawai_id, $1, koreksi.id, pelapor.id, koreksi.diajukan FROM koreksi"
        " JOIN pegawai pelapor ON pelapor.id = koreksi.pegawai_id"
        " JOIN akun admin ON admin.peran = $2 AND admin.instansi_id = pelapor.instansi_id"
        " ORDER BY koreksi.id, admin.id",
        [JenisNotifikasi.KOREKSI_DIAJUKAN.value, Peran.ADMIN_INSTANSI.value],
    )
