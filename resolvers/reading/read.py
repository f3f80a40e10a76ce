"""The reader: what a field selects, read with one statement inside the actor's scope.

A plan is compiled once for an operation, a peran and a form of variables. The database's answer is
the JSON itself, and goes into the response as it is, unless something is left to compute.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any, cast

import orjson
from cachetools import LRUCache
from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    get_named_type,
)

from models.database import Dialect, dialect, read_text
from models.errors import NotFoundError
from models.rules.aktor import Aktor
from resolvers.reading import json_sql
from resolvers.reading.compile import Compiler, noun_of, source_of
from resolvers.reading.computed import Shape, finish
from resolvers.reading.parameters import Parameters
from resolvers.reading.selection import Request
from resolvers.reading.sources import AnyNoun, Arguments, Bind, One
from resolvers.reading.variables import Given, Variables

_SPELLING: dict[Dialect, json_sql.Dialect] = {
    Dialect.POSTGRES: json_sql.Postgres(),
    Dialect.SQLITE: json_sql.Sqlite(),
}
REMEMBERED = 50_000_000  # characters of all plans together
OVERHEAD = 2_000  # of a plan, besides its statement

_KEYS = ""  # where the keys of a row that is read by them stand; no variable has an empty name


@dataclass(frozen=True)
class Read:
    """A field's whole answer, as orjson writes it: everything selected of it is in it."""

    value: orjson.Fragment | dict[str, Any]


@dataclass(frozen=True)
class Plan:
    """A statement, its parameters, and what is left to compute in its answer."""

    sql: str
    parameters: Parameters
    shape: Shape

    @property
    def size(self) -> int:
        """What it takes to remember, in characters, about."""
        return OVERHEAD + len(self.sql)

    async def run(self, aktor: Aktor, variables: Variables) -> Read:
        """Raises NotFoundError when there is no row in the actor's scope."""
        text = await read_text(self.sql, self.parameters.values(aktor, variables))
        if text is None:
            raise NotFoundError
        if not self.shape:
            return Read(orjson.Fragment(text))
        answer = orjson.loads(text)
        finish(answer, self.shape, aktor)
        return Read(answer)


_plans: LRUCache[Hashable, Plan] = LRUCache(REMEMBERED, lambda plan: plan.size)


async def read_field(
    request: Request, aktor: Aktor, graphql_field: GraphQLField, nodes: list[FieldNode]
) -> Read:
    """What `nodes` select of a field of the root. Raises NotFoundError, BadInputError."""
    source = source_of(graphql_field)
    if isinstance(source, AnyNoun):
        return await _read_any(request, aktor, graphql_field, source, nodes)
    plan = _plan(request, aktor, nodes, "", lambda compiler: compiler.field(graphql_field, nodes))
    return await plan.run(aktor, request.variables)


async def read_row(
    request: Request,
    aktor: Aktor,
    type_: GraphQLObjectType,
    nodes: list[FieldNode],
    keys: Mapping[str, int],
) -> Read:
    """What `nodes` select of the row of `type_` with these keys: columns that tell its rows apart,
    always the same of a type. Raises NotFoundError."""
    row = _by_keys(*keys)
    plan = _plan(
        request, aktor, nodes, type_.name, lambda compiler: compiler.one(type_, row, {}, nodes)
    )
    return await plan.run(aktor, {**request.variables, _KEYS: keys})


async def _read_any(
    request: Request,
    aktor: Aktor,
    graphql_field: GraphQLField,
    source: AnyNoun,
    nodes: list[FieldNode],
) -> Read:
    """The row of whichever noun its id names: an interface's field is read as that noun's."""
    global_id = request.arguments(graphql_field, nodes[0])["id"]
    if isinstance(global_id, Given):
        global_id = global_id.read(request.variables)
    prefix = source.prefix_of(global_id)
    interface = cast(GraphQLInterfaceType, get_named_type(graphql_field.type))
    for type_ in request.operation.schema.get_possible_types(interface):
        if noun_of(type_).prefix == prefix:
            keys = {"id": source.key_of(global_id)}
            return await read_row(request, aktor, type_, nodes, keys)
    raise NotFoundError


def _by_keys(*names: str) -> One:
    def where(_: Arguments, c: str, bind: Bind) -> str:
        return " AND ".join(f"{c}.{name} = {bind(Given((_KEYS, name)))}" for name in names)

    return One(where=where)


def _plan(
    request: Request,
    aktor: Aktor,
    nodes: list[FieldNode],
    as_type: str,
    compile_: Callable[[Compiler], tuple[json_sql.Json, Shape]],
) -> Plan:
    """The plan for `nodes`, compiled the first time; `as_type` is the type read, where one field
    may have several. Who asks holds the operation, so that its nodes' identities stay theirs."""
    kind = dialect()
    key = (request.operation.serial, request.form, *map(id, nodes), as_type, aktor.peran, kind)
    plan = _plans.get(key)
    if plan is None:
        compiler = Compiler(request, aktor.peran, _SPELLING[kind])
        value, shape = compile_(compiler)
        plan = Plan(compiler.statement(value), compiler.parameters, shape)
        if plan.size <= REMEMBERED:
            _plans[key] = plan
    return plan
