"""timKerjaAnggotaHapus: people leave a team, and its matrices."""

import pytest

from models.rules.alasan import KodeKesalahan
from tests.buatan import berhasil, buat, ditolak, ditolak_di_atas, tolak_id_asal
from tests.buatan_matriks import (
    ANGGOTA_HAPUS,
    buat_tim,
    jejak_tim,
    pegawai_ids,
    semua_matriks,
)
from tests.dunia import Dunia

pytestmark = pytest.mark.anyio

TIM_KERJA_ANGGOTA_HAPUS = """
mutation ($id: ID!, $input: TimKerjaAnggotaHapusInput!) {
  timKerjaAnggotaHapus(id: $id, input: $input) {
    timKerja { anggota { nodes { nama } } } userErrors { code field message }
  }
}
"""


async def test_they_leave_its_matrices_alone(dunia: Dunia) -> None:
    """Who is not in it is passed over."""
    for siapa in (dunia.kabag, dunia.staf, dunia.rekan, dunia.admin):
        await buat(siapa)
    tim_id = await buat_tim(dunia.kabag, dunia.staf, dunia.rekan, dunia.admin)
    masukan = {"anggotaIds": pegawai_ids(dunia.rekan, dunia.admin, dunia.kepala)}
    for _ in range(2):
        jawaban = await dunia.kabag.minta(TIM_KERJA_ANGGOTA_HAPUS, id=tim_id, input=masukan)
        assert berhasil(jawaban)["timKerja"]["anggota"]["nodes"] == [{"nama": "staf"}]
    assert await semua_matriks() == {("kabag", None): ["rekan", "staf"], ("kabag", "tim"): ["staf"]}
    assert [aksi for aksi, _ in await jejak_tim(tim_id)] == ["BUAT", "ANGGOTA_HAPUS"]


async def test_only_the_ketua(dunia: Dunia) -> None:
    tim_id = await buat_tim(dunia.kabag, dunia.staf)
    masukan = {"anggotaIds": pegawai_ids(dunia.staf)}
    for siapa in (dunia.staf, dunia.admin, dunia.super):
        jawaban = await siapa.minta(ANGGOTA_HAPUS, id=tim_id, input=masukan)
        ditolak(jawaban, (KodeKesalahan.BUKAN_KETUA, None))
    for siapa in (dunia.kabiro, dunia.rekan, dunia.asing):
        jawaban = await siapa.minta(ANGGOTA_HAPUS, id=tim_id, input=masukan)
        ditolak_di_atas(jawaban, "NOT_FOUND")
    await tolak_id_asal(dunia.kabag, ANGGOTA_HAPUS, "id", ("pegawai_1",), input=masukan)
    jawaban = await dunia.kabag.minta(ANGGOTA_HAPUS, id=tim_id, input={"anggotaIds": ["x"]})
    ditolak_di_atas(jawaban, "NOT_FOUND")
