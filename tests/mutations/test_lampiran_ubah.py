"""lampiranUbah: the text of a lampiran changes while the SKP is a draft."""

import json

import pytest

from models.rules.alasan import KodeKesalahan
from models.rules.teks import LONG
from tests.buatan import (
    ajukan,
    baris_skp,
    berhasil,
    buat,
    ditolak,
    ditolak_di_atas,
    isi_lengkap,
    jejak,
    tambah_lampiran,
    tolak_id_asal,
)
from tests.dunia import Dunia

pytestmark = pytest.mark.anyio

LAMPIRAN_UBAH = """
mutation ($id: ID!, $uraian: String!) {
  lampiranUbah(id: $id, input: {uraian: $uraian}) {
    lampiran { uraian } userErrors { code field message }
  }
}
"""


async def test_a_text_changes_once(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    id_ = await tambah_lampiran(dunia.staf, skp_id, uraian="lama")
    for _ in range(2):
        payload = berhasil(await dunia.staf.minta(LAMPIRAN_UBAH, id=id_, uraian=" baru "))
        assert payload["lampiran"] == {"uraian": "baru"}
    assert (await baris_skp(skp_id))["versi"] == 3
    catatan = (await jejak(skp_id))[-1]
    assert (catatan.aksi, catatan.pelaku_id) == ("LAMPIRAN_UBAH", dunia.staf.pegawai.id)
    assert json.loads(catatan.dari or "") == {"lampiranId": id_, "uraian": "lama"}
    assert json.loads(catatan.ke or "") == {"lampiranId": id_, "uraian": "baru"}


async def test_every_refusal(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    id_ = await tambah_lampiran(dunia.staf, skp_id)
    uraian = ["input", "uraian"]
    for teks, kode in (
        ("", KodeKesalahan.WAJIB_DIISI),
        ("x" * (LONG + 1), KodeKesalahan.TERLALU_PANJANG),
    ):
        ditolak(await dunia.staf.minta(LAMPIRAN_UBAH, id=id_, uraian=teks), (kode, uraian))
    for siapa in (dunia.admin, dunia.super):
        jawaban = await siapa.minta(LAMPIRAN_UBAH, id=id_, uraian="y")
        ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))
    for siapa in (dunia.kabag, dunia.rekan, dunia.asing):
        ditolak_di_atas(await siapa.minta(LAMPIRAN_UBAH, id=id_, uraian="y"), "NOT_FOUND")
    await tolak_id_asal(dunia.staf, LAMPIRAN_UBAH, "id", (skp_id,), uraian="y")
    await isi_lengkap(dunia.staf, skp_id)
    await ajukan(dunia.staf, skp_id)
    jawaban = await dunia.staf.minta(LAMPIRAN_UBAH, id=id_, uraian="y")
    ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))
