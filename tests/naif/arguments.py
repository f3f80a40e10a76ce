"""The arguments of a field, as a document writes them."""

from collections.abc import Callable
from random import Random
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLObjectType,
    get_named_type,
    is_required_argument,
)

from tests.naif.guesses import Guesses
from tests.naif.variables import OUT, Variables


class Arguments:
    """Writes them, with values of their types; each optional one is sometimes null or left out."""

    def __init__(self, acak: Random, guesses: Guesses, variables: Variables) -> None:
        self.acak = acak
        self.guesses = guesses
        self.variables = variables

    def written(self, of: GraphQLField, noun: str | None, root: bool) -> str:
        """`(first: 3, after: $v1)`; empty when all are left out. An `id` is one of `noun`."""
        urut = self._optional("urut", of.args["urut"]) if "urut" in of.args else OUT
        written = []
        names = self._either(list(of.args)) if root and "id" in of.args else list(of.args)
        for name in names:
            argument = of.args[name]
            if name == "urut":
                text = self.variables.spelled(argument.type, lambda: urut, fixed=True)
            else:
                draw = self._drawing(name, of, noun, root, None if urut is OUT else urut)
                text = self.variables.spelled(argument.type, draw)
            if text is not None:
                written.append(f"{name}: {text}")
        self.acak.shuffle(written)
        return f"({', '.join(written)})" if written else ""

    def _either(self, names: list[str]) -> list[str]:
        """Of `id` and what else finds a row, mostly just one."""
        return [self.acak.choice(names)] if self.guesses.chance(90) else names

    def _drawing(
        self, name: str, of: GraphQLField, noun: str | None, root: bool, urut: Any
    ) -> Callable[[], Any]:
        """What draws the argument anew for each request."""
        connection = get_named_type(of.type)

        def draw() -> Any:
            if root and name in ("id", "kode", "nip"):
                return self.guesses.value(of.args[name].type, name, noun)
            # A page that cannot be fails its whole root field, so it is asked for only there.
            if root and name in ("first", "after") and self.guesses.chance(5):
                return self.guesses.bad_page(name)
            if name == "after":
                assert isinstance(connection, GraphQLObjectType)
                rows = get_named_type(connection.fields["nodes"].type).name
                return self._or_none(lambda: self.guesses.cursor(rows, urut), 30)
            return self._optional(name, of.args[name], noun)

        return draw

    def _optional(self, name: str, argument: GraphQLArgument, noun: str | None = None) -> Any:
        def draw() -> Any:
            return self.guesses.value(argument.type, name, noun)

        if is_required_argument(argument):
            return draw()
        # What takes rows away is given less: together they would leave none.
        return self._or_none(draw, 30 if name == "filter" else 55)

    def _or_none(self, draw: Callable[[], Any], percent: int) -> Any:
        if self.guesses.chance(percent):
            return draw()
        return None if self.guesses.chance(15) else OUT
