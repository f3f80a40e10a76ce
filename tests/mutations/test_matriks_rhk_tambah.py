"""matriksRhkTambah: a pimpinan hands an RHK out under one of his own."""

import json
from typing import Any

import pytest

from models.rules.alasan import KodeKesalahan
from models.rules.teks import LONG, SHORT
from models.rules.vocabulary import JenisNotifikasi, JenisRhk
from tests.buatan import (
    AJUKAN,
    ajukan,
    baris_skp,
    berhasil,
    buat,
    ditolak,
    ditolak_di_atas,
    isi_lengkap,
    jejak,
    tambah_indikator,
    tambah_rhk,
    tolak_id_asal,
)
from tests.buatan_matriks import MATRIKS_TAMBAH, matriks
from tests.dunia import Dunia

pytestmark = pytest.mark.anyio

MATRIKS_RHK_TAMBAH = """
mutation ($id: ID!, $input: MatriksRhkTambahInput!) {
  matriksRhkTambah(id: $id, input: $input) {
    rhk { id jenis uraian penugasanDari urutan rhkAtasan { id } }
    userErrors { code field message }
  }
}
"""
LEPASKAN = """
mutation ($id: ID!) { rhkUbah(id: $id, input: {rhkAtasanId: null}) { userErrors { code } } }
"""
KABAR = "{ saya { notifikasi { nodes { jenis skp { id } pelaku { nama } } } } }"


def _masukan(skp_id: str, atasan: str, **isi: Any) -> dict[str, Any]:
    rhk = {"jenis": JenisRhk.UTAMA, "uraian": "Layanan", "rhkAtasanId": atasan}
    return {"skpId": skp_id, **rhk, **isi}


async def test_the_owner_finds_it_in_his_draft(dunia: Dunia) -> None:
    """Somebody who is no bawahan too: it is linked, so that he can submit."""
    atas = await buat(dunia.kepala)
    kolom = await tambah_rhk(dunia.kepala, atas)
    await tambah_rhk(dunia.kabag, await buat(dunia.kabag))  # his candidate, which he leaves alone
    bawah = await buat(dunia.staf)
    id_ = await matriks(atas)
    berhasil(await dunia.kepala.minta(MATRIKS_TAMBAH, id=id_, skpId=bawah))
    masukan = _masukan(bawah, kolom, penugasanDari=" Kepala ")
    payload = berhasil(await dunia.kepala.minta(MATRIKS_RHK_TAMBAH, id=id_, input=masukan))
    rhk_id = payload["rhk"].pop("id")
    assert payload["rhk"] == {
        "jenis": JenisRhk.UTAMA,
        "uraian": "Layanan",
        "penugasanDari": "Kepala",
        "urutan": 1,
        "rhkAtasan": {"id": kolom},
    }
    assert (await baris_skp(bawah))["versi"] == 2
    catatan = (await jejak(bawah))[-1]
    assert (catatan.aksi, catatan.pelaku_id) == ("RHK_TAMBAH", dunia.kepala.pegawai.id)
    assert json.loads(catatan.ke or "")["rhkId"] == rhk_id
    kabar = (await dunia.staf.minta(KABAR)).payload()["notifikasi"]["nodes"]
    assert kabar == [
        {"jenis": jenis, "skp": {"id": bawah}, "pelaku": {"nama": "kepala"}}
        for jenis in (JenisNotifikasi.RHK_DIBAGIKAN, JenisNotifikasi.MASUK_MATRIKS)
    ]
    lihat = f'{{ skp(id: "{bawah}") {{ rhk {{ rhkAtasan {{ id }} }} }} }}'
    assert (await dunia.staf.minta(lihat)).payload() == {"rhk": [{"rhkAtasan": {"id": kolom}}]}
    await tambah_indikator(dunia.staf, rhk_id)
    await ajukan(dunia.staf, bawah)


async def test_every_refusal(dunia: Dunia) -> None:
    atas = await buat(dunia.kabag)
    kolom, bawah = await tambah_rhk(dunia.kabag, atas), await buat(dunia.staf)
    lain = await tambah_rhk(dunia.kabiro, await buat(dunia.kabiro))
    luar, id_ = await buat(dunia.admin), await matriks(atas)
    diajukan = await buat(dunia.rekan)
    await isi_lengkap(dunia.rekan, diajukan)
    await ajukan(dunia.rekan, diajukan)
    sebelum = await baris_skp(bawah)
    atasan = (KodeKesalahan.RHK_ATASAN_TIDAK_SESUAI, ["input", "rhkAtasanId"])
    for masukan, *alasan in (
        (_masukan(luar, kolom), (KodeKesalahan.SKP_TIDAK_SESUAI, ["input", "skpId"])),
        (_masukan(bawah, lain), atasan),
        (_masukan(diajukan, kolom), (KodeKesalahan.STATUS_TIDAK_SESUAI, None)),
        (_masukan(diajukan, lain), (KodeKesalahan.STATUS_TIDAK_SESUAI, None), atasan),
        (
            _masukan(bawah, kolom, uraian="  ", penugasanDari="x" * (SHORT + 1)),
            (KodeKesalahan.WAJIB_DIISI, ["input", "uraian"]),
            (KodeKesalahan.TERLALU_PANJANG, ["input", "penugasanDari"]),
        ),
        (
            _masukan(bawah, kolom, uraian="x" * (LONG + 1)),
            (KodeKesalahan.TERLALU_PANJANG, ["input", "uraian"]),
        ),
    ):
        ditolak(await dunia.kabag.minta(MATRIKS_RHK_TAMBAH, id=id_, input=masukan), *alasan)
    masukan = _masukan(bawah, kolom)
    for siapa in (dunia.admin, dunia.super):
        jawaban = await siapa.minta(MATRIKS_RHK_TAMBAH, id=id_, input=masukan)
        ditolak(jawaban, (KodeKesalahan.BUKAN_PIMPINAN, None))
    for siapa in (dunia.kabiro, dunia.staf, dunia.asing):
        jawaban = await siapa.minta(MATRIKS_RHK_TAMBAH, id=id_, input=masukan)
        ditolak_di_atas(jawaban, "NOT_FOUND")
    await tolak_id_asal(dunia.kabag, MATRIKS_RHK_TAMBAH, "id", (atas,), input=masukan)
    assert await baris_skp(bawah) == sebelum


async def test_what_its_owner_unlinks_is_no_longer_linked(dunia: Dunia) -> None:
    atas = await buat(dunia.kabag)
    kolom, bawah = await tambah_rhk(dunia.kabag, atas), await buat(dunia.staf)
    masukan = _masukan(bawah, kolom)
    id_ = await matriks(atas)
    rhk = berhasil(await dunia.kabag.minta(MATRIKS_RHK_TAMBAH, id=id_, input=masukan))["rhk"]
    await tambah_indikator(dunia.staf, rhk["id"])
    berhasil(await dunia.staf.minta(LEPASKAN, id=rhk["id"]))
    jawaban = await dunia.staf.minta(AJUKAN, id=bawah)
    ditolak(jawaban, (KodeKesalahan.RHK_UTAMA_TANPA_INTERVENSI, None))


async def test_what_its_owner_rewrites_in_a_draft_is_not_shown(dunia: Dunia) -> None:
    atas = await buat(dunia.kabag)
    kolom, bawah = await tambah_rhk(dunia.kabag, atas), await buat(dunia.staf)
    masukan, id_ = _masukan(bawah, kolom), await matriks(atas)
    rhk = berhasil(await dunia.kabag.minta(MATRIKS_RHK_TAMBAH, id=id_, input=masukan))["rhk"]["id"]
    lihat = f'{{ node(id: "{rhk}") {{ id }} }}'
    ubah = f'mutation ($input: RhkUbahInput!) {{ rhkUbah(id: "{rhk}", input: $input)'
    ubah += " { userErrors { code field } } }"
    berhasil(await dunia.staf.minta(ubah, input={"jenis": "TAMBAHAN"}))
    assert (await dunia.kabag.minta(lihat)).payload() == {"id": rhk}
    berhasil(await dunia.staf.minta(ubah, input={"uraian": "Lain"}))
    ditolak_di_atas(await dunia.kabag.minta(lihat), "NOT_FOUND")
