"""progresHarianTambah: what was done on a day, for a rencana aksi."""

import asyncio
import json
from datetime import timedelta

import pytest

from models.rules.alasan import KodeKesalahan
from models.rules.pelaksanaan import SATUAN
from models.rules.teks import LONG
from models.rules.vocabulary import StatusJabatan
from tests.buatan import SULIT, ajukan, berhasil, buat, isi_lengkap, jejak, setujui, tolak_id_asal
from tests.dunia import Dunia
from tests.periode import (
    AKHIR,
    AWAL,
    BESOK,
    KEMARIN,
    hanya_pemilik,
    progres,
    siapkan,
    tolak_masukan,
)

pytestmark = pytest.mark.anyio

PROGRES_HARIAN_TAMBAH = """
mutation ($id: ID!, $input: ProgresHarianTambahInput!) {
  progresHarianTambah(rencanaAksiId: $id, input: $input) {
    progresHarian {
      id tanggal jamMulai jamSelesai kegiatan realisasi satuan tautan
      rencanaAksi { id jumlahRealisasi satuan progresTerakhir }
    }
    userErrors { code field message }
  }
}
"""


def _di(field: str, kode: KodeKesalahan) -> list[tuple[KodeKesalahan, list[str]]]:
    return [(kode, ["input", field])]


async def test_it_adds_up(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    rencana, versi = await siap.rencana_aksi(), await siap.versi()
    for jam, kegiatan in enumerate(SULIT):
        hours = {"jamMulai": f"{jam:02}:00", "jamSelesai": f"{jam + 1:02}:00"}
        masukan = progres(kegiatan=f" {kegiatan} ", tautan=" https://a.go.id ", **hours)
        jawaban = await dunia.staf.minta(PROGRES_HARIAN_TAMBAH, id=rencana, input=masukan)
        made = berhasil(jawaban)["progresHarian"]
        progres_id, sums = made.pop("id"), made.pop("rencanaAksi")
        isi = progres(kegiatan=kegiatan.strip(), tautan="https://a.go.id", **hours)
        assert made == isi
        assert sums == {
            "id": rencana,
            "jumlahRealisasi": 3 * (jam + 1),
            "satuan": "berkas",
            "progresTerakhir": KEMARIN.isoformat(),
        }
    assert await siap.versi() == versi + len(SULIT)
    last = (await jejak(siap.skp))[-1]
    assert (last.aksi, last.pelaku_id) == ("PROGRES_HARIAN_TAMBAH", dunia.staf.pegawai.id)
    assert json.loads(last.ke or "") == {
        "progresHarianId": progres_id,
        "rencanaAksiId": rencana,
        **isi,
    }


async def test_refusals(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    rencana = await siap.rencana_aksi()
    await hanya_pemilik(siap, PROGRES_HARIAN_TAMBAH, id=rencana, input=progres())
    await tolak_id_asal(dunia.staf, PROGRES_HARIAN_TAMBAH, "id", (siap.rhk,), input=progres())
    await siap.progres(rencana)
    lain = {"jamMulai": "10:00", "jamSelesai": "11:00"}
    await tolak_masukan(
        dunia.staf,
        PROGRES_HARIAN_TAMBAH,
        progres(**lain),
        ({"tanggal": BESOK.isoformat()}, _di("tanggal", KodeKesalahan.TANGGAL_DI_LUAR_PERIODE)),
        (
            {"tanggal": (KEMARIN - timedelta(days=366)).isoformat()},
            _di("tanggal", KodeKesalahan.TANGGAL_DI_LUAR_PERIODE),
        ),
        ({"jamMulai": "9:00"}, _di("jamMulai", KodeKesalahan.JAM_TIDAK_SAH)),
        ({"jamSelesai": "10:00"}, _di("jamSelesai", KodeKesalahan.JAM_TIDAK_SAH)),
        ({"jamMulai": "09:59"}, _di("jamMulai", KodeKesalahan.JAM_TUMPANG_TINDIH)),
        ({"realisasi": -1}, _di("realisasi", KodeKesalahan.ANGKA_TIDAK_SAH)),
        ({"satuan": "lembar"}, _di("satuan", KodeKesalahan.SATUAN_TIDAK_SAMA)),
        ({"satuan": " "}, _di("satuan", KodeKesalahan.WAJIB_DIISI)),
        ({"kegiatan": "x" * (LONG + 1)}, _di("kegiatan", KodeKesalahan.TERLALU_PANJANG)),
        ({"tautan": "a.go.id"}, _di("tautan", KodeKesalahan.TAUTAN_TIDAK_SAH)),
        (
            {"kegiatan": "", "satuan": "x" * (SATUAN + 1), "jamMulai": "x", "jamSelesai": "24:00"},
            [
                *_di("jamMulai", KodeKesalahan.JAM_TIDAK_SAH),
                *_di("jamSelesai", KodeKesalahan.JAM_TIDAK_SAH),
                *_di("kegiatan", KodeKesalahan.WAJIB_DIISI),
                *_di("satuan", KodeKesalahan.TERLALU_PANJANG),
                *_di("satuan", KodeKesalahan.SATUAN_TIDAK_SAMA),
            ],
        ),
        id=rencana,
    )
    berhasil(await dunia.staf.minta(PROGRES_HARIAN_TAMBAH, id=rencana, input=progres(**lain)))


async def test_two_tabs_add_what_overlaps(dunia: Dunia) -> None:
    """Whichever comes first stands; in one SKP, and across two SKP of the person."""
    siap = await siapkan(dunia)
    satu, siap.rhk = await siap.rencana_aksi(), await _rhk_of_another_skp(dunia)
    dua = await siap.rencana_aksi()
    for jam, rencana in (("08", (satu, satu, satu)), ("18", (satu, dua, satu))):
        hours = [{"jamMulai": f"{jam}:0{n}", "jamSelesai": f"{jam}:30"} for n in range(3)]
        jawaban = await asyncio.gather(
            *(
                dunia.staf.minta(PROGRES_HARIAN_TAMBAH, id=id_, input=progres(**one))
                for id_, one in zip(rencana, hours, strict=True)
            )
        )
        errors = [error for one in jawaban for error in one.user_errors()]
        assert errors == [KodeKesalahan.JAM_TUMPANG_TINDIH] * 2


async def _rhk_of_another_skp(dunia: Dunia) -> str:
    """Of the same person and year, as PLT."""
    skp_id = await buat(dunia.staf, (AWAL, AKHIR), status_jabatan=StatusJabatan.PLT)
    rhk_id = await isi_lengkap(dunia.staf, skp_id)
    await ajukan(dunia.staf, skp_id)
    await setujui(dunia.kabag, skp_id)
    return rhk_id
