"""From a selection to one SQL statement whose result is the answer's JSON.

Every noun that a selection reaches becomes one query of the statement's WITH list: its rows in the
viewer's scope, each with the JSON of what is selected of it. An edge aggregates that JSON over the
rows that belong to the row at hand. So the SQL is as flat as the selection is deep, and both
databases open the WITH queries up where they are used, down to lookups by key.
"""

from dataclasses import dataclass
from typing import cast

from graphql import (
    FieldNode,
    GraphQLEnumType,
    GraphQLField,
    GraphQLNonNull,
    GraphQLObjectType,
    get_named_type,
)

from models.errors import BadInputError
from models.rules.vocabulary import Peran
from resolvers.reading.computed import Shape, Work, projection
from resolvers.reading.json_sql import (
    NULL,
    Dialect,
    Json,
    array_of_rows,
    boolean,
    in_quotes,
    literal,
    object_of,
    plain,
)
from resolvers.reading.paging import PageCompiler
from resolvers.reading.parameters import Parameters
from resolvers.reading.selection import Request
from resolvers.reading.sources import (
    Arguments,
    Computed,
    Many,
    Noun,
    One,
    Page,
    Scalar,
    Source,
    spell,
)

# In one statement. PostgreSQL plans so many in 0.1 s; but a thousand take it minutes.
MOST_QUERIES = 64


def noun_of(type_: GraphQLObjectType) -> Noun:
    """The noun that a GraphQL type shows."""
    return cast(Noun, type_.extensions["strawberry-definition"].origin.__noun__)


def source_of(graphql_field: GraphQLField) -> Source | None:
    """Where a field comes from; None when it is not the reader's."""
    definition = graphql_field.extensions.get("strawberry-definition")
    return cast(Source | None, definition and definition.metadata.get("source"))


@dataclass(frozen=True)
class Row:
    """The row at hand: its alias, and the table whose scope has let it through."""

    alias: str = ""
    seen: str = ""


NO_ROW = Row()


class Compiler:
    """Compiles one field of the root. Collects the statement's queries and parameters."""

    def __init__(self, request: Request, peran: Peran, dialect: Dialect) -> None:
        self.request = request
        self.dialect = dialect
        self.parameters = Parameters(dialect.placeholder)
        self.bind = self.parameters.bind
        self._viewer = self.parameters.viewer(peran)
        self._queries: list[str] = []
        self._aliases = 0

    def statement(self, value: Json) -> str:
        """The statement whose only result is `value`."""
        queries = f"WITH {', '.join(self._queries)} " if self._queries else ""
        return f"{queries}SELECT {value.sql}"

    def alias(self) -> str:
        self._aliases += 1
        return f"t{self._aliases}"

    # What a field can be: a row, a list of rows, a page of them.

    def field(
        self, graphql_field: GraphQLField, nodes: list[FieldNode], row: Row = NO_ROW
    ) -> tuple[Json, Shape]:
        """The JSON of a field that leads to other rows, and what is left to compute in it."""
        target = cast(GraphQLObjectType, get_named_type(graphql_field.type))
        arguments = self.request.arguments(graphql_field, nodes[0])
        match source_of(graphql_field):
            case One() as source:
                return self.one(target, source, arguments, nodes, row)
            case Many() as source:
                return self._many(target, source, arguments, nodes, row)
            case Page() as source:
                return PageCompiler(self, target, source, arguments).compile(nodes, row)
        raise TypeError(f"{nodes[0].name.value} has no source")

    def one(
        self,
        type_: GraphQLObjectType,
        source: One,
        arguments: Arguments,
        nodes: list[FieldNode],
        row: Row = NO_ROW,
    ) -> tuple[Json, Shape]:
        """The row of `type_` that `source` finds, or null."""
        rows, [shape] = self.rows(type_, [nodes], implied=source.implied)
        c = self.alias()
        order = f" ORDER BY {spell(source.order, row.alias, c)}" if source.order else ""
        on = self.condition(source, arguments, row, c)
        return Json(f"(SELECT {c}.json0 FROM {rows} {c} WHERE {on}{order} LIMIT 1)", True), shape

    def _many(
        self,
        type_: GraphQLObjectType,
        source: Many,
        arguments: Arguments,
        nodes: list[FieldNode],
        row: Row,
    ) -> tuple[Json, Shape]:
        rows, [shape] = self.rows(
            type_, [nodes], row.seen if source.owned else "", implied=source.implied
        )
        c = self.alias()
        on, order = self.condition(source, arguments, row, c), spell(source.order, row.alias, c)
        chosen = f"SELECT {c}.json0 FROM {rows} {c} WHERE {on} ORDER BY {order}"
        array = array_of_rows(self.dialect, Json(f"{c}.json0"))
        return Json(f"(SELECT {array.sql} FROM ({chosen}) {c})"), shape

    def condition(self, source: One | Many | Page, arguments: Arguments, row: Row, c: str) -> str:
        """Which rows (aliased `c`) belong to the field, as its source and its arguments say."""
        on = spell(source.on, row.alias, c)
        if source.where and (condition := source.where(arguments, c, self.bind)):
            on += f" AND {condition}"
        return on

    def rows(
        self,
        type_: GraphQLObjectType,
        selections: list[list[FieldNode]],
        seen: str = "",
        implied: bool = False,
    ) -> tuple[str, list[Shape]]:
        """The name of the query of the rows of `type_` in scope, in which json0, json1, … hold
        what each of `selections` wants of a row; and what is left to compute in each. The scope is
        left out where it is implied, or the rows are parts of what the table `seen` let through."""
        if len(self._queries) >= MOST_QUERIES:
            raise BadInputError(
                f"Satu kolom teratas menelusuri lebih dari {MOST_QUERIES} hubungan; bagi menjadi"
                " beberapa permintaan."
            )
        noun = noun_of(type_)
        t = self.alias()
        part = noun.within is not None and noun.within == seen
        row = Row(t, seen if part else "" if noun.within else noun.table)
        columns = ""
        shapes = []
        for number, nodes in enumerate(selections):
            value, shape = self._object(type_, nodes, row)
            columns += f", {value.sql} AS json{number}"
            shapes.append(shape)
        where = "" if part or implied else f" WHERE {noun.scope(self._viewer, t)}"
        query = f"SELECT {t}.*{columns} FROM {noun.table} {t}{where}"
        self._queries.append(f"{t}_rows AS NOT MATERIALIZED ({query})")
        return f"{t}_rows", shapes

    def count(self, type_: GraphQLObjectType, on: str, c: str) -> str:
        """How many rows (aliased `c`) of `type_` in scope there are for which `on` holds."""
        noun = noun_of(type_)
        scope = noun.scope(self._viewer, c)
        return f"(SELECT count(*) FROM {noun.table} {c} WHERE ({on}) AND {scope})"

    def _object(
        self, type_: GraphQLObjectType, nodes: list[FieldNode], row: Row
    ) -> tuple[Json, Shape]:
        """The JSON object that `nodes` select from a row."""
        pairs: list[tuple[str, Json]] = []
        hidden: list[tuple[str, Json]] = []
        shape = Shape()
        for key, same in self.request.fields(type_, nodes).items():
            name = same[0].name.value
            if name == "__typename":
                pairs.append((key, literal(type_.name)))
                continue
            graphql_field = type_.fields[name]
            source = source_of(graphql_field)
            if isinstance(source, Scalar):
                value, below = self._scalar(type_, graphql_field, source, row.alias), Shape()
            elif isinstance(source, Computed):
                value, below = NULL, Shape()
                needs = self._needs(source, row.alias, hidden)
                shape.work[key] = Work(
                    source, needs, projection(self.request, graphql_field.type, same)
                )
            else:
                value, below = self.field(graphql_field, same, row)
            pairs.append((key, value))
            if below:
                shape.below[key] = below
        return object_of([*pairs, *hidden]), shape

    def _scalar(
        self, type_: GraphQLObjectType, graphql_field: GraphQLField, source: Scalar, t: str
    ) -> Json:
        name = graphql_field.extensions["strawberry-definition"].python_name
        sql = spell(source.sql, t) if source.sql else f"{t}.{name}"
        nullable = not isinstance(graphql_field.type, GraphQLNonNull)
        leaf = get_named_type(graphql_field.type)
        if isinstance(leaf, GraphQLEnumType) or leaf.name == "Date":
            return in_quotes(sql, nullable)
        match leaf.name:
            case "ID":
                return in_quotes(f"'{noun_of(type_).prefix}_' || {sql}", nullable)
            case "Int":
                return plain(sql, nullable)
            case "Boolean":
                return boolean(sql, nullable)
            case "DateTime":
                return in_quotes(self.dialect.moment(sql), nullable)
        return self.dialect.quoted(sql, nullable)

    def _needs(self, source: Computed, t: str, hidden: list[tuple[str, Json]]) -> dict[str, str]:
        """Add the expressions that `source` needs to what is hidden in the object; where each
        stands there. What another field needs too is there once."""
        needs: dict[str, str] = {}
        for name, sql in source.needs.items():
            value = self.dialect.quoted(spell(sql, t), nullable=True)
            same = next((key for key, there in hidden if there == value), None)
            needs[name] = same or f"0{len(hidden)}"  # no name of GraphQL begins so
            if same is None:
                hidden.append((needs[name], value))
        return needs
