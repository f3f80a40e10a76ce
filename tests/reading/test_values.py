"""Values come back as they were written."""

import re

import pytest

from tests.buatan import SULIT, buat, tambah_indikator, tambah_rhk
from tests.dunia import Dunia

pytestmark = pytest.mark.anyio


async def test_every_text_comes_back_as_it_was_written(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    for teks in SULIT:
        rhk_id = await tambah_rhk(dunia.staf, skp_id, uraian=f".{teks}.")
        await tambah_indikator(dunia.staf, rhk_id, uraian=f".{teks}.", target=f".{teks}.")
    document = """
    query ($id: ID!) { skp(id: $id) { rhk { uraian indikator { uraian target } } } }
    """
    rhk = (await dunia.staf.minta(document, id=skp_id)).payload()["rhk"]
    assert [satu["uraian"] for satu in rhk] == [f".{teks}." for teks in SULIT]
    for satu, teks in zip(rhk, SULIT, strict=True):
        assert satu["indikator"] == [{"uraian": f".{teks}.", "target": f".{teks}."}]


async def test_texts_that_no_row_has_are_not_found(dunia: Dunia) -> None:
    document = "query ($teks: String!) { pegawai(nip: $teks) { id } }"
    for teks in (*SULIT, "", "\x00", "a\x00b", "\ud800"):
        assert (teks, (await dunia.super.minta(document, teks=teks)).codes) == (
            teks,
            ["NOT_FOUND"],
        )


async def test_exactly_one_of_id_and_its_twin(dunia: Dunia) -> None:
    nip = dunia.staf.pegawai.nip
    id_ = f"pegawai_{dunia.staf.pegawai.id}"
    document = "query ($id: ID, $nip: String) { pegawai(id: $id, nip: $nip) { nama } }"
    for given in ({"id": id_}, {"nip": nip}, {"id": id_, "nip": None}):
        assert (await dunia.staf.minta(document, **given)).payload() == {"nama": "staf"}
    for salah in ({}, {"id": id_, "nip": nip}, {"id": None, "nip": None}):
        assert (await dunia.staf.minta(document, **salah)).codes == ["BAD_INPUT"]


async def test_kinds_of_values(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    document = """
    query ($id: ID!) {
      skp(id: $id) {
        versi periodeAwal dibuat diubah pegawai { aktif } riwayat { nodes { waktu alasan } }
      }
    }
    """
    payload = (await dunia.staf.minta(document, id=skp_id)).payload()
    assert payload["versi"] == 1
    assert payload["periodeAwal"] == "2026-01-01"
    assert payload["pegawai"] == {"aktif": True}
    [catatan] = payload["riwayat"]["nodes"]
    assert catatan["alasan"] is None
    for waktu in (payload["dibuat"], payload["diubah"], catatan["waktu"]):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", waktu)
