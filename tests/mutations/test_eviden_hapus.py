"""evidenHapus: it goes; the audit trail keeps what it was."""

import json

import pytest

from tests.buatan import berhasil, jejak, tolak_id_asal
from tests.dunia import Dunia
from tests.periode import hanya_pemilik, siapkan

pytestmark = pytest.mark.anyio

EVIDEN_HAPUS = """
mutation ($id: ID!) {
  evidenHapus(id: $id) { rhk { id eviden { id } } userErrors { code field message } }
}
"""


async def test_it_goes_and_is_on_record(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    await siap.rencana_aksi()
    pertama, kedua, versi = await siap.eviden(), await siap.eviden(), await siap.versi()
    await hanya_pemilik(siap, EVIDEN_HAPUS, id=pertama)
    await tolak_id_asal(dunia.staf, EVIDEN_HAPUS, "id", (siap.rhk,))
    payload = berhasil(await dunia.staf.minta(EVIDEN_HAPUS, id=pertama))
    assert payload["rhk"] == {"id": siap.rhk, "eviden": [{"id": kedua}]}
    assert await siap.versi() == versi + 1
    last = (await jejak(siap.skp))[-1]
    assert (last.aksi, last.pelaku_id) == ("EVIDEN_HAPUS", dunia.staf.pegawai.id)
    assert json.loads(last.dari or "") == {
        "evidenId": pertama,
        "nama": "Berkas",
        "periodeId": siap.periode,
        "rhkId": siap.rhk,
        "tautan": "https://a.go.id/1",
    }
