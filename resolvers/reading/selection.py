"""What a request selects: fragments opened, @skip and @include decided, equal fields merged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLIncludeDirective,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    GraphQLSkipDirective,
    InlineFragmentNode,
    SelectionSetNode,
    is_abstract_type,
)
from graphql.execution.values import VariableValues, get_argument_values, get_directive_values
from graphql.type import GraphQLField

Selected = dict[str, list[FieldNode]]  # response key → the nodes that ask for it


@dataclass(frozen=True)
class Request:
    """The parts of a running operation that a selection is read with."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: VariableValues

    @classmethod
    def of(cls, info: GraphQLResolveInfo[Any]) -> "Request":
        # Strawberry hands resolvers the coerced values alone, without graphql-core's container.
        coerced: Any = info.variable_values
        return cls(info.schema, info.fragments, VariableValues(sources={}, coerced=coerced))

    def fields(self, type_: GraphQLObjectType, nodes: Iterable[FieldNode]) -> Selected:
        """The fields that `nodes` select on an object of `type_`, in the order of the answer."""
        selected: Selected = {}
        spread: set[str] = set()
        for node in nodes:
            if node.selection_set:
                self._collect(type_, node.selection_set, selected, spread)
        return selected

    def arguments(self, field: GraphQLField, node: FieldNode) -> dict[str, Any]:
        """The field's arguments by their GraphQL names, defaults filled in."""
        values = get_argument_values(field, node, self.variables)
        names = {argument.out_name or name: name for name, argument in field.args.items()}
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
                    fragment = self.fragments[node.name.value]
                    if self._applies(fragment, type_):
                        self._collect(type_, fragment.selection_set, selected, spread)

    def _included(self, node: Any) -> bool:
        skip = get_directive_values(GraphQLSkipDirective, node, self.variables)
        if skip and skip["if"]:
            return False
        include = get_directive_values(GraphQLIncludeDirective, node, self.variables)
        return not include or bool(include["if"])

    def _applies(
        self, fragment: InlineFragmentNode | FragmentDefinitionNode, type_: GraphQLObjectType
    ) -> bool:
        condition = fragment.type_condition
        if condition is None or condition.name.value == type_.name:
            return True
        named = self.schema.type_map[condition.name.value]
        return is_abstract_type(named) and self.schema.is_sub_type(named, type_)
