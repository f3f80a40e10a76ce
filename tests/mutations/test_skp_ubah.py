"""skpUbah: period, approach and status jabatan of a draft."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from models.counters import differences
from models.database import fetch
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import Pendekatan, Perspektif, StatusJabatan, StatusSkp
from tests.buatan import (
    SEMESTER_1,
    SEMESTER_2,
    SETAHUN,
    TAHUN,
    ajukan,
    baris_skp,
    berhasil,
    buat,
    buat_berstatus,
    ditolak,
    ditolak_di_atas,
    hitungan,
    isi_lengkap,
    jejak,
    potret,
    tambah_indikator,
    tambah_rhk,
    tolak_id_asal,
)
from tests.dunia import Dunia, minta
from tests.periode import AKHIR, AWAL, KEMARIN, buat_periode, siapkan

pytestmark = pytest.mark.anyio

SKP_UBAH = """
mutation ($id: ID!, $input: SkpUbahInput!) {
  skpUbah(id: $id, input: $input) {
    skp { id versi tahun periodeAwal periodeAkhir pendekatan statusJabatan status }
    userErrors { code field message }
  }
}
"""

CHANGES: list[dict[str, Any]] = [
    {"periodeAwal": "2026-02-01"},
    {"periodeAkhir": "2026-11-30"},
    {"pendekatan": Pendekatan.KUALITATIF},
    {"statusJabatan": StatusJabatan.PLT},
    {
        "periodeAwal": "2026-03-01",
        "periodeAkhir": "2026-04-30",
        "pendekatan": Pendekatan.KUALITATIF,
        "statusJabatan": StatusJabatan.PJB,
    },
]


@pytest.mark.parametrize("perubahan", CHANGES, ids="+".join)
async def test_changes_what_is_named_and_nothing_else(
    dunia: Dunia, perubahan: dict[str, Any]
) -> None:
    skp_id = await buat(dunia.staf)
    payload = berhasil(await dunia.staf.minta(SKP_UBAH, id=skp_id, input=perubahan))
    assert payload["skp"] == {
        "id": skp_id,
        "versi": 2,
        "tahun": TAHUN,
        "periodeAwal": "2026-01-01",
        "periodeAkhir": "2026-12-31",
        "pendekatan": Pendekatan.KUANTITATIF,
        "statusJabatan": StatusJabatan.DEFINITIF,
        "status": StatusSkp.DRAFT,
        **perubahan,
    }
    catatan = (await jejak(skp_id))[-1]
    assert (catatan.aksi, catatan.pelaku_id) == ("UBAH", dunia.staf.pegawai.id)
    assert json.loads(catatan.ke or "") == perubahan
    assert json.loads(catatan.dari or "").keys() == perubahan.keys()
    assert await differences() == []


async def test_nothing_named_or_nothing_new_changes_nothing(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    sebelum = await potret()
    for sama in ({}, {"periodeAwal": "2026-01-01", "pendekatan": Pendekatan.KUANTITATIF}):
        payload = berhasil(await dunia.staf.minta(SKP_UBAH, id=skp_id, input=sama))
        assert payload["skp"]["versi"] == 1
    assert await potret() == sebelum


async def test_null_is_not_omitted(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    sebelum = await potret()
    for nama in ("periodeAwal", "periodeAkhir", "pendekatan", "statusJabatan"):
        jawaban = await dunia.staf.minta(SKP_UBAH, id=skp_id, input={nama: None})
        ditolak_di_atas(jawaban, "BAD_INPUT")
    assert await potret() == sebelum


async def test_kualitatif_empties_target_and_perspektif(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    rhk_id = await isi_lengkap(dunia.staf, skp_id)
    await tambah_indikator(dunia.staf, rhk_id, target=None, perspektif=None)
    berhasil(
        await dunia.staf.minta(SKP_UBAH, id=skp_id, input={"pendekatan": Pendekatan.KUALITATIF})
    )
    for row in await fetch("SELECT target, perspektif FROM indikator"):
        assert row == {"target": None, "perspektif": None}
    catatan = [satu for satu in await jejak(skp_id) if satu.aksi == "INDIKATOR_UBAH"]
    assert [json.loads(satu.dari or "")["perspektif"] for satu in catatan] == [
        Perspektif.PROSES_BISNIS
    ]
    await ajukan(dunia.staf, skp_id)


async def test_the_period_of_an_skp_that_counts_moves_nobody_else(dunia: Dunia) -> None:
    """Two acting SKP: the one that ends later counts, so shortening it moves the count."""
    pertama = await buat(dunia.staf, SEMESTER_1, status_jabatan=StatusJabatan.PLT)
    await isi_lengkap(dunia.staf, pertama)
    await ajukan(dunia.staf, pertama)
    kedua = await buat(dunia.staf, SETAHUN, status_jabatan=StatusJabatan.PLH)
    assert await hitungan(dunia.bagian.id) == (1, 0, 0)
    berhasil(await dunia.staf.minta(SKP_UBAH, id=kedua, input={"periodeAkhir": "2026-05-31"}))
    assert await hitungan(dunia.bagian.id) == (0, 1, 0)
    berhasil(
        await dunia.staf.minta(SKP_UBAH, id=kedua, input={"statusJabatan": StatusJabatan.DEFINITIF})
    )
    assert await hitungan(dunia.bagian.id) == (1, 0, 0)
    assert await differences() == []


REFUSED: list[tuple[dict[str, Any], KodeKesalahan, list[str]]] = [
    (
        {"periodeAwal": "2026-12-31"},
        KodeKesalahan.PERIODE_TERBALIK,
        ["input", "periodeAkhir"],
    ),
    (
        {"periodeAkhir": "2027-01-31"},
        KodeKesalahan.PERIODE_LINTAS_TAHUN,
        ["input", "periodeAkhir"],
    ),
    (
        {"periodeAwal": "2027-01-01", "periodeAkhir": "2027-12-31"},
        KodeKesalahan.PERIODE_LINTAS_TAHUN,
        ["input", "periodeAwal"],
    ),
]


async def test_periods_that_cannot_be(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    sebelum = await potret()
    for perubahan, kode, field in REFUSED:
        jawaban = await dunia.staf.minta(SKP_UBAH, id=skp_id, input=perubahan)
        ditolak(jawaban, (kode, field))
    assert await potret() == sebelum


async def test_what_was_written_stays_within(dunia: Dunia) -> None:
    """A reopened SKP leaves no entry behind in a periode that it would no longer share a day with,
    and no progres on a day outside it."""
    siap = await siapkan(dunia)
    tahunan, (maret, april) = siap.periode, (date(AWAL.year, 3, 31), date(AWAL.year, 4, 1))
    siap.periode = await buat_periode(
        dunia.instansi.id, nama="Triwulan I", jenis="TRIWULAN", akhir=maret
    )
    await siap.umpan_balik(dunia.kabag)
    di_awal = (KodeKesalahan.PERIODE_DIPAKAI, ["input", "periodeAwal"])
    di_akhir = (KodeKesalahan.PERIODE_DIPAKAI, ["input", "periodeAkhir"])

    async def ubah(awal: date, akhir: date) -> Any:
        await siap.berstatus(StatusSkp.DRAFT)
        masukan = {"periodeAwal": awal.isoformat(), "periodeAkhir": akhir.isoformat()}
        return await dunia.staf.minta(SKP_UBAH, id=siap.skp, input=masukan)

    jawaban = await ubah(april, AKHIR)
    ditolak(jawaban, di_awal)
    assert "Triwulan I" in jawaban.payload()["userErrors"][0]["message"]
    berhasil(await ubah(maret, AKHIR))
    berhasil(await ubah(AWAL, AKHIR))
    await siap.berstatus(StatusSkp.PERSETUJUAN)
    siap.periode = tahunan
    await siap.progres(await siap.rencana_aksi())
    hari = timedelta(days=1)
    if AWAL + hari < KEMARIN < AKHIR - hari and KEMARIN - hari > april:
        ditolak(await ubah(AWAL, KEMARIN - hari), di_akhir)
        ditolak(await ubah(KEMARIN + hari, AKHIR), di_awal, di_awal)
    berhasil(await ubah(AWAL, AKHIR if KEMARIN == AWAL else max(KEMARIN, AWAL + hari)))


async def test_two_definitif_never_share_a_day(dunia: Dunia) -> None:
    await buat(dunia.staf, SEMESTER_1)
    kedua = await buat(dunia.staf, SEMESTER_2)
    plt = await buat(dunia.staf, SETAHUN, status_jabatan=StatusJabatan.PLT)
    sebelum = await potret()
    tumpang = (KodeKesalahan.PERIODE_TUMPANG_TINDIH, ["input", "periodeAwal"])
    jawaban = await dunia.staf.minta(SKP_UBAH, id=kedua, input={"periodeAwal": "2026-06-30"})
    ditolak(jawaban, tumpang)
    definitif = {"statusJabatan": StatusJabatan.DEFINITIF}
    ditolak(await dunia.staf.minta(SKP_UBAH, id=plt, input=definitif), tumpang)
    assert await potret() == sebelum


async def test_an_skp_does_not_overlap_itself(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    berhasil(await dunia.staf.minta(SKP_UBAH, id=skp_id, input={"periodeAwal": "2026-01-02"}))


async def test_only_the_owner_changes(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    masukan = {"periodeAkhir": "2026-06-30"}
    sebelum = await potret()
    for siapa in (dunia.admin, dunia.super):
        jawaban = await siapa.minta(SKP_UBAH, id=skp_id, input=masukan)
        ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))
    for siapa in (dunia.kabag, dunia.kabiro, dunia.rekan, dunia.asing):
        ditolak_di_atas(await siapa.minta(SKP_UBAH, id=skp_id, input=masukan), "NOT_FOUND")
    ditolak_di_atas(await minta(None, SKP_UBAH, id=skp_id, input=masukan), "UNAUTHENTICATED")
    assert await potret() == sebelum


@pytest.mark.parametrize("status", [StatusSkp.PENGAJUAN, StatusSkp.PERSETUJUAN])
async def test_nothing_but_a_draft_changes(dunia: Dunia, status: StatusSkp) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, status)
    sebelum = await potret()
    masukan = {"periodeAkhir": "2026-06-30"}
    jawaban = await dunia.staf.minta(SKP_UBAH, id=skp_id, input=masukan)
    ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))
    jawaban = await dunia.kabag.minta(SKP_UBAH, id=skp_id, input=masukan)
    ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))
    assert await potret() == sebelum


async def test_a_moved_period_may_take_the_intervention_away(dunia: Dunia) -> None:
    """The link stays as written; submitting says that it no longer counts."""
    atas = await buat(dunia.kabag, SEMESTER_1)
    rhk_atas = await tambah_rhk(dunia.kabag, atas)
    atas_2 = await buat(dunia.kabag, SEMESTER_2)
    await tambah_rhk(dunia.kabag, atas_2)
    skp_id = await buat(dunia.staf, SEMESTER_1)
    await isi_lengkap(dunia.staf, skp_id, rhkAtasanId=rhk_atas)
    pindah = {"periodeAwal": "2026-07-01", "periodeAkhir": "2026-12-31"}
    berhasil(await dunia.staf.minta(SKP_UBAH, id=skp_id, input=pindah))
    jawaban = await dunia.staf.minta(
        "mutation ($id: ID!) { skpAjukan(id: $id) { userErrors { code field } } }", id=skp_id
    )
    ditolak(jawaban, (KodeKesalahan.RHK_UTAMA_TANPA_INTERVENSI, None))
    assert (await baris_skp(skp_id))["status"] == StatusSkp.DRAFT


async def test_ids_that_name_no_skp(dunia: Dunia) -> None:
    await buat(dunia.staf)
    await tolak_id_asal(dunia.staf, SKP_UBAH, "id", ("rhk_1", "unor_1"), input={})
