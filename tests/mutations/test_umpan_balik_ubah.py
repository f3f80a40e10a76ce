"""umpanBalikUbah: by whoever gave it."""

import json

import pytest

from models.rules.alasan import KodeKesalahan
from models.rules.teks import LONG
from models.rules.vocabulary import StatusSkp
from tests.buatan import berhasil, ditolak, ditolak_di_atas, jejak, tolak_id_asal
from tests.dunia import Dunia
from tests.periode import isi_periode, siapkan, tolak_masukan

pytestmark = pytest.mark.anyio

UMPAN_BALIK_UBAH = """
mutation ($id: ID!, $input: UmpanBalikUbahInput!) {
  umpanBalikUbah(id: $id, input: $input) {
    umpanBalik { id uraian } userErrors { code field message }
  }
}
"""
URAIAN = ["input", "uraian"]


async def test_whoever_gave_it_changes_it(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    for pemberi in (dunia.kabag, dunia.rekan):
        id_ = await siap.umpan_balik(pemberi)
        versi = await siap.versi()
        for _ in range(2):  # the second time it is so already
            jawaban = await pemberi.minta(UMPAN_BALIK_UBAH, id=id_, input={"uraian": " Teliti "})
            assert berhasil(jawaban)["umpanBalik"] == {"id": id_, "uraian": "Teliti"}
            assert await siap.versi() == versi + 1
        last = (await jejak(siap.skp))[-1]
        assert (last.aksi, last.pelaku_id) == ("UMPAN_BALIK_UBAH", pemberi.pegawai.id)
        assert json.loads(last.dari or "")["uraian"] == "Bagus"
        assert json.loads(last.ke or "")["umpanBalikId"] == id_


async def test_refusals(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    id_, masukan = await siap.umpan_balik(dunia.rekan), {"uraian": "Lain"}
    before = await isi_periode()
    for siapa in (dunia.staf, dunia.kabag, dunia.admin, dunia.super):
        jawaban = await siapa.minta(UMPAN_BALIK_UBAH, id=id_, input=masukan)
        ditolak(jawaban, (KodeKesalahan.BUKAN_PEMBERI, None))
    for siapa in (dunia.kepala, dunia.asing):
        jawaban = await siapa.minta(UMPAN_BALIK_UBAH, id=id_, input=masukan)
        ditolak_di_atas(jawaban, "NOT_FOUND")
    await siap.berstatus(StatusSkp.DRAFT)
    jawaban = await dunia.rekan.minta(UMPAN_BALIK_UBAH, id=id_, input=masukan)
    ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))
    await siap.berstatus(StatusSkp.PERSETUJUAN)
    assert await isi_periode() == before
    await tolak_masukan(
        dunia.rekan,
        UMPAN_BALIK_UBAH,
        masukan,
        ({"uraian": " "}, [(KodeKesalahan.WAJIB_DIISI, URAIAN)]),
        ({"uraian": "x" * (LONG + 1)}, [(KodeKesalahan.TERLALU_PANJANG, URAIAN)]),
        id=id_,
    )
    await tolak_id_asal(dunia.rekan, UMPAN_BALIK_UBAH, "id", (siap.skp,), input=masukan)
