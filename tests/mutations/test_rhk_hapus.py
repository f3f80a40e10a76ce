"""rhkHapus: an RHK leaves a draft, with its indikator, unless others build on it."""

import json

import pytest

from models.database import fetch_value
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

pytestmark = pytest.mark.anyio

RHK_HAPUS = """
mutation ($id: ID!) {
  rhkHapus(id: $id) { skp { id versi rhk { id urutan } } userErrors { code field message } }
}
"""
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
