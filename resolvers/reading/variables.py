"""The variables of a request, told apart into what shapes a statement and what it is only given.

Whether a variable is null, a boolean or an enum value changes the SQL; any other value does not. So
a plan is compiled from variables in which every such value is a `Given`, and kept for all requests
of the same form.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

Variables = Mapping[str, Any]


@dataclass(frozen=True)
class Given:
    """A variable's value, or the part of it at `path`, that each run of a plan is given anew."""

    path: tuple[str, ...]

    def read(self, variables: Variables) -> Any:
        value: Any = variables
        for name in self.path:
            value = value[name]
        return value


def abstract(value: Any, path: tuple[str, ...] = ()) -> Any:
    """`value` with a `Given` for whatever does not shape a statement."""
    if value is None or isinstance(value, bool | Enum):
        return value
    if isinstance(value, dict):
        return {name: abstract(part, (*path, name)) for name, part in value.items()}
    return Given(path)


def form(value: Any) -> Hashable:
    """The form of an abstracted value: what two requests must share to share a plan."""
    if isinstance(value, dict):
        return tuple((name, form(part)) for name, part in value.items())
    return None if isinstance(value, Given) else (value,)
