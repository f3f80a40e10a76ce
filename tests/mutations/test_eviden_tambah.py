"""evidenTambah: a link to a result, after a rencana aksi."""

import json

import pytest

from models.rules.alasan import KodeKesalahan
from models.rules.pelaksanaan import TAUTAN
from models.rules.teks import SHORT
from tests.buatan import SULIT, berhasil, ditolak, jejak, tolak_id_asal
from tests.dunia import Dunia
from tests.periode import (
    Siap,
    hanya_pemilik,
    siapkan,
    tolak_masukan,
    tolak_periode,
)

pytestmark = pytest.mark.anyio

EVIDEN_TAMBAH = """
mutation ($rhkId: ID!, $input: EvidenTambahInput!) {
  evidenTambah(rhkId: $rhkId, input: $input) {
    eviden { id nama tautan rhk { id } periode { id } } userErrors { code field message }
  }
}
"""

TIDAK_SAH = (KodeKesalahan.TAUTAN_TIDAK_SAH, ["input", "tautan"])


def _masukan(siap: Siap, **isi: str) -> dict[str, str]:
    return {"periodeId": siap.periode, "nama": "Berkas", "tautan": "https://a.go.id/1", **isi}


async def test_the_owner_adds_as_many_as_he_has(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    await siap.rencana_aksi()
    versi = await siap.versi()
    for nama in SULIT:
        masukan = _masukan(siap, nama=f" {nama} ", tautan=" http://a.go.id/?q=ä#%20 ")
        jawaban = await dunia.staf.minta(EVIDEN_TAMBAH, rhkId=siap.rhk, input=masukan)
        made = berhasil(jawaban)["eviden"]
        eviden_id = made.pop("id")
        isi = {"nama": nama.strip(), "tautan": "http://a.go.id/?q=ä#%20"}
        assert made == {**isi, "rhk": {"id": siap.rhk}, "periode": {"id": siap.periode}}
    assert await siap.versi() == versi + len(SULIT)
    last = (await jejak(siap.skp))[-1]
    assert (last.aksi, last.pelaku_id) == ("EVIDEN_TAMBAH", dunia.staf.pegawai.id)
    ke = {"evidenId": eviden_id, "rhkId": siap.rhk, "periodeId": siap.periode, **isi}
    assert json.loads(last.ke or "") == ke


async def test_refusals(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    ditulis = {"rhkId": siap.rhk}
    jawaban = await dunia.staf.minta(EVIDEN_TAMBAH, **ditulis, input=_masukan(siap))
    ditolak(jawaban, (KodeKesalahan.TANPA_RENCANA_AKSI, None))
    await siap.rencana_aksi()
    await hanya_pemilik(siap, EVIDEN_TAMBAH, **ditulis, input=_masukan(siap))
    wajib, panjang = KodeKesalahan.WAJIB_DIISI, KodeKesalahan.TERLALU_PANJANG
    await tolak_masukan(
        dunia.staf,
        EVIDEN_TAMBAH,
        _masukan(siap),
        (
            {"nama": "", "tautan": " "},
            [(wajib, ["input", "nama"]), (wajib, ["input", "tautan"])],
        ),
        (
            {"nama": "x" * (SHORT + 1), "tautan": "https://a/" + "x" * TAUTAN},
            [(panjang, ["input", "nama"]), (panjang, ["input", "tautan"])],
        ),
        ({"tautan": "javascript:alert(1)"}, [TIDAK_SAH]),
        ({"tautan": "drive.google.com/x"}, [TIDAK_SAH]),
        **ditulis,
    )
    await tolak_periode(siap, EVIDEN_TAMBAH, _masukan(siap), **ditulis)
    await tolak_id_asal(dunia.staf, EVIDEN_TAMBAH, "rhkId", (siap.skp,), input=_masukan(siap))
