"""The reference: graphql-core's own executor over the committed SDL, with naive resolvers."""

from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    build_schema,
    execute_sync,
    parse,
)

# Imported, they register the resolvers.
import tests.naif.resolvers
import tests.naif.resolvers_performance
import tests.naif.resolvers_skp
import tests.naif.resolvers_teams  # noqa: F401
from models.rules.aktor import Aktor
from tests.naif.data import Data
from tests.naif.errors import UnauthenticatedError
from tests.naif.reading import RESOLVERS, Reading
from tests.naif.rows import SHOWN
from tests.naif.visibility import visibility_of
from tests.naif.wire import column, global_id, plain

SDL = Path(__file__).parents[2] / "schema" / "schema.graphql"
SCHEMA: GraphQLSchema = build_schema(SDL.read_text(encoding="utf-8"))

Place = tuple[str | int, ...]  # a path in the answer


@dataclass(frozen=True)
class Answer:
    """What a document is answered with: the data, and where which error stands."""

    data: dict[str, Any] | None
    errors: set[tuple[Place, str]]


def answer(data: Data, aktor: Aktor | None, document: str, variables: dict[str, Any]) -> Answer:
    """Execute a document, one resolver call at a time, as `aktor` (None is nobody)."""
    result = execute_sync(
        SCHEMA,
        _parsed(document),
        context_value=aktor and Reading(data, aktor, visibility_of(data, aktor)),
        variable_values=variables,
        field_resolver=_resolve,
        type_resolver=lambda row, *_: type(row).__name__,
    )
    errors = {
        (tuple(error.path or ()), str((error.extensions or {}).get("code", error.message)))
        for error in result.errors or []
    }
    return Answer(result.data, errors)


@lru_cache(2)
def _parsed(document: str) -> DocumentNode:
    """Each document is asked twice."""
    return parse(document)


def unresolved(type_: GraphQLObjectType) -> set[str]:
    """The fields of a type of rows, or of Query, that the reference does not know."""
    table = SHOWN.get(type_.name)
    columns = {field.name for field in fields(table)} if table else set()
    return {
        name
        for name in type_.fields
        if (type_.name, name) not in RESOLVERS and column(name) not in columns
    }


def _resolve(source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
    reading: Reading | None = info.context
    if reading is None:
        raise UnauthenticatedError
    resolve = RESOLVERS.get((info.parent_type.name, info.field_name))
    if resolve is not None:
        given = {column(name): value for name, value in arguments.items()}
        return resolve(reading, source, **given)
    if isinstance(source, dict):
        return source[info.field_name]
    if info.field_name == "id":
        return global_id(info.parent_type.name.lower(), source.id)
    return plain(getattr(source, column(info.field_name)))
