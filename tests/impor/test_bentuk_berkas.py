"""What makes a file unreadable, and on which line a row stands."""

from datetime import date
from pathlib import Path

import pytest

from models.organisasi import Instansi, Pegawai, Unor
from resolvers.impor.bacaan import Bacaan, baca
from resolvers.impor.kolom import BERKAS_INSTANSI, BERKAS_PEGAWAI, BERKAS_UNOR, KOLOM
from resolvers.impor.laporan import silent
from tests.impor.berkas import contoh, tulis

HEADER = "nip,nama,jenis_pegawai,golongan,jenis_jabatan,nama_jabatan,instansi_kode,unor_kode,aktif"
ROW = "195001012000011002,Ani,PNS,III/a,PELAKSANA,Pengelola,A,01,ya"


def read(folder: Path, pegawai: str | bytes) -> Bacaan:
    """The example with another pegawai.csv."""
    tulis(folder, contoh())
    content = pegawai.encode() if isinstance(pegawai, str) else pegawai
    (folder / BERKAS_PEGAWAI).write_bytes(content)
    return baca(folder, date(2026, 7, 1), silent)


def problems(bacaan: Bacaan) -> list[tuple[int, str | None]]:
    assert all(problem.berkas == BERKAS_PEGAWAI for problem in bacaan.masalah)
    return [(problem.baris, problem.kolom) for problem in bacaan.masalah]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_every_spreadsheet_is_read(
    tmp_path: Path, mark: bytes, ending: str, delimiter: str
) -> None:
    text = f"{HEADER}{ending}{ROW}".replace(",", delimiter)
    bacaan = read(tmp_path, mark + text.encode())
    assert bacaan.masalah == []
    assert [row.nama for row in bacaan.semua_pegawai] == ["Ani"]


def test_columns_may_stand_in_any_order_and_case(tmp_path: Path) -> None:
    names, values = HEADER.upper().split(","), ROW.split(",")
    bacaan = read(tmp_path, f"{','.join(reversed(names))}\n{','.join(reversed(values))}\n")
    assert bacaan.masalah == []
    assert bacaan.semua_pegawai[0].nip == "195001012000011002"


def test_enum_values_and_yes_may_be_small_letters(tmp_path: Path) -> None:
    bacaan = read(tmp_path, f"{HEADER}\n{ROW.replace('PNS', 'pns').replace('ya', 'Ya')}\n")
    assert bacaan.masalah == []
    assert (bacaan.semua_pegawai[0].jenis_pegawai, bacaan.semua_pegawai[0].aktif) == ("PNS", True)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_lines_are_those_of_the_file(tmp_path: Path, ending: str) -> None:
    second = ROW.replace("Ani", f'"Ani{ending}dari{ending}Solo"').replace("1002,", "1003,")
    third = ROW.replace("1002,", "1004,").replace("PNS", "X")
    text = ending.join([HEADER, ROW, "", second, ",,,,,,,,", third, ""])
    bacaan = read(tmp_path, text)
    assert [row.baris for row in bacaan.semua_pegawai] == [2, 4, 8]
    assert bacaan.semua_pegawai[1].nama == "Ani dari Solo"
    assert problems(bacaan) == [(8, "jenis_pegawai")]


@pytest.mark.parametrize(("row", "count"), [(f"{ROW},lebih", 10), (ROW.removesuffix(",ya"), 8)])
def test_a_row_with_other_than_nine_fields(tmp_path: Path, row: str, count: int) -> None:
    bacaan = read(tmp_path, f"{HEADER}\n{row}\n")
    assert problems(bacaan) == [(2, None)]
    assert f"berisi {count} isian, seharusnya 9" in bacaan.masalah[0].alasan


def test_a_missing_file(tmp_path: Path) -> None:
    tulis(tmp_path, contoh())
    (tmp_path / BERKAS_UNOR).unlink()
    bacaan = baca(tmp_path, date(2026, 7, 1), silent)
    assert not bacaan.terbaca
    assert [str(problem) for problem in bacaan.masalah] == [
        "unor.csv: berkas tidak ada; sertakan dalam folder"
    ]


def test_all_missing_files_are_named(tmp_path: Path) -> None:
    bacaan = baca(tmp_path / "tidak-ada", date(2026, 7, 1), silent)
    assert [problem.berkas for problem in bacaan.masalah] == [
        BERKAS_INSTANSI,
        BERKAS_UNOR,
        BERKAS_PEGAWAI,
    ]


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    tulis(tmp_path, contoh())
    (tmp_path / BERKAS_UNOR).unlink()
    (tmp_path / BERKAS_UNOR).mkdir()
    bacaan = baca(tmp_path, date(2026, 7, 1), silent)
    assert "tidak dapat dibaca" in bacaan.masalah[0].alasan


def test_not_utf8(tmp_path: Path) -> None:
    bacaan = read(tmp_path, f"{HEADER}\n{ROW}\n{ROW.replace('Ani', 'René')}\n".encode("latin-1"))
    assert not bacaan.terbaca
    assert (3, None) in problems(bacaan)
    assert "UTF-8" in bacaan.masalah[-1].alasan


def test_utf16(tmp_path: Path) -> None:
    bacaan = read(tmp_path, f"{HEADER}\n{ROW}\n".encode("utf-16"))
    assert problems(bacaan) == [(1, None)]
    assert "UTF-8" in bacaan.masalah[0].alasan


@pytest.mark.parametrize("content", ["", "\n", ",,\n"])
def test_no_header(tmp_path: Path, content: str) -> None:
    bacaan = read(tmp_path, content)
    assert problems(bacaan) == [(1, None)]
    assert HEADER in bacaan.masalah[0].alasan


def test_columns_missing_unknown_and_double(tmp_path: Path) -> None:
    header = HEADER.replace("nip,nama", "nik,golongan")
    bacaan = read(tmp_path, f"{header}\n{ROW}\n")
    assert not bacaan.terbaca
    assert sorted(problems(bacaan)) == [
        (1, "golongan"),
        (1, "nama"),
        (1, "nik"),
        (1, "nip"),
    ]
    reasons = {problem.kolom: problem.alasan for problem in bacaan.masalah}
    assert "tidak ada" in reasons["nip"]
    assert "tidak dikenal" in reasons["nik"]
    assert "lebih dari sekali" in reasons["golongan"]


@pytest.mark.parametrize("name", ['"Ani', '"Ani"x'])
def test_quotation_marks_gone_wrong(tmp_path: Path, name: str) -> None:
    bacaan = read(tmp_path, f"{HEADER}\n{ROW}\n{ROW.replace('Ani', name)}\n")
    assert not bacaan.terbaca
    assert [row.baris for row in bacaan.semua_pegawai] == [2]
    assert "kutip" in bacaan.masalah[-1].alasan


def test_problems_of_all_files_are_collected(tmp_path: Path) -> None:
    files = contoh()
    files.instansi[0]["jenis"] = ""
    files.unor[0]["nama"] = ""
    tulis(tmp_path, files)
    (tmp_path / BERKAS_PEGAWAI).unlink()
    bacaan = baca(tmp_path, date(2026, 7, 1), silent)
    assert [problem.berkas for problem in bacaan.masalah] == list(KOLOM)


@pytest.mark.parametrize(
    ("berkas", "model"),
    [(BERKAS_INSTANSI, Instansi), (BERKAS_UNOR, Unor), (BERKAS_PEGAWAI, Pegawai)],
)
def test_the_longest_values_are_those_of_the_tables(
    berkas: str, model: type[Instansi] | type[Unor] | type[Pegawai]
) -> None:
    fields = model._meta.fields_map
    for kolom in KOLOM[berkas]:
        if kolom.nama in fields and kolom.panjang:
            assert kolom.panjang == getattr(fields[kolom.nama], "max_length", None)
