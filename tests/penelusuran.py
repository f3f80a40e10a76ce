"""Walking the schema: documents that select everything a type has, generated from the schema."""

import re
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    is_required_argument,
)

from tests.buatan import TAHUN
from tests.dunia import SCHEMA

GRAPHQL: GraphQLSchema = SCHEMA._schema


def nouns() -> dict[str, GraphQLObjectType]:
    """The types behind `node(id)`, by the prefix of their ids."""
    interface: Any = GRAPHQL.type_map["Node"]
    return {type_.name.lower(): type_ for type_ in GRAPHQL.get_possible_types(interface)}


def seleksi(type_: GraphQLObjectType, depth: int) -> str:
    """Every field of `type_`, following other nouns `depth` times."""
    parts = ["__typename"]
    for name, field in type_.fields.items():
        target = get_named_type(field.type)
        if is_leaf_type(target):
            parts.append(name)
            continue
        assert isinstance(target, GraphQLObjectType)
        below = depth - (target.name in _NOUN_NAMES)
        if below >= 0:
            arguments = _arguments(field)
            parts.append(f"{name}{arguments} {seleksi(target, below)}")
    return "{ " + " ".join(parts) + " }"


def _arguments(field: GraphQLField) -> str:
    """As much of a list as there can be."""
    given = [f"tahun: {TAHUN}" for name in required_arguments(field) if name == "tahun"]
    given += ["first: 100"] if "first" in field.args else []
    return f"({', '.join(given)})" if given else ""


def node(noun: str, depth: int) -> str:
    """A selection on the interface: everything, if it turns out to be this noun."""
    type_ = nouns()[noun]
    return f"{{ __typename id ... on {type_.name} {seleksi(type_, depth)} }}"


_NOUN_NAMES = {type_.name for type_ in nouns().values()}
_NOUN_NAMES |= {"SelMatriks", "Penilaian", "Perorangan"}  # rows too, without ids of their own
GLOBAL_ID = re.compile(rf"(?:{'|'.join(nouns())})_\d+")


def root_fields() -> dict[str, GraphQLField]:
    """The fields of Query."""
    assert GRAPHQL.query_type is not None
    return dict(GRAPHQL.query_type.fields)


def root_selection(field: GraphQLField, depth: int) -> str:
    """What can be selected under a root field; of any noun, its id."""
    target = get_named_type(field.type)
    return seleksi(target, depth) if isinstance(target, GraphQLObjectType) else "{ id }"


def required_arguments(field: GraphQLField) -> list[str]:
    return [name for name, argument in field.args.items() if is_required_argument(argument)]


def ids_in(answer: Any) -> set[str]:
    """Every global id that stands anywhere in an answer; but for the values of which a riwayat
    tells, which may name what is hidden by its id."""
    if isinstance(answer, list):
        return {id_ for one in answer for id_ in ids_in(one)}
    if isinstance(answer, dict):
        told = answer.get("__typename") == "Perubahan"
        return set() if told else {id_ for one in answer.values() for id_ in ids_in(one)}
    return set(GLOBAL_ID.findall(answer)) if isinstance(answer, str) else set()
