"""evidenUbah: its name, its link, or both."""

import json

import pytest

from models.rules.alasan import KodeKesalahan
from tests.buatan import berhasil, ditolak_di_atas, jejak, tolak_id_asal
from tests.dunia import Dunia
from tests.periode import hanya_pemilik, siapkan, tolak_masukan

pytestmark = pytest.mark.anyio

EVIDEN_UBAH = """
mutation ($id: ID!, $input: EvidenUbahInput!) {
  evidenUbah(id: $id, input: $input) { eviden { nama tautan } userErrors { code field message } }
}
"""


async def test_what_is_not_named_stays(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    await siap.rencana_aksi()
    eviden, versi = await siap.eviden(), await siap.versi()
    isi = {"nama": "Berkas", "tautan": "https://a.go.id/1"}
    for changes in ({}, {"nama": " Berkas "}, {"nama": "Lain"}, {"tautan": "https://b.go.id"}):
        before, isi = isi, isi | {name: text.strip() for name, text in changes.items()}
        jawaban = await dunia.staf.minta(EVIDEN_UBAH, id=eviden, input=changes)
        assert berhasil(jawaban)["eviden"] == isi
        versi += before != isi
        assert await siap.versi() == versi
    last = (await jejak(siap.skp))[-1]
    assert last.aksi == "EVIDEN_UBAH"
    assert json.loads(last.dari or "") == {"evidenId": eviden, **before}
    assert json.loads(last.ke or "") == {"evidenId": eviden, **isi}


async def test_refusals(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    await siap.rencana_aksi()
    eviden = await siap.eviden()
    await hanya_pemilik(siap, EVIDEN_UBAH, id=eviden, input={"nama": "Lain"})
    await tolak_masukan(
        dunia.staf,
        EVIDEN_UBAH,
        {},
        ({"nama": " "}, [(KodeKesalahan.WAJIB_DIISI, ["input", "nama"])]),
        ({"tautan": "ftp://a.go.id"}, [(KodeKesalahan.TAUTAN_TIDAK_SAH, ["input", "tautan"])]),
        id=eviden,
    )
    for nama in ("nama", "tautan"):
        jawaban = await dunia.staf.minta(EVIDEN_UBAH, id=eviden, input={nama: None})
        ditolak_di_atas(jawaban, "BAD_INPUT")
    await tolak_id_asal(dunia.staf, EVIDEN_UBAH, "id", (siap.rhk,), input={"nama": "Lain"})
