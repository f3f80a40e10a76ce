"""rhkUbah: what an RHK of a draft says."""

import json
from typing import Any

import pytest

from models.rules.alasan import KodeKesalahan
from models.rules.teks import LONG, SHORT
from models.rules.vocabulary import JenisRhk, KlasifikasiRhk, StatusSkp
from tests.buatan import (
    ajukan,
    baris_skp,
    berhasil,
    buat,
    buat_berstatus,
    ditolak,
    ditolak_di_atas,
    isi_lengkap,
    jejak,
    potret,
    tambah_rhk,
    tolak_id_asal,
)
from tests.dunia import Dunia, minta, pimpin

pytestmark = pytest.mark.anyio

RHK_UBAH = """
mutation ($id: ID!, $input: RhkUbahInput!) {
  rhkUbah(id: $id, input: $input) {
    rhk { id jenis klasifikasi uraian penugasanDari urutan rhkAtasan { id } }
    userErrors { code field message }
  }
}
"""
RHK_PERTAMA = "query ($id: ID!) { skp(id: $id) { rhk { id } } }"


@pytest.mark.parametrize(
    "perubahan",
    [
        {"uraian": "Uraian baru"},
        {"jenis": JenisRhk.TAMBAHAN},
        {"klasifikasi": KlasifikasiRhk.INDIVIDU},
        {"penugasanDari": "Sekretaris"},
        {"penugasanDari": None},
        {"uraian": "Semua", "jenis": JenisRhk.TAMBAHAN, "penugasanDari": None},
    ],
    ids=str,
)
async def test_changes_what_is_named_and_nothing_else(
    dunia: Dunia, perubahan: dict[str, Any]
) -> None:
    skp_id = await buat(dunia.kabag)
    rhk_id = await tambah_rhk(dunia.kabag, skp_id, uraian="Lama", penugasanDari="Kepala")
    payload = berhasil(await dunia.kabag.minta(RHK_UBAH, id=rhk_id, input=perubahan))
    assert payload["rhk"] == {
        "id": rhk_id,
        "jenis": JenisRhk.UTAMA,
        "klasifikasi": None,
        "uraian": "Lama",
        "penugasanDari": "Kepala",
        "urutan": 1,
        "rhkAtasan": None,
        **perubahan,
    }
    assert (await baris_skp(skp_id))["versi"] == 3
    catatan = (await jejak(skp_id))[-1]
    assert (catatan.aksi, catatan.pelaku_id) == ("RHK_UBAH", dunia.kabag.pegawai.id)
    dari, ke = json.loads(catatan.dari or ""), json.loads(catatan.ke or "")
    assert {nama for nama in ke if dari[nama] != ke[nama]} == perubahan.keys()


async def test_the_intervention_is_set_moved_and_taken_away(dunia: Dunia) -> None:
    atas = await buat(dunia.kabag)
    pertama, kedua = await tambah_rhk(dunia.kabag, atas), await tambah_rhk(dunia.kabag, atas)
    rhk_id = await tambah_rhk(dunia.staf, await buat(dunia.staf))
    for atasan in (pertama, kedua, None):
        payload = berhasil(
            await dunia.staf.minta(RHK_UBAH, id=rhk_id, input={"rhkAtasanId": atasan})
        )
        assert payload["rhk"]["rhkAtasan"] == (atasan and {"id": atasan})


async def test_nothing_named_or_nothing_new_changes_nothing(dunia: Dunia) -> None:
    rhk_id = await tambah_rhk(dunia.staf, await buat(dunia.staf), uraian="Lama")
    sebelum = await potret()
    for sama in ({}, {"uraian": " Lama "}, {"penugasanDari": None}, {"penugasanDari": " "}):
        berhasil(await dunia.staf.minta(RHK_UBAH, id=rhk_id, input=sama))
    assert await potret() == sebelum


async def test_text_is_there_and_fits(dunia: Dunia) -> None:
    rhk_id = await tambah_rhk(dunia.staf, await buat(dunia.staf))
    sebelum = await potret()
    for kosong in (None, "", " \n"):
        jawaban = await dunia.staf.minta(RHK_UBAH, id=rhk_id, input={"uraian": kosong})
        ditolak(jawaban, (KodeKesalahan.WAJIB_DIISI, ["input", "uraian"]))
    for nama, panjang in (("uraian", LONG), ("penugasanDari", SHORT)):
        jawaban = await dunia.staf.minta(RHK_UBAH, id=rhk_id, input={nama: "x" * (panjang + 1)})
        ditolak(jawaban, (KodeKesalahan.TERLALU_PANJANG, ["input", nama]))
    assert await potret() == sebelum


async def test_jenis_is_never_null(dunia: Dunia) -> None:
    rhk_id = await tambah_rhk(dunia.staf, await buat(dunia.staf))
    jawaban = await dunia.staf.minta(RHK_UBAH, id=rhk_id, input={"jenis": None})
    ditolak_di_atas(jawaban, "BAD_INPUT")


async def test_only_candidates_are_intervened(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    rhk_id = await tambah_rhk(dunia.staf, skp_id)
    lain = await tambah_rhk(dunia.rekan, await buat(dunia.rekan))
    sebelum = await potret()
    for atasan in (lain, rhk_id, "rhk_999999"):
        jawaban = await dunia.staf.minta(RHK_UBAH, id=rhk_id, input={"rhkAtasanId": atasan})
        ditolak(jawaban, (KodeKesalahan.RHK_ATASAN_TIDAK_SESUAI, ["input", "rhkAtasanId"]))
    jawaban = await dunia.staf.minta(RHK_UBAH, id=rhk_id, input={"rhkAtasanId": skp_id})
    ditolak_di_atas(jawaban, "NOT_FOUND")
    assert await potret() == sebelum


async def test_klasifikasi_is_for_jpt_and_pimpinan(dunia: Dunia) -> None:
    rhk_id = await tambah_rhk(dunia.staf, await buat(dunia.staf))
    masukan = {"klasifikasi": KlasifikasiRhk.ORGANISASI}
    jawaban = await dunia.staf.minta(RHK_UBAH, id=rhk_id, input=masukan)
    ditolak(jawaban, (KodeKesalahan.KLASIFIKASI_TIDAK_BERLAKU, ["input", "klasifikasi"]))


async def test_a_link_gone_stale_does_not_block_other_changes(dunia: Dunia) -> None:
    """A new pejabat penilai makes the old intervention stale; the text can still be put right."""
    atas = await tambah_rhk(dunia.kabag, await buat(dunia.kabag))
    skp_id = await buat(dunia.staf)
    rhk_id = await isi_lengkap(dunia.staf, skp_id, rhkAtasanId=atas)
    await pimpin(dunia.bagian, dunia.rekan)
    muat_ulang = (
        "mutation ($id: ID!) { skpMuatUlangPejabatPenilai(id: $id) { userErrors { code } } }"
    )
    berhasil(await dunia.staf.minta(muat_ulang, id=skp_id))
    payload = berhasil(await dunia.staf.minta(RHK_UBAH, id=rhk_id, input={"uraian": "Baru"}))
    assert payload["rhk"]["uraian"] == "Baru"


async def test_only_the_owner_changes(dunia: Dunia) -> None:
    rhk_id = await tambah_rhk(dunia.staf, await buat(dunia.staf))
    masukan = {"uraian": "Baru"}
    sebelum = await potret()
    for siapa in (dunia.admin, dunia.super):
        jawaban = await siapa.minta(RHK_UBAH, id=rhk_id, input=masukan)
        ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))
    for siapa in (dunia.kabag, dunia.rekan, dunia.asing):
        ditolak_di_atas(await siapa.minta(RHK_UBAH, id=rhk_id, input=masukan), "NOT_FOUND")
    ditolak_di_atas(await minta(None, RHK_UBAH, id=rhk_id, input=masukan), "UNAUTHENTICATED")
    assert await potret() == sebelum


async def test_a_bawahan_sees_his_atasans_rhk_and_is_told_why_not(dunia: Dunia) -> None:
    """What one may see but not do is refused with the reason, not hidden."""
    atas = await tambah_rhk(dunia.kabag, await buat(dunia.kabag))
    await buat(dunia.staf)
    sebelum = await potret()
    jawaban = await dunia.staf.minta(RHK_UBAH, id=atas, input={"uraian": "Baru"})
    ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))
    assert await potret() == sebelum


@pytest.mark.parametrize("status", [StatusSkp.PENGAJUAN, StatusSkp.PERSETUJUAN])
async def test_only_in_a_draft(dunia: Dunia, status: StatusSkp) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, status)
    rhk_id = (await dunia.staf.minta(RHK_PERTAMA, id=skp_id)).payload()["rhk"][0]["id"]
    sebelum = await potret()
    jawaban = await dunia.staf.minta(RHK_UBAH, id=rhk_id, input={"uraian": "Baru"})
    ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))
    jawaban = await dunia.kabag.minta(RHK_UBAH, id=rhk_id, input={"uraian": "Baru"})
    ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))
    assert await potret() == sebelum


async def test_a_text_may_change_while_a_bawahan_intervenes_it(dunia: Dunia) -> None:
    atas = await tambah_rhk(dunia.kabag, await buat(dunia.kabag))
    skp_id = await buat(dunia.staf)
    await isi_lengkap(dunia.staf, skp_id, rhkAtasanId=atas)
    await ajukan(dunia.staf, skp_id)
    berhasil(await dunia.kabag.minta(RHK_UBAH, id=atas, input={"uraian": "Lebih jelas"}))


async def test_ids_that_name_no_rhk(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    await tambah_rhk(dunia.staf, skp_id)
    bukan = (skp_id, "rhk_", "rhk_999999", "rhk_9999999999", "rhk_１", "indikator_1")
    await tolak_id_asal(dunia.staf, RHK_UBAH, "id", bukan, input={})
