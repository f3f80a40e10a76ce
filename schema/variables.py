"""The variables of a request, brought to the types that the operation declares.

graphql-core does this, and looks every type up in the schema for each request. Most variables are
plain scalars that need nothing done to them: those are only looked at.
"""

from collections.abc import Callable, Mapping
from typing import Any

from graphql import NamedTypeNode, NonNullTypeNode, VariableDefinitionNode
from graphql.execution.values import get_variable_values

from resolvers.reading.selection import Operation
from schema.documents import InvalidError

MOST_ERRORS = 5
INT = range(-(2**31), 2**31)

# Of a scalar, by name: whether a value is as it should be already.
AS_THEY_ARE: dict[str, Callable[[Any], bool]] = {
    "ID": lambda value: type(value) is str,
    "String": lambda value: type(value) is str,
    "Int": lambda value: type(value) is int and value in INT,
    "Boolean": lambda value: type(value) is bool,
}


def coerced(operation: Operation, given: Mapping[str, Any]) -> dict[str, Any]:
    """The variables by name; those left out without a default are absent. Raises InvalidError."""
    definitions = operation.node.variable_definitions or ()
    values: dict[str, Any] = {}
    for definition in definitions:
        name = definition.variable.name.value
        if name in given and _is_plain(definition, given[name]):
            values[name] = given[name]
        elif name in given or definition.default_value or _is_required(definition):
            break
    else:
        return values
    read = get_variable_values(operation.schema, definitions, dict(given), MOST_ERRORS)
    if isinstance(read, list):
        raise InvalidError(read)
    return read.coerced


def _is_plain(definition: VariableDefinitionNode, value: object) -> bool:
    type_ = definition.type
    if isinstance(type_, NonNullTypeNode):
        type_ = type_.type
    elif value is None:
        return True
    if not isinstance(type_, NamedTypeNode):
        return False
    is_as_it_should = AS_THEY_ARE.get(type_.name.value)
    return is_as_it_should is not None and is_as_it_should(value)


def _is_required(definition: VariableDefinitionNode) -> bool:
    return isinstance(definition.type, NonNullTypeNode)
