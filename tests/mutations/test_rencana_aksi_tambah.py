"""rencanaAksiTambah: the first thing that the owner writes in a periode."""

import json

import pytest

from models.counters import differences
from models.organisasi import Pegawai, Unor
from models.rules.alasan import KodeKesalahan
from models.rules.teks import LONG
from tests.buatan import SULIT, berhasil, buat, ditolak, jejak, tambah_rhk, tolak_id_asal
from tests.dunia import Dunia
from tests.periode import (
    AKHIR,
    AWAL,
    Siap,
    hanya_pemilik,
    siapkan,
    tolak_masukan,
    tolak_periode,
)

pytestmark = pytest.mark.anyio

RENCANA_AKSI_TAMBAH = """
mutation ($rhkId: ID!, $input: RencanaAksiTambahInput!) {
  rencanaAksiTambah(rhkId: $rhkId, input: $input) {
    rencanaAksi { id uraian rhk { id } periode { id } } userErrors { code field message }
  }
}
"""

URAIAN = ["input", "uraian"]


def _masukan(siap: Siap, uraian: str = "Menyusun berkas") -> dict[str, str]:
    return {"periodeId": siap.periode, "uraian": uraian}


async def test_the_owner_writes_as_many_as_he_needs(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    versi = await siap.versi()
    for uraian in SULIT:
        jawaban = await dunia.staf.minta(
            RENCANA_AKSI_TAMBAH, rhkId=siap.rhk, input=_masukan(siap, f" {uraian}\x00 ")
        )
        made = berhasil(jawaban)["rencanaAksi"]
        rencana_id = made.pop("id")
        assert made == {
            "uraian": uraian.strip(),
            "rhk": {"id": siap.rhk},
            "periode": {"id": siap.periode},
        }
    assert await siap.versi() == versi + len(SULIT)
    last = (await jejak(siap.skp))[-1]
    assert (last.aksi, last.pelaku_id) == ("RENCANA_AKSI_TAMBAH", dunia.staf.pegawai.id)
    assert json.loads(last.ke or "") == {
        "rencanaAksiId": rencana_id,
        "rhkId": siap.rhk,
        "periodeId": siap.periode,
        "uraian": SULIT[-1].strip(),
    }
    assert await differences() == []


async def test_refusals(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    ditulis = {"rhkId": siap.rhk}
    await hanya_pemilik(siap, RENCANA_AKSI_TAMBAH, **ditulis, input=_masukan(siap))
    await tolak_masukan(
        dunia.staf,
        RENCANA_AKSI_TAMBAH,
        _masukan(siap),
        ({"uraian": " \x00\n"}, [(KodeKesalahan.WAJIB_DIISI, URAIAN)]),
        ({"uraian": "é" * (LONG + 1)}, [(KodeKesalahan.TERLALU_PANJANG, URAIAN)]),
        **ditulis,
    )
    await tolak_periode(siap, RENCANA_AKSI_TAMBAH, _masukan(siap), **ditulis)
    await tolak_id_asal(dunia.staf, RENCANA_AKSI_TAMBAH, "rhkId", (siap.skp,), input=_masukan(siap))


async def test_an_rhk_that_is_seen_without_its_skp(dunia: Dunia) -> None:
    """One's atasan's RHK can be intervened, not filled in."""
    siap = await siapkan(dunia)
    atas = await tambah_rhk(dunia.kabag, await buat(dunia.kabag, (AWAL, AKHIR)))
    jawaban = await dunia.staf.minta(RENCANA_AKSI_TAMBAH, rhkId=atas, input=_masukan(siap))
    ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))


async def test_who_left_the_instansi_still_fills_in_what_was_made_there(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    pergi = await Unor.get(instansi_id=dunia.lain.id)
    await Pegawai.filter(id=dunia.staf.pegawai.id).update(
        unor_id=pergi.id, instansi_id=dunia.lain.id
    )
    dunia.staf.pegawai.instansi_id = dunia.lain.id
    berhasil(await dunia.staf.minta(RENCANA_AKSI_TAMBAH, rhkId=siap.rhk, input=_masukan(siap)))
