"""timKerjaUbah: a team gets another name."""

import pytest

from models.rules.alasan import KodeKesalahan
from tests.buatan import berhasil, ditolak, ditolak_di_atas, tolak_id_asal
from tests.buatan_matriks import buat_tim, jejak_tim
from tests.dunia import Dunia

pytestmark = pytest.mark.anyio

TIM_KERJA_UBAH = """
mutation ($id: ID!, $input: TimKerjaUbahInput!) {
  timKerjaUbah(id: $id, input: $input) { timKerja { nama } userErrors { code field message } }
}
"""


async def test_a_name_changes_or_stays(dunia: Dunia) -> None:
    tim_id = await buat_tim(dunia.kabag, dunia.staf, nama="satu")
    for masukan, nama in (({"nama": " dua "}, "dua"), ({"nama": "dua"}, "dua"), ({}, "dua")):
        payload = berhasil(await dunia.kabag.minta(TIM_KERJA_UBAH, id=tim_id, input=masukan))
        assert payload["timKerja"] == {"nama": nama}
    assert [aksi for aksi, _ in await jejak_tim(tim_id)] == ["BUAT", "UBAH"]


async def test_every_refusal(dunia: Dunia) -> None:
    tim_id = await buat_tim(dunia.kabag, dunia.staf, nama="satu")
    await buat_tim(dunia.kabag, nama="dua")
    nama = ["input", "nama"]
    for teks, kode in (
        ("", KodeKesalahan.WAJIB_DIISI),
        ("x" * 201, KodeKesalahan.TERLALU_PANJANG),
        ("dua", KodeKesalahan.SUDAH_ADA),
    ):
        jawaban = await dunia.kabag.minta(TIM_KERJA_UBAH, id=tim_id, input={"nama": teks})
        ditolak(jawaban, (kode, nama))
    jawaban = await dunia.kabag.minta(TIM_KERJA_UBAH, id=tim_id, input={"nama": None})
    ditolak_di_atas(jawaban, "BAD_INPUT")
    masukan = {"nama": "tiga"}
    for siapa in (dunia.staf, dunia.admin, dunia.super):
        jawaban = await siapa.minta(TIM_KERJA_UBAH, id=tim_id, input=masukan)
        ditolak(jawaban, (KodeKesalahan.BUKAN_KETUA, None))
    for siapa in (dunia.kabiro, dunia.rekan, dunia.asing):
        jawaban = await siapa.minta(TIM_KERJA_UBAH, id=tim_id, input=masukan)
        ditolak_di_atas(jawaban, "NOT_FOUND")
    await tolak_id_asal(dunia.kabag, TIM_KERJA_UBAH, "id", ("tim_kerja_1",), input=masukan)
