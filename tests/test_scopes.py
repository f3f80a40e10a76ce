"""Who sees what: the whole schema, walked as nobody and as each actor.

What each may see is worked out once more, in Python over the tables (tests/naif/visibility.py).
"""

from collections.abc import Sequence
from typing import Any

import pytest

from models.database import execute, fetch
from models.rules.vocabulary import Rating, StatusSkp
from resolvers.in_scope import seen
from schema.types.matriks import Matriks
from schema.types.skp import Skp
from tests.buatan import TAHUN, berhasil, buat, ditolak_di_atas, kunci
from tests.buatan_matriks import MATRIKS_TAMBAH, matriks
from tests.dunia import Dunia, Orang, minta
from tests.naif.store import load
from tests.naif.visibility import Visibility
from tests.penelusuran import (
    ids_in,
    node,
    nouns,
    required_arguments,
    root_fields,
    root_selection,
)
from tests.penilai import nilai
from tests.periode import AKHIR, AWAL, siapkan
from tests.ramai import OF_B, RAHASIA_B, ramaikan

pytestmark = pytest.mark.anyio

MOST_ROOTS = 50  # fields in one document


@pytest.fixture
async def ramai(dunia: Dunia) -> Dunia:
    """The small world, filled."""
    await ramaikan(dunia)
    return dunia


async def oracle(siapa: Orang) -> Visibility:
    """What the rules say that somebody sees of what the tables hold."""
    return Visibility(await load(), siapa.aktor)


# As nobody.


async def test_nobody_reads_anything(dunia: Dunia) -> None:
    given = {"ID": '"skp_1"', "Int": str(TAHUN), "String": '"x"'}
    for nama, field in root_fields().items():
        wanted = required_arguments(field) or (["id"] if "id" in field.args else [])
        types = {argument: str(field.args[argument].type).rstrip("!") for argument in wanted}
        arguments = ", ".join(f"{name}: {given.get(type_, '[]')}" for name, type_ in types.items())
        call = f"{nama}({arguments})" if arguments else nama
        jawaban = await minta(None, f"{{ {call} {root_selection(field, 1)} }}")
        assert (nama, jawaban.codes) == (nama, ["UNAUTHENTICATED"])
        assert jawaban.data == {nama: None}


async def test_nobody_learns_which_ids_are_well_formed(dunia: Dunia) -> None:
    """Who is asking comes before what is asked for."""
    for call in ('node(id: "x")', 'skp(id: "x")', 'unor(id: "x")', "instansi", 'pegawai(id: "x")'):
        jawaban = await minta(None, f"{{ {call} {{ id }} }}")
        assert (call, jawaban.codes) == (call, ["UNAUTHENTICATED"])


# As each actor.


async def test_everybody_sees_exactly_what_the_domain_says(ramai: Dunia) -> None:
    """By `node(id)` and by the typed fields alike: in the scope found, outside of it not found."""
    data = await load()
    everything = [f"{noun}_{key}" for noun, rows in data.nouns().items() for key in rows]
    assert {id_.partition("_")[0] for id_ in everything} == set(nouns())
    typed = {field: field.lower() for field in root_fields() if field.lower() in nouns()}
    for nama, siapa in ramai.orang.items():
        visible = Visibility(data, siapa.aktor).ids
        assert await _found(siapa, "node", everything) == visible, nama
        for field, noun in typed.items():
            asked = [id_ for id_ in everything if id_.startswith(f"{noun}_")]
            assert await _found(siapa, field, asked) == visible.intersection(asked), (nama, field)


async def _found(siapa: Orang, field: str, ids: Sequence[str]) -> set[str]:
    """Those of the ids that a root field finds for somebody; the others are not found."""
    found: set[str] = set()
    for start in range(0, len(ids), MOST_ROOTS):
        some = ids[start : start + MOST_ROOTS]
        calls = (f'a{place}: {field}(id: "{id_}") {{ id }}' for place, id_ in enumerate(some))
        jawaban = await siapa.minta(f"{{ {' '.join(calls)} }}")
        assert jawaban.data is not None
        seen = {id_ for id_, row in zip(some, jawaban.data.values(), strict=True) if row}
        assert {row["id"] for row in jawaban.data.values() if row} == seen
        assert jawaban.codes == ["NOT_FOUND"] * (len(some) - len(seen))
        found |= seen
    return found


async def test_asked_for_all_at_once_everybody_sees_the_same(ramai: Dunia) -> None:
    """As running subscriptions are checked again."""
    data = await load()
    everybody = [siapa.aktor for siapa in ramai.orang.values()]
    visible = {aktor: Visibility(data, aktor).ids for aktor in everybody}
    watched: tuple[Any, ...] = (Skp, Matriks)
    for noun in (type_.__noun__ for type_ in watched):
        asked = [(aktor, key) for aktor in everybody for key in data.nouns()[noun.prefix]]
        expected = [f"{noun.prefix}_{key}" in visible[aktor] for aktor, key in asked]
        assert await seen(noun.table, noun.scope, asked) == expected
        assert set(expected) == {True, False}


async def test_what_hangs_below_lies_in_the_scope_too(ramai: Dunia) -> None:
    """However it was reached; to SUPER_ADMIN, who sees everything, nothing is hidden below."""
    others = [nama for nama in ramai.orang if nama != "super"]
    for nama, siapa in ((nama, ramai.orang[nama]) for nama in others):
        visibility = await oracle(siapa)
        for id_ in sorted(visibility.ids):
            noun = id_.partition("_")[0]
            jawaban = await siapa.minta(
                f"query ($id: ID!) {{ node(id: $id) {node(noun, 1)} }}", id=id_
            )
            found = jawaban.payload()
            assert ids_in(found) - visibility.ids - visibility.named == set(), (nama, id_)
            assert RAHASIA_B not in str(found) or nama in OF_B, (nama, id_)


async def test_nothing_leaks_from_the_roots_down(ramai: Dunia) -> None:
    roots = root_fields()
    for nama, siapa in ramai.orang.items():
        visibility = await oracle(siapa)
        own = f"pegawai_{siapa.pegawai.id}"
        document = f"""{{
          saya {root_selection(roots["saya"], 1)}
          daftarInstansi {seleksi_halaman(1)}
          pegawai(id: "{own}") {root_selection(roots["pegawai"], 1)}
        }}"""
        jawaban = await siapa.minta(document)
        assert jawaban.errors == [], nama
        assert ids_in(jawaban.data) - visibility.ids - visibility.named == set(), nama


def seleksi_halaman(depth: int) -> str:
    return root_selection(root_fields()["daftarInstansi"], depth)


async def test_a_list_shows_ones_own_instansi(ramai: Dunia) -> None:
    for nama, siapa in ramai.orang.items():
        payload = (await siapa.minta("{ daftarInstansi { totalCount nodes { nama } } }")).payload()
        wanted = {"Instansi A"} if nama not in OF_B else {"Instansi B"}
        if nama == "super":
            wanted = {"Instansi A", "Instansi B"}
        assert {satu["nama"] for satu in payload["nodes"]} == wanted, nama
        assert payload["totalCount"] == len(wanted)


# The rules that people ask about, said one by one.

SKP_SEMUA = "query ($nip: String!) { pegawai(nip: $nip) { skp { status rhk { id } } } }"


async def _skp_of(siapa: Orang, pemilik: Orang) -> list[str] | None:
    jawaban = await siapa.minta(SKP_SEMUA, nip=pemilik.pegawai.nip)
    if jawaban.codes == ["NOT_FOUND"]:
        return None
    return [skp["status"] for skp in jawaban.payload()["skp"]]


async def test_the_pejabat_penilai_sees_only_what_was_submitted(ramai: Dunia) -> None:
    assert await _skp_of(ramai.kabag, ramai.staf) == [StatusSkp.PENGAJUAN]
    assert await _skp_of(ramai.kabag, ramai.lama) == [StatusSkp.PERSETUJUAN]
    assert await _skp_of(ramai.kabag, ramai.rekan) == []
    assert await _skp_of(ramai.kepala, ramai.staf) == []


async def test_a_pimpinan_sees_what_was_submitted_and_stands_in_his_matrices(ramai: Dunia) -> None:
    """He put staf into the one of his SKP; lama is in a team of his; rekan's is a draft."""
    assert await _skp_of(ramai.kabiro, ramai.staf) == [StatusSkp.PENGAJUAN]
    assert await _skp_of(ramai.kabiro, ramai.lama) == [StatusSkp.PERSETUJUAN]
    assert await _skp_of(ramai.kabiro, ramai.rekan) == []


async def test_a_stranger_sees_no_skp(ramai: Dunia) -> None:
    for pemilik in (ramai.rekan, ramai.lama, ramai.asing):
        assert await _skp_of(ramai.staf, pemilik) is None
    assert await _skp_of(ramai.asing, ramai.staf) is None


async def test_an_admin_sees_every_skp_of_his_instansi_alone(ramai: Dunia) -> None:
    assert await _skp_of(ramai.admin, ramai.rekan) == [StatusSkp.DRAFT]
    assert await _skp_of(ramai.admin, ramai.kabag) == [StatusSkp.DRAFT, StatusSkp.DRAFT]
    assert await _skp_of(ramai.admin, ramai.asing) is None
    assert await _skp_of(ramai.admin_b, ramai.asing) == [StatusSkp.PENGAJUAN]
    assert await _skp_of(ramai.admin_b, ramai.staf) is None


RHK = "query ($id: ID!) { node(id: $id) { ... on Rhk { uraian skp { id } indikator { id } } } }"
RHK_KABAG = "SELECT r.id FROM rhk r JOIN skp s ON s.id = r.skp_id WHERE s.pegawai_id = $1"


async def test_a_bawahan_sees_his_atasans_rhk_of_that_period_and_no_more(ramai: Dunia) -> None:
    rows = await fetch(f"{RHK_KABAG} ORDER BY s.periode_awal", [ramai.kabag.pegawai.id])
    pertama, kedua = [f"rhk_{row['id']}" for row in rows]
    jawaban = await ramai.staf.minta(RHK, id=pertama)
    assert jawaban.payload() == {
        "uraian": "Layanan selesai tepat waktu",
        "skp": None,
        "indikator": [],
    }
    assert (await ramai.staf.minta(RHK, id=kedua)).codes == ["NOT_FOUND"]
    assert (await ramai.rekan.minta(RHK, id=pertama)).codes == ["NOT_FOUND"]
    assert (await ramai.rekan.minta(RHK, id=kedua)).errors == []
    assert (await ramai.asing.minta(RHK, id=pertama)).codes == ["NOT_FOUND"]


KINERJA = """
query ($id: ID!) { skp(id: $id) {
  rhk { indikator { realisasi { id } } rencanaAksi { progresHarian { nodes { id } } } eviden { id }
    umpanBalik { id } }
  ekspektasi { id } umpanBalik { pemberi { id } } penilaian { predikat }
  riwayat { totalCount nodes { id } }
} }
"""


async def test_a_matriks_opens_the_plan_and_no_more(dunia: Dunia) -> None:
    """Whoever put an SKP into his own by hand reads no rating, and nothing else of its doing."""
    siap = await siapkan(dunia)
    rencana = await siap.rencana_aksi()
    await execute(
        "INSERT INTO ekspektasi (skp_id, aspek, uraian) VALUES ($1, 'LOYAL', 'x')",
        [kunci(siap.skp)],
    )
    await execute(
        "INSERT INTO realisasi (indikator_id, periode_id, realisasi, sumber_data)"
        " VALUES ($1, $2, 'x', 'x')",
        [kunci(siap.indikator), kunci(siap.periode)],
    )
    hidden = [rencana, await siap.progres(rencana), await siap.eviden()]
    hidden += [await siap.umpan_balik(dunia.kabag), "realisasi_1", "ekspektasi_1"]
    await siap.umpan_balik(dunia.kabag, rhkId=siap.rhk, aspek=None)
    ratings = dict.fromkeys(("hasilKerja", "perilaku"), Rating.SESUAI)
    await nilai(dunia.kabag, siap.skp, siap.periode, **ratings)
    atas = await matriks(await buat(dunia.kabiro, (AWAL, AKHIR)))
    ditolak_di_atas(await dunia.kabiro.minta(KINERJA, id=siap.skp), "NOT_FOUND")
    berhasil(await dunia.kabiro.minta(MATRIKS_TAMBAH, id=atas, skpId=siap.skp))

    empty: dict[str, Any] = {
        "indikator": [{"realisasi": []}],
        "rencanaAksi": [],
        "eviden": [],
        "umpanBalik": [],
    }
    nothing = {"ekspektasi": [], "umpanBalik": [], "riwayat": {"totalCount": 0, "nodes": []}}
    sheets = [{"predikat": "BAIK"}]
    found = (await dunia.kabiro.minta(KINERJA, id=siap.skp)).payload()
    assert found == {"rhk": [empty], **nothing, "penilaian": sheets}  # he leads above
    whole = (await dunia.kabag.minta(KINERJA, id=siap.skp)).payload()
    assert all(whole.values())
    assert all(whole["rhk"][0].values())
    assert (await dunia.staf.minta(KINERJA, id=siap.skp)).payload() == whole
    document = "query ($id: ID!) { node(id: $id) { id } }"
    for id_ in hidden:
        assert (id_, (await dunia.kabag.minta(document, id=id_)).errors) == (id_, [])
        ditolak_di_atas(await dunia.kabiro.minta(document, id=id_), "NOT_FOUND")
    hapus = "mutation ($id: ID!) { evidenHapus(id: $id) { userErrors { code } } }"
    ditolak_di_atas(await dunia.kabiro.minta(hapus, id=hidden[2]), "NOT_FOUND")


async def test_ids_that_name_nothing(dunia: Dunia) -> None:
    salah = ["", "_", "x", "akun_1", "nasional"]
    salah += ["penilaian_1", "lembarpenilaian_1", "perorangan_1", "selmatriks_1", "anggotatim_1"]
    for noun in nouns():
        angka = ("", "0", "-1", "9999999999", "１", "1_1", "1 ", "1\x00", "٣")
        salah += [noun, f"{noun.upper()}_1", *(f"{noun}_{satu}" for satu in angka)]
    document = "query ($id: ID!) { node(id: $id) { id } }"
    for id_ in salah:
        assert (id_, (await dunia.super.minta(document, id=id_)).codes) == (id_, ["NOT_FOUND"])


async def test_an_id_without_a_noun_is_not_found(dunia: Dunia) -> None:
    assert (await dunia.super.minta('{ node(id: "_1") { id } }')).codes == ["NOT_FOUND"]
