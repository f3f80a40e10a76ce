"""indikatorUbah: what an indikator of a draft says."""

import json
from typing import Any

import pytest

from models.rules.alasan import KodeKesalahan
from models.rules.teks import LONG, SHORT
from models.rules.vocabulary import AspekIndikator, Pendekatan, Perspektif, StatusSkp
from tests.buatan import (
    baris_skp,
    berhasil,
    buat,
    buat_berstatus,
    ditolak,
    ditolak_di_atas,
    jejak,
    potret,
    tambah_indikator,
    tambah_rhk,
    tolak_id_asal,
)
from tests.dunia import Dunia, Orang, minta

pytestmark = pytest.mark.anyio

INDIKATOR_UBAH = """
mutation ($id: ID!, $input: IndikatorUbahInput!) {
  indikatorUbah(id: $id, input: $input) {
    indikator { id uraian target perspektif aspek urutan } userErrors { code field message }
  }
}
"""
INDIKATOR_SKP = "query ($id: ID!) { skp(id: $id) { rhk { indikator { id } } } }"


async def _indikator(siapa: Orang, pendekatan: Pendekatan = Pendekatan.KUANTITATIF) -> str:
    rhk_id = await tambah_rhk(siapa, await buat(siapa, pendekatan=pendekatan))
    kosong = {"target": None, "perspektif": None} if pendekatan is Pendekatan.KUALITATIF else {}
    return await tambah_indikator(siapa, rhk_id, **kosong)


@pytest.mark.parametrize(
    "perubahan",
    [
        {"uraian": "Uraian baru"},
        {"target": "7"},
        {"target": None},
        {"perspektif": Perspektif.ANGGARAN},
        {"perspektif": None},
        {"aspek": AspekIndikator.BIAYA},
        {"uraian": "Semua", "target": None, "perspektif": None, "aspek": AspekIndikator.WAKTU},
    ],
    ids=str,
)
async def test_changes_what_is_named_and_nothing_else(
    dunia: Dunia, perubahan: dict[str, Any]
) -> None:
    skp_id = await buat(dunia.staf)
    id_ = await tambah_indikator(dunia.staf, await tambah_rhk(dunia.staf, skp_id))
    payload = berhasil(await dunia.staf.minta(INDIKATOR_UBAH, id=id_, input=perubahan))
    assert payload["indikator"] == {
        "id": id_,
        "uraian": "Berkas selesai",
        "target": "100 berkas",
        "perspektif": Perspektif.PROSES_BISNIS,
        "aspek": None,
        "urutan": 1,
        **perubahan,
    }
    assert (await baris_skp(skp_id))["versi"] == 4
    catatan = (await jejak(skp_id))[-1]
    assert (catatan.aksi, catatan.pelaku_id) == ("INDIKATOR_UBAH", dunia.staf.pegawai.id)
    dari, ke = json.loads(catatan.dari or ""), json.loads(catatan.ke or "")
    assert {nama for nama in ke if dari[nama] != ke[nama]} == perubahan.keys()


async def test_nothing_named_or_nothing_new_changes_nothing(dunia: Dunia) -> None:
    id_ = await _indikator(dunia.staf)
    sebelum = await potret()
    for sama in ({}, {"uraian": " Berkas selesai "}, {"aspek": None}):
        berhasil(await dunia.staf.minta(INDIKATOR_UBAH, id=id_, input=sama))
    assert await potret() == sebelum


async def test_text_is_there_and_fits(dunia: Dunia) -> None:
    id_ = await _indikator(dunia.staf)
    sebelum = await potret()
    for kosong in (None, "", " \t"):
        jawaban = await dunia.staf.minta(INDIKATOR_UBAH, id=id_, input={"uraian": kosong})
        ditolak(jawaban, (KodeKesalahan.WAJIB_DIISI, ["input", "uraian"]))
    for nama, panjang in (("uraian", LONG), ("target", SHORT)):
        jawaban = await dunia.staf.minta(INDIKATOR_UBAH, id=id_, input={nama: "x" * (panjang + 1)})
        ditolak(jawaban, (KodeKesalahan.TERLALU_PANJANG, ["input", nama]))
    assert await potret() == sebelum


async def test_kualitatif_has_neither_target_nor_perspektif(dunia: Dunia) -> None:
    id_ = await _indikator(dunia.staf, Pendekatan.KUALITATIF)
    sebelum = await potret()
    masukan = {"target": "1", "perspektif": Perspektif.ANGGARAN}
    ditolak(
        await dunia.staf.minta(INDIKATOR_UBAH, id=id_, input=masukan),
        (KodeKesalahan.TARGET_TIDAK_BERLAKU, ["input", "target"]),
        (KodeKesalahan.PERSPEKTIF_TIDAK_BERLAKU, ["input", "perspektif"]),
    )
    assert await potret() == sebelum


async def test_only_the_owner_changes(dunia: Dunia) -> None:
    id_ = await _indikator(dunia.staf)
    masukan = {"uraian": "Baru"}
    sebelum = await potret()
    for siapa in (dunia.admin, dunia.super):
        jawaban = await siapa.minta(INDIKATOR_UBAH, id=id_, input=masukan)
        ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))
    for siapa in (dunia.kabag, dunia.rekan, dunia.asing):
        ditolak_di_atas(await siapa.minta(INDIKATOR_UBAH, id=id_, input=masukan), "NOT_FOUND")
    ditolak_di_atas(await minta(None, INDIKATOR_UBAH, id=id_, input=masukan), "UNAUTHENTICATED")
    assert await potret() == sebelum


async def test_an_atasans_indikator_is_not_found(dunia: Dunia) -> None:
    """A bawahan sees his atasan's RHK, but not its indikator."""
    id_ = await _indikator(dunia.kabag)
    await buat(dunia.staf)
    jawaban = await dunia.staf.minta(INDIKATOR_UBAH, id=id_, input={"uraian": "Baru"})
    ditolak_di_atas(jawaban, "NOT_FOUND")


@pytest.mark.parametrize("status", [StatusSkp.PENGAJUAN, StatusSkp.PERSETUJUAN])
async def test_only_in_a_draft(dunia: Dunia, status: StatusSkp) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, status)
    skp = (await dunia.staf.minta(INDIKATOR_SKP, id=skp_id)).payload()
    id_ = skp["rhk"][0]["indikator"][0]["id"]
    sebelum = await potret()
    jawaban = await dunia.staf.minta(INDIKATOR_UBAH, id=id_, input={"uraian": "Baru"})
    ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))
    jawaban = await dunia.kabag.minta(INDIKATOR_UBAH, id=id_, input={"uraian": "Baru"})
    ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))
    assert await potret() == sebelum


async def test_ids_that_name_no_indikator(dunia: Dunia) -> None:
    await _indikator(dunia.staf)
    bukan = ("rhk_1", "indikator_", "indikator_999999", "indikator_１")
    await tolak_id_asal(dunia.staf, INDIKATOR_UBAH, "id", bukan, input={})
