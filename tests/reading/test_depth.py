"""Graphs, however deep."""

import pytest

from tests.buatan import buat, isi_lengkap, tambah_rhk
from tests.dunia import Dunia

pytestmark = pytest.mark.anyio

POHON = """
{
  instansi(id: "instansi_1") {
    unor { nodes { pegawai { nodes { skp { rhk { indikator { id } } } } } } }
  }
}
"""
NAIK_TURUN = """
{ saya { pegawai { unor { induk { induk { anak { nodes { anak { nodes { nama } } } } } } } } } }
"""
SATU_UNOR = """
query ($id: ID!) {
  unor(id: $id) {
    nama
    pegawai(first: 100) {
      nodes { nama skp { status rhk { uraian rhkAtasan { uraian } indikator { id } } } }
    }
  }
}
"""


async def test_the_people_of_a_unor_with_their_plans(dunia: Dunia) -> None:
    await tambah_rhk(dunia.kabag, await buat(dunia.kabag), uraian="Atas")
    await isi_lengkap(dunia.staf, await buat(dunia.staf), uraian="Bawah")
    unor_id = f"unor_{dunia.bagian.id}"
    payload = (await dunia.admin.minta(SATU_UNOR, id=unor_id)).payload()
    plans = {satu["nama"]: satu["skp"] for satu in payload["pegawai"]["nodes"]}
    assert plans["rekan"] == []
    [rhk] = plans["staf"][0]["rhk"]
    assert rhk == {
        "uraian": "Bawah",
        "rhkAtasan": {"uraian": "Atas"},
        "indikator": [{"id": "indikator_1"}],
    }


async def test_the_whole_tree_in_one_question(dunia: Dunia) -> None:
    """instansi → unor → pegawai → SKP → RHK → indikator is one graph."""
    await isi_lengkap(dunia.staf, await buat(dunia.staf))
    jawaban = await dunia.admin.minta(POHON)
    found = [
        skp["rhk"]
        for satu in jawaban.payload()["unor"]["nodes"]
        for pegawai in satu["pegawai"]["nodes"]
        for skp in pegawai["skp"]
    ]
    assert found == [[{"indikator": [{"id": "indikator_1"}]}]]


async def test_up_and_down_the_tree(dunia: Dunia) -> None:
    jawaban = await dunia.staf.minta(NAIK_TURUN)
    akar = jawaban.payload()["pegawai"]["unor"]["induk"]["induk"]
    assert akar == {"anak": {"nodes": [{"anak": {"nodes": [{"nama": "bagian"}]}}]}}


@pytest.mark.parametrize("levels", [1, 12, 30])
async def test_any_depth(dunia: Dunia, levels: int) -> None:
    """Neither database nests too deep: the SQL is flat, however deep the selection."""
    document = "{ saya { pegawai { " + "unor { pimpinan { " * levels + "nama" + " } }" * levels
    found = (await dunia.staf.minta(document + " } } }")).payload()["pegawai"]
    for _ in range(levels):
        found = found["unor"]["pimpinan"]
    assert found == {"nama": "kabag"}


async def test_more_edges_than_a_database_plans_in_time_are_refused(dunia: Dunia) -> None:
    """Doubled at each level, an innocent fragment becomes hundreds of lookups."""
    levels = 7
    fragments = " ".join(
        f"fragment f{n} on Pegawai {{ a: atasan {{ ...f{n + 1} }} b: atasan {{ ...f{n + 1} }} }}"
        for n in range(levels)
    )
    document = f"{{ saya {{ pegawai {{ ...f0 }} }} }} {fragments}"
    jawaban = await dunia.staf.minta(f"{document} fragment f{levels} on Pegawai {{ nama }}")
    assert jawaban.codes == ["BAD_INPUT"]
    assert "64" in str(jawaban.errors[0])
    wide = " ".join(f"a{n}: atasan {{ nama }}" for n in range(60))
    pegawai = (await dunia.staf.minta(f"{{ saya {{ pegawai {{ {wide} }} }} }}")).payload()[
        "pegawai"
    ]
    assert pegawai == {f"a{n}": {"nama": "kabag"} for n in range(60)}
