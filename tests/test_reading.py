"""Reading: whatever a document selects is answered right, with one statement a root field."""

import asyncio
import logging
import re
from typing import Any

import pytest

from models.database import Dialect, dialect
from models.organisasi import Instansi, Pegawai, Unor
from models.rules.vocabulary import JenisInstansi, JenisJabatan, JenisPegawai, JenisRhk
from tests.buatan import buat, isi_lengkap, tambah_indikator, tambah_rhk
from tests.dunia import Dunia, Jawaban, Orang, unor

pytestmark = pytest.mark.anyio

SULIT = (
    "'petik' dan \"kutip\" dan `aksen`",
    "baris satu\nbaris dua\r\nbaris tiga\ttab",
    "garis \\ miring \\n \\u0041 \\",
    "emoji 🙂👩‍👩‍👧 dan huruf ꦧꦱꦗꦮ العربية é é",
    "$1 ? %s {t} {c} '; DROP TABLE skp; --",
    '{"json": [1, null]}',
    "\x01\x1f\x7f\u2028\u2029\ufeff",
)


async def _skp(dunia: Dunia) -> str:
    skp_id = await buat(dunia.staf)
    await isi_lengkap(dunia.staf, skp_id, uraian="Pertama")
    await tambah_rhk(dunia.staf, skp_id, JenisRhk.TAMBAHAN, uraian="Kedua")
    return skp_id


# Selections.


async def test_fragments_inline_named_and_on_node(dunia: Dunia) -> None:
    skp_id = await _skp(dunia)
    document = """
    query ($id: ID!) {
      node(id: $id) {
        id
        ... on Node { __typename }
        ... on Skp { tahun ...luar }
        ... on Pegawai { nip }
        ... { sama: id }
      }
    }
    fragment luar on Skp { status rhk { ...dalam } }
    fragment dalam on Rhk { ...isi ... on Node { id } ... on Rhk { jenis } }
    fragment isi on Rhk { uraian }
    """
    payload = (await dunia.staf.minta(document, id=skp_id)).payload()
    assert list(payload) == ["id", "__typename", "tahun", "status", "rhk", "sama"]
    assert payload["sama"] == payload["id"] == skp_id
    assert payload["__typename"] == "Skp"
    assert [list(rhk) for rhk in payload["rhk"]] == [["uraian", "id", "jenis"]] * 2
    assert [rhk["uraian"] for rhk in payload["rhk"]] == ["Pertama", "Kedua"]


async def test_the_same_field_under_different_arguments(dunia: Dunia) -> None:
    await buat(dunia.staf)
    document = """
    query ($tahun: Int) {
      pegawai: saya {
        pegawai { ini: skp(tahun: $tahun) { tahun } lalu: skp(tahun: 1999) { id } skp { tahun } }
      }
    }
    """
    payload = (await dunia.staf.minta(document, tahun=2026)).payload()
    assert payload["pegawai"] == {"ini": [{"tahun": 2026}], "lalu": [], "skp": [{"tahun": 2026}]}
    payload = (await dunia.staf.minta(document)).payload()
    assert payload["pegawai"]["ini"] == [{"tahun": 2026}]


async def test_one_root_field_many_times(dunia: Dunia) -> None:
    ids = {nama: f"pegawai_{siapa.pegawai.id}" for nama, siapa in dunia.orang.items()}
    calls = " ".join(f'{nama}: pegawai(id: "{id_}") {{ nama }}' for nama, id_ in ids.items())
    jawaban = await dunia.super.minta(f"{{ {calls} }}")
    assert jawaban.data == {nama: {"nama": nama} for nama in ids}


@pytest.mark.parametrize("ya", [True, False])
async def test_skip_and_include_by_variable(dunia: Dunia, ya: bool) -> None:
    document = """
    query ($ya: Boolean!) {
      saya {
        id
        nama @include(if: $ya)
        nip @skip(if: $ya)
        peran @include(if: $ya) @skip(if: $ya)
        ... @include(if: $ya) { pegawai { id } }
        ...lagi @skip(if: $ya)
      }
    }
    fragment lagi on Saya { memimpin { id } }
    """
    payload = (await dunia.staf.minta(document, ya=ya)).payload()
    assert list(payload) == (["id", "nama", "pegawai"] if ya else ["id", "nip", "memimpin"])


async def test_equal_fields_are_merged(dunia: Dunia) -> None:
    skp_id = await _skp(dunia)
    document = """
    query ($id: ID!) {
      skp(id: $id) {
        rhk { id } ...lagi rhk { uraian indikator { uraian } }
        riwayat(first: 1) { nodes { aksi } } riwayat(first: 1) { totalCount nodes { id } }
        aksiTersedia { aksi } aksiTersedia { boleh }
      }
    }
    fragment lagi on Skp { rhk { jenis indikator { id } } }
    """
    payload = (await dunia.staf.minta(document, id=skp_id)).payload()
    assert [list(rhk) for rhk in payload["rhk"]] == [["id", "jenis", "indikator", "uraian"]] * 2
    assert list(payload["rhk"][0]["indikator"][0]) == ["id", "uraian"]
    assert list(payload["riwayat"]["nodes"][0]) == ["aksi", "id"]
    assert list(payload["aksiTersedia"][0]) == ["aksi", "boleh"]


async def test_typename_everywhere(dunia: Dunia) -> None:
    skp_id = await _skp(dunia)
    document = """
    query ($id: ID!) {
      __typename
      skp(id: $id) {
        a: __typename b: __typename pegawai { __typename } rhk { __typename }
        aksiTersedia { __typename }
        riwayat { __typename pageInfo { __typename } edges { __typename node { __typename } }
          nodes { __typename perubahan { __typename } } }
      }
    }
    """
    jawaban = await dunia.staf.minta(document, id=skp_id)
    assert jawaban.errors == []
    assert jawaban.data is not None
    skp = jawaban.data["skp"]
    assert (jawaban.data["__typename"], skp["a"], skp["b"]) == ("Query", "Skp", "Skp")
    assert skp["riwayat"]["__typename"] == "RiwayatConnection"
    assert skp["riwayat"]["pageInfo"] == {"__typename": "PageInfo"}
    assert skp["riwayat"]["edges"][0] == {
        "__typename": "RiwayatEdge",
        "node": {"__typename": "Riwayat"},
    }
    assert skp["riwayat"]["nodes"][0]["perubahan"][0] == {"__typename": "Perubahan"}


async def test_only_typename(dunia: Dunia) -> None:
    document = "{ saya { __typename pegawai { __typename } } }"
    payload = (await dunia.staf.minta(document)).payload()
    assert payload == {"__typename": "Saya", "pegawai": {"__typename": "Pegawai"}}


async def test_many_aliases_on_one_object(dunia: Dunia) -> None:
    for banyak in (59, 60, 61, 130, 500):
        aliases = " ".join(f"a{number}: nama b{number}: aktif" for number in range(banyak))
        document = f"{{ saya {{ pegawai {{ {aliases} }} }} }}"
        pegawai = (await dunia.staf.minta(document)).payload()["pegawai"]
        wanted = [(f"a{n}", "staf") for n in range(banyak)] + [
            (f"b{n}", True) for n in range(banyak)
        ]
        assert pegawai == dict(wanted)


async def test_long_aliases(dunia: Dunia) -> None:
    for panjang in (62, 63, 64, 65, 300):
        satu, dua = "a" * (panjang - 1) + "b", "a" * (panjang - 1) + "c"
        payload = (await dunia.staf.minta(f"{{ saya {{ {satu}: nama {dua}: nip }} }}")).payload()
        assert payload == {satu: "staf", dua: dunia.staf.pegawai.nip}


async def test_many_aliases_of_which_one_is_long(dunia: Dunia) -> None:
    aliases = " ".join(f"a{number}: nama" for number in range(70))
    panjang = "z" * 64
    document = f"{{ saya {{ pegawai {{ {aliases} {panjang}: nip }} }} }}"
    payload = (await dunia.staf.minta(document)).payload()
    assert payload["pegawai"][panjang] == dunia.staf.pegawai.nip
    assert len(payload["pegawai"]) == 71


async def test_long_aliases_of_what_is_computed(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    satu, dua = "a" * 55 + "b", "a" * 55 + "c"
    both = f"{satu}: aksiTersedia {{ aksi }} {dua}: aksiTersedia {{ aksi }}"
    document = f"query ($id: ID!) {{ skp(id: $id) {{ {both} }} }}"
    payload = (await dunia.staf.minta(document, id=skp_id)).payload()
    assert payload[satu] == payload[dua] != []


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
    """instansi → unor → pegawai → SKP → RHK → indikator is one graph (too deep for SQLite)."""
    await isi_lengkap(dunia.staf, await buat(dunia.staf))
    jawaban = await dunia.admin.minta(POHON)
    if await _too_deep_for_sqlite(jawaban):
        return
    found = [
        skp["rhk"]
        for satu in jawaban.payload()["unor"]["nodes"]
        for pegawai in satu["pegawai"]["nodes"]
        for skp in pegawai["skp"]
    ]
    assert found == [[{"indikator": [{"id": "indikator_1"}]}]]


async def test_up_and_down_the_tree(dunia: Dunia) -> None:
    jawaban = await dunia.staf.minta(NAIK_TURUN)
    if await _too_deep_for_sqlite(jawaban):
        return
    akar = jawaban.payload()["pegawai"]["unor"]["induk"]["induk"]
    assert akar == {"anak": {"nodes": [{"anak": {"nodes": [{"nama": "bagian"}]}}]}}


async def _too_deep_for_sqlite(jawaban: Jawaban) -> bool:
    """SQLite may say so, in so many words; PostgreSQL never."""
    if dialect() is Dialect.POSTGRES or not jawaban.errors:
        return False
    assert jawaban.codes == ["BAD_INPUT"]
    assert "terlalu dalam" in str(jawaban.errors[0])
    return True


# Values.


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


# Pages.

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


# The budget: one statement for each root field, however much it reads.

BUDGET = {
    "saya": "{ saya { nama pegawai { skp { rhk { indikator { id } } aksiTersedia { aksi } } } } }",
    "daftarInstansi": "{ daftarInstansi(first: 100) { totalCount nodes { unor { totalCount } } } }",
    "unor": '{ unor(id: "unor_3") { pegawai(first: 100) { nodes { skp { rhk { id } } } } } }',
    "node": '{ node(id: "unor_3") { ... on Unor { pegawai(first: 100) { nodes { nama } } } } }',
    "two": '{ a: unor(id: "unor_3") { nama } b: unor(id: "unor_2") { nama } }',
    "dashboardPengisian": "{ dashboardPengisian(tahun: 2026) { utama { total } unit { nama } } }",
}


async def test_one_statement_at_one_row_and_at_fifty(
    dunia: Dunia, caplog: pytest.LogCaptureFixture
) -> None:
    await buat(dunia.staf)
    for _ in range(2):
        for nama, document in BUDGET.items():
            with caplog.at_level(logging.DEBUG, "tortoise.db_client"):
                caplog.clear()
                jawaban = await dunia.super.minta(document)
                statements = [r for r in caplog.records if r.name == "tortoise.db_client"]
            assert jawaban.errors == []
            assert (nama, len(statements)) == (nama, 2 if nama == "two" else 1)
        await _lima_puluh(dunia)


async def _lima_puluh(dunia: Dunia) -> None:
    """Fifty people more in the bagian, and fifty instansi."""
    people, agencies = await Pegawai.all().count(), await Instansi.all().count()
    await Pegawai.bulk_create(
        Pegawai(
            nip=f"19850101201001{number:04}",
            nama=f"pegawai {number}",
            instansi=dunia.instansi,
            unor=dunia.bagian,
            jenis_pegawai=JenisPegawai.PNS,
            golongan="III/a",
            jenis_jabatan=JenisJabatan.PELAKSANA,
            nama_jabatan="pelaksana",
        )
        for number in range(1100 + people, 1150 + people)
    )
    await Instansi.bulk_create(
        Instansi(kode=f"i{number}", nama=f"instansi {number}", jenis=JenisInstansi.DAERAH)
        for number in range(agencies, agencies + 50)
    )


async def test_doubled_fragments_cost_no_more_than_single_ones(dunia: Dunia) -> None:
    levels = 60
    doubled = " ".join(
        f"fragment f{n} on Pegawai {{ ...f{n + 1} ...f{n + 1} }}" for n in range(levels)
    )
    document = (
        f"{{ saya {{ pegawai {{ ...f0 }} }} }} {doubled} fragment f{levels} on Pegawai {{ nama }}"
    )
    async with asyncio.timeout(5):
        payload = (await dunia.staf.minta(document)).payload()
    assert payload == {"pegawai": {"nama": "staf"}}
