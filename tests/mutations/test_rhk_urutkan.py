"""rhkUrutkan: the RHK of a draft in another order."""

import itertools
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
    tambah_rhk,
    tolak_id_asal,
)
from tests.dunia import Dunia, minta

pytestmark = pytest.mark.anyio

RHK_URUTKAN = """
mutation ($skpId: ID!, $rhkIds: [ID!]!) {
  rhkUrutkan(skpId: $skpId, input: {rhkIds: $rhkIds}) {
    skp { versi rhk { id urutan } } userErrors { code field message }
  }
}
"""
RHK_SKP = "query ($id: ID!) { skp(id: $id) { rhk { id } } }"


async def test_every_order_can_be_had(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    rhk = [await tambah_rhk(dunia.staf, skp_id) for _ in range(3)]
    for urutan in itertools.permutations(rhk):
        versi = (await baris_skp(skp_id))["versi"]
        payload = berhasil(await dunia.staf.minta(RHK_URUTKAN, skpId=skp_id, rhkIds=list(urutan)))
        assert payload["skp"] == {
            "versi": versi + 1,
            "rhk": [{"id": id_, "urutan": tempat} for tempat, id_ in enumerate(urutan, start=1)],
        }
    catatan = (await jejak(skp_id))[-1]
    assert (catatan.aksi, catatan.pelaku_id) == ("RHK_URUTKAN", dunia.staf.pegawai.id)
    assert json.loads(catatan.ke or "") == {"urutan": list(reversed(rhk))}


async def test_every_rhk_exactly_once(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    satu, dua = [await tambah_rhk(dunia.staf, skp_id) for _ in range(2)]
    lain = await tambah_rhk(dunia.rekan, await buat(dunia.rekan))
    sebelum = await potret()
    for salah in ([], [satu], [satu, satu], [satu, dua, dua], [satu, lain], [satu, dua, lain]):
        jawaban = await dunia.staf.minta(RHK_URUTKAN, skpId=skp_id, rhkIds=salah)
        ditolak(jawaban, (KodeKesalahan.URUTAN_TIDAK_LENGKAP, ["input", "rhkIds"]))
    assert await potret() == sebelum


async def test_an_empty_skp_has_one_order(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    berhasil(await dunia.staf.minta(RHK_URUTKAN, skpId=skp_id, rhkIds=[]))


async def test_what_is_no_rhk_is_not_found(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    rhk_id = await tambah_rhk(dunia.staf, skp_id)
    for bukan in (skp_id, "", "x", "rhk_", "rhk_１"):
        jawaban = await dunia.staf.minta(RHK_URUTKAN, skpId=skp_id, rhkIds=[rhk_id, bukan])
        ditolak_di_atas(jawaban, "NOT_FOUND")


async def test_null_is_no_order(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    for salah in (None, [None]):
        jawaban = await dunia.staf.minta(RHK_URUTKAN, skpId=skp_id, rhkIds=salah)
        ditolak_di_atas(jawaban, "BAD_INPUT")


async def test_only_the_owner_orders(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    rhk = [await tambah_rhk(dunia.staf, skp_id) for _ in range(2)][::-1]
    sebelum = await potret()
    for siapa in (dunia.admin, dunia.super):
        jawaban = await siapa.minta(RHK_URUTKAN, skpId=skp_id, rhkIds=rhk)
        ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))
    for siapa in (dunia.kabag, dunia.rekan, dunia.asing):
        jawaban = await siapa.minta(RHK_URUTKAN, skpId=skp_id, rhkIds=rhk)
        ditolak_di_atas(jawaban, "NOT_FOUND")
    ditolak_di_atas(await minta(None, RHK_URUTKAN, skpId=skp_id, rhkIds=rhk), "UNAUTHENTICATED")
    assert await potret() == sebelum


@pytest.mark.parametrize("status", [StatusSkp.PENGAJUAN, StatusSkp.PERSETUJUAN])
async def test_only_in_a_draft(dunia: Dunia, status: StatusSkp) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, status)
    rhk = [satu["id"] for satu in (await dunia.staf.minta(RHK_SKP, id=skp_id)).payload()["rhk"]]
    sebelum = await potret()
    jawaban = await dunia.staf.minta(RHK_URUTKAN, skpId=skp_id, rhkIds=rhk)
    ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))
    assert await potret() == sebelum


async def test_ids_that_name_no_skp(dunia: Dunia) -> None:
    rhk_id = await tambah_rhk(dunia.staf, await buat(dunia.staf))
    await tolak_id_asal(dunia.staf, RHK_URUTKAN, "skpId", (rhk_id, "unor_1"), rhkIds=[rhk_id])
