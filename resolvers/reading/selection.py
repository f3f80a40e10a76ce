"""What a request selects: fragments opened, @skip and @include decided, equal fields merged."""

import asyncio
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import Any, TypeVar

from cachetools import LRUCache
from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLIncludeDirective,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLSkipDirective,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    is_abstract_type,
)
from graphql.execution.values import VariableValues, get_argument_values, get_directive_values
from graphql.type import GraphQLField

from resolvers.reading.variables import Variables, abstract, form

MOST_FORMS = 32  # that the variables of one operation take

T = TypeVar("T")
Selected = dict[str, list[FieldNode]]  # response key → the nodes that ask for it


@dataclass(frozen=True)
class Operation:
    """An operation of a valid document. It lives as long as the document is remembered or is being
    carried out; what is small of what was worked out from it lives with it, by the form of its
    variables, and its costs. `serial` tells it from every other that ever was."""

    schema: GraphQLSchema
    node: OperationDefinitionNode
    fragments: Mapping[str, FragmentDefinitionNode]
    size_variables: tuple[str, ...] = ()  # the variables that the sizes of pages depend on
    serial: int = field(default_factory=count().__next__)
    known: LRUCache[Hashable, dict[Hashable, Any]] = field(
        default_factory=lambda: LRUCache(MOST_FORMS)
    )
    costs: LRUCache[Hashable, Any] = field(default_factory=lambda: LRUCache(2 * MOST_FORMS))


class Request:
    """An operation with the variables of one request, coerced to their types."""

    def __init__(self, operation: Operation, variables: Variables) -> None:
        self.operation = operation
        self.variables = variables
        abstracted = {name: abstract(value, (name,)) for name, value in variables.items()}
        self.form = form(abstracted)
        known = operation.known.get(self.form)
        if known is None:
            known = operation.known[self.form] = {}
        self._known = known
        self._variables = VariableValues(sources={}, coerced=abstracted)

    @cached_property
    def turn(self) -> asyncio.Lock:
        """Held by whoever runs one of its statements: they take turns."""
        return asyncio.Lock()

    def once(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """What `work_out` gives, kept under `key` for all requests of this form."""
        if key not in self._known:
            self._known[key] = work_out()
        known: T = self._known[key]
        return known

    def fields(
        self,
        type_: GraphQLObjectType,
        nodes: Iterable[FieldNode | OperationDefinitionNode],
    ) -> Selected:
        """The fields that `nodes` select on an object of `type_`, in the order of the answer."""
        selected: Selected = {}
        spread: set[str] = set()
        for node in nodes:
            if node.selection_set:
                self._collect(type_, node.selection_set, selected, spread)
        return selected

    def arguments(self, graphql_field: GraphQLField, node: FieldNode) -> dict[str, Any]:
        """The field's arguments by their GraphQL names, defaults filled in."""
        values = get_argument_values(graphql_field, node, self._variables)
        names = {argument.out_name or name: name for name, argument in graphql_field.args.items()}
        return {names.get(key, key): value for key, value in values.items()}

    def _collect(
        self,
        type_: GraphQLObjectType,
        selection_set: SelectionSetNode,
        selected: Selected,
        spread: set[str],
    ) -> None:
        for node in selection_set.selections:
            if not self._included(node):
                continue
            match node:
                case FieldNode():
                    key = (node.alias or node.name).value
                    selected.setdefault(key, []).append(node)
                case InlineFragmentNode():
                    if self._applies(node, type_):
                        self._collect(type_, node.selection_set, selected, spread)
                case FragmentSpreadNode() if node.name.value not in spread:
                    # Once is enough: a fragment spread again selects nothing new.
                    spread.add(node.name.value)
                    fragment = self.operation.fragments[node.name.value]
                    if self._applies(fragment, type_):
                        self._collect(type_, fragment.selection_set, selected, spread)

    def _included(self, node: Any) -> bool:
        if not node.directives:
            return True
        skip = get_directive_values(GraphQLSkipDirective, node, self._variables)
        if skip and skip["if"]:
            return False
        include = get_directive_values(GraphQLIncludeDirective, node, self._variables)
        return not include or bool(include["if"])

    def _applies(
        self, fragment: InlineFragmentNode | FragmentDefinitionNode, type_: GraphQLObjectType
    ) -> bool:
        condition = fragment.type_condition
        if condition is None or condition.name.value == type_.name:
            return True
        schema = self.operation.schema
        named = schema.type_map[condition.name.value]
        return is_abstract_type(named) and schema.is_sub_type(named, type_)
