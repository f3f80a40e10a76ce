"""matriksPegawaiHapus: a row is taken out of a matrix again."""

import json

import pytest

from models.rules.alasan import KodeKesalahan
from tests.buatan import (
    berhasil,
    buat,
    ditolak,
    ditolak_di_atas,
    jejak,
    tolak_id_asal,
)
from tests.buatan_matriks import MATRIKS_HAPUS, buat_tim, keterlibatan, matriks, semua_matriks
from tests.dunia import Dunia

pytestmark = pytest.mark.anyio

MATRIKS_PEGAWAI_HAPUS = """
mutation ($id: ID!, $skpId: ID!) {
  matriksPegawaiHapus(id: $id, input: {skpId: $skpId}) {
    matriks { id jumlahBaris } userErrors { code field message }
  }
}
"""


async def test_a_row_is_taken_out_of_this_matrix_alone(dunia: Dunia) -> None:
    atas, staf = await buat(dunia.kabag), await buat(dunia.staf)
    await buat_tim(dunia.kabag, dunia.staf)
    id_ = await matriks(atas)
    assert await keterlibatan(dunia.staf) == 2
    payload = berhasil(await dunia.kabag.minta(MATRIKS_PEGAWAI_HAPUS, id=id_, skpId=staf))
    assert payload["matriks"] == {"id": id_, "jumlahBaris": 0}
    assert await semua_matriks() == {("kabag", None): [], ("kabag", "tim"): ["staf"]}
    catatan = (await jejak(atas))[-1]
    assert (catatan.aksi, catatan.pelaku_id) == ("MATRIKS_PEGAWAI_HAPUS", dunia.kabag.pegawai.id)
    assert json.loads(catatan.dari or "") == {"skpId": staf, "timKerjaId": None}
    catatan = (await jejak(staf))[-1]
    assert (catatan.aksi, catatan.pelaku_id) == ("MATRIKS_PEGAWAI_HAPUS", dunia.kabag.pegawai.id)
    assert json.loads(catatan.dari or "") == {"matriksId": id_, "timKerjaId": None}
    await buat(dunia.rekan)  # others come, and the row stays away
    assert (await semua_matriks())["kabag", None] == ["rekan"]


async def test_every_refusal(dunia: Dunia) -> None:
    atas, staf = await buat(dunia.kabag), await buat(dunia.staf)
    lain, asing = await buat(dunia.admin), await buat(dunia.asing)
    id_ = await matriks(atas)
    sebelum = await semua_matriks()
    jawaban = await dunia.kabag.minta(MATRIKS_HAPUS, id=id_, skpId=lain)
    ditolak(jawaban, (KodeKesalahan.SKP_TIDAK_SESUAI, ["input", "skpId"]))
    for siapa in (dunia.admin, dunia.super):
        jawaban = await siapa.minta(MATRIKS_HAPUS, id=id_, skpId=staf)
        ditolak(jawaban, (KodeKesalahan.BUKAN_PIMPINAN, None))
    for siapa in (dunia.kabiro, dunia.staf, dunia.asing):
        ditolak_di_atas(await siapa.minta(MATRIKS_HAPUS, id=id_, skpId=staf), "NOT_FOUND")
    ditolak_di_atas(await dunia.kabag.minta(MATRIKS_HAPUS, id=id_, skpId=asing), "NOT_FOUND")
    await tolak_id_asal(dunia.kabag, MATRIKS_HAPUS, "id", (atas,), skpId=staf)
    assert await semua_matriks() == sebelum
