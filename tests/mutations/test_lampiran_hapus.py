"""lampiranHapus: a lampiran goes from a draft."""

import json

import pytest

from models.rules.alasan import KodeKesalahan
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

LAMPIRAN_HAPUS = """
mutation ($id: ID!) {
  lampiranHapus(id: $id) { skp { lampiran { id } } userErrors { code field message } }
}
"""


async def test_one_goes_and_the_others_stay(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    satu, dua = [await tambah_lampiran(dunia.staf, skp_id, uraian=teks) for teks in ("a", "b")]
    payload = berhasil(await dunia.staf.minta(LAMPIRAN_HAPUS, id=satu))
    assert payload["skp"] == {"lampiran": [{"id": dua}]}
    assert (await baris_skp(skp_id))["versi"] == 4
    catatan = (await jejak(skp_id))[-1]
    assert (catatan.aksi, catatan.pelaku_id) == ("LAMPIRAN_HAPUS", dunia.staf.pegawai.id)
    assert json.loads(catatan.dari or "") == {"lampiranId": satu, "uraian": "a"}
    ditolak_di_atas(await dunia.staf.minta(LAMPIRAN_HAPUS, id=satu), "NOT_FOUND")


async def test_every_refusal(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    id_ = await tambah_lampiran(dunia.staf, skp_id)
    for siapa in (dunia.admin, dunia.super):
        jawaban = await siapa.minta(LAMPIRAN_HAPUS, id=id_)
        ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))
    for siapa in (dunia.kabag, dunia.rekan, dunia.asing):
        ditolak_di_atas(await siapa.minta(LAMPIRAN_HAPUS, id=id_), "NOT_FOUND")
    await tolak_id_asal(dunia.staf, LAMPIRAN_HAPUS, "id", (skp_id,))
    await isi_lengkap(dunia.staf, skp_id)
    await ajukan(dunia.staf, skp_id)
    jawaban = await dunia.staf.minta(LAMPIRAN_HAPUS, id=id_)
    ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))
