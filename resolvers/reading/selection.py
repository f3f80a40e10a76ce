"""What a request selects: fragments opened, @skip and @include decided, equal fields merged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

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

MOST_PLANS = 32  # of one operation: its root fields, in the forms that its variables take

Selected = dict[str, list[FieldNode]]  # response key → the nodes that ask for it


@dataclass(frozen=True)
class Operation:
    """An operation of a valid document. It lives as long as the document is remembered, and the
    plans compiled from it live with it."""

    schema: GraphQLSchema
    node: OperationDefinitionNode
    fragments: Mapping[str, FragmentDefinitionNode]
    size_variables: tuple[str, ...] = ()  # the variables that the sizes of pages depend on
    plans: LRUCache[Any, Any] = field(default_factory=lambda: LRUCache(MOST_PLANS))


class Request:
    """An operation with the variables of one request, coerced to their types."""

    def __init__(self, operation: Operation, variables: Variables) -> None:
        self.operation = operation
        self.variables = variables
        abstracted = {name: abstract(value, (name,)) for name, value in variables.items()}
        self.form = form(abstracted)
        self._variables = VariableValues(sources={}, coerced=abstracted)

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
