"""progresHarianHapus: the sums of its rencana aksi follow."""

import json

import pytest

from tests.buatan import berhasil, jejak, tolak_id_asal
from tests.dunia import Dunia
from tests.periode import hanya_pemilik, progres, siapkan

pytestmark = pytest.mark.anyio

PROGRES_HARIAN_HAPUS = """
mutation ($id: ID!) {
  progresHarianHapus(id: $id) {
    rencanaAksi { id jumlahRealisasi satuan progresTerakhir } userErrors { code field message }
  }
}
"""


async def test_it_goes_and_is_on_record(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    rencana = await siap.rencana_aksi()
    id_, versi = await siap.progres(rencana), await siap.versi()
    await hanya_pemilik(siap, PROGRES_HARIAN_HAPUS, id=id_)
    await tolak_id_asal(dunia.staf, PROGRES_HARIAN_HAPUS, "id", (rencana,))
    payload = berhasil(await dunia.staf.minta(PROGRES_HARIAN_HAPUS, id=id_))
    nothing = {"jumlahRealisasi": 0, "satuan": None, "progresTerakhir": None}
    assert payload["rencanaAksi"] == {"id": rencana, **nothing}
    assert await siap.versi() == versi + 1
    last = (await jejak(siap.skp))[-1]
    assert (last.aksi, last.pelaku_id) == ("PROGRES_HARIAN_HAPUS", dunia.staf.pegawai.id)
    wanted = {"progresHarianId": id_, "rencanaAksiId": rencana, "tautan": None, **progres()}
    assert json.loads(last.dari or "") == wanted
