"""Every bad row is named by file, line and column, with a reason; and then nothing is written."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.organisasi import Unor
from resolvers.impor.impor import impor
from resolvers.impor.kolom import BERKAS_INSTANSI, BERKAS_PEGAWAI, BERKAS_UNOR
from resolvers.impor.laporan import Masalah
from tests.impor.acak import berkas_benar
from tests.impor.berkas import (
    Berkas,
    Values,
    contoh,
    instansi,
    isi_basis_data,
    kosongkan,
    nip_ke,
    pegawai,
    tulis,
    unor,
)

pytestmark = pytest.mark.anyio

Tempat = tuple[str, int, str | None]

NOTHING: dict[str, dict[object, object]] = {"instansi": {}, "unor": {}, "pegawai": {}}

# (file, row of the example, column, wrong value, what the reason says). Nobody refers to the
# changed values, so that each makes exactly one problem.
WRONG_VALUES = [
    (BERKAS_INSTANSI, 0, "nama", "", "wajib diisi"),
    (BERKAS_INSTANSI, 0, "nama", "x" * 201, "201 karakter, paling banyak 200"),
    (BERKAS_INSTANSI, 1, "jenis", "KOTA", "pilih PUSAT, DAERAH"),
    (BERKAS_INSTANSI, 1, "nama", "a\x00b", "karakter kendali"),
    (BERKAS_UNOR, 3, "kode", "", "wajib diisi"),
    (BERKAS_UNOR, 3, "kode", "0" * 41, "paling banyak 40"),
    (BERKAS_UNOR, 3, "kode", "02", "sudah ada pada baris 3"),
    (BERKAS_UNOR, 3, "instansi_kode", "C", "instansi 'C' tidak ada"),
    (BERKAS_UNOR, 2, "induk_kode", "99", "induk '99' tidak ada di instansi 'A'"),
    (BERKAS_UNOR, 3, "induk_kode", "", "sudah punya akar '01'"),
    (BERKAS_UNOR, 3, "induk_kode", "04", "berputar (04 → 04)"),
    (BERKAS_UNOR, 3, "nama", " \n ", "wajib diisi"),
    (BERKAS_UNOR, 3, "nip_pimpinan", nip_ke(900), "tidak ada"),
    (BERKAS_UNOR, 3, "nip_pimpinan", nip_ke(5), "dari instansi 'B', bukan 'A'"),
    (BERKAS_PEGAWAI, 3, "nip", "123", "tepat 18 angka"),
    (BERKAS_PEGAWAI, 3, "nip", "19501301200001001", "tepat 18 angka"),
    (BERKAS_PEGAWAI, 3, "nip", "195013012000011001", "angka 1-8"),
    (BERKAS_PEGAWAI, 3, "nip", "195001012000211001", "angka 13-14 NIP PNS"),
    (BERKAS_PEGAWAI, 3, "nip", "", "wajib diisi"),
    (BERKAS_PEGAWAI, 3, "nip", nip_ke(2), "sudah ada pada baris 4"),
    (BERKAS_PEGAWAI, 3, "nama", "", "wajib diisi"),
    (BERKAS_PEGAWAI, 3, "jenis_pegawai", "HONORER", "pilih PNS, PPPK"),
    (BERKAS_PEGAWAI, 3, "golongan", "Penata Muda", "paling banyak 10"),
    (BERKAS_PEGAWAI, 3, "jenis_jabatan", "JF", "pilih JPT_UTAMA, JPT_MADYA"),
    (BERKAS_PEGAWAI, 3, "nama_jabatan", "x" * 201, "paling banyak 200"),
    (BERKAS_PEGAWAI, 3, "instansi_kode", "C", "instansi 'C' tidak ada"),
    (BERKAS_PEGAWAI, 3, "unor_kode", "99", "unor '99' tidak ada di instansi 'A'"),
    (BERKAS_PEGAWAI, 5, "unor_kode", "04", "ada di instansi 'A', bukan di 'B'"),
    (BERKAS_PEGAWAI, 3, "aktif", "mungkin", "pilih ya atau tidak"),
    (BERKAS_PEGAWAI, 3, "aktif", "", "wajib diisi"),
]


@pytest.mark.parametrize("wrong", WRONG_VALUES)
async def test_a_wrong_value_is_named(
    database: str, tmp_path: Path, wrong: tuple[str, int, str, str, str]
) -> None:
    berkas, place, column, value, reason = wrong
    files = contoh()
    files.rows(berkas)[place][column] = value
    lines = tulis(tmp_path, files)
    laporan = await impor(tmp_path)
    assert [place_of(problem) for problem in laporan.masalah] == [
        (berkas, lines[berkas][place], column)
    ]
    assert reason in laporan.masalah[0].alasan
    assert await isi_basis_data() == NOTHING


async def test_a_cycle_names_all_its_rows_and_no_others(database: str, tmp_path: Path) -> None:
    files = contoh()
    files.unor[1]["induk_kode"] = "03"
    files.unor.append(unor("05", "A", "03"))
    tulis(tmp_path, files)
    laporan = await impor(tmp_path)
    assert [place_of(problem) for problem in laporan.masalah] == [
        (BERKAS_UNOR, 3, "induk_kode"),
        (BERKAS_UNOR, 4, "induk_kode"),
    ]
    assert "02 → 03 → 02" in laporan.masalah[0].alasan


async def test_an_instansi_needs_a_root(database: str, tmp_path: Path) -> None:
    files = contoh()
    files.instansi.append(instansi("C"))
    tulis(tmp_path, files)
    laporan = await impor(tmp_path)
    assert [place_of(problem) for problem in laporan.masalah] == [(BERKAS_INSTANSI, 4, "kode")]
    assert "belum punya unor akar" in laporan.masalah[0].alasan


async def test_a_tree_has_a_greatest_depth(database: str, tmp_path: Path) -> None:
    files = contoh()
    kode = [f"D{level}" for level in range(2, 38)]
    files.unor += [unor(own, "A", up) for own, up in zip(kode, ["01", *kode], strict=False)]
    lines = tulis(tmp_path, files)
    laporan = await impor(tmp_path)
    assert [place_of(problem) for problem in laporan.masalah] == [
        (BERKAS_UNOR, lines[BERKAS_UNOR][-1], "induk_kode")
    ]
    files.unor.pop()
    tulis(tmp_path, files)
    assert (await impor(tmp_path)).disimpan


async def test_the_database_has_a_say(database: str, tmp_path: Path) -> None:
    tulis(tmp_path, contoh())
    await impor(tmp_path)
    await Unor.filter(kode="04").update(aktif=False)
    await Unor.filter(kode="01", instansi__kode="A").update(nama="Akar lama")
    before = await isi_basis_data()
    files = Berkas(
        unor=[
            unor("90", "A", ""),  # a second root
            unor("91", "A", "04"),  # below a unit that is closed
            unor("01", "A", "03", nip_pimpinan=nip_ke(0)),  # the root below its own grandchild
        ],
        pegawai=[
            pegawai(nip_ke(3), "A", "04"),  # into a unit that is closed
            pegawai(nip_ke(1), "B", "01"),  # leads a unit of A
        ],
    )
    tulis(tmp_path, files)
    laporan = await impor(tmp_path)
    assert [place_of(problem) for problem in laporan.masalah] == [
        (BERKAS_UNOR, 3, "induk_kode"),
        (BERKAS_UNOR, 4, "induk_kode"),
        (BERKAS_PEGAWAI, 2, "unor_kode"),
        (BERKAS_PEGAWAI, 3, "instansi_kode"),
    ]
    assert await isi_basis_data() == before
    files.unor = files.unor[:1]
    files.pegawai.clear()
    tulis(tmp_path, files)
    assert "akar '01'" in (await impor(tmp_path)).masalah[0].alasan


def place_of(problem: Masalah) -> Tempat:
    return problem.berkas, problem.baris, problem.kolom


# Ways to spoil a row; each returns the column that it spoils.
Spoil = Callable[[Values], str]


def _set(column: str, value: str) -> Spoil:
    def spoil(row: Values) -> str:
        row[column] = value
        return column

    return spoil


def _below_itself(row: Values) -> str:
    row["induk_kode"] = row["kode"]
    return "induk_kode"


def _no_such_month(row: Values) -> str:
    row["nip"] = f"{row['nip'][:12]}13{row['nip'][14:]}"
    return "nip"


SPOILS: dict[str, list[Spoil]] = {
    BERKAS_INSTANSI: [_set("nama", ""), _set("nama", "n" * 201), _set("jenis", "PROVINSI")],
    BERKAS_UNOR: [
        _set("nama", "\t"),
        _set("induk_kode", "TIDAK-ADA"),
        _below_itself,
        _set("nip_pimpinan", nip_ke(900_000)),
    ],
    BERKAS_PEGAWAI: [
        _no_such_month,
        _set("nip", "bukan angka"),
        _set("nama", ""),
        _set("jenis_pegawai", "P3K"),
        _set("golongan", "golongan IV/e"),
        _set("jenis_jabatan", "STAF"),
        _set("nama_jabatan", "j" * 201),
        _set("instansi_kode", "Z"),
        _set("unor_kode", "TIDAK-ADA"),
        _set("aktif", "y"),
    ],
}


@st.composite
def berkas_salah(draw: st.DrawFn) -> tuple[Berkas, list[tuple[str, int, str]]]:
    """Files with some spoiled rows, and which (file, place, column) they are.

    Roots and pimpinan stay as they are: others refer to them.
    """
    files = draw(berkas_benar())
    leaders = {row["nip_pimpinan"] for row in files.unor}
    places = [
        (berkas, place)
        for berkas in SPOILS
        for place, row in enumerate(files.rows(berkas))
        if row.get("induk_kode") != "" and row.get("nip") not in leaders
    ]
    spoiled = []
    for berkas, place in draw(st.lists(st.sampled_from(places), min_size=1, unique=True)):
        column = draw(st.sampled_from(SPOILS[berkas]))(files.rows(berkas)[place])
        spoiled.append((berkas, place, column))
    return files, spoiled


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(spoiled=berkas_salah())
async def test_any_bad_rows_are_named_exactly(
    database: str, tmp_path: Path, spoiled: tuple[Berkas, list[tuple[str, int, str]]]
) -> None:
    await kosongkan()
    files, wrong = spoiled
    lines = tulis(tmp_path, files)
    laporan = await impor(tmp_path)
    assert sorted(map(place_of, laporan.masalah)) == sorted(
        (berkas, lines[berkas][place], column) for berkas, place, column in wrong
    )
    assert all(problem.alasan for problem in laporan.masalah)
    assert not laporan.disimpan
    assert await isi_basis_data() == NOTHING
