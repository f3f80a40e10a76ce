"""progresHarianUbah: any part of it, by the rules of a new one."""

import json
from typing import Any

import pytest

from models.rules.alasan import KodeKesalahan
from tests.buatan import berhasil, ditolak_di_atas, jejak, tolak_id_asal
from tests.dunia import Dunia
from tests.periode import BESOK, HARI_INI, TAHUN_INI, hanya_pemilik, progres, siapkan, tolak_masukan

pytestmark = pytest.mark.anyio

PROGRES_HARIAN_UBAH = """
mutation ($id: ID!, $input: ProgresHarianUbahInput!) {
  progresHarianUbah(id: $id, input: $input) {
    progresHarian { tanggal jamMulai jamSelesai kegiatan realisasi satuan tautan }
    userErrors { code field message }
  }
}
"""


async def test_what_is_not_named_stays(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    tautan = "https://a.go.id"
    id_ = await siap.progres(await siap.rencana_aksi(), tautan=tautan)
    isi, versi = progres(tautan=tautan), await siap.versi()
    steps: list[dict[str, Any]] = [
        {},
        {"jamMulai": "08:00"},
        {"jamMulai": "09:00"},  # it does not overlap with itself
        {"satuan": "lembar", "realisasi": 0},  # the only one may change its satuan
        {"kegiatan": "Menulis", "jamSelesai": "23:59"},
        {"tautan": None},
    ]
    if HARI_INI.year == TAHUN_INI:
        steps.append({"tanggal": HARI_INI.isoformat()})
    for changes in steps:
        before, isi = isi, isi | changes
        jawaban = await dunia.staf.minta(PROGRES_HARIAN_UBAH, id=id_, input=changes)
        assert berhasil(jawaban)["progresHarian"] == isi
        versi += before != isi
        assert await siap.versi() == versi
    last = (await jejak(siap.skp))[-1]
    assert last.aksi == "PROGRES_HARIAN_UBAH"
    assert json.loads(last.dari or "") == {"progresHarianId": id_, **before}
    assert json.loads(last.ke or "") == {"progresHarianId": id_, **isi}


async def test_refusals(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    rencana = await siap.rencana_aksi()
    await siap.progres(rencana)
    id_ = await siap.progres(rencana, jamMulai="10:00", jamSelesai="11:00")
    await hanya_pemilik(siap, PROGRES_HARIAN_UBAH, id=id_, input={"realisasi": 4})
    await tolak_masukan(
        dunia.staf,
        PROGRES_HARIAN_UBAH,
        {},
        (
            {"tanggal": BESOK.isoformat()},
            [(KodeKesalahan.TANGGAL_DI_LUAR_PERIODE, ["input", "tanggal"])],
        ),
        ({"jamMulai": "09:30"}, [(KodeKesalahan.JAM_TUMPANG_TINDIH, ["input", "jamMulai"])]),
        ({"satuan": "lembar"}, [(KodeKesalahan.SATUAN_TIDAK_SAMA, ["input", "satuan"])]),
        ({"kegiatan": " "}, [(KodeKesalahan.WAJIB_DIISI, ["input", "kegiatan"])]),
        id=id_,
    )
    for nama in set(progres()) - {"tautan"}:
        jawaban = await dunia.staf.minta(PROGRES_HARIAN_UBAH, id=id_, input={nama: None})
        ditolak_di_atas(jawaban, "BAD_INPUT")
    await tolak_id_asal(dunia.staf, PROGRES_HARIAN_UBAH, "id", (rencana,), input={})
