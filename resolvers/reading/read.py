"""The reader: what a field selects, read with one statement inside the actor's scope."""

from collections.abc import Callable
from typing import Any, cast

import orjson
from graphql import GraphQLObjectType, GraphQLResolveInfo, get_named_type
from tortoise.exceptions import OperationalError

from models.database import Dialect, dialect, fetch_value
from models.errors import BadInputError, NotFoundError
from models.rules.aktor import Aktor
from models.scopes import Bind
from resolvers.reading.compile import Compiler
from resolvers.reading.json_sql import JsonSql, PostgresJson, SqliteJson, Value
from resolvers.reading.paging import PageCompiler
from resolvers.reading.selection import Request
from resolvers.reading.shape import Shape, finish
from resolvers.reading.sources import Page

TOO_DEEP = (
    "Permintaan terlalu dalam untuk SQLite. Kurangi tingkatnya, atau bagi menjadi dua permintaan."
)

Answer = dict[str, Any]
Where = Callable[[str, Bind], str]  # (alias, bind) → condition on the row wanted

_JSON: dict[Dialect, JsonSql] = {Dialect.POSTGRES: PostgresJson(), Dialect.SQLITE: SqliteJson()}


async def read_one(info: GraphQLResolveInfo[Any], aktor: Aktor, where: Where) -> Answer:
    """The row of the field's type for which `where` holds, as the selection asks for it.

    Raises NotFoundError when there is none in the actor's scope.
    """
    return await read_row(
        info, cast(GraphQLObjectType, get_named_type(info.return_type)), aktor, where
    )


async def read_row(
    info: GraphQLResolveInfo[Any], type_: GraphQLObjectType, aktor: Aktor, where: Where
) -> Answer:
    """As `read_one`, for a field whose type is an interface: `type_` says which it is here."""
    compiler = _compiler(info, aktor)
    t = compiler.alias()
    value, shape = compiler.one(type_, info.field_nodes, where(t, compiler.bind), t)
    answer = await _run(compiler, value, shape)
    if answer is None:
        raise NotFoundError
    return answer


async def read_page(
    info: GraphQLResolveInfo[Any], aktor: Aktor, source: Page, arguments: dict[str, Any]
) -> Answer:
    """A connection over everything in the actor's scope."""
    compiler = _compiler(info, aktor)
    connection = cast(GraphQLObjectType, get_named_type(info.return_type))
    page = PageCompiler(compiler, connection, source, arguments, ("", compiler.alias()))
    answer = await _run(compiler, *page.compile(info.field_nodes))
    assert answer is not None
    return answer


def _compiler(info: GraphQLResolveInfo[Any], aktor: Aktor) -> Compiler:
    return Compiler(Request.of(info), aktor, _JSON[dialect()])


async def _run(compiler: Compiler, value: Value, shape: Shape) -> Answer | None:
    try:
        text = await fetch_value(f"SELECT {value.sql}", compiler.params)
    except OperationalError as error:
        if "parser stack overflow" in str(error):  # SQLite's limit on nesting
            raise BadInputError(TOO_DEEP) from error
        raise
    answer: Answer | None = None if text is None else orjson.loads(text)
    finish(answer, shape, compiler.aktor)
    return answer
