"""Connections: pages by keyset cursor, so that page 4,000 costs what page 1 does."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import orjson
from graphql import FieldNode, GraphQLObjectType, get_named_type

from models.errors import BadInputError
from models.rules.teks import is_storable
from resolvers.reading.computed import Shape
from resolvers.reading.json_sql import Json, array_of_rows, boolean, literal, object_of, plain
from resolvers.reading.sources import Arguments, Key, Order, Page
from resolvers.reading.variables import Given

if TYPE_CHECKING:
    from resolvers.reading.compile import Compiler, Row

DEFAULT_FIRST = 20
MOST_FIRST = 100


class PageCompiler:
    """Compiles one connection: an object of aggregates over the rows of the page. A row has the
    JSON that is wanted of it, its cursor and, when pageInfo is asked for, its place."""

    def __init__(
        self,
        compiler: "Compiler",
        connection: GraphQLObjectType,
        source: Page,
        arguments: Arguments,
    ) -> None:
        self.compiler = compiler
        self.dialect = compiler.dialect
        self.connection = connection
        self.noun = _type_of(connection, "nodes")
        self.source = source
        self.arguments = arguments
        self.order = source.ordered(arguments)
        self.p = compiler.alias()
        self.wanted: list[list[FieldNode]] = []  # selections on a row
        self.found_at: list[tuple[str, ...]] = []  # where in the connection each of them stands
        self.aggregates = False  # whether any part says something of the page's rows
        self.looks_ahead = False  # whether one row more than the page's is read

    def compile(self, nodes: list[FieldNode], row: "Row") -> tuple[Json, Shape]:
        """The connection that `nodes` select for a row."""
        c = self.compiler.alias()
        on = self.compiler.condition(self.source, self.arguments, row, c)
        fields = self.compiler.request.fields(self.connection, nodes)
        self.looks_ahead = any(same[0].name.value == "pageInfo" for same in fields.values())
        connection = object_of(
            [(key, self._part(key, same, on, c)) for key, same in fields.items()]
        )
        if not self.aggregates:
            return Json(f"(SELECT {connection.sql})"), Shape()
        rows, shapes = self.compiler.rows(
            self.noun, self.wanted, row.seen if self.source.owned else ""
        )
        page = self._page(rows, c, on)
        return Json(f"(SELECT {connection.sql} FROM ({page}) {self.p})"), (self._shape(shapes))

    def _part(self, key: str, nodes: list[FieldNode], on: str, c: str) -> Json:
        match nodes[0].name.value:
            case "totalCount":
                return plain(self.compiler.count(self.noun, on, c), nullable=False)
            case "pageInfo":
                return self._page_info(nodes)
            case "nodes":
                return self._array(self._row(nodes, key))
            case "edges":
                return self._edges(key, nodes)
        return literal(self.connection.name)

    def _edges(self, edges_key: str, nodes: list[FieldNode]) -> Json:
        edge = _type_of(self.connection, "edges")
        values: list[tuple[str, Json]] = []
        for key, same in self.compiler.request.fields(edge, nodes).items():
            match same[0].name.value:
                case "node":
                    values.append((key, self._row(same, edges_key, key)))
                case "cursor":
                    values.append((key, Json(self.dialect.quoted(f"{self.p}.cursor"))))
                case _:
                    values.append((key, literal(edge.name)))
        return self._array(object_of(values))

    def _row(self, nodes: list[FieldNode], *found_at: str) -> Json:
        """The JSON of what `nodes` select of a row."""
        self.wanted.append(nodes)
        self.found_at.append(found_at)
        return Json(f"{self.p}.json{len(self.wanted) - 1}")

    def _array(self, json: Json) -> Json:
        self.aggregates = True
        shown = f"{self.p}.place <= {self._first()}" if self.looks_ahead else None
        return array_of_rows(self.dialect, json, shown)

    def _page_info(self, nodes: list[FieldNode]) -> Json:
        self.aggregates = True
        info = _type_of(self.connection, "pageInfo")
        place, cursor, first = f"{self.p}.place", f"{self.p}.cursor", self._first()
        # The cursor of the last row shown: the greatest place, written at a fixed width, wins.
        placed = f"CAST(1000 + {place} AS text) || {cursor}"
        later = self.arguments.get("after") is not None
        # Each an aggregate, so that there is one row whatever is selected.
        values = {
            "hasNextPage": boolean(f"count(*) > {first}", nullable=False),
            "hasPreviousPage": boolean(
                "count(*) >= 0" if later else "count(*) < 0", nullable=False
            ),
            "startCursor": self._cursor(f"max(CASE WHEN {place} = 1 THEN {cursor} END)"),
            "endCursor": self._cursor(
                f"substr(max(CASE WHEN {place} <= {first} THEN {placed} END), 5)"
            ),
            "__typename": Json(f"max({literal(info.name).sql})", nullable=True),
        }
        return object_of(
            [
                (key, values[same[0].name.value])
                for key, same in self.compiler.request.fields(info, nodes).items()
            ]
        )

    def _cursor(self, sql: str) -> Json:
        return Json(self.dialect.quoted(sql), nullable=True)

    def _page(self, rows: str, c: str, on: str) -> str:
        """The page's rows, in order."""
        keys = [f"{c}.{key.column}" for key in self.order.keys]
        order = ", ".join(f"{key} DESC" if self.order.descending else key for key in keys)
        columns = ", ".join(
            [f"{self.dialect.array_of(keys)} AS cursor"]
            + [f"{c}.json{number}" for number in range(len(self.wanted))]
        )
        if self.arguments.get("after") is not None:
            on += f" AND {self._beyond_cursor(keys)}"
        limit = self._first(1) if self.looks_ahead else self._first()
        page = f"SELECT {columns} FROM {rows} {c} WHERE {on} ORDER BY {order} LIMIT {limit}"
        if self.looks_ahead:
            page = f"SELECT {self.p}.*, row_number() OVER () AS place FROM ({page}) {self.p}"
        return page

    def _beyond_cursor(self, keys: list[str]) -> str:
        marks = [
            self.dialect.read_key(self._after(number), key.type)
            for number, key in enumerate(self.order.keys)
        ]
        beyond = "<" if self.order.descending else ">"
        return f"({', '.join(keys)}) {beyond} ({', '.join(marks)})"

    def _after(self, number: int) -> str:
        """The placeholder of one key value of the cursor."""

        def key_value(after: str) -> object:
            return _read_cursor(self.order, after)[number]

        return self.compiler.bind(self.arguments["after"], key_value)

    def _first(self, more: int = 0) -> str:
        """The page's size, and so many rows `more`."""
        first = self.arguments.get("first")
        size = _SIZES[more]
        if isinstance(first, Given):
            return self.compiler.bind(first, size)
        return str(size(DEFAULT_FIRST if first is None else first))

    def _shape(self, shapes: list[Shape]) -> Shape:
        """What is left to compute in the connection, from what is left in the rows."""
        shape = Shape()
        for found_at, rest in zip(self.found_at, shapes, strict=True):
            if rest:
                above = shape
                for key in found_at[:-1]:
                    above = above.below.setdefault(key, Shape())
                above.below[found_at[-1]] = rest
        return shape


def _size(more: int, first: int) -> int:
    if not 1 <= first <= MOST_FIRST:
        raise BadInputError(f"`first` harus 1 sampai {MOST_FIRST}; yang diminta {first}.")
    return first + more


_SIZES: tuple[Callable[[int], int], ...] = (partial(_size, 0), partial(_size, 1))


def _type_of(parent: GraphQLObjectType, name: str) -> GraphQLObjectType:
    return cast(GraphQLObjectType, get_named_type(parent.fields[name].type))


def _read_cursor(order: Order, after: str) -> list[Any]:
    """The key values that `after` stands for."""
    try:
        values = orjson.loads(after)
    except ValueError:
        values = None
    if (
        not isinstance(values, list)
        or len(values) != len(order.keys)
        or not all(map(_is_key_value, order.keys, values))
    ):
        raise BadInputError("`after` bukan cursor halaman ini; pakai `endCursor` apa adanya.")
    return values


def _is_key_value(key: Key, value: object) -> bool:
    if key.type == "integer":
        return type(value) is int and 0 <= value < 2**31
    if not isinstance(value, str):
        return False
    match key.type:
        case "date":
            return _is_iso(date, value)
        case "timestamptz":
            return _is_iso(datetime, value)
    return is_storable(value)


def _is_iso(type_: type[date], value: str) -> bool:
    try:
        type_.fromisoformat(value)
    except ValueError:
        return False
    return True
