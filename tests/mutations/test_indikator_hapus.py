"""indikatorHapus: an indikator leaves an RHK of a draft."""

import json

import pytest

from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import StatusSkp
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
from tests.dunia import Dunia, minta

pytestmark = pytest.mark.anyio

INDIKATOR_HAPUS = """
mutation ($id: ID!) {
  indikatorHapus(id: $id) { rhk { id indikator { id } } userErrors { code field message } }
}
"""
INDIKATOR_SKP = "query ($id: ID!) { skp(id: $id) { rhk { indikator { id } } } }"


async def test_it_goes_alone(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    rhk_id = await tambah_rhk(dunia.staf, skp_id)
    hilang = await tambah_indikator(dunia.staf, rhk_id, uraian="Yang dihapus")
    tetap = await tambah_indikator(dunia.staf, rhk_id)
    versi = (await baris_skp(skp_id))["versi"]

    payload = berhasil(await dunia.staf.minta(INDIKATOR_HAPUS, id=hilang))

    assert payload["rhk"] == {"id": rhk_id, "indikator": [{"id": tetap}]}
    assert (await baris_skp(skp_id))["versi"] == versi + 1
    catatan = (await jejak(skp_id))[-1]
    assert (catatan.aksi, catatan.pelaku_id) == ("INDIKATOR_HAPUS", dunia.staf.pegawai.id)
    assert json.loads(catatan.dari or "")["uraian"] == "Yang dihapus"


async def test_a_second_time_it_is_not_found(dunia: Dunia) -> None:
    rhk_id = await tambah_rhk(dunia.staf, await buat(dunia.staf))
    id_ = await tambah_indikator(dunia.staf, rhk_id)
    berhasil(await dunia.staf.minta(INDIKATOR_HAPUS, id=id_))
    ditolak_di_atas(await dunia.staf.minta(INDIKATOR_HAPUS, id=id_), "NOT_FOUND")


async def test_only_the_owner_removes(dunia: Dunia) -> None:
    rhk_id = await tambah_rhk(dunia.staf, await buat(dunia.staf))
    id_ = await tambah_indikator(dunia.staf, rhk_id)
    sebelum = await potret()
    for siapa in (dunia.admin, dunia.super):
        ditolak(await siapa.minta(INDIKATOR_HAPUS, id=id_), (KodeKesalahan.BUKAN_PEMILIK, None))
    for siapa in (dunia.kabag, dunia.rekan, dunia.asing):
        ditolak_di_atas(await siapa.minta(INDIKATOR_HAPUS, id=id_), "NOT_FOUND")
    ditolak_di_atas(await minta(None, INDIKATOR_HAPUS, id=id_), "UNAUTHENTICATED")
    assert await potret() == sebelum


@pytest.mark.parametrize("status", [StatusSkp.PENGAJUAN, StatusSkp.PERSETUJUAN])
async def test_only_from_a_draft(dunia: Dunia, status: StatusSkp) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, status)
    skp = (await dunia.staf.minta(INDIKATOR_SKP, id=skp_id)).payload()
    id_ = skp["rhk"][0]["indikator"][0]["id"]
    sebelum = await potret()
    ditolak(
        await dunia.staf.minta(INDIKATOR_HAPUS, id=id_), (KodeKesalahan.STATUS_TIDAK_SESUAI, None)
    )
    ditolak(await dunia.kabag.minta(INDIKATOR_HAPUS, id=id_), (KodeKesalahan.BUKAN_PEMILIK, None))
    assert await potret() == sebelum


async def test_ids_that_name_no_indikator(dunia: Dunia) -> None:
    rhk_id = await tambah_rhk(dunia.staf, await buat(dunia.staf))
    await tambah_indikator(dunia.staf, rhk_id)
    bukan = (rhk_id, "indikator_", "indikator_999999", "indikator_１")
    await tolak_id_asal(dunia.staf, INDIKATOR_HAPUS, "id", bukan)
