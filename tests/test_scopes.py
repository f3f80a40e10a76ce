"""Who sees what: the whole schema, walked as nobody and as each actor.

What each may see is worked out here once more, in Python over the tables, from domain 6.
"""

from collections.abc import Iterable
from typing import Any

import pytest

from models.database import Row, execute, fetch
from models.rules.vocabulary import JenisJabatan, Peran, Rating, StatusSkp
from tests.buatan import (
    SEMESTER_1,
    SEMESTER_2,
    SETAHUN,
    TAHUN,
    ajukan,
    berhasil,
    buat,
    ditolak_di_atas,
    isi_lengkap,
    kunci,
    setujui,
    tambah_indikator,
    tambah_rhk,
)
from tests.buatan_matriks import MATRIKS_TAMBAH, matriks
from tests.dunia import Dunia, Orang, beri_peran, minta, orang, pimpin
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

pytestmark = pytest.mark.anyio

RAHASIA_B = "hanya-untuk-B"  # stands in every text of B
OF_B = {"asing", "asing_2", "kepala_b", "admin_b", "super"}


@pytest.fixture
async def ramai(dunia: Dunia) -> Dunia:
    """The world with SKP in every status, in two periods, in both instansi."""
    await _isi_a(dunia)
    await _isi_b(dunia)
    return dunia


async def _isi_a(dunia: Dunia) -> None:
    """kabag has a draft for each half-year; staf submitted for the first, lama was approved for
    the whole year, rekan drafts the second; kabiro drafts the year."""
    dunia.orang["lama"] = await orang("lama", dunia.bagian)
    for periode in (SEMESTER_1, SEMESTER_2):
        skp_id = await buat(dunia.kabag, periode)
        await tambah_indikator(dunia.kabag, await tambah_rhk(dunia.kabag, skp_id))
    skp_id = await buat(dunia.kabiro)
    await tambah_indikator(dunia.kabiro, await tambah_rhk(dunia.kabiro, skp_id))
    staf = await buat(dunia.staf, SEMESTER_1)
    await isi_lengkap(dunia.staf, staf)
    await ajukan(dunia.staf, staf)
    await isi_lengkap(dunia.rekan, await buat(dunia.rekan, SEMESTER_2))
    lama = await buat(dunia.lama, SETAHUN)
    await isi_lengkap(dunia.lama, lama)
    await ajukan(dunia.lama, lama)
    await setujui(dunia.kabag, lama)


async def _isi_b(dunia: Dunia) -> None:
    """The same in small: kepala_b leads; asing submitted, asing_2 drafts."""
    akar_b = await dunia.asing.pegawai.unor
    for nama in ("kepala_b", "asing_2", "admin_b"):
        dunia.orang[nama] = await orang(f"{RAHASIA_B} {nama}", akar_b, JenisJabatan.JPT_MADYA)
    await pimpin(akar_b, dunia.kepala_b)
    await beri_peran(dunia.admin_b, Peran.ADMIN_INSTANSI, dunia.lain.id)
    skp_id = await buat(dunia.kepala_b)
    rhk_id = await tambah_rhk(dunia.kepala_b, skp_id, uraian=RAHASIA_B)
    await tambah_indikator(dunia.kepala_b, rhk_id, uraian=RAHASIA_B)
    for siapa in (dunia.asing, dunia.asing_2):
        skp_id = await buat(siapa)
        await isi_lengkap(siapa, skp_id, uraian=RAHASIA_B)
        if siapa is dunia.asing:
            await ajukan(siapa, skp_id)


class Oracle:
    """Domain 6 over rows held in memory."""

    def __init__(self, tables: dict[str, list[Row]]) -> None:
        self.tables = tables
        self.unor = {row["id"]: row for row in tables["unor"]}
        self.pegawai = {row["id"]: row for row in tables["pegawai"]}
        self.skp = {row["id"]: row for row in tables["skp"]}
        self.rhk = {row["id"]: row for row in tables["rhk"]}

    @classmethod
    async def load(cls) -> "Oracle":
        return cls({noun: await fetch(f"SELECT * FROM {noun} ORDER BY id") for noun in nouns()})

    def everything(self) -> set[str]:
        return {f"{noun}_{row['id']}" for noun, rows in self.tables.items() for row in rows}

    def visible(self, siapa: Orang) -> set[str]:
        told = {
            f"notifikasi_{row['id']}"
            for row in self.tables["notifikasi"]
            if row["pegawai_id"] == siapa.pegawai.id
        }
        if siapa.akun.peran is Peran.SUPER_ADMIN:
            others = {f"notifikasi_{row['id']}" for row in self.tables["notifikasi"]} - told
            return self.everything() - others
        rules = {
            "instansi": lambda row: row["id"] in self._instansi(siapa),
            "unor": lambda row: row["instansi_id"] in self._instansi(siapa),
            "pegawai": lambda row: self._sees_pegawai(siapa, row),
            "skp": lambda row: self._sees_skp(siapa, row),
            "rhk": lambda row: self._sees_rhk(siapa, row),
            "indikator": lambda row: self._sees_skp(
                siapa, self.skp[self.rhk[row["rhk_id"]]["skp_id"]]
            ),
            "riwayat": lambda row: self._sees_skp(siapa, self.skp[row["noun_id"]]),
            "notifikasi": lambda row: f"notifikasi_{row['id']}" in told,
        }
        return {
            f"{noun}_{row['id']}"
            for noun, rows in self.tables.items()
            for row in rows
            if rules[noun](row)
        }

    def _instansi(self, siapa: Orang) -> set[int | None]:
        return {siapa.pegawai.instansi_id, siapa.akun.instansi_id}

    def _administers(self, siapa: Orang, pegawai_id: int) -> bool:
        return (
            siapa.akun.peran is Peran.ADMIN_INSTANSI
            and self.pegawai[pegawai_id]["instansi_id"] == siapa.akun.instansi_id
        )

    def _ancestors(self, unor_id: int | None) -> Iterable[Row]:
        while unor_id is not None:
            yield self.unor[unor_id]
            unor_id = self.unor[unor_id]["induk_id"]

    def _sees_pegawai(self, siapa: Orang, row: Row) -> bool:
        me, other = siapa.pegawai.id, row["id"]
        pairs = {(skp["pegawai_id"], skp["pejabat_penilai_id"]) for skp in self.skp.values()}
        return (
            other == me
            or self._administers(siapa, other)
            or any(place["pimpinan_id"] == me for place in self._ancestors(row["unor_id"]))
            or any(
                place["pimpinan_id"] == other and place["instansi_id"] == siapa.pegawai.instansi_id
                for place in self.unor.values()
            )
            or (me, other) in pairs
            or (other, me) in pairs
        )

    def _sees_skp(self, siapa: Orang, row: Row) -> bool:
        me = siapa.pegawai.id
        return (
            row["pegawai_id"] == me
            or (row["pejabat_penilai_id"] == me and row["status"] != StatusSkp.DRAFT)
            or self._administers(siapa, row["pegawai_id"])
        )

    def _sees_rhk(self, siapa: Orang, row: Row) -> bool:
        plan = self.skp[row["skp_id"]]
        return self._sees_skp(siapa, plan) or any(
            mine["pegawai_id"] == siapa.pegawai.id
            and mine["pejabat_penilai_id"] == plan["pegawai_id"]
            and mine["periode_awal"] <= plan["periode_akhir"]
            and plan["periode_awal"] <= mine["periode_akhir"]
            for mine in self.skp.values()
        )


# As nobody.


async def test_nobody_reads_anything(dunia: Dunia) -> None:
    for nama, field in root_fields().items():
        given = {
            "id": f'"{nama if nama in nouns() else "skp"}_1"',
            "tahun": str(TAHUN),
            "nip": '"x"',
            "pejabatPenilaiId": '"pegawai_1"',
            "unorId": '"unor_1"',
            "periodeId": '"periodepenilaian_1"',
            "penilaian": "[]",
        }
        wanted = required_arguments(field) or (["id"] if "id" in field.args else [])
        arguments = ", ".join(f"{argument}: {given[argument]}" for argument in wanted)
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
    """By `node(id)` and by the typed fields alike: in the scope found, outside of it not found;
    and whatever hangs below, however it was reached, lies in the scope too."""
    oracle = await Oracle.load()
    any_noun = f"query ($id: ID!) {{ node(id: $id) {node(1)} }}"
    for nama, siapa in ramai.orang.items():
        visible = oracle.visible(siapa)
        for id_ in sorted(oracle.everything()):
            noun = id_.partition("_")[0]
            documents = [any_noun]
            if noun in root_fields():
                documents.append(f"query ($id: ID!) {{ {noun}(id: $id) {{ id }} }}")
            for document in documents:
                jawaban = await siapa.minta(document, id=id_)
                if id_ not in visible:
                    assert (nama, id_, jawaban.codes) == (nama, id_, ["NOT_FOUND"])
                    continue
                found = jawaban.payload()
                assert found["id"] == id_, nama
                assert ids_in(found) - visible == set(), (nama, id_)
                assert RAHASIA_B not in str(found) or nama in OF_B, (nama, id_)


async def test_nothing_leaks_from_the_roots_down(ramai: Dunia) -> None:
    oracle = await Oracle.load()
    roots = root_fields()
    for nama, siapa in ramai.orang.items():
        visible = oracle.visible(siapa)
        own = f"pegawai_{siapa.pegawai.id}"
        document = f"""{{
          saya {root_selection(roots["saya"], 1)}
          daftarInstansi {seleksi_halaman(1)}
          pegawai(id: "{own}") {root_selection(roots["pegawai"], 1)}
        }}"""
        jawaban = await siapa.minta(document)
        assert jawaban.errors == [], nama
        assert ids_in(jawaban.data) - visible == set(), nama


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
    assert await _skp_of(ramai.kabiro, ramai.staf) == []


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
    for noun in nouns():
        angka = ("", "0", "-1", "9999999999", "１", "1_1", "1 ", "1\x00", "٣")
        salah += [noun, f"{noun.upper()}_1", *(f"{noun}_{satu}" for satu in angka)]
    document = "query ($id: ID!) { node(id: $id) { id } }"
    for id_ in salah:
        assert (id_, (await dunia.super.minta(document, id=id_)).codes) == (id_, ["NOT_FOUND"])


async def test_an_id_without_a_noun_is_not_found(dunia: Dunia) -> None:
    assert (await dunia.super.minta('{ node(id: "_1") { id } }')).codes == ["NOT_FOUND"]
