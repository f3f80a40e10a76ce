"""Connections: pages by keyset cursor, so that page 4,000 costs what page 1 does."""

import json
from typing import TYPE_CHECKING, Any, cast

from graphql import FieldNode, GraphQLObjectType, get_named_type

from models.errors import BadInputError
from resolvers.reading.json_sql import Pairs, Value, text
from resolvers.reading.shape import Shape
from resolvers.reading.sources import Arguments, Page, spell

if TYPE_CHECKING:
    from resolvers.reading.compile import Compiler

DEFAULT_FIRST = 20
MOST_FIRST = 100


class PageCompiler:
    """Compiles one connection, in three layers: the rows of the page, each with its cursor and its
    place; aggregates over them (a0, a1, …); and the object of the connection's own fields."""

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
        self.after = _cursor(source, arguments.get("after"))
        self.on = spell(source.on, at_hand, self.t)
        if source.where and (condition := source.where(arguments, self.t, compiler.bind)):
            self.on += f" AND {condition}"
        self.aggregates: list[str] = []

    def compile(self, nodes: list[FieldNode]) -> tuple[Value, Shape]:
        """The expression of the connection that `nodes` select, and what is left to compute."""
        shape = Shape()
        pairs: list[tuple[str, Value]] = []
        for key, same in self.compiler.request.fields(self.connection, nodes).items():
            value, below = self._part(same)
            pairs.append((key, value))
            if below:
                shape.below[key] = below
        connection = self.json.object(pairs)
        return Value(f"(SELECT {connection.sql} FROM ({self._page()}) g)"), shape

    def _part(self, nodes: list[FieldNode]) -> tuple[Value, Shape]:
        match nodes[0].name.value:
            case "totalCount":
                rows = self.compiler.rows(self.noun, self.t, self.on)
                return Value(f"(SELECT count(*) {rows})"), Shape()
            case "pageInfo":
                return self._page_info(nodes), Shape()
            case "nodes":
                node, shape = self.compiler.object(self.noun, nodes, self.t)
                return self._aggregate(node), shape
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
        return self._aggregate(self.json.object(pairs)), shape

    def _aggregate(self, value: Value) -> Value:
        name = f"a{len(self.aggregates)}"
        array = self.json.array(value, f"{self.t}.page_place <= {self.first}")
        self.aggregates.append(f", {array.sql} AS {name}")
        return Value(f"g.{name}", text_of_json=True)

    def _page_info(self, nodes: list[FieldNode]) -> Value:
        info = _type_of(self.connection, "pageInfo")
        values = {
            "hasNextPage": self.json.boolean(f"(g.found > {self.first})"),
            "hasPreviousPage": self.json.boolean("TRUE" if self.after else "FALSE"),
            "startCursor": Value("g.head"),
            "endCursor": Value("g.tail"),
            "__typename": text(info.name),
        }
        pairs: Pairs = [
            (key, values[same[0].name.value])
            for key, same in self.compiler.request.fields(info, nodes).items()
        ]
        return self.json.object(pairs)

    def _page(self) -> str:
        t, first = self.t, self.first
        order = ", ".join(f"{key} DESC" if self.source.descending else key for key in self.keys)
        rows = (
            f"SELECT {t}.*, {self.json.text_array(self.keys)} AS page_cursor,"
            f" row_number() OVER (ORDER BY {order}) AS page_place"
            f" {self.compiler.rows(self.noun, t, self._beyond_cursor())}"
            f" ORDER BY {order} LIMIT {first + 1}"
        )
        # The last row shown is the last before the one too many that tells of a next page.
        last = f"{t}.page_place = CASE WHEN {t}.found > {first} THEN {first} ELSE {t}.found END"
        return (
            f"SELECT count(*) AS found,"
            f" max(CASE WHEN {t}.page_place = 1 THEN {t}.page_cursor END) AS head,"
            f" max(CASE WHEN {last} THEN {t}.page_cursor END) AS tail{''.join(self.aggregates)}"
            f" FROM (SELECT {t}.*, count(*) OVER () AS found FROM ({rows}) {t}) {t}"
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
        values = json.loads(after)
    except ValueError:
        values = None
    kinds = [int if key == "id" else str for key in source.keys]
    if not isinstance(values, list) or [type(value) for value in values] != kinds:
        raise BadInputError("`after` bukan cursor halaman ini; pakai `endCursor` apa adanya.")
    return values
