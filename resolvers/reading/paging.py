"""Connections: pages by keyset cursor, so that page 4,000 costs what page 1 does."""

from typing import TYPE_CHECKING, Any, cast

import orjson
from graphql import FieldNode, GraphQLObjectType, get_named_type

from models.errors import BadInputError
from models.rules.teks import is_storable
from resolvers.reading.json_sql import Pairs, Value, text
from resolvers.reading.shape import Shape
from resolvers.reading.sources import Arguments, Page, spell

if TYPE_CHECKING:
    from resolvers.reading.compile import Compiler

DEFAULT_FIRST = 20
MOST_FIRST = 100


class PageCompiler:
    """Compiles one connection: the object of its own fields, aggregated over the rows of the page,
    each of which has its cursor and its place."""

    def __init__(
        self,
        compiler: "Compiler",
        connection: GraphQLObjectType,
        source: Page,
        arguments: Arguments,
        aliases: tuple[str, str],
    ) -> None:
        at_hand, self.t = aliases
        self.compiler = compiler
        self.json = compiler.json
        self.connection = connection
        self.noun = _type_of(connection, "nodes")
        self.source = source
        self.keys = [f"{self.t}.{key}" for key in source.keys]
        self.first = _first(arguments)
        self.aggregates = False  # whether any part says something of the page's rows
        self.after = _cursor(source, arguments.get("after"))
        self.on = spell(source.on, at_hand, self.t)
        if source.where and (condition := source.where(arguments, self.t, compiler.bind)):
            self.on += f" AND {condition}"

    def compile(self, nodes: list[FieldNode]) -> tuple[Value, Shape]:
        """The expression of the connection that `nodes` select, and what is left to compute."""
        shape = Shape()
        pairs: list[tuple[str, Value]] = []
        for key, same in self.compiler.request.fields(self.connection, nodes).items():
            value, below = self._part(same)
            pairs.append((key, value))
            if below:
                shape.below[key] = below
        connection = self.json.object_of_aggregates(pairs)
        rows = f" FROM ({self._rows()}) {self.t}" if self.aggregates else ""
        return Value(f"(SELECT {connection.sql}{rows})"), shape

    def _part(self, nodes: list[FieldNode]) -> tuple[Value, Shape]:
        match nodes[0].name.value:
            case "totalCount":
                rows = self.compiler.rows(self.noun, self.t, self.on)
                return Value(f"(SELECT count(*) {rows})"), Shape()
            case "pageInfo":
                return self._page_info(nodes), Shape()
            case "nodes":
                node, shape = self.compiler.object(self.noun, nodes, self.t)
                return self._array(node), shape
            case "edges":
                return self._edges(nodes)
        return text(self.connection.name), Shape()

    def _edges(self, nodes: list[FieldNode]) -> tuple[Value, Shape]:
        edge = _type_of(self.connection, "edges")
        shape = Shape()
        pairs: list[tuple[str, Value]] = []
        for key, same in self.compiler.request.fields(edge, nodes).items():
            match same[0].name.value:
                case "node":
                    value, below = self.compiler.object(self.noun, same, self.t)
                    if below:
                        shape.below[key] = below
                case "cursor":
                    value = Value(f"{self.t}.page_cursor")
                case _:
                    value = text(edge.name)
            pairs.append((key, value))
        return self._array(self.json.object(pairs)), shape

    def _array(self, value: Value) -> Value:
        self.aggregates = True
        return self.json.array(value, f"{self.t}.page_place <= {self.first}")

    def _page_info(self, nodes: list[FieldNode]) -> Value:
        self.aggregates = True
        info = _type_of(self.connection, "pageInfo")
        place, cursor = f"{self.t}.page_place", f"{self.t}.page_cursor"
        # The cursor of the last row shown: the greatest place, written at a fixed width, wins.
        placed = f"CAST(1000 + {place} AS text) || {cursor}"
        # Each an aggregate, even the constants: so there is one row whatever is selected.
        values = {
            "hasNextPage": self.json.boolean(f"(count(*) > {self.first})"),
            "hasPreviousPage": self.json.boolean(
                "(count(*) >= 0)" if self.after else "(count(*) < 0)"
            ),
            "startCursor": Value(f"max(CASE WHEN {place} = 1 THEN {cursor} END)"),
            "endCursor": Value(
                f"substr(max(CASE WHEN {place} <= {self.first} THEN {placed} END), 5)"
            ),
            "__typename": Value(f"CASE WHEN count(*) >= 0 THEN {text(info.name).sql} END"),
        }
        pairs: Pairs = [
            (key, values[same[0].name.value])
            for key, same in self.compiler.request.fields(info, nodes).items()
        ]
        return self.json.object_of_aggregates(pairs)

    def _rows(self) -> str:
        order = ", ".join(f"{key} DESC" if self.source.descending else key for key in self.keys)
        return (
            f"SELECT {self.t}.*, {self.json.text_array(self.keys)} AS page_cursor,"
            f" row_number() OVER (ORDER BY {order}) AS page_place"
            f" {self.compiler.rows(self.noun, self.t, self._beyond_cursor())}"
            f" ORDER BY {order} LIMIT {self.first + 1}"
        )

    def _beyond_cursor(self) -> str:
        if not self.after:
            return self.on
        marks = ", ".join(self.compiler.bind(value) for value in self.after)
        beyond = "<" if self.source.descending else ">"
        return f"{self.on} AND ({', '.join(self.keys)}) {beyond} ({marks})"


def _type_of(parent: GraphQLObjectType, name: str) -> GraphQLObjectType:
    return cast(GraphQLObjectType, get_named_type(parent.fields[name].type))


def _first(arguments: Arguments) -> int:
    first = arguments.get("first")
    first = DEFAULT_FIRST if first is None else first
    if not 1 <= first <= MOST_FIRST:
        raise BadInputError(f"`first` harus 1 sampai {MOST_FIRST}; yang diminta {first}.")
    return int(first)


def _cursor(source: Page, after: str | None) -> list[Any]:
    """The key values that `after` stands for; empty for the first page."""
    if after is None:
        return []
    try:
        values = orjson.loads(after)
    except ValueError:
        values = None
    if (
        not isinstance(values, list)
        or len(values) != len(source.keys)
        or not all(map(_is_key_value, source.keys, values))
    ):
        raise BadInputError("`after` bukan cursor halaman ini; pakai `endCursor` apa adanya.")
    return values


def _is_key_value(key: str, value: object) -> bool:
    if key == "id":
        return type(value) is int and 0 <= value < 2**31
    return isinstance(value, str) and is_storable(value)
