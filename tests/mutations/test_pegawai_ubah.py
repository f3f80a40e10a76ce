"""pegawaiUbah: what is kept of somebody."""

import json

import pytest

from models.organisasi import Pegawai
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import JenisJabatan, JenisPegawai
from tests.buatan import baris_skp, berhasil, buat, ditolak_di_atas, jejak, potret, tolak_id_asal
from tests.dunia import Dunia
from tests.organisasi import NIP, ditolak_semua, hanya_admin, id_pegawai

pytestmark = pytest.mark.anyio

UBAH = """
mutation ($id: ID!, $input: PegawaiUbahInput!) {
  pegawaiUbah(id: $id, input: $input) {
    pegawai { nip nama jenisPegawai golongan jenisJabatan namaJabatan }
    userErrors { code field message }
  }
}
"""
PPPK = "199003032023211001"


async def test_changes_what_is_given(dunia: Dunia) -> None:
    staf, skp_id = id_pegawai(dunia.staf), await buat(dunia.staf)
    lama = dunia.staf.pegawai.nip
    baru = {
        "nip": PPPK,
        "nama": "Siti Aminah",
        "jenisPegawai": JenisPegawai.PPPK,
        "golongan": "IX",
        "jenisJabatan": JenisJabatan.JF_MAHIR,
        "namaJabatan": "Arsiparis Mahir",
    }
    assert berhasil(await dunia.admin.minta(UBAH, id=staf, input=baru))["pegawai"] == baru
    [catatan] = await jejak(staf)
    assert (catatan.aksi, catatan.pelaku_id) == ("UBAH", dunia.admin.pegawai.id)
    assert json.loads(catatan.dari or "")["nip"] == lama
    assert json.loads(catatan.ke or "") == baru
    assert (await baris_skp(skp_id))["nama_jabatan"] == "jabatan staf"

    sebelum = await potret()
    for sama in ({}, baru, {"nama": " Siti   Aminah "}):
        berhasil(await dunia.super.minta(UBAH, id=staf, input=sama))
    assert await potret() == sebelum


async def test_a_nip_that_stays_is_left_in_peace(dunia: Dunia) -> None:
    """It was taken over from elsewhere, and is nobody's fault now."""
    await Pegawai.filter(id=dunia.staf.pegawai.id).update(nip="9" * 18)
    staf = id_pegawai(dunia.staf)
    berhasil(await dunia.admin.minta(UBAH, id=staf, input={"nama": "Siti", "nip": "9" * 18}))


async def test_refusals(dunia: Dunia) -> None:
    staf = id_pegawai(dunia.staf)
    cases = [
        ({nama: " "}, [(KodeKesalahan.WAJIB_DIISI, ["input", nama])])
        for nama in ("nip", "nama", "golongan", "namaJabatan")
    ]
    cases += [
        ({"namaJabatan": "x" * 201}, [(KodeKesalahan.TERLALU_PANJANG, ["input", "namaJabatan"])]),
        ({"nip": NIP[:-1]}, [(KodeKesalahan.NIP_TIDAK_SAH, ["input", "nip"])]),
        ({"nip": PPPK}, [(KodeKesalahan.NIP_TIDAK_SAH, ["input", "nip"])]),
        ({"nip": "1" * 40}, [(KodeKesalahan.NIP_TIDAK_SAH, ["input", "nip"])]),
        ({"jenisPegawai": JenisPegawai.PPPK}, [(KodeKesalahan.NIP_TIDAK_SAH, ["input", "nip"])]),
        ({"nip": dunia.asing.pegawai.nip}, [(KodeKesalahan.NIP_TERPAKAI, ["input", "nip"])]),
    ]
    requests = [({"id": staf, "input": isi}, alasan) for isi, alasan in cases]
    await ditolak_semua(dunia.admin, UBAH, requests)
    jawaban = await dunia.admin.minta(UBAH, id=staf, input={"golongan": None})
    ditolak_di_atas(jawaban, "BAD_INPUT")


async def test_only_his_admins(dunia: Dunia) -> None:
    melihat, tidak = (dunia.staf, dunia.kabag, dunia.kepala), (dunia.rekan,)
    masukan = {"nama": "Siti"}
    await hanya_admin(dunia, UBAH, melihat, tidak, id=id_pegawai(dunia.staf), input=masukan)
    await tolak_id_asal(dunia.admin, UBAH, "id", ("unor_1",), input=masukan)
