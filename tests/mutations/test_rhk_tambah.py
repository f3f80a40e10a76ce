"""rhkTambah: a result is added to a draft, maybe under one of the atasan's."""

import json

import pytest

from models.rules.alasan import KodeKesalahan
from models.rules.teks import LONG, SHORT
from models.rules.vocabulary import JenisJabatan, JenisRhk, KlasifikasiRhk, StatusSkp
from tests.buatan import (
    SEMESTER_1,
    SEMESTER_2,
    baris_skp,
    berhasil,
    buat,
    buat_berstatus,
    ditolak,
    ditolak_di_atas,
    jejak,
    potret,
    tambah_rhk,
    tolak_id_asal,
)
from tests.dunia import Dunia, minta, orang, pimpin, unor

pytestmark = pytest.mark.anyio

RHK_TAMBAH = """
mutation ($skpId: ID!, $input: RhkTambahInput!) {
  rhkTambah(skpId: $skpId, input: $input) {
    rhk {
      id jenis klasifikasi uraian penugasanDari urutan skp { id } rhkAtasan { id }
      indikator { id } rhkBawahan { id }
    }
    userErrors { code field message }
  }
}
"""
MASUKAN = {"jenis": JenisRhk.UTAMA, "uraian": "Layanan selesai tepat waktu"}


async def test_the_first_one(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    masukan = {**MASUKAN, "uraian": "  Layanan  ", "penugasanDari": "Kepala biro"}
    payload = berhasil(await dunia.staf.minta(RHK_TAMBAH, skpId=skp_id, input=masukan))
    rhk_id = payload["rhk"].pop("id")
    assert payload["rhk"] == {
        "jenis": JenisRhk.UTAMA,
        "klasifikasi": None,
        "uraian": "Layanan",
        "penugasanDari": "Kepala biro",
        "urutan": 1,
        "skp": {"id": skp_id},
        "rhkAtasan": None,
        "indikator": [],
        "rhkBawahan": [],
    }
    assert (await baris_skp(skp_id))["versi"] == 2
    catatan = (await jejak(skp_id))[-1]
    assert (catatan.aksi, catatan.pelaku_id) == ("RHK_TAMBAH", dunia.staf.pegawai.id)
    assert json.loads(catatan.ke or "")["uraian"] == "Layanan"
    assert json.loads(catatan.ke or "")["rhkId"] == rhk_id


async def test_the_next_one_stands_last(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    for urutan, jenis in enumerate((JenisRhk.UTAMA, JenisRhk.TAMBAHAN, JenisRhk.UTAMA), start=1):
        masukan = MASUKAN | {"jenis": jenis}
        payload = berhasil(await dunia.staf.minta(RHK_TAMBAH, skpId=skp_id, input=masukan))
        assert payload["rhk"]["urutan"] == urutan
    assert (await baris_skp(skp_id))["versi"] == 4


async def test_intervenes_an_rhk_of_the_pejabat_penilai_at_once(dunia: Dunia) -> None:
    atas = await tambah_rhk(dunia.kabag, await buat(dunia.kabag))
    skp_id = await buat(dunia.staf)
    masukan = MASUKAN | {"rhkAtasanId": atas}
    payload = berhasil(await dunia.staf.minta(RHK_TAMBAH, skpId=skp_id, input=masukan))
    assert payload["rhk"]["rhkAtasan"] == {"id": atas}


async def test_only_candidates_are_intervened(dunia: Dunia) -> None:
    """Not the atasan's atasan's, a colleague's, one's own, another period's, nor none at all."""
    skp_id = await buat(dunia.staf, SEMESTER_1)
    lain = (
        await tambah_rhk(dunia.kabag, await buat(dunia.kabag, SEMESTER_2)),
        await tambah_rhk(dunia.kabiro, await buat(dunia.kabiro)),
        await tambah_rhk(dunia.rekan, await buat(dunia.rekan)),
        await tambah_rhk(dunia.asing, await buat(dunia.asing)),
        await tambah_rhk(dunia.staf, skp_id),
        "rhk_999999",
    )
    sebelum = await potret()
    for rhk_id in lain:
        masukan = MASUKAN | {"rhkAtasanId": rhk_id}
        jawaban = await dunia.staf.minta(RHK_TAMBAH, skpId=skp_id, input=masukan)
        ditolak(jawaban, (KodeKesalahan.RHK_ATASAN_TIDAK_SESUAI, ["input", "rhkAtasanId"]))
    assert await potret() == sebelum


async def test_an_rhk_atasan_that_is_no_rhk_is_not_found(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    for id_ in ("x", "", skp_id, "rhk_", "rhk_１"):
        jawaban = await dunia.staf.minta(
            RHK_TAMBAH, skpId=skp_id, input=MASUKAN | {"rhkAtasanId": id_}
        )
        ditolak_di_atas(jawaban, "NOT_FOUND")


async def test_klasifikasi_is_for_jpt_and_pimpinan(dunia: Dunia) -> None:
    masukan = MASUKAN | {"klasifikasi": KlasifikasiRhk.ORGANISASI}
    sebelah = await unor(dunia.instansi, "staf ahli", dunia.akar)
    jpt_tanpa_unor = await orang("staf ahli", sebelah, JenisJabatan.JPT_MADYA)
    await pimpin(sebelah, dunia.rekan)
    for siapa in (dunia.kepala, dunia.kabag, jpt_tanpa_unor, dunia.rekan):
        skp_id = await buat(siapa)
        payload = berhasil(await siapa.minta(RHK_TAMBAH, skpId=skp_id, input=masukan))
        assert payload["rhk"]["klasifikasi"] == KlasifikasiRhk.ORGANISASI
    skp_id = await buat(dunia.staf)
    for klasifikasi in KlasifikasiRhk:
        masukan = MASUKAN | {"klasifikasi": klasifikasi}
        jawaban = await dunia.staf.minta(RHK_TAMBAH, skpId=skp_id, input=masukan)
        ditolak(jawaban, (KodeKesalahan.KLASIFIKASI_TIDAK_BERLAKU, ["input", "klasifikasi"]))


async def test_text_is_there_and_fits(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    sebelum = await potret()
    for kosong in ("", "  ", "\n", "\x00"):
        jawaban = await dunia.staf.minta(
            RHK_TAMBAH, skpId=skp_id, input=MASUKAN | {"uraian": kosong}
        )
        ditolak(jawaban, (KodeKesalahan.WAJIB_DIISI, ["input", "uraian"]))
    for nama, panjang in (("uraian", LONG), ("penugasanDari", SHORT)):
        masukan = MASUKAN | {nama: "é" * (panjang + 1)}
        jawaban = await dunia.staf.minta(RHK_TAMBAH, skpId=skp_id, input=masukan)
        ditolak(jawaban, (KodeKesalahan.TERLALU_PANJANG, ["input", nama]))
    assert await potret() == sebelum
    pas = MASUKAN | {"uraian": "é" * LONG, "penugasanDari": "🙂" * SHORT}
    berhasil(await dunia.staf.minta(RHK_TAMBAH, skpId=skp_id, input=pas))


async def test_every_reason_is_named_at_once(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    masukan = {
        "jenis": JenisRhk.UTAMA,
        "uraian": "",
        "penugasanDari": "x" * (SHORT + 1),
        "klasifikasi": KlasifikasiRhk.INDIVIDU,
        "rhkAtasanId": "rhk_999999",
    }
    jawaban = await dunia.staf.minta(RHK_TAMBAH, skpId=skp_id, input=masukan)
    ditolak(
        jawaban,
        (KodeKesalahan.WAJIB_DIISI, ["input", "uraian"]),
        (KodeKesalahan.TERLALU_PANJANG, ["input", "penugasanDari"]),
        (KodeKesalahan.KLASIFIKASI_TIDAK_BERLAKU, ["input", "klasifikasi"]),
        (KodeKesalahan.RHK_ATASAN_TIDAK_SESUAI, ["input", "rhkAtasanId"]),
    )


async def test_null_is_not_omitted(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    for nama in MASUKAN:
        jawaban = await dunia.staf.minta(RHK_TAMBAH, skpId=skp_id, input=MASUKAN | {nama: None})
        ditolak_di_atas(jawaban, "BAD_INPUT")


async def test_only_the_owner_adds(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    sebelum = await potret()
    for siapa in (dunia.admin, dunia.super):
        jawaban = await siapa.minta(RHK_TAMBAH, skpId=skp_id, input=MASUKAN)
        ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))
    for siapa in (dunia.kabag, dunia.rekan, dunia.asing):
        jawaban = await siapa.minta(RHK_TAMBAH, skpId=skp_id, input=MASUKAN)
        ditolak_di_atas(jawaban, "NOT_FOUND")
    jawaban = await minta(None, RHK_TAMBAH, skpId=skp_id, input=MASUKAN)
    ditolak_di_atas(jawaban, "UNAUTHENTICATED")
    assert await potret() == sebelum


@pytest.mark.parametrize("status", [StatusSkp.PENGAJUAN, StatusSkp.PERSETUJUAN])
async def test_only_to_a_draft(dunia: Dunia, status: StatusSkp) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, status)
    sebelum = await potret()
    jawaban = await dunia.staf.minta(RHK_TAMBAH, skpId=skp_id, input=MASUKAN)
    ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))
    jawaban = await dunia.kabag.minta(RHK_TAMBAH, skpId=skp_id, input=MASUKAN)
    ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))
    assert await potret() == sebelum


async def test_ids_that_name_no_skp(dunia: Dunia) -> None:
    rhk_id = await tambah_rhk(dunia.staf, await buat(dunia.staf))
    await tolak_id_asal(dunia.staf, RHK_TAMBAH, "skpId", (rhk_id, "unor_1"), input=MASUKAN)
