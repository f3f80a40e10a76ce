"""rhkHapus: an RHK leaves a draft, with its indikator, unless others build on it."""

import json

import pytest

from models.database import execute, fetch_value
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import StatusSkp
from tests.buatan import (
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
from tests.dunia import Dunia, minta
from tests.mutations.test_indikator_hapus import INDIKATOR_HAPUS
from tests.mutations.test_skp_hapus import SKP_HAPUS
from tests.periode import REALISASI_TETAPKAN, isi_periode, siapkan

pytestmark = pytest.mark.anyio

RHK_HAPUS = """
mutation ($id: ID!) {
  rhkHapus(id: $id) { skp { id versi rhk { id urutan } } userErrors { code field message } }
}
"""
AKSI = "query ($id: ID!) { skp(id: $id) { aksiTersedia { aksi alasan { code } } } }"
RHK_PERTAMA = "query ($id: ID!) { skp(id: $id) { rhk { id } } }"


async def test_it_goes_with_its_indikator(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    tetap = await isi_lengkap(dunia.staf, skp_id)
    hilang = await isi_lengkap(dunia.staf, skp_id, uraian="Yang dihapus")
    versi = (await baris_skp(skp_id))["versi"]

    payload = berhasil(await dunia.staf.minta(RHK_HAPUS, id=hilang))

    assert payload["skp"] == {
        "id": skp_id,
        "versi": versi + 1,
        "rhk": [{"id": tetap, "urutan": 1}],
    }
    assert await fetch_value("SELECT count(*) FROM indikator") == 1
    catatan = (await jejak(skp_id))[-1]
    assert (catatan.aksi, catatan.pelaku_id) == ("RHK_HAPUS", dunia.staf.pegawai.id)
    assert json.loads(catatan.dari or "")["uraian"] == "Yang dihapus"


async def test_what_is_added_afterwards_still_stands_last(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    satu, dua, tiga = [await tambah_rhk(dunia.staf, skp_id) for _ in range(3)]
    berhasil(await dunia.staf.minta(RHK_HAPUS, id=dua))
    empat = await tambah_rhk(dunia.staf, skp_id)
    rhk = (await dunia.staf.minta(RHK_PERTAMA, id=skp_id)).payload()["rhk"]
    assert [satu_rhk["id"] for satu_rhk in rhk] == [satu, tiga, empat]


async def test_not_while_a_bawahan_intervenes_it(dunia: Dunia) -> None:
    atas = await tambah_rhk(dunia.kabag, await buat(dunia.kabag))
    bawah = await tambah_rhk(dunia.staf, await buat(dunia.staf), rhkAtasanId=atas)
    sebelum = await potret()
    ditolak(await dunia.kabag.minta(RHK_HAPUS, id=atas), (KodeKesalahan.RHK_DIINTERVENSI, None))
    assert await potret() == sebelum

    berhasil(await dunia.staf.minta(RHK_HAPUS, id=bawah))
    berhasil(await dunia.kabag.minta(RHK_HAPUS, id=atas))


async def test_what_was_filled_in_takes_nothing_along(dunia: Dunia) -> None:
    """A reopened SKP keeps its RHK and indikator while anybody's entry hangs on them."""
    siap = await siapkan(dunia)
    hapus = {RHK_HAPUS: siap.rhk, INDIKATOR_HAPUS: siap.indikator, SKP_HAPUS: siap.skp}
    await siap.umpan_balik(dunia.kabag, aspek=None, rhkId=siap.rhk)
    await siap.rencana_aksi()
    await siap.eviden()
    realisasi = {"periodeId": siap.periode, "realisasi": "1", "sumberData": "Simpeg"}
    isi = {"id": siap.indikator, "input": realisasi}
    berhasil(await dunia.staf.minta(REALISASI_TETAPKAN, **isi))
    for table in ("umpan_balik", "rencana_aksi", "eviden", "realisasi"):
        await siap.berstatus(StatusSkp.DRAFT)
        before = await isi_periode()
        for document, id_ in hapus.items():
            jawaban = await dunia.staf.minta(document, id=id_)
            ditolak(jawaban, (KodeKesalahan.SUDAH_DIISI, None))
        aksi = (await dunia.staf.minta(AKSI, id=siap.skp)).payload()["aksiTersedia"]
        assert {"aksi": "HAPUS", "alasan": [{"code": KodeKesalahan.SUDAH_DIISI}]} in aksi
        assert await isi_periode() == before
        await execute(f"DELETE FROM {table}")
    for document, id_ in reversed([*hapus.items()][:2]):
        berhasil(await dunia.staf.minta(document, id=id_))


async def test_a_second_time_it_is_not_found(dunia: Dunia) -> None:
    rhk_id = await tambah_rhk(dunia.staf, await buat(dunia.staf))
    berhasil(await dunia.staf.minta(RHK_HAPUS, id=rhk_id))
    ditolak_di_atas(await dunia.staf.minta(RHK_HAPUS, id=rhk_id), "NOT_FOUND")


async def test_only_the_owner_removes(dunia: Dunia) -> None:
    rhk_id = await tambah_rhk(dunia.staf, await buat(dunia.staf))
    sebelum = await potret()
    for siapa in (dunia.admin, dunia.super):
        ditolak(await siapa.minta(RHK_HAPUS, id=rhk_id), (KodeKesalahan.BUKAN_PEMILIK, None))
    for siapa in (dunia.kabag, dunia.rekan, dunia.asing):
        ditolak_di_atas(await siapa.minta(RHK_HAPUS, id=rhk_id), "NOT_FOUND")
    ditolak_di_atas(await minta(None, RHK_HAPUS, id=rhk_id), "UNAUTHENTICATED")
    assert await potret() == sebelum


async def test_a_bawahan_sees_his_atasans_rhk_and_is_told_why_not(dunia: Dunia) -> None:
    atas = await tambah_rhk(dunia.kabag, await buat(dunia.kabag))
    await buat(dunia.staf)
    ditolak(await dunia.staf.minta(RHK_HAPUS, id=atas), (KodeKesalahan.BUKAN_PEMILIK, None))


@pytest.mark.parametrize("status", [StatusSkp.PENGAJUAN, StatusSkp.PERSETUJUAN])
async def test_only_from_a_draft(dunia: Dunia, status: StatusSkp) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, status)
    rhk_id = (await dunia.staf.minta(RHK_PERTAMA, id=skp_id)).payload()["rhk"][0]["id"]
    sebelum = await potret()
    ditolak(await dunia.staf.minta(RHK_HAPUS, id=rhk_id), (KodeKesalahan.STATUS_TIDAK_SESUAI, None))
    ditolak(await dunia.kabag.minta(RHK_HAPUS, id=rhk_id), (KodeKesalahan.BUKAN_PEMILIK, None))
    assert await potret() == sebelum


async def test_ids_that_name_no_rhk(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    await tambah_rhk(dunia.staf, skp_id)
    await tolak_id_asal(dunia.staf, RHK_HAPUS, "id", (skp_id, "rhk_", "rhk_999999", "rhk_１"))
