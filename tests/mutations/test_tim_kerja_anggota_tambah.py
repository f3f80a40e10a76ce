"""timKerjaAnggotaTambah: people come into a team, and their SKP into its matrices."""

import asyncio

import pytest

from models.organisasi import Pegawai, Unor
from models.rules.alasan import KodeKesalahan
from tests.buatan import (
    SKP_BUAT,
    berhasil,
    buat,
    ditolak,
    ditolak_di_atas,
    masukan_skp,
    tolak_id_asal,
)
from tests.buatan_matriks import (
    ANGGOTA_TAMBAH,
    MATRIKS_HAPUS,
    buat_tim,
    jejak_tim,
    matriks,
    pegawai_ids,
    semua_matriks,
)
from tests.dunia import Dunia

pytestmark = pytest.mark.anyio

TIM_KERJA_ANGGOTA_TAMBAH = """
mutation ($id: ID!, $input: TimKerjaAnggotaTambahInput!) {
  timKerjaAnggotaTambah(id: $id, input: $input) {
    timKerja { anggota { nodes { nama } } } userErrors { code field message }
  }
}
"""


async def test_they_come_with_their_skp(dunia: Dunia) -> None:
    """Who was in it already stays as he is: a row that was taken out stays out."""
    atas, staf = await buat(dunia.kabiro), await buat(dunia.staf)
    tim_id = await buat_tim(dunia.kabiro, dunia.staf)
    of_tim = await matriks(atas, tim_id)
    berhasil(await dunia.kabiro.minta(MATRIKS_HAPUS, id=of_tim, skpId=staf))
    await buat(dunia.rekan)
    masukan = {"anggotaIds": pegawai_ids(dunia.rekan, dunia.staf, dunia.admin, dunia.rekan)}
    for _ in range(2):
        jawaban = await dunia.kabiro.minta(TIM_KERJA_ANGGOTA_TAMBAH, id=tim_id, input=masukan)
        nama = [satu["nama"] for satu in berhasil(jawaban)["timKerja"]["anggota"]["nodes"]]
        assert nama == ["admin", "rekan", "staf"]
    assert await semua_matriks() == {("kabiro", None): [], ("kabiro", "tim"): ["rekan"]}
    assert [aksi for aksi, _ in await jejak_tim(tim_id)] == ["BUAT", "ANGGOTA_TAMBAH"]


async def test_every_refusal(dunia: Dunia) -> None:
    tim_id = await buat_tim(dunia.kabag, dunia.staf)
    await Pegawai.filter(id=dunia.rekan.pegawai.id).update(aktif=False)
    anggota = ["input", "anggotaIds"]
    masukan = {"anggotaIds": pegawai_ids(dunia.rekan, dunia.kabag, dunia.admin)}
    jawaban = await dunia.kabag.minta(ANGGOTA_TAMBAH, id=tim_id, input=masukan)
    ditolak(
        jawaban,
        (KodeKesalahan.PEGAWAI_TIDAK_SESUAI, anggota),
        (KodeKesalahan.PEGAWAI_TIDAK_AKTIF, anggota),
    )
    masukan = {"anggotaIds": pegawai_ids(dunia.admin)}
    for siapa in (dunia.staf, dunia.admin, dunia.super):
        jawaban = await siapa.minta(ANGGOTA_TAMBAH, id=tim_id, input=masukan)
        ditolak(jawaban, (KodeKesalahan.BUKAN_KETUA, None))
    for siapa in (dunia.kabiro, dunia.asing):
        jawaban = await siapa.minta(ANGGOTA_TAMBAH, id=tim_id, input=masukan)
        ditolak_di_atas(jawaban, "NOT_FOUND")
    for ids in (pegawai_ids(dunia.asing), ["pegawai_999999"], ["x"]):
        jawaban = await dunia.kabag.minta(ANGGOTA_TAMBAH, id=tim_id, input={"anggotaIds": ids})
        ditolak_di_atas(jawaban, "NOT_FOUND")
    await tolak_id_asal(dunia.kabag, ANGGOTA_TAMBAH, "id", ("pegawai_1",), input=masukan)
    many = {"anggotaIds": [f"pegawai_{key}" for key in range(1, 202)]}
    jawaban = await dunia.kabag.minta(ANGGOTA_TAMBAH, id=tim_id, input=many)
    ditolak(jawaban, (KodeKesalahan.TERLALU_PANJANG, anggota))
    await Unor.filter(id=dunia.bagian.id).update(pimpinan_id=None)  # he leads nothing any more
    jawaban = await dunia.kabag.minta(ANGGOTA_TAMBAH, id=tim_id, input=masukan)
    ditolak(jawaban, (KodeKesalahan.BUKAN_PIMPINAN, None))


async def test_while_they_make_their_skp(dunia: Dunia) -> None:
    await buat(dunia.kabiro)
    tim_id = await buat_tim(dunia.kabiro)
    baru = (dunia.staf, dunia.rekan, dunia.admin)
    asks = [{"anggotaIds": pegawai_ids(*some)} for some in (baru[:2], baru[1:])]
    answers = await asyncio.gather(
        dunia.kabiro.minta(ANGGOTA_TAMBAH, id=tim_id, input=asks[0]),
        *(siapa.minta(SKP_BUAT, input=masukan_skp()) for siapa in baru),
        dunia.kabiro.minta(ANGGOTA_TAMBAH, id=tim_id, input=asks[1]),
    )
    for answer in answers:
        berhasil(answer)
    assert (await semua_matriks())["kabiro", "tim"] == ["admin", "rekan", "staf"]
