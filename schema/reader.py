"""Between Strawberry's resolvers and the reader: a row that a resolver names is read with all that
is selected of it."""

from collections.abc import Mapping
from typing import Any, cast

from graphql import GraphQLObjectType, get_named_type

from models.rules.aktor import Aktor
from resolvers.reading.read import read_row
from schema.context import Info


async def by_key(info: Info, key: int, aktor: Aktor | None = None) -> Any:
    """The row of the field's own type with this key, as `aktor` (else who asks) may see it. Raises
    NotFoundError."""
    return await by_keys(info, {"id": key}, aktor)


async def by_keys(info: Info, keys: Mapping[str, int], aktor: Aktor | None = None) -> Any:
    """As `by_key`, of a type whose rows it takes several columns to tell apart."""
    raw = info._raw_info
    type_ = cast(GraphQLObjectType, get_named_type(raw.return_type))
    return await read_row(
        info.context.request, aktor or info.context.aktor, type_, raw.field_nodes, keys
    )
