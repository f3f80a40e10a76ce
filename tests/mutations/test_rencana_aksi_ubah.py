"""rencanaAksiUbah: its text; the audit trail keeps what it was."""

import json

import pytest

from models.rules.alasan import KodeKesalahan
from models.rules.teks import LONG
from tests.buatan import berhasil, jejak, tolak_id_asal
from tests.dunia import Dunia
from tests.periode import hanya_pemilik, siapkan, tolak_masukan

pytestmark = pytest.mark.anyio

RENCANA_AKSI_UBAH = """
mutation ($id: ID!, $input: RencanaAksiUbahInput!) {
  rencanaAksiUbah(id: $id, input: $input) {
    rencanaAksi { id uraian } userErrors { code field message }
  }
}
"""
URAIAN = ["input", "uraian"]


async def test_the_text_changes_and_is_on_record(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    rencana, versi = await siap.rencana_aksi(), await siap.versi()
    for _ in range(2):  # the second time it is so already
        masukan = {"uraian": " Memeriksa berkas "}
        jawaban = await dunia.staf.minta(RENCANA_AKSI_UBAH, id=rencana, input=masukan)
        assert berhasil(jawaban)["rencanaAksi"] == {"id": rencana, "uraian": "Memeriksa berkas"}
        assert await siap.versi() == versi + 1
    last = (await jejak(siap.skp))[-1]
    assert last.aksi == "RENCANA_AKSI_UBAH"
    assert json.loads(last.dari or "") == {"rencanaAksiId": rencana, "uraian": "Menyusun berkas"}
    assert json.loads(last.ke or "") == {"rencanaAksiId": rencana, "uraian": "Memeriksa berkas"}


async def test_refusals(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    rencana, masukan = await siap.rencana_aksi(), {"uraian": "Lain"}
    await hanya_pemilik(siap, RENCANA_AKSI_UBAH, id=rencana, input=masukan)
    await tolak_masukan(
        dunia.staf,
        RENCANA_AKSI_UBAH,
        masukan,
        ({"uraian": " "}, [(KodeKesalahan.WAJIB_DIISI, URAIAN)]),
        ({"uraian": "x" * (LONG + 1)}, [(KodeKesalahan.TERLALU_PANJANG, URAIAN)]),
        id=rencana,
    )
    await tolak_id_asal(dunia.staf, RENCANA_AKSI_UBAH, "id", (siap.rhk,), input=masukan)
