"""Connections: every row once, in order."""

from typing import Any

import pytest

from models.organisasi import Unor
from tests.buatan import SULIT, buat, tambah_rhk
from tests.dunia import Dunia, Orang, unor

pytestmark = pytest.mark.anyio

UNOR = """
query ($first: Int, $after: String) {
  instansi(kode: "A") {
    unor(first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { id nama }
      edges { cursor node { id } }
    }
  }
}
"""


@pytest.fixture
async def banyak(dunia: Dunia) -> Dunia:
    """150 unor more, of which many share a name."""
    await Unor.bulk_create(
        Unor(instansi=dunia.instansi, induk=dunia.akar, kode=f"k{n}", nama=f"sama {n % 7}")
        for n in range(150)
    )
    return dunia


async def _halaman(siapa: Orang, **arguments: Any) -> Any:
    return (await siapa.minta(UNOR, **arguments)).payload()["unor"]


@pytest.mark.parametrize("first", [1, 51])
async def test_pages_show_every_row_once_in_order(banyak: Dunia, first: int) -> None:
    seen: list[dict[str, str]] = []
    after, pages = None, 0
    while True:
        page = await _halaman(banyak.staf, first=first, after=after)
        pages += 1
        assert page["totalCount"] == 153
        assert page["pageInfo"]["hasPreviousPage"] == (after is not None)
        assert [edge["node"]["id"] for edge in page["edges"]] == [n["id"] for n in page["nodes"]]
        assert page["pageInfo"]["startCursor"] == page["edges"][0]["cursor"]
        assert page["pageInfo"]["endCursor"] == page["edges"][-1]["cursor"]
        seen += page["nodes"]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
        assert len(page["nodes"]) == first
    assert pages == -(-153 // first)
    assert len({node["id"] for node in seen}) == len(seen) == 153
    keys = [(node["nama"], int(node["id"].removeprefix("unor_"))) for node in seen]
    assert keys == sorted(keys)


async def test_twenty_unless_told(banyak: Dunia) -> None:
    for arguments in ({}, {"first": None, "after": None}):
        assert len((await _halaman(banyak.staf, **arguments))["nodes"]) == 20


async def test_an_exactly_full_last_page_has_no_next(dunia: Dunia) -> None:
    page = await _halaman(dunia.staf, first=3)
    assert page["pageInfo"]["hasNextPage"] is False
    page = await _halaman(dunia.staf, first=2)
    assert page["pageInfo"]["hasNextPage"] is True


async def test_beyond_the_last_row_there_is_nothing(dunia: Dunia) -> None:
    last = (await _halaman(dunia.staf))["pageInfo"]["endCursor"]
    assert await _halaman(dunia.staf, after=last) == {
        "totalCount": 3,
        "pageInfo": {
            "hasNextPage": False,
            "hasPreviousPage": True,
            "startCursor": None,
            "endCursor": None,
        },
        "nodes": [],
        "edges": [],
    }


async def test_a_row_added_before_the_cursor_moves_nothing(dunia: Dunia) -> None:
    first = await _halaman(dunia.staf, first=2)
    await unor(dunia.instansi, "aaa", dunia.akar)
    rest = await _halaman(dunia.staf, after=first["pageInfo"]["endCursor"])
    assert [node["nama"] for node in first["nodes"] + rest["nodes"]] == ["akar", "bagian", "biro"]


async def test_first_outside_its_bounds(dunia: Dunia) -> None:
    for first in (0, -1, 101, 2**31 - 1, 2**31, "3", 1.5):
        assert (await dunia.staf.minta(UNOR, first=first)).codes == ["BAD_INPUT"]


async def test_cursors_that_are_none(dunia: Dunia) -> None:
    salah = ["", "x", "null", "{}", "[]", "NaN", '["akar"]', '["akar", "1"]', "[1, 1]"]
    salah += ['["a", 1, 1]', '["akar", null]', '["akar", true]', '["akar", 1.5]', '["akar", 1']
    for after in salah:
        assert (after, (await dunia.staf.minta(UNOR, after=after)).codes) == (after, ["BAD_INPUT"])


async def test_cursors_that_no_database_could_have_given(dunia: Dunia) -> None:
    for after in ('["a", 99999999999999999999]', '["a\\u0000", 1]', '["\\ud800", 1]', "[" * 9999):
        assert (after[:30], (await dunia.staf.minta(UNOR, after=after)).codes) == (
            after[:30],
            ["BAD_INPUT"],
        )


@pytest.mark.parametrize(
    ("urut", "values"),
    [
        (
            "TERBARU",
            ["2026-W01-1", "20260101", "2026-13-01", "2026-1-1", "٢٠٢٦-01-01", "2026-01-01 "],
        ),
        ("DIUBAH_TERAKHIR", ["2026-01-01 00", "2026-01-01T00:00:00+23:59", "2026-01-01", "now"]),
    ],
)
async def test_cursors_with_no_such_time(dunia: Dunia, urut: str, values: list[str]) -> None:
    document = """
    query ($after: String, $urut: SkpUrut) {
      instansi(kode: "A") { skp(after: $after, urut: $urut) { nodes { id } } }
    }
    """
    for value in values:
        jawaban = await dunia.admin.minta(document, after=f'["{value}", 1]', urut=urut)
        assert (value, jawaban.codes) == (value, ["BAD_INPUT"])


async def test_a_cursor_holds_any_name(dunia: Dunia) -> None:
    for teks in SULIT:
        await unor(dunia.instansi, teks[:40], dunia.akar)
    seen, after = 0, None
    while True:
        page = await _halaman(dunia.staf, first=1, after=after)
        seen, after = seen + len(page["nodes"]), page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert seen == 3 + len(SULIT)


async def test_the_trail_runs_backwards(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    for number in range(5):
        await tambah_rhk(dunia.staf, skp_id, uraian=f"RHK {number}")
    document = """
    query ($id: ID!, $after: String) {
      skp(id: $id) {
        riwayat(first: 2, after: $after) {
          totalCount pageInfo { hasNextPage endCursor } nodes { id aksi perubahan { nama ke } }
        }
      }
    }
    """
    seen: list[dict[str, Any]] = []
    after = None
    for more in (True, True, False):
        page = (await dunia.staf.minta(document, id=skp_id, after=after)).payload()["riwayat"]
        assert page["totalCount"] == 6
        assert page["pageInfo"]["hasNextPage"] is more
        seen += page["nodes"]
        after = page["pageInfo"]["endCursor"]
    numbers = [int(node["id"].removeprefix("riwayat_")) for node in seen]
    assert numbers == sorted(numbers, reverse=True)
    assert [node["aksi"] for node in seen] == ["RHK_TAMBAH"] * 5 + ["BUAT"]
    uraian = [p["ke"] for node in seen for p in node["perubahan"] if p["nama"] == "uraian"]
    assert uraian == ["RHK 4", "RHK 3", "RHK 2", "RHK 1", "RHK 0"]


async def test_pages_inside_pages(banyak: Dunia) -> None:
    document = """
    {
      daftarInstansi {
        nodes { kode unor(first: 2) { totalCount pageInfo { hasNextPage } nodes { nama } } }
      }
    }
    """
    payload = (await banyak.super.minta(document)).payload()
    assert [(i["kode"], i["unor"]["totalCount"]) for i in payload["nodes"]] == [
        ("A", 153),
        ("B", 1),
    ]
    assert [len(i["unor"]["nodes"]) for i in payload["nodes"]] == [2, 1]
    assert [i["unor"]["pageInfo"]["hasNextPage"] for i in payload["nodes"]] == [True, False]
