"""skpSalin: a new draft with what stands in another SKP of one's own."""

import json
from datetime import date

import pytest

from models.counters import differences
from models.organisasi import Unor
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import (
    JenisLampiran,
    JenisRhk,
    KlasifikasiRhk,
    Pendekatan,
    Perspektif,
    StatusJabatan,
    StatusSkp,
)
from tests.buatan import (
    TAHUN,
    ajukan,
    baris_skp,
    berhasil,
    buat,
    buat_berstatus,
    ditolak,
    ditolak_di_atas,
    hitungan,
    jejak,
    tambah_indikator,
    tambah_lampiran,
    tambah_rhk,
    tolak_id_asal,
)
from tests.buatan_matriks import buat_tim, keterlibatan, semua_matriks
from tests.dunia import Dunia

pytestmark = pytest.mark.anyio

SKP_SALIN = """
mutation ($id: ID!, $input: SkpSalinInput!) {
  skpSalin(id: $id, input: $input) {
    skp {
      id status pendekatan statusJabatan periodeAwal pejabatPenilai { nama }
      rhk {
        jenis klasifikasi uraian penugasanDari urutan rhkAtasan { id }
        indikator { uraian target perspektif aspek urutan }
      }
      lampiran { jenis uraian urutan }
    }
    userErrors { code field message }
  }
}
"""
MASUKAN = {"periodeAwal": f"{TAHUN}-01-01", "periodeAkhir": f"{TAHUN}-12-31"}
DAHULU = (date(TAHUN - 1, 1, 1), date(TAHUN - 1, 12, 31))
INDIKATOR = {
    "uraian": "Berkas selesai",
    "target": "100 berkas",
    "perspektif": Perspektif.PROSES_BISNIS,
    "aspek": None,
    "urutan": 1,
}


async def test_everything_in_it_is_copied(dunia: Dunia) -> None:
    """In its order, though the numbers have gaps; and the source stays as it is."""
    await buat(dunia.kabiro)
    await buat_tim(dunia.kabiro, dunia.kabag)
    asal = await buat(dunia.kabag, DAHULU)
    lepas, pertama, kedua = [
        await tambah_rhk(dunia.kabag, asal, jenis, uraian=teks, penugasanDari="Kepala")
        for jenis, teks in (
            (JenisRhk.UTAMA, "lepas"),
            (JenisRhk.UTAMA, "satu"),
            (JenisRhk.TAMBAHAN, "dua"),
        )
    ]
    hapus = "mutation ($id: ID!) { rhkHapus(id: $id) { userErrors { code } } }"
    berhasil(await dunia.kabag.minta(hapus, id=lepas))
    klasifikasi = (
        "mutation ($id: ID!) {"
        " rhkUbah(id: $id, input: {klasifikasi: ORGANISASI}) { userErrors { code } } }"
    )
    berhasil(await dunia.kabag.minta(klasifikasi, id=kedua))
    for rhk_id in (kedua, pertama):
        await tambah_indikator(dunia.kabag, rhk_id)
    await tambah_indikator(dunia.kabag, kedua, uraian="Lain", target=None, aspek="WAKTU")
    for jenis in JenisLampiran:
        await tambah_lampiran(dunia.kabag, asal, jenis, uraian=f"isi {jenis}")
    sebelum = await baris_skp(asal)

    payload = berhasil(await dunia.kabag.minta(SKP_SALIN, id=asal, input=MASUKAN))

    skp = payload["skp"]
    baru = skp.pop("id")
    rhk = {"klasifikasi": None, "penugasanDari": "Kepala", "rhkAtasan": None}
    lain = {**INDIKATOR, "uraian": "Lain", "target": None, "aspek": "WAKTU", "urutan": 2}
    satu = {"jenis": JenisRhk.UTAMA, "uraian": "satu", "urutan": 1, "indikator": [INDIKATOR]}
    dua = {
        "jenis": JenisRhk.TAMBAHAN,
        "uraian": "dua",
        "urutan": 2,
        "klasifikasi": KlasifikasiRhk.ORGANISASI,
        "indikator": [INDIKATOR, lain],
    }
    lampiran = [
        {"jenis": jenis, "uraian": f"isi {jenis}", "urutan": urutan}
        for urutan, jenis in enumerate(JenisLampiran, start=1)
    ]
    assert sorted(skp.pop("lampiran"), key=lambda one: one["urutan"]) == lampiran
    assert skp == {
        "status": StatusSkp.DRAFT,
        "pendekatan": Pendekatan.KUANTITATIF,
        "statusJabatan": StatusJabatan.DEFINITIF,
        "periodeAwal": f"{TAHUN}-01-01",
        "pejabatPenilai": {"nama": "kabiro"},
        "rhk": [rhk | satu, rhk | dua],
    }
    assert await baris_skp(asal) == sebelum
    [catatan] = await jejak(baru)
    assert (catatan.aksi, catatan.pelaku_id) == ("SALIN", dunia.kabag.pegawai.id)
    assert json.loads(catatan.ke or "")["asalId"] == asal
    assert await hitungan(dunia.bagian.id) == (1, 0, 0)
    assert await keterlibatan(dunia.kabag) == 2
    assert await semua_matriks() == {
        ("kabiro", None): ["kabag"],
        ("kabiro", "tim"): ["kabag"],
        ("kabag", None): [],
    }


async def test_what_may_no_longer_be_chosen_is_left_empty(dunia: Dunia) -> None:
    """An RHK atasan of another time, a klasifikasi of who leads no more; in any status."""
    atasan = await tambah_rhk(dunia.kabiro, await buat(dunia.kabiro))
    asal = await buat(dunia.kabag, pendekatan=Pendekatan.KUALITATIF)
    rhk_id = await tambah_rhk(
        dunia.kabag, asal, klasifikasi=KlasifikasiRhk.INDIVIDU, rhkAtasanId=atasan
    )
    await tambah_indikator(dunia.kabag, rhk_id, target=None, perspektif=None)
    await ajukan(dunia.kabag, asal)
    plt = MASUKAN | {"statusJabatan": StatusJabatan.PLT}
    skp = berhasil(await dunia.kabag.minta(SKP_SALIN, id=asal, input=plt))["skp"]
    assert skp["pendekatan"] == Pendekatan.KUALITATIF
    assert skp["rhk"][0]["rhkAtasan"] == {"id": atasan}
    assert skp["rhk"][0]["klasifikasi"] == KlasifikasiRhk.INDIVIDU
    await Unor.filter(id=dunia.bagian.id).update(pimpinan_id=None)
    depan = {"periodeAwal": f"{TAHUN + 1}-01-01", "periodeAkhir": f"{TAHUN + 1}-12-31"}
    skp = berhasil(await dunia.kabag.minta(SKP_SALIN, id=asal, input=depan))["skp"]
    assert (skp["rhk"][0]["rhkAtasan"], skp["rhk"][0]["klasifikasi"]) == (None, None)
    assert await differences() == []


async def test_every_refusal(dunia: Dunia) -> None:
    asal = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    akhir = ["input", "periodeAkhir"]
    for masukan, kode, field in (
        ({}, KodeKesalahan.PERIODE_TUMPANG_TINDIH, ["input", "periodeAwal"]),
        ({"periodeAkhir": f"{TAHUN}-01-01"}, KodeKesalahan.PERIODE_TERBALIK, akhir),
        ({"periodeAkhir": f"{TAHUN + 1}-01-01"}, KodeKesalahan.PERIODE_LINTAS_TAHUN, akhir),
    ):
        plt = {"statusJabatan": StatusJabatan.PLT} if masukan else {}
        jawaban = await dunia.staf.minta(SKP_SALIN, id=asal, input=MASUKAN | plt | masukan)
        ditolak(jawaban, (kode, field))
    for siapa in (dunia.kabag, dunia.admin, dunia.super):
        jawaban = await siapa.minta(SKP_SALIN, id=asal, input=MASUKAN)
        ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))
    for siapa in (dunia.rekan, dunia.asing):
        ditolak_di_atas(await siapa.minta(SKP_SALIN, id=asal, input=MASUKAN), "NOT_FOUND")
    await tolak_id_asal(dunia.staf, SKP_SALIN, "id", ("rhk_1",), input=MASUKAN)
    assert await hitungan(dunia.bagian.id) == (0, 1, 0)
