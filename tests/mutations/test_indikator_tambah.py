"""indikatorTambah: how an RHK of a draft is measured."""

import json

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
    tambah_rhk,
    tolak_id_asal,
)
from tests.dunia import Dunia, minta

pytestmark = pytest.mark.anyio

INDIKATOR_TAMBAH = """
mutation ($rhkId: ID!, $input: IndikatorTambahInput!) {
  indikatorTambah(rhkId: $rhkId, input: $input) {
    indikator { id uraian target perspektif aspek urutan rhk { id skp { versi } } }
    userErrors { code field message }
  }
}
"""
RHK_SKP = "query ($id: ID!) { skp(id: $id) { rhk { id } } }"
KUANTITATIF = {
    "uraian": "Berkas selesai",
    "target": "100 berkas",
    "perspektif": Perspektif.PENERIMA_LAYANAN,
    "aspek": AspekIndikator.WAKTU,
}


async def test_a_quantitative_one(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    rhk_id = await tambah_rhk(dunia.staf, skp_id)
    payload = berhasil(await dunia.staf.minta(INDIKATOR_TAMBAH, rhkId=rhk_id, input=KUANTITATIF))
    payload["indikator"].pop("id")
    assert payload["indikator"] == {
        **KUANTITATIF,
        "urutan": 1,
        "rhk": {"id": rhk_id, "skp": {"versi": 3}},
    }
    catatan = (await jejak(skp_id))[-1]
    assert (catatan.aksi, catatan.pelaku_id) == ("INDIKATOR_TAMBAH", dunia.staf.pegawai.id)
    assert json.loads(catatan.ke or "")["target"] == "100 berkas"


async def test_the_next_one_stands_last(dunia: Dunia) -> None:
    rhk_id = await tambah_rhk(dunia.staf, await buat(dunia.staf))
    for urutan in (1, 2, 3):
        payload = berhasil(
            await dunia.staf.minta(INDIKATOR_TAMBAH, rhkId=rhk_id, input=KUANTITATIF)
        )
        assert payload["indikator"]["urutan"] == urutan


async def test_a_draft_may_still_lack_target_and_perspektif(dunia: Dunia) -> None:
    rhk_id = await tambah_rhk(dunia.staf, await buat(dunia.staf))
    payload = berhasil(
        await dunia.staf.minta(INDIKATOR_TAMBAH, rhkId=rhk_id, input={"uraian": "Berkas"})
    )
    assert payload["indikator"]["target"] is None
    assert payload["indikator"]["perspektif"] is None
    assert payload["indikator"]["aspek"] is None


async def test_kualitatif_has_neither_target_nor_perspektif(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf, pendekatan=Pendekatan.KUALITATIF)
    rhk_id = await tambah_rhk(dunia.staf, skp_id)
    target = (KodeKesalahan.TARGET_TIDAK_BERLAKU, ["input", "target"])
    perspektif = (KodeKesalahan.PERSPEKTIF_TIDAK_BERLAKU, ["input", "perspektif"])
    sebelum = await potret()
    for masukan, alasan in (
        ({"target": "1"}, (target,)),
        ({"perspektif": Perspektif.ANGGARAN}, (perspektif,)),
        ({"target": "1", "perspektif": Perspektif.ANGGARAN}, (target, perspektif)),
    ):
        jawaban = await dunia.staf.minta(
            INDIKATOR_TAMBAH, rhkId=rhk_id, input={"uraian": "Berkas", **masukan}
        )
        ditolak(jawaban, *alasan)
    assert await potret() == sebelum
    masukan = {"uraian": "Berkas", "target": "  ", "aspek": AspekIndikator.KUALITAS}
    berhasil(await dunia.staf.minta(INDIKATOR_TAMBAH, rhkId=rhk_id, input=masukan))


async def test_text_is_there_and_fits(dunia: Dunia) -> None:
    rhk_id = await tambah_rhk(dunia.staf, await buat(dunia.staf))
    sebelum = await potret()
    for kosong in ("", "  ", "\x00"):
        jawaban = await dunia.staf.minta(INDIKATOR_TAMBAH, rhkId=rhk_id, input={"uraian": kosong})
        ditolak(jawaban, (KodeKesalahan.WAJIB_DIISI, ["input", "uraian"]))
    for nama, panjang in (("uraian", LONG), ("target", SHORT)):
        masukan = KUANTITATIF | {nama: "x" * (panjang + 1)}
        jawaban = await dunia.staf.minta(INDIKATOR_TAMBAH, rhkId=rhk_id, input=masukan)
        ditolak(jawaban, (KodeKesalahan.TERLALU_PANJANG, ["input", nama]))
    assert await potret() == sebelum


async def test_unknown_values_are_bad_input(dunia: Dunia) -> None:
    rhk_id = await tambah_rhk(dunia.staf, await buat(dunia.staf))
    for salah in ({"perspektif": "LAIN"}, {"aspek": "LAIN"}, {"uraian": None}, {"lain": 1}):
        jawaban = await dunia.staf.minta(INDIKATOR_TAMBAH, rhkId=rhk_id, input=KUANTITATIF | salah)
        ditolak_di_atas(jawaban, "BAD_INPUT")


async def test_only_the_owner_adds(dunia: Dunia) -> None:
    rhk_id = await tambah_rhk(dunia.staf, await buat(dunia.staf))
    sebelum = await potret()
    for siapa in (dunia.admin, dunia.super):
        jawaban = await siapa.minta(INDIKATOR_TAMBAH, rhkId=rhk_id, input=KUANTITATIF)
        ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))
    for siapa in (dunia.kabag, dunia.rekan, dunia.asing):
        jawaban = await siapa.minta(INDIKATOR_TAMBAH, rhkId=rhk_id, input=KUANTITATIF)
        ditolak_di_atas(jawaban, "NOT_FOUND")
    jawaban = await minta(None, INDIKATOR_TAMBAH, rhkId=rhk_id, input=KUANTITATIF)
    ditolak_di_atas(jawaban, "UNAUTHENTICATED")
    assert await potret() == sebelum


async def test_a_bawahan_sees_his_atasans_rhk_and_is_told_why_not(dunia: Dunia) -> None:
    atas = await tambah_rhk(dunia.kabag, await buat(dunia.kabag))
    await buat(dunia.staf)
    jawaban = await dunia.staf.minta(INDIKATOR_TAMBAH, rhkId=atas, input=KUANTITATIF)
    ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))


@pytest.mark.parametrize("status", [StatusSkp.PENGAJUAN, StatusSkp.PERSETUJUAN])
async def test_only_in_a_draft(dunia: Dunia, status: StatusSkp) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, status)
    rhk_id = (await dunia.staf.minta(RHK_SKP, id=skp_id)).payload()["rhk"][0]["id"]
    sebelum = await potret()
    jawaban = await dunia.staf.minta(INDIKATOR_TAMBAH, rhkId=rhk_id, input=KUANTITATIF)
    ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))
    jawaban = await dunia.kabag.minta(INDIKATOR_TAMBAH, rhkId=rhk_id, input=KUANTITATIF)
    ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))
    assert await potret() == sebelum


async def test_ids_that_name_no_rhk(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    await tambah_rhk(dunia.staf, skp_id)
    bukan = (skp_id, "rhk_", "rhk_999999", "rhk_１", "indikator_1")
    await tolak_id_asal(dunia.staf, INDIKATOR_TAMBAH, "rhkId", bukan, input=KUANTITATIF)
    assert (await baris_skp(skp_id))["versi"] == 2
