"""The fill-in dashboard: who may open which, and what it shows."""

from datetime import date
from typing import Any

import pytest

from models.counters import differences
from models.database import execute, fetch
from models.penilaian import Penilaian, PeriodePenilaian
from models.rules.vocabulary import JenisLingkup, JenisPeriode, Predikat, Rating, StatusSkp
from models.skp import Skp
from resolvers.unit_of_work import unit_of_work
from tests.buatan import TAHUN, buat, buat_berstatus
from tests.dunia import Dunia, Jawaban, Orang, minta, pimpin, unor

pytestmark = pytest.mark.anyio

DASHBOARD = """
query ($tahun: Int!, $instansiId: ID, $unorId: ID, $semua: Boolean! = false) {
  dashboardPengisian(
    tahun: $tahun, instansiId: $instansiId, unorId: $unorId, semuaUnor: $semua
  ) {
    versi lengkap tahun
    lingkup { jenis id nama }
    jejak { nama }
    utama { ...angka }
    langsung { ...angka }
    unit { id nama jumlahAnak indukId total belumBuat draft pengajuan persetujuan }
  }
}
fragment angka on RekapPengisian { total belumBuat draft pengajuan persetujuan }
"""
ANGKA = ("total", "belumBuat", "draft", "pengajuan", "persetujuan")


def _scopes(dunia: Dunia) -> dict[str, dict[str, str]]:
    return {
        "nasional": {},
        "A": {"instansiId": f"instansi_{dunia.instansi.id}"},
        "B": {"instansiId": f"instansi_{dunia.lain.id}"},
        "akar": {"unorId": f"unor_{dunia.akar.id}"},
        "biro": {"unorId": f"unor_{dunia.biro.id}"},
        "bagian": {"unorId": f"unor_{dunia.bagian.id}"},
        "akar-b": {"unorId": f"unor_{dunia.asing.pegawai.unor_id}"},
    }


async def _buka(siapa: Orang, **scope: Any) -> Jawaban:
    return await siapa.minta(DASHBOARD, tahun=TAHUN, **scope)


# Access (domain 5).

OPEN = {
    "super": {"nasional", "A", "B", "akar", "biro", "bagian", "akar-b"},
    "admin": {"A", "akar", "biro", "bagian"},
    "kepala": {"A", "akar", "biro", "bagian"},
    "kabiro": {"biro", "bagian"},
    "kabag": {"bagian"},
    "staf": set(),
    "rekan": set(),
    "asing": set(),
}


async def test_who_may_open_what(dunia: Dunia) -> None:
    assert OPEN.keys() == dunia.orang.keys()
    for nama, siapa in dunia.orang.items():
        for scope, ids in _scopes(dunia).items():
            jawaban = await _buka(siapa, **ids)
            wanted = [] if scope in OPEN[nama] else ["NOT_FOUND"]
            assert (nama, scope, jawaban.codes) == (nama, scope, wanted)


async def test_nobody_opens_any(dunia: Dunia) -> None:
    for ids in _scopes(dunia).values():
        jawaban = await minta(None, DASHBOARD, tahun=TAHUN, **ids)
        assert jawaban.codes == ["UNAUTHENTICATED"]


async def test_an_admin_who_also_leads_elsewhere_opens_both(dunia: Dunia) -> None:
    """A person of B administers A, and leads B's root: both are his."""
    akar_b = await dunia.asing.pegawai.unor
    await pimpin(akar_b, dunia.asing)
    dunia.asing.akun.peran, dunia.asing.akun.instansi_id = dunia.admin.akun.peran, dunia.instansi.id
    await dunia.asing.akun.save(update_fields=["peran", "instansi_id"])
    for scope in ("A", "bagian", "akar-b", "B"):
        jawaban = await _buka(dunia.asing, **_scopes(dunia)[scope])
        assert (scope, jawaban.codes) == (scope, [])


JEJAK = {
    ("super", "nasional"): [],
    ("super", "A"): ["Nasional"],
    ("super", "bagian"): ["Nasional", "Instansi A", "biro"],
    ("admin", "A"): [],
    ("admin", "bagian"): ["Instansi A", "biro"],
    ("kepala", "biro"): ["Instansi A"],
    ("kabiro", "biro"): [],
    ("kabiro", "bagian"): ["biro"],
    ("kabag", "bagian"): [],
}


async def test_the_way_up_ends_where_one_may_no_longer_look(dunia: Dunia) -> None:
    for (nama, scope), wanted in JEJAK.items():
        payload = (await _buka(dunia.orang[nama], **_scopes(dunia)[scope])).payload()
        assert [satu["nama"] for satu in payload["jejak"]] == wanted, (nama, scope)


async def test_one_scope_at_a_time(dunia: Dunia) -> None:
    scopes = _scopes(dunia)
    for siapa in (dunia.super, dunia.staf):
        assert (await _buka(siapa, **scopes["A"], **scopes["biro"])).codes == ["BAD_INPUT"]


YEARS = """
query ($tahun: Int!) {
  dashboardPengisian(tahun: $tahun) { tahun }
  dashboardMatriks(tahun: $tahun) { tahun }
  dashboardPenilaian(tahun: $tahun) { tahun }
  riwayatPengisian(tahun: $tahun) { tahun }
}
"""


async def test_years_that_there_are_figures_of(dunia: Dunia) -> None:
    for tahun in (1990, 2100):
        answer = await dunia.super.minta(YEARS, tahun=tahun)
        assert answer.data == {name: {"tahun": tahun} for name in answer.data or {}}
    for tahun in (1989, 2101, 2**31 - 1, -(2**31)):
        answer = await dunia.super.minta(YEARS, tahun=tahun)
        assert answer.codes == ["BAD_INPUT"] * 4


async def test_ids_that_name_no_scope(dunia: Dunia) -> None:
    for id_ in ("", "x", "unor_", "unor_999999", "unor_１", "skp_1"):
        assert (await _buka(dunia.super, unorId=id_)).codes == ["NOT_FOUND"]
        assert (await _buka(dunia.super, instansiId=id_.replace("unor", "instansi"))).codes == [
            "NOT_FOUND"
        ]
    assert (await _buka(dunia.super, instansiId=f"unor_{dunia.akar.id}")).codes == ["NOT_FOUND"]


# What it shows.


async def test_what_it_shows(dunia: Dunia) -> None:
    await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN)
    await buat(dunia.kabiro)
    payload = (await _buka(dunia.admin, **_scopes(dunia)["A"])).payload()
    assert payload["lengkap"] is True
    assert payload["tahun"] == TAHUN
    assert payload["lingkup"] == {
        "jenis": JenisLingkup.INSTANSI,
        "id": f"instansi_{dunia.instansi.id}",
        "nama": "Instansi A",
    }
    assert payload["utama"] == dict(zip(ANGKA, (6, 4, 1, 0, 1), strict=True))
    assert payload["langsung"] == dict(zip(ANGKA, (2, 2, 0, 0, 0), strict=True))
    assert payload["unit"] == [
        {
            "id": f"unor_{dunia.biro.id}",
            "nama": "biro",
            "jumlahAnak": 1,
            "indukId": f"unor_{dunia.akar.id}",
            **dict(zip(ANGKA, (4, 2, 1, 0, 1), strict=True)),
        }
    ]


async def test_a_year_without_any_skp_is_all_belum_buat(dunia: Dunia) -> None:
    await buat(dunia.staf)
    payload = (await dunia.super.minta(DASHBOARD, tahun=1999)).payload()
    assert payload["utama"] == dict(zip(ANGKA, (8, 8, 0, 0, 0), strict=True))


async def test_utama_is_langsung_and_all_units(dunia: Dunia) -> None:
    await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    await buat(dunia.kepala)
    for ids in _scopes(dunia).values():
        payload = (await _buka(dunia.super, **ids)).payload()
        parts = [*payload["unit"], payload["langsung"] or dict.fromkeys(ANGKA, 0)]
        summed = {angka: sum(part[angka] for part in parts) for angka in ANGKA}
        assert payload["utama"] == summed
        assert (payload["langsung"] is None) == (ids == {})


async def test_units_stand_by_name(dunia: Dunia) -> None:
    for nama in ("arsip", "zeni", "biro"):
        await unor(dunia.instansi, f"{nama} 2", dunia.akar)
    payload = (await _buka(dunia.admin, **_scopes(dunia)["A"])).payload()
    names = [satu["nama"] for satu in payload["unit"]]
    assert names == ["arsip 2", "biro", "biro 2", "zeni 2"]


async def test_all_units_below_when_asked(dunia: Dunia) -> None:
    await buat(dunia.staf)
    payload = (await _buka(dunia.admin, **_scopes(dunia)["A"], semua=True)).payload()
    assert {satu["nama"]: (satu["total"], satu["draft"]) for satu in payload["unit"]} == {
        "biro": (4, 1),
        "bagian": (3, 1),
    }


# The other two (manual 7.3, 7.4).

MATRIKS = """
query ($tahun: Int!, $instansiId: ID, $unorId: ID) {
  dashboardMatriks(tahun: $tahun, instansiId: $instansiId, unorId: $unorId) {
    utama { total nol satu lebih }
    langsung { total nol satu lebih }
    unit { nama total nol satu lebih sendiri { total nol satu lebih } }
  }
}
"""
PENILAIAN = """
query ($tahun: Int, $periodeId: ID, $instansiId: ID, $unorId: ID) {
  dashboardPenilaian(
    tahun: $tahun, periodeId: $periodeId, instansiId: $instansiId, unorId: $unorId
  ) {
    tahun periode { id nama jenis } lingkup { id }
    utama { total belumDinilai sangatKurang kurang butuhPerbaikan baik sangatBaik }
    unit { nama total belumDinilai baik }
  }
}
"""


async def test_who_opens_one_dashboard_opens_all(dunia: Dunia) -> None:
    for nama, siapa in dunia.orang.items():
        for scope, ids in _scopes(dunia).items():
            for document in (MATRIKS, PENILAIAN):
                jawaban = await siapa.minta(document, tahun=TAHUN, **ids)
                wanted = [] if scope in OPEN[nama] else ["NOT_FOUND"]
                assert (nama, scope, jawaban.codes) == (nama, scope, wanted)
    assert (await minta(None, MATRIKS, tahun=TAHUN)).codes == ["UNAUTHENTICATED"]


async def test_keterlibatan_counts_people_by_their_matrices(dunia: Dunia) -> None:
    tops = [await buat(dunia.kabag), await buat(dunia.kabiro), await buat(dunia.kepala)]
    await _involve(dunia, dunia.staf, tops[:1])
    await _involve(dunia, dunia.rekan, tops)
    payload = (await dunia.super.minta(MATRIKS, tahun=TAHUN)).payload()
    people = payload["utama"]["total"]
    rows = await fetch(
        "SELECT plan.pegawai_id, count(DISTINCT matriks_id) AS banyak FROM baris_matriks baris"
        " JOIN skp plan ON plan.id = baris.skp_id GROUP BY plan.pegawai_id"
    )
    satu = sum(row["banyak"] == 1 for row in rows)
    assert payload["utama"] == {
        "total": people,
        "nol": people - len(rows),
        "satu": satu,
        "lebih": len(rows) - satu,
    }
    assert len(rows) - satu >= 1
    assert await differences() == []


async def _involve(dunia: Dunia, siapa: Orang, tops: list[str]) -> None:
    """Put his SKP of the year into the whole matrix of each of these SKP."""
    key = int((await buat(siapa)).partition("_")[2])
    async with unit_of_work(dunia.super.aktor) as work:
        work.demand(())
        async with work.counting(siapa.pegawai.id):
            for top in tops:
                await execute(
                    "INSERT INTO matriks (skp_id) VALUES ($1) ON CONFLICT DO NOTHING",
                    [int(top.partition("_")[2])],
                )
                await execute(
                    "INSERT INTO baris_matriks (matriks_id, skp_id) SELECT id, $1 FROM matriks"
                    " WHERE skp_id = $2 AND tim_kerja_id IS NULL ON CONFLICT DO NOTHING",
                    [key, int(top.partition("_")[2])],
                )


async def test_penilaian_of_a_periode_and_of_the_year(dunia: Dunia) -> None:
    tahunan = await _rated(dunia, "TAHUNAN", "BAIK")
    triwulan = await _rated(dunia, "TRIWULAN", "SANGAT_BAIK")
    akhir = (await dunia.super.minta(PENILAIAN, tahun=TAHUN)).payload()
    assert (akhir["tahun"], akhir["periode"]) == (TAHUN, None)
    assert (akhir["utama"]["baik"], akhir["utama"]["sangatBaik"]) == (1, 0)
    assert [unit["baik"] for unit in akhir["unit"]] == [1, 0]
    for periode, baik in ((tahunan, 1), (triwulan, 0)):
        one = (await dunia.admin.minta(PENILAIAN, periodeId=periode)).payload()
        assert one["lingkup"]["id"] == f"instansi_{dunia.instansi.id}"
        assert one["periode"]["id"] == periode
        assert (one["utama"]["baik"], one["utama"]["sangatBaik"]) == (baik, 1 - baik)
        assert one["utama"]["belumDinilai"] == one["utama"]["total"] - 1


async def _rated(dunia: Dunia, jenis: str, predikat: str) -> str:
    """A new periode of instansi A in which staf's SKP is rated so; its id."""
    periode = await PeriodePenilaian.create(
        instansi_id=dunia.instansi.id,
        tahun=TAHUN,
        nama=jenis,
        awal=date(TAHUN, 1, 1),
        akhir=date(TAHUN, 12, 31),
        batas_pengisian=date(TAHUN + 1, 1, 31),
        jenis=JenisPeriode(jenis),
    )
    skp = await Skp.get_or_none(pegawai_id=dunia.staf.pegawai.id)
    if skp is None:
        await buat(dunia.staf)
        skp = await Skp.get(pegawai_id=dunia.staf.pegawai.id)
    async with unit_of_work(dunia.super.aktor) as work:
        work.demand(())
        async with work.counting(dunia.staf.pegawai.id):
            await Penilaian.create(
                skp=skp,
                periode=periode,
                hasil_kerja=Rating.SESUAI,
                perilaku=Rating.SESUAI,
                predikat=Predikat(predikat),
            )
    return f"periodepenilaian_{periode.id}"


async def test_a_year_or_a_periode_of_the_instansi_that_is_opened(dunia: Dunia) -> None:
    periode = await _rated(dunia, "TAHUNAN", "BAIK")
    for ids, code in (
        ({}, "BAD_INPUT"),
        ({"tahun": TAHUN, "periodeId": periode}, "BAD_INPUT"),
        ({"periodeId": periode, "instansiId": f"instansi_{dunia.lain.id}"}, "BAD_INPUT"),
        ({"periodeId": periode, "unorId": f"unor_{dunia.super.pegawai.unor_id}"}, "BAD_INPUT"),
        ({"periodeId": "periodepenilaian_999"}, "NOT_FOUND"),
        ({"periodeId": "skp_1"}, "NOT_FOUND"),
    ):
        assert (ids, (await dunia.super.minta(PENILAIAN, **ids)).codes) == (ids, [code])
    assert (await dunia.asing.minta(PENILAIAN, periodeId=periode)).codes == ["NOT_FOUND"]
