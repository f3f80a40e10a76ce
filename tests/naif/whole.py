"""Documents that between them select all that there is of a row, and which of it an answer has."""

from collections.abc import Iterator
from random import Random
from typing import Any

from graphql import GraphQLObjectType

from models.rules.aktor import Aktor
from tests.naif.data import Data
from tests.naif.draws import TAHUN
from tests.naif.reference import SCHEMA
from tests.naif.rows import SHOWN
from tests.naif.trials import Question
from tests.naif.visibility import visibility_of
from tests.naif.wire import global_id
from tests.penelusuran import nouns, seleksi

# What shows rows that have no id of their own: the noun that leads there, how, and their type.
WITHOUT_ID = (
    ("skp", "penilaian", "Penilaian"),
    ("barismatriks", "sel", "SelMatriks"),
    ("unor", f"perorangan(tahun: {TAHUN[-1]}, first: 100) {{ nodes", "Perorangan"),
)


def object_type(name: str) -> GraphQLObjectType:
    type_ = SCHEMA.type_map[name]
    assert isinstance(type_, GraphQLObjectType)
    return type_


def all_fields() -> set[str]:
    return {f"{name}.{field}" for name in SHOWN for field in object_type(name).fields}


def questions_about(wanted: set[str], acak: Random, data: Data, who: Aktor) -> Iterator[Question]:
    """All there is of a row that he sees of each type of which a field is `wanted`: himself, whom
    he finds by his own NIP, and any row of each noun."""
    types = {name.partition(".")[0] for name in wanted}
    if "Saya" in types:
        yield Question(who, f"{{ saya {_all_of('Saya')} }}", {})
    if types & {"PegawaiDicari", "SkpDicari"}:
        nip = data.pegawai[who.pegawai_id].nip
        yield Question(who, f'{{ cariPegawai(nip: "{nip}") {_all_of("PegawaiDicari")} }}', {})
    for name, noun, selection in _selections():
        seen = [
            key for key, row in data.nouns()[noun].items() if visibility_of(data, who).sees(row)
        ]
        if seen and name in types:
            id_ = global_id(noun, acak.choice(seen))
            yield Question(who, f"query ($id: ID!) {{ node(id: $id) {selection} }}", {"id": id_})


def _selections() -> Iterator[tuple[str, str, str]]:
    """The type that is shown whole, the noun whose id is given, and what is selected of it."""
    for noun, type_ in nouns().items():
        yield type_.name, noun, f"{{ ... on {type_.name} {_all_of(type_.name)} }}"
    for noun, field, name in WITHOUT_ID:
        above, rest = nouns()[noun].name, " }" * field.count("{")
        yield name, noun, f"{{ ... on {above} {{ {field} {_all_of(name)} {rest} }} }}"


def _all_of(name: str) -> str:
    return seleksi(object_type(name), 1)


def filled_in(answer: Any) -> Iterator[str]:
    """The fields of objects (`Skp.status`) that have a value, or a row, in an answer."""
    if isinstance(answer, list):
        for one in answer:
            yield from filled_in(one)
    if isinstance(answer, dict):
        for name, value in answer.items():
            if value not in (None, [], "") and not _is_empty_page(value):
                yield f"{answer.get('__typename')}.{name}"
            yield from filled_in(value)


def _is_empty_page(value: object) -> bool:
    return isinstance(value, dict) and value.get("nodes") == []
