"""Connections: pages by keyset cursor, so that page 4,000 costs what page 1 does."""

import re
from collections.abc import Callable
from datetime import datetime
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

SHAPES = {  # as cursors hold them
    "date": re.compile(r"\d{4}-\d\d-\d\d", re.ASCII),
    "timestamptz": re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,6})?\+00:00", re.ASCII),
}

DEFAULT_FIRST = 20
MOST_FIRST = 100


class PageCompiler:
    """Compiles one connection: an object of aggregates over the rows of the page. A row has the
    JSON that is wanted of it, the keys that its cursor is made of and, when pageInfo is asked for,
    its place among how many."""

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
        self.p, self.c = compiler.alias(), compiler.alias()
        self.wanted: list[list[FieldNode]] = []  # selections on a row
        self.found_at: list[tuple[str, ...]] = []  # where in the connection each of them stands
        self.looks_ahead = False  # whether one row more than the page's is read

    def compile(self, nodes: list[FieldNode], row: "Row") -> tuple[Json, Shape]:
        """The connection that `nodes` select for a row."""
        self._check_arguments()
        fields = self.compiler.request.fields(self.connection, nodes)
        names = {same[0].name.value for same in fields.values()}
        self.looks_ahead = "pageInfo" in names
        if not names - {"__typename"}:
            return object_of([(key, literal(self.connection.name)) for key in fields]), Shape()
        on = self.compiler.condition(self.source, self.arguments, row, self.c)
        connection = object_of([(key, self._part(key, same, on)) for key, same in fields.items()])
        if not names - {"__typename", "totalCount"}:
            return Json(f"(SELECT {connection.sql})"), Shape()
        seen = row.seen if self.source.owned else ""
        rows, shapes = self.compiler.rows(self.noun, self.wanted, seen)
        # The count makes it one row, even of a page that has none.
        one = f"CASE WHEN count(*) >= 0 THEN {connection.sql} END"
        return Json(f"(SELECT {one} FROM ({self._page(rows, on)}) {self.p})"), self._shape(shapes)

    def _check_arguments(self) -> None:
        """What is wrong with them is said even when nothing that they change is selected."""
        for name, check in (("first", _SIZES[0]), ("after", partial(_read_cursor, self.order))):
            if self.arguments.get(name) is not None:
                self.compiler.parameters.check(self.arguments[name], check)

    def _part(self, key: str, nodes: list[FieldNode], on: str) -> Json:
        match nodes[0].name.value:
            case "totalCount":
                return plain(self.compiler.count(self.noun, on, self.c), nullable=False)
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
                    values.append((key, self.dialect.quoted(self._cursor(), nullable=False)))
                case _:
                    values.append((key, literal(edge.name)))
        return self._array(object_of(values))

    def _row(self, nodes: list[FieldNode], *found_at: str) -> Json:
        """The JSON of what `nodes` select of a row."""
        self.wanted.append(nodes)
        self.found_at.append(found_at)
        return Json(f"{self.p}.json{len(self.wanted) - 1}")

    def _array(self, json: Json) -> Json:
        shown = f"{self.p}.place <= {self._first()}" if self.looks_ahead else None
        return array_of_rows(self.dialect, json, shown)

    def _page_info(self, nodes: list[FieldNode]) -> Json:
        info = _type_of(self.connection, "pageInfo")
        fields = self.compiler.request.fields(info, nodes)
        return object_of([(key, self._info(same[0].name.value)) for key, same in fields.items()])

    def _info(self, name: str) -> Json:
        match name:
            case "hasNextPage":
                return boolean(f"count(*) > {self._first()}", nullable=False)
            case "hasPreviousPage":
                return Json("'false'" if self.arguments.get("after") is None else "'true'")
            case "startCursor":
                return self._cursor_where(f"{self.p}.place = 1")
            case "endCursor":
                first, place = self._first(), f"{self.p}.place"
                return self._cursor_where(
                    f"{place} = {first} OR ({place} < {first} AND {place} = {self.p}.total)"
                )
        return literal(_type_of(self.connection, "pageInfo").name)

    def _cursor(self) -> str:
        return self.dialect.array_of(
            [f"{self.p}.key{number}" for number in range(len(self.order.keys))]
        )

    def _cursor_where(self, condition: str) -> Json:
        """The cursor of the only row for which `condition` holds."""
        cursor = f"max(CASE WHEN {condition} THEN {self._cursor()} END)"
        return self.dialect.quoted(cursor, nullable=True)

    def _page(self, rows: str, on: str) -> str:
        """The page's rows, in order."""
        c = self.c
        keys = [f"{c}.{key.column}" for key in self.order.keys]
        order = ", ".join(f"{key} DESC" if self.order.descending else key for key in keys)
        columns = ", ".join(
            [f"{key} AS key{number}" for number, key in enumerate(keys)]
            + [f"{c}.json{number}" for number in range(len(self.wanted))]
        )
        if self.arguments.get("after") is not None:
            on += f" AND {self._beyond_cursor(keys)}"
        limit = self._first(1) if self.looks_ahead else self._first()
        page = f"SELECT {columns} FROM {rows} {c} WHERE {on} ORDER BY {order} LIMIT {limit}"
        if self.looks_ahead:
            placed = f"{self.p}.*, row_number() OVER () AS place, count(*) OVER () AS total"
            page = f"SELECT {placed} FROM ({page}) {self.p}"
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
        # A plan outlives its compiler: what it keeps is the order, not `self`.
        return self.compiler.bind(self.arguments["after"], partial(_key_value, self.order, number))

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


def _key_value(order: Order, number: int, after: str) -> object:
    return _read_cursor(order, after)[number]


def _is_key_value(key: Key, value: object) -> bool:
    if key.type == "integer":
        return type(value) is int and 0 <= value < 2**31
    if not isinstance(value, str):
        return False
    if key.type == "text":
        return is_storable(value)
    if not SHAPES[key.type].fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:  # no such day, no such hour
        return False
    return True
