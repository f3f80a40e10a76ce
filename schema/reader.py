"""Between Strawberry's fields and the reader."""

from typing import Any, cast

import strawberry
from graphql import GraphQLObjectType

from models.scopes import Bind
from resolvers.reading.compile import noun_of
from resolvers.reading.read import read_one, read_page, read_row
from resolvers.reading.sources import Page
from schema import ids
from schema.context import Info


async def by_key(info: Info, key: int) -> Any:
    """The row of the field's own type with this key."""
    return await read_one(info._raw_info, info.context.aktor, _is("id", key))


async def by_column(info: Info, column: str, value: object) -> Any:
    """The row of the field's own type whose unique `column` is `value`."""
    return await read_one(info._raw_info, info.context.aktor, _is(column, value))


async def by_global_id(info: Info, global_id: strawberry.ID) -> Any:
    """The row behind any global id, with its `__typename`."""
    raw = info._raw_info
    prefix = ids.noun_of(global_id)
    type_ = next(
        (
            candidate
            for candidate in raw.schema.get_possible_types(raw.schema.type_map["Node"])  # type: ignore[arg-type]
            if noun_of(candidate).prefix == prefix
        ),
        None,
    )
    if type_ is None:
        ids.decode(global_id, "")
    type_ = cast(GraphQLObjectType, type_)
    key = ids.decode(global_id, prefix)
    answer = await read_row(raw, type_, info.context.aktor, _is("id", key))
    return {**answer, "__typename": type_.name}


async def everything(info: Info, source: Page, **arguments: Any) -> Any:
    """A connection over every row in the actor's scope."""
    return await read_page(info._raw_info, info.context.aktor, source, arguments)


def _is(column: str, value: object) -> Any:
    def where(alias: str, bind: Bind) -> str:
        return f"{alias}.{column} = {bind(value)}"

    return where
