"""The schema as clients meet it: described, complete, and the same as the committed text."""

from enum import StrEnum
from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    get_named_type,
    is_introspection_type,
    is_non_null_type,
    is_specified_scalar_type,
)
from pydantic.alias_generators import to_camel, to_pascal, to_snake

from schema.enums import DESCRIBED
from tests.dunia import SCHEMA
from tests.penelusuran import GRAPHQL, nouns

SDL = Path(__file__).parent.parent / "schema" / "schema.graphql"
ROOTS = ("Query", "Mutation", "Subscription")

TYPES: list[GraphQLNamedType] = [
    type_
    for type_ in GRAPHQL.type_map.values()
    if not is_introspection_type(type_) and not is_specified_scalar_type(type_)
]
WITH_FIELDS = [
    type_
    for type_ in TYPES
    if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType)
]
OUTPUT = [type_ for type_ in WITH_FIELDS if not isinstance(type_, GraphQLInputObjectType)]
ENUMS = [type_ for type_ in TYPES if isinstance(type_, GraphQLEnumType)]


def _undescribed() -> list[str]:
    missing = [type_.name for type_ in TYPES if not type_.description]
    for type_ in WITH_FIELDS:
        missing += [f"{type_.name}.{name}" for name, f in type_.fields.items() if not f.description]
    for type_ in OUTPUT:
        missing += [
            f"{type_.name}.{name}({argument}:)"
            for name, field in type_.fields.items()
            for argument, given in field.args.items()
            if not given.description
        ]
    for enum in ENUMS:
        missing += [f"{enum.name}.{name}" for name, v in enum.values.items() if not v.description]
    return missing


def test_everything_is_described() -> None:
    assert _undescribed() == []


def test_the_committed_sdl_is_this_schema() -> None:
    assert SDL.read_text(encoding="utf-8") == SCHEMA.as_str().rstrip() + "\n"


@pytest.mark.parametrize("enum", DESCRIBED)
def test_enums_are_complete(enum: type[StrEnum]) -> None:
    type_ = GRAPHQL.type_map[enum.__name__]
    assert isinstance(type_, GraphQLEnumType)
    assert list(type_.values) == [member.name for member in enum]
    assert all(name.isupper() for name in type_.values)


def test_every_enum_is_a_vocabulary() -> None:
    assert {type_.name for type_ in ENUMS} == {enum.__name__ for enum in DESCRIBED}


def test_names() -> None:
    for type_ in WITH_FIELDS:
        assert type_.name == to_pascal(to_snake(type_.name)), type_.name
        for name in type_.fields:
            assert name == to_camel(to_snake(name)), f"{type_.name}.{name}"
    inputs = [type_ for type_ in TYPES if isinstance(type_, GraphQLInputObjectType)]
    assert all(type_.name.endswith(("Input", "Filter")) for type_ in inputs)


def _mutations() -> dict[str, GraphQLObjectType]:
    assert GRAPHQL.mutation_type is not None
    payloads = {}
    for name, field in GRAPHQL.mutation_type.fields.items():
        payload = get_named_type(field.type)
        assert isinstance(payload, GraphQLObjectType)
        payloads[name] = payload
    return payloads


@pytest.mark.parametrize(("nama", "payload"), _mutations().items())
def test_a_mutation_answers_with_a_payload_of_its_own(
    nama: str, payload: GraphQLObjectType
) -> None:
    assert payload.name == f"{to_pascal(to_snake(nama))}Payload"
    assert str(payload.fields["userErrors"].type) == "[UserError!]!"
    for name, field in payload.fields.items():
        assert is_non_null_type(field.type) == (name == "userErrors"), f"{payload.name}.{name}"


def test_a_mutation_is_a_noun_and_its_action() -> None:
    without_id, sessions = ("penilaian", "kurvaideal"), ("masuk", "segarkan", "keluar")
    known = (*nouns(), *without_id, *sessions)
    assert all(nama.lower().startswith(known) for nama in _mutations())


def test_the_actor_never_comes_from_input() -> None:
    forbidden = {"pegawaiId", "akunId", "aktor", "pelakuId", "pejabatPenilaiId"}
    for type_ in TYPES:
        if isinstance(type_, GraphQLInputObjectType):
            assert forbidden.isdisjoint(type_.fields), type_.name


PARENTS = {"skpId", "rhkId", "indikatorId", "rencanaAksiId", "unorId"}


def test_the_selector_stands_apart_from_the_data() -> None:
    assert GRAPHQL.mutation_type is not None
    for nama, field in GRAPHQL.mutation_type.fields.items():
        selectors = field.args.keys() - {"input"}
        assert len(selectors) <= 1, nama
        assert selectors <= {"id", "ids", *PARENTS}, nama
        for name, argument in field.args.items():
            assert is_non_null_type(argument.type) or name == "ids", nama  # without: all of them


def test_root_fields_are_nullable_so_that_one_failure_stays_one() -> None:
    for root in (GRAPHQL.query_type, GRAPHQL.mutation_type):
        assert root is not None
        assert not any(is_non_null_type(field.type) for field in root.fields.values())


def test_user_error() -> None:
    type_ = GRAPHQL.type_map["UserError"]
    assert isinstance(type_, GraphQLObjectType)
    assert {name: str(field.type) for name, field in type_.fields.items()} == {
        "message": "String!",
        "field": "[String!]",
        "code": "KodeKesalahan!",
    }


def test_connections_are_relays_and_more() -> None:
    connections = [type_ for type_ in OUTPUT if type_.name.endswith("Connection")]
    assert connections
    for type_ in connections:
        noun = type_.name.removesuffix("Connection")
        assert {name: str(field.type) for name, field in type_.fields.items()} == {
            "edges": f"[{noun}Edge!]!",
            "nodes": f"[{noun}!]!",
            "pageInfo": "PageInfo!",
            "totalCount": "Int!",
        }
    pages = {type_.name for type_ in connections}
    for type_ in OUTPUT:
        for name, field in type_.fields.items():
            if get_named_type(field.type).name in pages:
                assert {"first", "after"} <= set(field.args), f"{type_.name}.{name}"


def test_every_node_has_an_id_and_no_foreign_keys_show() -> None:
    interface = GRAPHQL.type_map["Node"]
    assert isinstance(interface, GraphQLInterfaceType)
    for type_ in GRAPHQL.get_possible_types(interface):
        assert str(type_.fields["id"].type) == "ID!"
        assert not [name for name in type_.fields if name.endswith("Id")], type_.name


def test_query_and_subscription_of_a_dashboard_agree() -> None:
    assert GRAPHQL.query_type is not None
    assert GRAPHQL.subscription_type is not None
    for name, live in GRAPHQL.subscription_type.fields.items():
        asked = GRAPHQL.query_type.fields[name]
        assert get_named_type(asked.type) is get_named_type(live.type)
        assert set(asked.args) - set(live.args) <= {"sampai"}  # what is live has no end
