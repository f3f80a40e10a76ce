"""The examples as files: one operation each, with comment lines that say who plays it with what.

Their form is described for people in docs/contoh/README.md.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from typing import Any

from graphql import GraphQLError, OperationDefinitionNode, OperationType, parse

FOLDER = Path(__file__).parent.parent.parent / "docs" / "contoh"

_HEADER = re.compile(r"# (Bab|Pelaku|Variabel|Simpan|Hasil)(?: ([0-9.]+))?: *(.*)")
_CONTINUED = "#   "


class BerkasSalahError(Exception):
    """A file is no example; the message says where, and what is missing."""


@dataclass(frozen=True)
class Contoh:
    """An example. `simpan` and `hasil` are by name and by path: what later ones may use of the
    answer, and what must stand in it."""

    nama: str
    bab: str
    judul: str
    pelaku: str
    document: str
    jenis: OperationType
    variabel: dict[str, Any] = field(default_factory=dict)
    simpan: dict[str, str] = field(default_factory=dict)
    hasil: dict[str, Any] = field(default_factory=dict)


def semua_contoh(folder: Path = FOLDER) -> list[Contoh]:
    """The examples of a folder, in the order of their story. Raises BerkasSalahError."""
    return [_read(file) for file in sorted(folder.glob("*.graphql"))]


def sampai_bab(examples: list[Contoh], bab: str) -> list[Contoh]:
    """The story up to the end of a chapter, or of one of its sections; empty when there is no such
    chapter."""
    ends = [
        place
        for place, contoh in enumerate(examples, start=1)
        if f"{contoh.bab}.".startswith(f"{bab}.")
    ]
    return examples[: max(ends, default=0)]


def _read(file: Path) -> Contoh:
    text = file.read_text(encoding="utf-8")
    try:
        return _contoh(file.stem, text)
    except GraphQLError as error:
        raise BerkasSalahError(f"{file.name}: {error.message}") from error
    except ValueError as error:
        raise BerkasSalahError(f"{file.name}: {error}") from error


def _contoh(nama: str, text: str) -> Contoh:
    given: dict[str, list[str]] = {}
    for key, value in _headers(text):
        given.setdefault(key, []).append(value)
    bab, _, judul = _only(given, "Bab").partition(" ")
    return Contoh(
        nama,
        bab,
        judul,
        _only(given, "Pelaku"),
        text,
        _operation(text),
        json.loads(_only(given, "Variabel", "{}")),
        dict(_pair(line) for line in given.get("Simpan", ())),
        {path: json.loads(value) for path, value in map(_pair, given.get("Hasil", ()))},
    )


def _headers(text: str) -> Iterator[tuple[str, str]]:
    """Each header of a file with its value; that of "Bab" is the chapter before the title."""
    key, value = "", ""
    for line in takewhile(lambda line: line.startswith("#"), text.splitlines()):
        if line.startswith(_CONTINUED):
            value += line.removeprefix(_CONTINUED)
            continue
        yield key, value
        found = _HEADER.fullmatch(line)
        key, value = (found[1], f"{found[2] or ''} {found[3]}".strip()) if found else ("", "")
    yield key, value


def _only(given: dict[str, list[str]], key: str, default: str | None = None) -> str:
    values = given.get(key) or ([] if default is None else [default])
    if len(values) != 1:
        raise ValueError(f'perlu tepat satu baris "# {key}…", bukan {len(values)}')
    return values[0]


def _pair(line: str) -> tuple[str, str]:
    left, equals, right = line.partition(" = ")
    if not equals:
        raise ValueError(f'tulis "nama = nilai", bukan "{line}"')
    return left.strip(), right.strip()


def _operation(text: str) -> OperationType:
    operations = [
        node for node in parse(text).definitions if isinstance(node, OperationDefinitionNode)
    ]
    if len(operations) != 1 or operations[0].name is None:
        raise ValueError("perlu tepat satu operasi, dengan nama")
    return operations[0].operation
