"""Lists, narrowed and ordered."""

from typing import Any

import pytest

from models.organisasi import Instansi, Pegawai
from models.rules.vocabulary import JenisInstansi, JenisJabatan
from tests.buatan import SEMESTER_1, SEMESTER_2, ajukan, buat, isi_lengkap
from tests.dunia import Dunia, Orang, orang, unor

pytestmark = pytest.mark.anyio

INSTANSI = """
query ($filter: InstansiFilter) {
  daftarInstansi(filter: $filter) { totalCount nodes { nama } }
}
"""
PEGAWAI = """
query ($filter: PegawaiFilter, $urut: PegawaiUrut) {
  instansi(kode: "A") {
    pegawai(first: 100, filter: $filter, urut: $urut) { totalCount nodes { nama } }
  }
}
"""
UNOR = """
query ($filter: UnorFilter, $urut: UnorUrut) {
  instansi(kode: "A") { unor(filter: $filter, urut: $urut) { totalCount nodes { nama } } }
}
"""
SKP = """
query ($filter: SkpFilter, $urut: SkpUrut, $after: String) {
  instansi(kode: "A") {
    skp(first: 1, filter: $filter, urut: $urut, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { id }
    }
  }
}
"""
SEMUA = ["admin", "kabag", "kabiro", "kepala", "rekan", "staf"]


async def _nama(siapa: Orang, document: str, **variables: Any) -> list[str]:
    [page] = (await siapa.minta(document, **variables)).payload().values()
    assert page["totalCount"] == len(page["nodes"])
    return [node["nama"] for node in page["nodes"]]


async def test_nothing_given_narrows_nothing(dunia: Dunia) -> None:
    for filter_ in (None, {}, {"cari": None, "jenisJabatan": None, "aktif": None}, {"cari": ""}):
        assert await _nama(dunia.admin, PEGAWAI, filter=filter_) == SEMUA


async def test_part_of_a_name_or_the_start_of_a_nip(dunia: Dunia) -> None:
    assert await _nama(dunia.admin, PEGAWAI, filter={"cari": "KAB"}) == ["kabag", "kabiro"]
    assert await _nama(dunia.admin, PEGAWAI, filter={"cari": " taf "}) == ["staf"]
    nip = dunia.rekan.pegawai.nip
    assert await _nama(dunia.admin, PEGAWAI, filter={"cari": nip}) == ["rekan"]
    assert await _nama(dunia.admin, PEGAWAI, filter={"cari": nip[:8]}) == SEMUA
    assert await _nama(dunia.admin, PEGAWAI, filter={"cari": nip[4:]}) == []


async def test_what_stands_for_anything_in_sql_stands_for_itself(dunia: Dunia) -> None:
    await orang("seratus_% \\ persen", dunia.bagian)
    for cari in ("_%", "% \\", "\\ p"):
        assert await _nama(dunia.admin, PEGAWAI, filter={"cari": cari}) == ["seratus_% \\ persen"]
    for cari in ("%%", "__", "a%f", "st_f", "\\"[:1] * 2):
        assert await _nama(dunia.admin, PEGAWAI, filter={"cari": cari}) == []


async def test_what_no_name_can_be(dunia: Dunia) -> None:
    for cari in ("a" * 201, "a" * 60_000, "%" * 60_000, "a\x00b", "\ud800"):
        assert await _nama(dunia.admin, PEGAWAI, filter={"cari": cari}) == []


async def test_by_jabatan(dunia: Dunia) -> None:
    jabatan = [JenisJabatan.ADMINISTRATOR, JenisJabatan.JPT_PRATAMA]
    assert await _nama(dunia.admin, PEGAWAI, filter={"jenisJabatan": jabatan}) == [
        "kabag",
        "kabiro",
        "kepala",
    ]
    assert await _nama(dunia.admin, PEGAWAI, filter={"jenisJabatan": []}) == []


async def test_by_whether_they_work(dunia: Dunia) -> None:
    await Pegawai.filter(nama="rekan").update(aktif=False)
    assert await _nama(dunia.admin, PEGAWAI, filter={"aktif": False}) == ["rekan"]
    assert "rekan" not in await _nama(dunia.admin, PEGAWAI, filter={"aktif": True})


async def test_instansi_by_name_kode_and_jenis(dunia: Dunia) -> None:
    everything = [dunia.instansi, dunia.lain]
    given: list[tuple[dict[str, Any], list[Instansi]]] = [
        ({}, everything),
        ({"cari": dunia.lain.nama.upper()}, [dunia.lain]),
        ({"cari": dunia.lain.kode.lower()}, [dunia.lain]),
        ({"jenis": [dunia.lain.jenis]}, [dunia.lain]),
        ({"jenis": list(JenisInstansi)}, everything),
        ({"jenis": []}, []),
        ({"jenis": [dunia.lain.jenis], "cari": dunia.instansi.nama}, []),
    ]
    for filter_, found in given:
        page = (await dunia.orang["super"].minta(INSTANSI, filter=filter_)).payload()
        assert page["totalCount"] == len(found)
        assert [node["nama"] for node in page["nodes"]] == [one.nama for one in found], filter_
    his = (await dunia.staf.minta(INSTANSI, filter={"cari": dunia.lain.nama})).payload()
    assert his == {"totalCount": 0, "nodes": []}


async def test_by_subtree(dunia: Dunia) -> None:
    below = {"unorId": f"unor_{dunia.biro.id}"}
    assert await _nama(dunia.admin, PEGAWAI, filter=below) == ["kabag", "kabiro", "rekan", "staf"]
    assert await _nama(dunia.admin, UNOR, filter=below) == ["bagian", "biro"]
    for none in ("unor_999", "unor_x", "skp_1", "", "unor_"):
        assert await _nama(dunia.admin, PEGAWAI, filter={"unorId": none}) == []


async def test_everything_given_must_hold(dunia: Dunia) -> None:
    both = {"cari": "a", "unorId": f"unor_{dunia.bagian.id}", "jenisJabatan": ["JF_AHLI_MUDA"]}
    assert await _nama(dunia.admin, PEGAWAI, filter=both) == ["rekan", "staf"]


async def test_a_filter_shows_nobody_whom_one_may_not_see(dunia: Dunia) -> None:
    for nama in SEMUA:
        found = await _nama(dunia.staf, PEGAWAI, filter={"cari": nama})
        assert found == ([nama] if nama in ("kepala", "kabiro", "kabag", "staf") else [])


async def test_orders(dunia: Dunia) -> None:
    assert await _nama(dunia.admin, PEGAWAI, urut="NAMA_TURUN") == SEMUA[::-1]
    by_nip = await Pegawai.filter(nama__in=SEMUA).order_by("nip")
    assert await _nama(dunia.admin, PEGAWAI, urut="NIP") == [satu.nama for satu in by_nip]
    await unor(dunia.instansi, "a-b", dunia.akar)
    assert await _nama(dunia.admin, UNOR, urut="KODE") == ["a-b", "akar", "bagian", "biro"]


async def test_skp_by_status_year_and_owner(dunia: Dunia) -> None:
    lama = await buat(dunia.staf, SEMESTER_1)
    await isi_lengkap(dunia.staf, lama)
    await ajukan(dunia.staf, lama)
    baru = await buat(dunia.staf, SEMESTER_2)
    lain = await buat(dunia.rekan, SEMESTER_1)
    expected = {
        "TERBARU": [baru, lain, lama],
        "TERLAMA": [lama, lain, baru],
        "DIUBAH_TERAKHIR": [lain, baru, lama],
    }
    for urut, ids in expected.items():
        assert await _skp(dunia.admin, urut=urut) == ids
    assert await _skp(dunia.admin, filter={"status": ["PENGAJUAN"]}) == [lama]
    assert await _skp(dunia.admin, filter={"tahun": 2025}) == []
    assert await _skp(dunia.admin, filter={"cari": "staf", "tahun": 2026}) == [baru, lama]
    assert await _skp(dunia.kabag) == [lama]


async def _skp(siapa: Orang, **variables: Any) -> list[str]:
    """Page by page, one SKP each."""
    found: list[str] = []
    after = None
    while True:
        page = (await siapa.minta(SKP, after=after, **variables)).payload()["skp"]
        found += [node["id"] for node in page["nodes"]]
        if not page["pageInfo"]["hasNextPage"]:
            assert page["totalCount"] == len(found)
            return found
        after = page["pageInfo"]["endCursor"]


async def test_the_latest_skp(dunia: Dunia) -> None:
    await buat(dunia.staf, SEMESTER_1)
    baru = await buat(dunia.staf, SEMESTER_2)
    document = """
    { saya { pegawai {
      skpTerakhir { id jumlahRhk jumlahIndikator } lalu: skpTerakhir(tahun: 2025) { id }
    } } }
    """
    assert (await dunia.staf.minta(document)).payload()["pegawai"] == {
        "skpTerakhir": {"id": baru, "jumlahRhk": 0, "jumlahIndikator": 0},
        "lalu": None,
    }
