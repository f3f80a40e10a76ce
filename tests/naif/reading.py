"""What a resolver has at hand: the rows, and what of them the one who asks may see."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from models.rules.aktor import Aktor
from tests.naif.errors import NotFoundError
from tests.naif.filters import Filter, order, passes
from tests.naif.pages import page
from tests.naif.rows import Data, Row
from tests.naif.visibility import Visibility

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Reading:
    """One person's look at the data."""

    data: Data
    aktor: Aktor
    visibility: Visibility

    def one(self, row: R | None) -> R | None:
        """The row, if there is one to see."""
        return row if row is not None and self.visibility.sees(row) else None

    def only(self, row: R | None) -> R:
        """The row; hidden and missing are one and the same."""
        if (seen := self.one(row)) is None:
            raise NotFoundError
        return seen

    def many(self, rows: Iterable[R]) -> list[R]:
        """Those of the rows that may be seen."""
        return [row for row in rows if self.visibility.sees(row)]

    def page(
        self,
        noun: str,
        rows: Iterable[Row],
        *,
        first: int | None = None,
        after: str | None = None,
        filter: Filter | None = None,
        urut: str | None = None,
    ) -> dict[str, Any]:
        """The connection over those of the rows that may be seen and pass the filter."""
        found = [row for row in self.many(rows) if passes(self.data, row, filter)]
        return page(found, order(noun, urut), first, after)


Resolver = Callable[..., Any]  # (reading, row at hand, **arguments by their GraphQL names)
RESOLVERS: dict[tuple[str, str], Resolver] = {}


def resolver(type_name: str, field_name: str) -> Callable[[Resolver], Resolver]:
    """Make a function the resolver of a field."""

    def register(resolve: Resolver) -> Resolver:
        RESOLVERS[type_name, field_name] = resolve
        return resolve

    return register
