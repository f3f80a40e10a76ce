"""What is left to do in Python on an answer: the fields that SQL cannot say."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    FieldNode,
    GraphQLObjectType,
    GraphQLOutputType,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

from models.rules.aktor import Aktor
from resolvers.reading.selection import Request
from resolvers.reading.sources import Computed

Projection = Callable[[Any], Any]


@dataclass(frozen=True)
class Work:
    """One computed field: its source, where its needs stand (name → hidden key), and what is
    selected of its value."""

    source: Computed
    needs: dict[str, str]
    project: Projection


@dataclass
class Shape:
    """Where, in the parsed answer, something is left to be computed: at this object and below it,
    by response key."""

    work: dict[str, Work] = field(default_factory=dict)
    below: dict[str, "Shape"] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.work or self.below)


def finish(value: Any, shape: Shape, aktor: Aktor) -> None:
    """Fill in, in place, what only Python can compute."""
    if value is None:
        return
    if isinstance(value, list):
        for item in value:
            finish(item, shape, aktor)
        return
    for key, work in shape.work.items():
        row = {name: value[hidden] for name, hidden in work.needs.items()}
        value[key] = work.project(work.source.compute(aktor, row))
    for hidden in {hidden for work in shape.work.values() for hidden in work.needs.values()}:
        del value[hidden]
    for key, below in shape.below.items():
        finish(value[key], below, aktor)


def projection(request: Request, type_: GraphQLOutputType, nodes: list[FieldNode]) -> Projection:
    """From a value in Python to the JSON that `nodes` select of it: attributes under their
    response keys. The types concerned hold plain data, without resolvers."""
    if is_non_null_type(type_):
        return projection(request, type_.of_type, nodes)
    if is_list_type(type_):
        item = projection(request, type_.of_type, nodes)
        return lambda value: None if value is None else [item(part) for part in value]
    if is_leaf_type(type_):
        coerce = type_.coerce_output_value
        return lambda value: None if value is None else coerce(value)
    assert isinstance(type_, GraphQLObjectType)
    fields = [
        (key, _part(request, type_, same)) for key, same in request.fields(type_, nodes).items()
    ]
    return lambda value: None if value is None else {key: part(value) for key, part in fields}


def _part(request: Request, type_: GraphQLObjectType, nodes: list[FieldNode]) -> Projection:
    name = nodes[0].name.value
    if name == "__typename":
        return lambda _: type_.name
    field_ = type_.fields[name]
    attribute = field_.extensions["strawberry-definition"].python_name
    project = projection(request, field_.type, nodes)
    return lambda value: project(getattr(value, attribute))
