"""penilaianBatalkan: a rating is taken back, so that the SKP may be reopened."""

import asyncio
import json

import pytest

from models.counters import differences
from models.database import fetch
from models.penilaian import Penilaian
from models.rules.alasan import KodeKesalahan
from models.rules.teks import LONG
from models.rules.vocabulary import StatusSkp
from tests.buatan import (
    BUKA_KEMBALI,
    Jejak,
    baris_skp,
    berhasil,
    buat_berstatus,
    ditolak,
    ditolak_di_atas,
    jejak,
    tolak_id_asal,
)
from tests.dunia import Dunia, minta
from tests.penilai import DI_ATAS, buat_periode, hitungan_penilaian, nilai, siap_dinilai

pytestmark = pytest.mark.anyio

BATALKAN = """
mutation ($skpId: ID!, $input: PenilaianBatalkanInput!) {
  penilaianBatalkan(skpId: $skpId, input: $input) {
    penilaian { hasilKerja perilaku predikat skp { id versi } }
    userErrors { code field }
  }
}
"""


async def test_a_rating_taken_back_lets_the_skp_be_reopened(dunia: Dunia) -> None:
    skp_id, periode_id = await siap_dinilai(dunia)
    await nilai(dunia.kabag, skp_id, periode_id, hasilKerja=DI_ATAS, perilaku=DI_ATAS)
    buka = {"id": skp_id, "alasan": "Perbaiki."}
    jawaban = await dunia.kabag.minta(BUKA_KEMBALI, **buka)
    ditolak(jawaban, (KodeKesalahan.SUDAH_DINILAI, None))
    versi = (await baris_skp(skp_id))["versi"]

    masukan = {"periodeId": periode_id, "alasan": " Keliru "}
    for _ in range(2):  # the second time there is nothing left to do
        payload = berhasil(await dunia.kabag.minta(BATALKAN, skpId=skp_id, input=masukan))
        assert payload["penilaian"] == {
            "hasilKerja": None,
            "perilaku": None,
            "predikat": None,
            "skp": {"id": skp_id, "versi": versi + 1},
        }
    assert await hitungan_penilaian(dunia.bagian.id) == (0, 0, 0, 0, 0)
    assert await differences() == []
    trail = await jejak(skp_id)
    rating = {"hasilKerja": "DI_ATAS", "perilaku": "DI_ATAS", "predikat": "SANGAT_BAIK"}
    dari = json.dumps({"periodeId": periode_id, **rating})
    assert trail[-1] == Jejak("PENILAIAN_BATALKAN", dunia.kabag.pegawai.id, "Keliru", dari, None)
    assert trail[-2].aksi == "PENILAIAN_TETAPKAN"

    rows = await fetch(
        "SELECT pegawai_id, alasan FROM notifikasi WHERE jenis = $1", ["PENILAIAN_DIBATALKAN"]
    )
    assert rows == [{"pegawai_id": dunia.staf.pegawai.id, "alasan": "Keliru"}]

    berhasil(await dunia.kabag.minta(BUKA_KEMBALI, **buka))
    assert (await baris_skp(skp_id))["status"] == StatusSkp.DRAFT


async def test_reopening_while_it_is_rated_leaves_no_rated_draft(dunia: Dunia) -> None:
    skp_id, periode_id = await siap_dinilai(dunia)
    await asyncio.gather(
        dunia.kabag.minta(BUKA_KEMBALI, id=skp_id, alasan="Perbaiki."),
        nilai_atau_tidak(dunia, skp_id, periode_id),
    )
    is_draft = (await baris_skp(skp_id))["status"] == StatusSkp.DRAFT
    assert is_draft != bool(await Penilaian.all().count())
    assert await differences() == []


async def nilai_atau_tidak(dunia: Dunia, skp_id: str, periode_id: str) -> None:
    """Rate the SKP, unless it is a draft again."""
    try:
        await nilai(dunia.kabag, skp_id, periode_id, hasilKerja=DI_ATAS, perilaku=DI_ATAS)
    except AssertionError:
        assert (await baris_skp(skp_id))["status"] == StatusSkp.DRAFT


async def test_what_is_refused_and_what_is_not_found(dunia: Dunia) -> None:
    skp_id, periode_id = await siap_dinilai(dunia)
    await nilai(dunia.kabag, skp_id, periode_id, hasilKerja=DI_ATAS, perilaku=DI_ATAS)
    belum = await buat_berstatus(dunia.rekan, dunia.kabag, StatusSkp.PENGAJUAN)
    lain = await buat_periode(dunia.lain)
    masukan = {"periodeId": periode_id, "alasan": " Keliru "}
    bukan_penilai = (KodeKesalahan.BUKAN_PEJABAT_PENILAI, None)
    for siapa in (dunia.staf, dunia.admin, dunia.super):
        ditolak(await siapa.minta(BATALKAN, skpId=skp_id, input=masukan), bukan_penilai)
    jawaban = await dunia.kabag.minta(BATALKAN, skpId=belum, input=masukan)
    ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))
    jawaban = await dunia.super.minta(BATALKAN, skpId=skp_id, input=masukan | {"periodeId": lain})
    ditolak(jawaban, (KodeKesalahan.PERIODE_TIDAK_SESUAI, ("input", "periodeId")))
    for alasan, kode in (
        (" ", KodeKesalahan.WAJIB_DIISI),
        ("x" * (LONG + 1), KodeKesalahan.TERLALU_PANJANG),
    ):
        jawaban = await dunia.kabag.minta(
            BATALKAN, skpId=skp_id, input=masukan | {"alasan": alasan}
        )
        ditolak(jawaban, (kode, ("input", "alasan")))
    for siapa in (dunia.kabiro, dunia.rekan, dunia.asing):
        jawaban = await siapa.minta(BATALKAN, skpId=skp_id, input=masukan)
        ditolak_di_atas(jawaban, "NOT_FOUND")
    jawaban = await minta(None, BATALKAN, skpId=skp_id, input=masukan)
    ditolak_di_atas(jawaban, "UNAUTHENTICATED")
    jawaban = await dunia.kabag.minta(BATALKAN, skpId=skp_id, input=masukan | {"periodeId": lain})
    ditolak_di_atas(jawaban, "NOT_FOUND")
    await tolak_id_asal(dunia.kabag, BATALKAN, "skpId", ("rhk_1", periode_id), input=masukan)
    assert await Penilaian.all().count() == 1
