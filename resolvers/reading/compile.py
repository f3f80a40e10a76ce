"""From a selection to one SQL statement whose result is the answer's JSON."""

from typing import cast

from graphql import FieldNode, GraphQLField, GraphQLObjectType, get_named_type

from models.errors import BadInputError
from models.rules.aktor import Aktor
from resolvers.reading.json_sql import JsonSql, Pairs, Value, text
from resolvers.reading.paging import PageCompiler
from resolvers.reading.selection import Request
from resolvers.reading.shape import Shape
from resolvers.reading.sources import Computed, Many, Noun, One, Page, Scalar, Source, spell

MOST_FIELDS = 1000  # on one object, aliases included; databases stop not far above


def noun_of(type_: GraphQLObjectType) -> Noun:
    """The noun that a GraphQL type shows."""
    return cast(Noun, type_.extensions["strawberry-definition"].origin.__noun__)


def source_of(graphql_field: GraphQLField) -> Source:
    """Where a noun's field comes from."""
    metadata = graphql_field.extensions["strawberry-definition"].metadata
    return cast(Source, metadata["source"])


class Compiler:
    """Compiles one root selection. Collects the statement's parameters as it goes."""

    def __init__(self, request: Request, aktor: Aktor, json: JsonSql) -> None:
        self.request = request
        self.aktor = aktor
        self.json = json
        self.params: list[object] = []
        self._aliases = 0

    def bind(self, value: object) -> str:
        """The placeholder that stands for `value`."""
        self.params.append(value)
        return self.json.placeholder(len(self.params))

    def alias(self) -> str:
        self._aliases += 1
        return f"t{self._aliases}"

    # What a field can be: a row, a list, a page. Each is an expression holding the JSON.

    def one(
        self, type_: GraphQLObjectType, nodes: list[FieldNode], on: str, t: str
    ) -> tuple[Value, Shape]:
        """The row of `type_` (aliased `t`) for which `on` holds, or null."""
        value, shape = self.object(type_, nodes, t)
        return Value(f"(SELECT {value.sql} {self.rows(type_, t, on)} LIMIT 1)"), shape

    def many(
        self, type_: GraphQLObjectType, nodes: list[FieldNode], on: str, order: str, t: str
    ) -> tuple[Value, Shape]:
        """Every row of `type_` (aliased `t`) for which `on` holds."""
        value, shape = self.object(type_, nodes, t)
        rows = f"SELECT {t}.* {self.rows(type_, t, on)} ORDER BY {order}"
        return Value(f"(SELECT {self.json.array(value).sql} FROM ({rows}) {t})"), shape

    def rows(self, type_: GraphQLObjectType, t: str, on: str) -> str:
        """FROM and WHERE of the rows of `type_` in the actor's scope for which `on` holds."""
        noun = noun_of(type_)
        return f"FROM {noun.table} {t} WHERE ({on}) AND {noun.scope(self.aktor, t, self.bind)}"

    def object(
        self, type_: GraphQLObjectType, nodes: list[FieldNode], t: str
    ) -> tuple[Value, Shape]:
        """The JSON object that `nodes` select from the row aliased `t`."""
        pairs: list[tuple[str, Value]] = []
        shape = Shape()
        selected = self.request.fields(type_, nodes)
        if len(selected) > MOST_FIELDS:
            raise BadInputError(f"Paling banyak {MOST_FIELDS} kolom pada satu objek; kurangi.")
        for key, same in selected.items():
            name = same[0].name.value
            if name == "__typename":
                pairs.append((key, text(type_.name)))
                continue
            graphql_field = type_.fields[name]
            source = source_of(graphql_field)
            if isinstance(source, Computed):
                pairs += self._needs(key, source, t, shape)
                continue
            value, below = self._field(type_, graphql_field, source, same, t)
            pairs.append((key, value))
            if below:
                shape.below[key] = below
        return self.json.object(pairs), shape

    def _field(
        self,
        type_: GraphQLObjectType,
        graphql_field: GraphQLField,
        source: Source,
        nodes: list[FieldNode],
        t: str,
    ) -> tuple[Value, Shape]:
        if isinstance(source, Scalar):
            return self._scalar(type_, graphql_field, source, t), Shape()
        target = cast(GraphQLObjectType, get_named_type(graphql_field.type))
        arguments = self.request.arguments(graphql_field, nodes[0])
        c = self.alias()
        match source:
            case One():
                return self.one(target, nodes, spell(source.on, t, c), c)
            case Many():
                on = spell(source.on, t, c)
                if source.where and (condition := source.where(arguments, c, self.bind)):
                    on += f" AND {condition}"
                return self.many(target, nodes, on, spell(source.order, t, c), c)
            case Page():
                return PageCompiler(self, target, source, arguments, (t, c)).compile(nodes)
        raise TypeError(f"{type_.name}.{nodes[0].name.value} has no source")

    def _scalar(
        self, type_: GraphQLObjectType, graphql_field: GraphQLField, source: Scalar, t: str
    ) -> Value:
        name = graphql_field.extensions["strawberry-definition"].python_name
        sql = spell(source.sql, t) if source.sql else f"{t}.{name}"
        match get_named_type(graphql_field.type).name:
            case "ID":
                return Value(f"'{noun_of(type_).prefix}_' || {sql}")
            case "Boolean":
                return self.json.boolean(sql)
            case "DateTime":
                return self.json.moment(sql)
            case _:
                return Value(sql)

    def _needs(self, key: str, source: Computed, t: str, shape: Shape) -> Pairs:
        hidden: dict[str, str] = {}
        pairs = []
        for number, (name, sql) in enumerate(source.needs.items()):
            hidden[name] = f"{len(shape.computed)}:{number}"  # no name of GraphQL begins so
            pairs.append((hidden[name], Value(spell(sql, t))))
        shape.computed[key] = (source, hidden)
        return pairs
