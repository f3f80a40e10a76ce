"""Between Strawberry's fields and the reader."""

from typing import Any

import strawberry

from models.errors import NotFoundError
from models.rules.aktor import Aktor
from models.rules.teks import is_storable
from models.scopes import Bind
from resolvers.reading.compile import noun_of
from resolvers.reading.read import read_one, read_page, read_row
from resolvers.reading.sources import Page
from schema import ids
from schema.context import Info


async def by_key(info: Info, key: int, aktor: Aktor | None = None) -> Any:
    """The row of the field's own type with this key, as `aktor` (else who asks) may see it."""
    return await read_one(info._raw_info, aktor or info.context.aktor, _is("id", key))


async def by_id(info: Info, global_id: strawberry.ID, noun: str) -> Any:
    """The row of the field's own type, a `noun`, with this global id."""
    aktor = info.context.aktor  # who asks comes before what is asked for
    return await by_key(info, ids.decode(global_id, noun), aktor)


async def by_column(info: Info, column: str, value: str) -> Any:
    """The row of the field's own type whose unique `column` is `value`."""
    if not is_storable(value):
        raise NotFoundError
    return await read_one(info._raw_info, info.context.aktor, _is(column, value))


async def by_global_id(info: Info, global_id: strawberry.ID) -> Any:
    """The row behind any global id, with its `__typename`."""
    raw, aktor = info._raw_info, info.context.aktor
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
        raise NotFoundError
    key = ids.decode(global_id, prefix)
    answer = await read_row(raw, type_, aktor, _is("id", key))
    return {**answer, "__typename": type_.name}


async def everything(info: Info, source: Page, **arguments: Any) -> Any:
    """A connection over every row in the actor's scope."""
    return await read_page(info._raw_info, info.context.aktor, source, arguments)


def _is(column: str, value: object) -> Any:
    def where(alias: str, bind: Bind) -> str:
        return f"{alias}.{column} = {bind(value)}"

    return where
