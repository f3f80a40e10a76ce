"""The parameters of a statement: bound while it is compiled, worked out whenever it runs."""

from collections.abc import Callable, Hashable
from typing import Any

from models.rules.aktor import Aktor
from models.rules.vocabulary import Peran
from models.scopes import Viewer
from resolvers.reading.variables import Given, Variables

Recipe = Callable[[Aktor, Variables], object]


class Parameters:
    """The recipes of a statement's parameters; equal ones are bound once."""

    def __init__(self, placeholder: Callable[[int], str]) -> None:
        self.checks: list[Recipe] = []
        self._recipes: list[Recipe] = []
        self._placeholder = placeholder
        self._bound: dict[Hashable, str] = {}

    def bind(self, value: object, convert: Callable[[Any], object] | None = None) -> str:
        """The placeholder of a constant, or of the value that a `Given` will have."""
        if isinstance(value, Given):
            return self._once((value, convert), _given(value, convert))
        if isinstance(value, list) and any(isinstance(part, Given) for part in value):
            return self._add(_given_in(value, convert))
        constant = convert(value) if convert else value
        return self._add(lambda *_: constant)

    def check(self, value: object, convert: Callable[[Any], object]) -> None:
        """Have `convert` look at a value each time, though the statement may not use it."""
        if isinstance(value, Given):
            self.checks.append(_given(value, convert))
        else:
            convert(value)

    def values(self, aktor: Aktor, variables: Variables) -> list[object]:
        """The parameters of one run. Raises what the conversions raise."""
        for check in self.checks:
            check(aktor, variables)
        return [recipe(aktor, variables) for recipe in self._recipes]

    def viewer(self, peran: Peran) -> Viewer:
        """The actor, for the scopes of his peran."""
        return Viewer(peran, lambda key: self._once(key, lambda aktor, _: getattr(aktor, key)))

    def _once(self, what: Hashable, recipe: Recipe) -> str:
        if what not in self._bound:
            self._bound[what] = self._add(recipe)
        return self._bound[what]

    def _add(self, recipe: Recipe) -> str:
        self._recipes.append(recipe)
        return self._placeholder(len(self._recipes))


def _given(given: Given, convert: Callable[[Any], object] | None) -> Recipe:
    if convert is None:
        return lambda _, variables: given.read(variables)
    return lambda _, variables: convert(given.read(variables))


def _given_in(values: list[Any], convert: Callable[[Any], object] | None) -> Recipe:
    """A list that was written out in the document, with variables in it."""

    def recipe(_: Aktor, variables: Variables) -> object:
        parts = [part.read(variables) if isinstance(part, Given) else part for part in values]
        return convert(parts) if convert else parts

    return recipe
