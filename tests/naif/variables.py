"""How a value comes into a document: written out, or through a variable; and what a second request
with the same document gives its variables."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from random import Random
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
)

RUNS = 2  # requests with one document


class Left(Enum):
    OUT = "left out"


OUT = Left.OUT

Draw = Callable[[], Any]  # a value, None, or OUT


@dataclass(frozen=True)
class Variable:
    """A declared variable, and what each request gives it."""

    declaration: str
    values: tuple[Any, ...]


@dataclass
class Variables:
    """Those of one document."""

    acak: Random
    declared: dict[str, Variable] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)  # in the definition that is being written

    def spelled(self, type_: GraphQLInputType, draw: Draw, fixed: bool = False) -> str | None:
        """What stands for a value that `draw` gives; None when the argument is left out. `fixed`
        says that it gives every request the same."""
        if self._chance(50):
            value = draw()
            return None if value is OUT else self._literal(type_, value)
        return self._variable(type_, [draw() for _ in range(RUNS)], fixed)

    def flag(self) -> str:
        """A condition of @skip or @include."""
        if self._chance(40):
            return self.acak.choice(("true", "false"))
        flags = [name for name in self.declared if name.startswith("ya")]
        if len(flags) == 2:
            return self._use(self.acak.choice(flags))
        type_ = self.acak.choice(("Boolean!", "Boolean! = true", "Boolean = false"))
        values = [self._chance(50) for _ in range(RUNS)]
        may_lack = "=" in type_ and self._chance(30)
        return self._declare(f"ya{len(flags)}", type_, [OUT] * RUNS if may_lack else values)

    def header(self, used: set[str]) -> str:
        """The declarations of the variables that the operation uses."""
        if not used:
            return ""
        declared = (f"${name}: {self.declared[name].declaration}" for name in sorted(used))
        return f"({', '.join(declared)})"

    def given(self, run: int, used: set[str]) -> dict[str, Any]:
        """What the variables are in one of the requests."""
        values = {name: self.declared[name].values[run] for name in sorted(used)}
        return {name: value for name, value in values.items() if value is not OUT}

    def _variable(self, type_: GraphQLInputType, values: list[Any], fixed: bool = False) -> str:
        """A variable that gives `values`; one of them perhaps as its default."""
        name = f"v{len(self.declared)}"
        nullable = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
        required = isinstance(type_, GraphQLNonNull)
        always = all(value is not OUT and value is not None for value in values)
        if self._chance(35) and values[0] is not OUT:
            default = f" = {_text(type_, values[0])}"
            given = [OUT if self._chance(60) else value for value in values]
            if not required and not fixed and self._chance(20):
                given = [None if self._chance(50) else value for value in given]
            strict = "!" if always and None not in given and self._chance(50) else ""
            return self._declare(name, f"{nullable}{strict}{default}", given)
        strict = "!" if required or (always and self._chance(30)) else ""
        return self._declare(name, f"{nullable}{strict}", values)

    def _declare(self, name: str, declaration: str, values: list[Any]) -> str:
        self.declared[name] = Variable(declaration, tuple(values))
        return self._use(name)

    def _use(self, name: str) -> str:
        self.used.add(name)
        return f"${name}"

    def _literal(self, type_: GraphQLInputType, value: Any) -> str:
        """The value written out; parts of it may come through variables of their own."""
        kind = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
        if isinstance(kind, GraphQLInputObjectType) and value is not None:
            parts = (
                f"{name}: {self._part(kind.fields[name].type, part)}"
                for name, part in value.items()
            )
            return f"{{{', '.join(parts)}}}"
        if isinstance(kind, GraphQLList) and value is not None:
            if len(value) == 1 and self._chance(30):
                return self._literal(kind.of_type, value[0])  # one value is a list of one
            return f"[{', '.join(self._part(kind.of_type, part) for part in value)}]"
        return _text(kind, value)

    def _part(self, type_: GraphQLInputType, value: Any) -> str:
        if self._chance(30):
            return self._variable(type_, [value] * RUNS, fixed=True)
        return self._literal(type_, value)

    def _chance(self, percent: int) -> bool:
        return self.acak.randrange(100) < percent


def _text(type_: GraphQLInputType, value: Any) -> str:
    """A constant in GraphQL's own notation."""
    if isinstance(type_, GraphQLNonNull):
        return _text(type_.of_type, value)
    if value is None:
        return "null"
    if isinstance(type_, GraphQLList):
        return f"[{', '.join(_text(type_.of_type, part) for part in value)}]"
    if isinstance(type_, GraphQLInputObjectType):
        parts = (f"{name}: {_text(type_.fields[name].type, part)}" for name, part in value.items())
        return f"{{{', '.join(parts)}}}"
    if isinstance(type_, GraphQLEnumType):
        return str(value)
    return json.dumps(value, ensure_ascii=False)
