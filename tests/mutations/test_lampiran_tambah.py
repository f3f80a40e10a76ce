"""lampiranTambah: a line is added to the annexes of a draft."""

import json

import pytest

from models.rules.alasan import KodeKesalahan
from models.rules.teks import LONG
from models.rules.vocabulary import JenisLampiran, StatusSkp
from tests.buatan import (
    SEMESTER_1,
    SEMESTER_2,
    SULIT,
    baris_skp,
    berhasil,
    buat,
    buat_berstatus,
    ditolak,
    ditolak_di_atas,
    jejak,
    tolak_id_asal,
)
from tests.dunia import Dunia

pytestmark = pytest.mark.anyio

LAMPIRAN_TAMBAH = """
mutation ($skpId: ID!, $input: LampiranTambahInput!) {
  lampiranTambah(skpId: $skpId, input: $input) {
    lampiran { id jenis uraian urutan skp { id } } userErrors { code field message }
  }
}
"""
LIHAT = "query ($id: ID!) { skp(id: $id) { lampiran { jenis uraian } } }"
MASUKAN = {"jenis": JenisLampiran.KONSEKUENSI, "uraian": "Penghargaan"}


async def test_a_line_stands_last(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    for urutan, jenis in enumerate(JenisLampiran, start=1):
        masukan = {"jenis": jenis, "uraian": f" {SULIT[urutan]} "}
        payload = berhasil(await dunia.staf.minta(LAMPIRAN_TAMBAH, skpId=skp_id, input=masukan))
        lampiran = payload["lampiran"]
        id_ = lampiran.pop("id")
        assert lampiran == {
            "jenis": jenis,
            "uraian": SULIT[urutan],
            "urutan": urutan,
            "skp": {"id": skp_id},
        }
    assert (await baris_skp(skp_id))["versi"] == 1 + len(JenisLampiran)
    catatan = (await jejak(skp_id))[-1]
    assert (catatan.aksi, catatan.pelaku_id) == ("LAMPIRAN_TAMBAH", dunia.staf.pegawai.id)
    assert json.loads(catatan.ke or "")["lampiranId"] == id_
    seen = (await dunia.staf.minta(LIHAT, id=skp_id)).payload()["lampiran"]
    assert {satu["jenis"] for satu in seen} == set(JenisLampiran)


async def test_every_refusal(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    uraian = ["input", "uraian"]
    for teks, kode in (
        (" \n", KodeKesalahan.WAJIB_DIISI),
        ("x" * (LONG + 1), KodeKesalahan.TERLALU_PANJANG),
    ):
        masukan = MASUKAN | {"uraian": teks}
        ditolak(
            await dunia.staf.minta(LAMPIRAN_TAMBAH, skpId=skp_id, input=masukan), (kode, uraian)
        )
    for siapa in (dunia.admin, dunia.super):
        jawaban = await siapa.minta(LAMPIRAN_TAMBAH, skpId=skp_id, input=MASUKAN)
        ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))
    for siapa in (dunia.kabag, dunia.rekan, dunia.asing):
        jawaban = await siapa.minta(LAMPIRAN_TAMBAH, skpId=skp_id, input=MASUKAN)
        ditolak_di_atas(jawaban, "NOT_FOUND")
    await tolak_id_asal(dunia.staf, LAMPIRAN_TAMBAH, "skpId", ("rhk_1",), input=MASUKAN)
    for status, periode in (
        (StatusSkp.PENGAJUAN, SEMESTER_1),
        (StatusSkp.PERSETUJUAN, SEMESTER_2),
    ):
        skp_id = await buat_berstatus(dunia.rekan, dunia.kabag, status, periode)
        jawaban = await dunia.rekan.minta(LAMPIRAN_TAMBAH, skpId=skp_id, input=MASUKAN)
        ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))
