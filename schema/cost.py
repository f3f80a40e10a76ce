"""What an operation may cost at most, known before it runs.

The cost is about the number of values that the answer may hold: the sizes of pages and lists,
multiplied down the tree. Fields that merge count once, and skipped ones not at all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLNamedType,
    OperationDefinitionNode,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_introspection_type,
    is_list_type,
    is_object_type,
)

from models.errors import BadInputError
from resolvers.reading.compile import source_of
from resolvers.reading.paging import DEFAULT_FIRST, MOST_FIRST
from resolvers.reading.selection import Request
from resolvers.reading.sources import Computed, Many, Page
from resolvers.reading.variables import Given

COUNTING = 500  # a totalCount reads every row of the list
COMPUTING = 50  # a field worked out in Python
MOST_SELECTIONS = 5_000  # different ones in an operation
LISTED = 10  # how long a list is taken to be that says nothing of it

# What is asked of the schema itself: graphql-core answers it value by value, and keeps everybody
# waiting meanwhile. How many there are of what is not LISTED times there: on average, rounded up;
# a type has fields, or input fields, or enum values.
INTROSPECTING = 2
INTROSPECTED: Mapping[str, int | Fraction] = {
    "args": 1,
    "fields": 4,
    "inputFields": 2,
    "enumValues": 2,
    "interfaces": 1,
    "possibleTypes": 1,
    "ofType": Fraction(1, 2),
}


@dataclass(frozen=True)
class Limits:
    """The greatest cost and depth that are served; the most fields in one operation (plans are made
    of them, whatever the sizes), and the most at its root (each is a statement of its own); and how
    long a query may take, in seconds."""

    cost: int = 100_000
    depth: int = 25
    fields: int = 4_000
    roots: int = 50
    seconds: float = 10


@dataclass(frozen=True)
class Cost:
    """Of an operation. `depth` is the number of fields, one within the other; `fields` that of all
    of them, each counted once however often it is answered; `roots` that of those at the root."""

    value: int
    depth: int
    fields: int
    roots: int = 0

    def refuse_over(self, limits: Limits) -> None:
        """Raises BadInputError when a limit is passed."""
        if self.roots > limits.roots:
            raise BadInputError(
                f"Permintaan memuat {self.roots} kolom teratas, paling banyak {limits.roots}."
                " Bagi menjadi beberapa permintaan."
            )
        if self.depth > limits.depth:
            raise BadInputError(
                f"Permintaan terlalu dalam: {self.depth} tingkat, paling banyak {limits.depth}."
                " Bagi menjadi beberapa permintaan."
            )
        if self.fields > limits.fields:
            raise BadInputError(
                f"Permintaan memilih {self.fields} kolom, paling banyak {limits.fields}."
                " Bagi menjadi beberapa permintaan."
            )
        if self.value > limits.cost:
            raise BadInputError(
                f"Permintaan terlalu besar: biayanya {self.value}, paling banyak {limits.cost}."
                " Perkecil `first`, pilih lebih sedikit kolom, atau bagi menjadi beberapa"
                " permintaan."
            )

    def shown(self, limits: Limits) -> dict[str, int]:
        """As a client that asks for it sees it."""
        return {
            "cost": self.value,
            "costLimit": limits.cost,
            "depth": self.depth,
            "depthLimit": limits.depth,
        }


NOTHING = Cost(0, 0, 0)


def cost_of(request: Request) -> Cost:
    """The operation's cost with these variables. It is worked out once for each form that they
    take and each set of page sizes. Raises BadInputError when that alone would take too long."""
    sizes = tuple(request.variables.get(name) for name in request.operation.size_variables)
    costs = request.operation.costs
    cost: Cost | None = costs.get((request.form, sizes))
    if cost is None:
        cost = costs[request.form, sizes] = _Measure(request).operation()
    return cost


class _Measure:
    def __init__(self, request: Request) -> None:
        self._request = request
        self._known: dict[tuple[str, frozenset[int], int], Cost] = {}

    def operation(self) -> Cost:
        operation = self._request.operation
        root = operation.schema.get_root_type(operation.node.operation)
        assert root is not None
        cost = self._object(root, [operation.node], 1)
        return replace(cost, roots=len(self._request.fields(root, [operation.node])))

    def _object(
        self,
        type_: GraphQLNamedType,
        nodes: Iterable[FieldNode | OperationDefinitionNode],
        size: int,
    ) -> Cost:
        """Of what `nodes` select on one object; `size` is that of the page, if it is one."""
        if is_abstract_type(type_):
            possible = self._request.operation.schema.get_possible_types(type_)
            costs = [self._object(one, nodes, size) for one in possible]
            return Cost(
                max(cost.value for cost in costs),
                max(cost.depth for cost in costs),
                sum(cost.fields for cost in costs),
            )
        if not is_object_type(type_):
            return NOTHING
        key = (type_.name, frozenset(map(id, nodes)), size)
        if key not in self._known:
            if len(self._known) > MOST_SELECTIONS:
                raise BadInputError("Permintaan terlalu rumit; bagi menjadi beberapa permintaan.")
            value = depth = fields = 0
            for same in self._request.fields(type_, nodes).values():
                part = self._field(type_, same, size)
                value, fields = value + part.value, fields + part.fields
                depth = max(depth, part.depth)
            self._known[key] = Cost(value, depth, fields)
        return self._known[key]

    def _field(self, type_: GraphQLNamedType, nodes: list[FieldNode], size: int) -> Cost:
        name = nodes[0].name.value
        field = self._request.operation.schema.get_field(type_, name)  # type: ignore[arg-type]
        if field is None or name == "__typename":
            return Cost(1, 1, 1)
        if is_introspection_type(type_):
            own, times = self._introspected(field, name)
        else:
            own, times = _weights(field, name, size)
        page = self._first(field, nodes[0]) if isinstance(source_of(field), Page) else 1
        below = self._object(get_named_type(field.type), nodes, page)
        return Cost(int(own + times * below.value), 1 + below.depth, 1 + below.fields)

    def _introspected(self, field: GraphQLField, name: str) -> tuple[int, int | Fraction]:
        if name == "types":
            return INTROSPECTING, len(self._request.operation.schema.type_map)
        return INTROSPECTING, INTROSPECTED.get(name, LISTED if _is_list(field) else 1)

    def _first(self, field: GraphQLField, node: FieldNode) -> int:
        """The size of a page; a wrong one is refused when it is read."""
        first = self._request.arguments(field, node).get("first")
        if isinstance(first, Given):
            first = first.read(self._request.variables)
        return DEFAULT_FIRST if first is None else min(max(first, 1), MOST_FIRST)


def _weights(field: GraphQLField, name: str, size: int) -> tuple[int, int | Fraction]:
    """What a field costs itself, and how often what is below it."""
    match source_of(field):
        case Computed():
            return COMPUTING, 1
        case Many(size=expected):
            return 1, expected
    if name == "totalCount":
        return COUNTING, 1
    if _is_list(field):
        return 1, size if name in ("nodes", "edges") else LISTED
    return 1, 1


def _is_list(field: GraphQLField) -> bool:
    return is_list_type(get_nullable_type(field.type))
