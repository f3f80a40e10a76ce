"""Reading one CSV file as spreadsheets write it: comma or semicolon, UTF-8, any line end."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from resolvers.impor.kolom import KOLOM
from resolvers.impor.laporan import Masalah, Progress

ROWS_BETWEEN_PROGRESS = 2_000


class UnreadableFileError(Exception):
    """The file has no rows to speak of; `masalah` says why."""

    def __init__(self, masalah: list[Masalah]) -> None:
        super().__init__("; ".join(map(str, masalah)))
        self.masalah = masalah


@dataclass(frozen=True, slots=True)
class RawRow:
    """The fields of a row by column, as written, and the line on which it begins.

    `complete` is false when the row has too few or too many fields: what it holds is a guess.
    """

    baris: int
    fields: dict[str, str]
    complete: bool
    found: int


def read_rows(path: Path, progress: Progress) -> Iterator[RawRow]:
    """The rows of `path` below its header; blank rows are passed over.

    Raises UnreadableFileError for a file that is missing, is not UTF-8, or has wrong columns, and
    where quotation marks go wrong (the rows before that have been given by then).
    """
    try:
        with path.open("rb") as raw:
            yield from _rows_of(path, raw, progress)
    except FileNotFoundError:
        raise UnreadableFileError(
            [_problem(path, "berkas tidak ada; sertakan dalam folder")]
        ) from None
    except OSError as error:
        raise UnreadableFileError(
            [_problem(path, f"berkas tidak dapat dibaca ({error.strerror})")]
        ) from None
    except UnicodeDecodeError:
        raise UnreadableFileError([_not_utf8(path)]) from None


def _rows_of(path: Path, raw: io.BufferedReader, progress: Progress) -> Iterator[RawRow]:
    size = path.stat().st_size
    text = io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")
    delimiter = _delimiter(text.readline())
    text.seek(0)
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    try:
        header = _header(path, next(reader, []))
        start = reader.line_num + 1
        for count, fields in enumerate(reader):
            if any(field.strip() for field in fields):
                complete = len(fields) == len(header)
                yield RawRow(start, dict(zip(header, fields, strict=False)), complete, len(fields))
            start = reader.line_num + 1
            if count % ROWS_BETWEEN_PROGRESS == 0:
                progress(f"Membaca {path.name}", raw.tell(), size)
    except csv.Error as error:
        raise UnreadableFileError([_broken_quotes(path, reader.line_num, error)]) from None
    progress(f"Membaca {path.name}", size, size)


def _delimiter(header: str) -> str:
    return ";" if header.count(";") > header.count(",") else ","


def _header(path: Path, fields: list[str]) -> list[str]:
    names = [field.strip().lower() for field in fields]
    expected = [kolom.nama for kolom in KOLOM[path.name]]
    if not any(names):
        raise UnreadableFileError(
            [_problem(path, f"baris pertama harus nama kolom: {','.join(expected)}", 1)]
        )
    problems = [("kolom ini tidak ada; tambahkan", name) for name in expected if name not in names]
    for position, name in enumerate(names):
        if name not in expected:
            problems.append((f"kolom tidak dikenal; kolomnya hanya {', '.join(expected)}", name))
        elif name in names[:position]:
            problems.append(("kolom ini tertulis lebih dari sekali; hapus kelebihannya", name))
    if problems:
        raise UnreadableFileError(
            [Masalah(path.name, 1, name or "(tanpa nama)", reason) for reason, name in problems]
        )
    return names


def _problem(path: Path, reason: str, line: int = 0) -> Masalah:
    return Masalah(path.name, line, None, reason)


def _not_utf8(path: Path) -> Masalah:
    lines = path.read_bytes().split(b"\n")
    line = next(number for number, content in enumerate(lines, start=1) if not _is_utf8(content))
    return _problem(path, "bukan UTF-8; simpan ulang sebagai 'CSV UTF-8'", line)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _broken_quotes(path: Path, line: int, error: csv.Error) -> Masalah:
    return _problem(
        path,
        f"tanda kutip tidak berpasangan atau isian terlalu panjang ({error}); perbaiki dulu,"
        " baris sesudahnya belum dapat diperiksa",
        line,
    )
