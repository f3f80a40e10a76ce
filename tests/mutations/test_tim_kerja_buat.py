"""timKerjaBuat: whoever leads makes a team of people of his instansi."""

import pytest

from models.organisasi import Pegawai, Unor
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import Peran
from tests.buatan import (
    AJUKAN,
    RHK_TAMBAH,
    ajukan,
    berhasil,
    buat,
    ditolak,
    ditolak_di_atas,
    tambah_indikator,
    tambah_rhk,
)
from tests.buatan_matriks import TIM_BUAT, buat_tim, jejak_tim, masukan_tim, semua_matriks
from tests.dunia import Dunia, beri_peran, minta

pytestmark = pytest.mark.anyio

TIM_KERJA_BUAT = """
mutation ($input: TimKerjaBuatInput!) {
  timKerjaBuat(input: $input) {
    timKerja {
      id nama tahun jumlahAnggota ketua { nama } anggota { nodes { nama } }
      matriks { jumlahBaris }
    }
    userErrors { code field message }
  }
}
"""
RHK_UBAH = """
mutation ($id: ID!, $atasan: ID) {
  rhkUbah(id: $id, input: {rhkAtasanId: $atasan}) {
    rhk { rhkAtasan { id } } userErrors { code }
  }
}
"""
ANGGOTA = ["input", "anggotaIds"]


async def test_a_team_and_its_matrix(dunia: Dunia) -> None:
    """Of people anywhere in the instansi; those who have an SKP stand in its matrix at once."""
    await buat(dunia.kabag)
    await buat(dunia.admin)
    masukan = masukan_tim(dunia.admin, dunia.kepala, dunia.admin, nama="  Tim  ")
    payload = berhasil(await dunia.kabag.minta(TIM_KERJA_BUAT, input=masukan))
    tim_id = payload["timKerja"].pop("id")
    assert payload["timKerja"] == {
        "nama": "Tim",
        "tahun": 2026,
        "jumlahAnggota": 2,
        "ketua": {"nama": "kabag"},
        "anggota": {"nodes": [{"nama": "admin"}, {"nama": "kepala"}]},
        "matriks": [{"jumlahBaris": 1}],
    }
    assert await semua_matriks() == {("kabag", None): [], ("kabag", "Tim"): ["admin"]}
    assert await jejak_tim(tim_id) == [("BUAT", dunia.kabag.pegawai.id)]
    anggota = f'{{ timkerja: timKerja(id: "{tim_id}") {{ nama }} }}'
    assert (await dunia.admin.minta(anggota)).payload() == {"nama": "Tim"}
    ditolak_di_atas(await dunia.staf.minta(anggota), "NOT_FOUND")
    await buat_tim(dunia.kabiro, dunia.staf, nama="Tim")  # another ketua's, and a JPT
    await buat_tim(dunia.kabag, nama="Tim", tahun=2025)


async def test_members_intervene_the_ketuas_rhk(dunia: Dunia) -> None:
    kolom = await tambah_rhk(dunia.kabiro, await buat(dunia.kabiro))
    staf = await buat(dunia.staf)
    tolak = {"jenis": "UTAMA", "uraian": "x", "rhkAtasanId": kolom}
    jawaban = await dunia.staf.minta(RHK_TAMBAH, skpId=staf, input=tolak)
    ditolak(jawaban, (KodeKesalahan.RHK_ATASAN_TIDAK_SESUAI, ["input", "rhkAtasanId"]))
    await buat_tim(dunia.kabiro, dunia.staf, tahun=2025)
    jawaban = await dunia.staf.minta(RHK_TAMBAH, skpId=staf, input=tolak)
    ditolak(jawaban, (KodeKesalahan.RHK_ATASAN_TIDAK_SESUAI, ["input", "rhkAtasanId"]))
    await buat_tim(dunia.kabiro, dunia.staf)
    lepas = await tambah_rhk(dunia.staf, staf)
    await tambah_indikator(dunia.staf, lepas)
    wajib = f'{{ skp(id: "{staf}") {{ formulir {{ intervensi }} }} }}'
    assert (await dunia.staf.minta(wajib)).payload()["formulir"] == {"intervensi": False}
    await tambah_rhk(dunia.kabag, await buat(dunia.kabag))  # only now there is one of his atasan's
    assert (await dunia.staf.minta(wajib)).payload()["formulir"] == {"intervensi": True}
    jawaban = await dunia.staf.minta(AJUKAN, id=staf)
    ditolak(jawaban, (KodeKesalahan.RHK_UTAMA_TANPA_INTERVENSI, None))
    payload = berhasil(await dunia.staf.minta(RHK_UBAH, id=lepas, atasan=kolom))
    assert payload["rhk"]["rhkAtasan"] == {"id": kolom}
    await ajukan(dunia.staf, staf)


async def test_every_refusal(dunia: Dunia) -> None:
    await buat_tim(dunia.kabag)
    pensiun = dunia.rekan.pegawai.id
    await Pegawai.filter(id=pensiun).update(aktif=False)
    nama = ["input", "nama"]
    for masukan, *alasan in (
        (masukan_tim(nama=" "), (KodeKesalahan.WAJIB_DIISI, nama)),
        (masukan_tim(nama="x" * 201), (KodeKesalahan.TERLALU_PANJANG, nama)),
        (masukan_tim(nama=" tim "), (KodeKesalahan.SUDAH_ADA, nama)),
        (masukan_tim(tahun=1989), (KodeKesalahan.ANGKA_TIDAK_SAH, ["input", "tahun"])),
        (masukan_tim(tahun=2101), (KodeKesalahan.ANGKA_TIDAK_SAH, ["input", "tahun"])),
        (
            masukan_tim(dunia.kabag, dunia.rekan, dunia.staf, nama="lain"),
            (KodeKesalahan.PEGAWAI_TIDAK_SESUAI, ANGGOTA),
            (KodeKesalahan.PEGAWAI_TIDAK_AKTIF, ANGGOTA),
        ),
    ):
        ditolak(await dunia.kabag.minta(TIM_BUAT, input=masukan), *alasan)
    for siapa in (dunia.staf, dunia.admin):
        jawaban = await siapa.minta(TIM_BUAT, input=masukan_tim())
        ditolak(jawaban, (KodeKesalahan.BUKAN_PIMPINAN, None))
    for anggota in ([f"pegawai_{dunia.asing.pegawai.id}"], ["pegawai_999999"], ["x"], ["skp_1"]):
        masukan = masukan_tim(nama="lain") | {"anggotaIds": anggota}
        ditolak_di_atas(await dunia.kabag.minta(TIM_BUAT, input=masukan), "NOT_FOUND")
    ditolak_di_atas(await minta(None, TIM_BUAT, input=masukan_tim()), "UNAUTHENTICATED")
    await beri_peran(dunia.kabag, Peran.SUPER_ADMIN)
    jawaban = await dunia.kabag.minta(TIM_BUAT, input=masukan_tim(dunia.asing, nama="lain"))
    ditolak(jawaban, (KodeKesalahan.LINTAS_INSTANSI, ANGGOTA))
    await Unor.filter(id=dunia.bagian.id).update(aktif=False)  # who leads a closed unor leads none
    jawaban = await dunia.kabag.minta(TIM_BUAT, input=masukan_tim(nama="lain"))
    ditolak(jawaban, (KodeKesalahan.BUKAN_PIMPINAN, None))
