"""Whatever a document selects is answered, and nothing else."""

import asyncio

import pytest

from models.rules.vocabulary import JenisRhk
from tests.buatan import buat, isi_lengkap, tambah_rhk
from tests.dunia import Dunia

pytestmark = pytest.mark.anyio


async def _skp(dunia: Dunia) -> str:
    skp_id = await buat(dunia.staf)
    await isi_lengkap(dunia.staf, skp_id, uraian="Pertama")
    await tambah_rhk(dunia.staf, skp_id, JenisRhk.TAMBAHAN, uraian="Kedua")
    return skp_id


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
