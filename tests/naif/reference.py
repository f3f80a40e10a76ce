"""The reference: graphql-core's own executor over the committed SDL, with naive resolvers."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, get_args

from graphql import (
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    build_schema,
    execute_sync,
    parse,
)

import tests.naif.resolvers  # noqa: F401 - registers the resolvers
from models.rules.aktor import Aktor
from tests.naif import rows
from tests.naif.errors import UnauthenticatedError
from tests.naif.reading import RESOLVERS, Reading
from tests.naif.rows import Data
from tests.naif.visibility import Visibility
from tests.naif.wire import column, global_id, plain

SDL = Path(__file__).parents[2] / "schema" / "schema.graphql"
SCHEMA: GraphQLSchema = build_schema(SDL.read_text(encoding="utf-8"))

Place = tuple[str | int, ...]  # a path in the answer
_TABLES: dict[str, Any] = {
    "Saya": rows.Akun,
    **{type_.__name__: type_ for type_ in get_args(rows.Row)},
}


@dataclass(frozen=True)
class Answer:
    """What a document is answered with: the data, and where which error stands."""

    data: dict[str, Any] | None
    errors: set[tuple[Place, str]]


def answer(data: Data, aktor: Aktor | None, document: str, variables: dict[str, Any]) -> Answer:
    """Execute a document, one resolver call at a time, as `aktor` (None is nobody)."""
    result = execute_sync(
        SCHEMA,
        parse(document),
        context_value=(data, aktor),
        variable_values=variables,
        field_resolver=_resolve,
        type_resolver=lambda row, *_: type(row).__name__,
    )
    errors = {
        (tuple(error.path or ()), str((error.extensions or {}).get("code", error.message)))
        for error in result.errors or []
    }
    return Answer(result.data, errors)


def unresolved(type_: GraphQLObjectType) -> set[str]:
    """The fields of a noun, of Saya or of Query that the reference does not know."""
    table = _TABLES.get(type_.name)
    columns = {field.name for field in fields(table)} if table else set()
    return {
        name
        for name in type_.fields
        if (type_.name, name) not in RESOLVERS and column(name) not in columns
    }


def _resolve(source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
    data, aktor = info.context
    if aktor is None:
        raise UnauthenticatedError
    resolve = RESOLVERS.get((info.parent_type.name, info.field_name))
    if resolve is not None:
        return resolve(Reading(data, aktor, Visibility(data, aktor)), source, **arguments)
    if isinstance(source, dict):
        return source[info.field_name]
    if info.field_name == "id":
        return global_id(info.parent_type.name.lower(), source.id)
    return plain(getattr(source, column(info.field_name)))
