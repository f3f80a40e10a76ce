"""What a resolver has at hand: the rows, and what of them the one who asks may see."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from models.rules.aktor import Aktor
from models.rules.alasan import Alasan
from tests.naif.data import Data
from tests.naif.filters import Filter, order, passes
from tests.naif.pages import Order, page
from tests.naif.rows import Row
from tests.naif.visibility import Visibility
from tests.naif.wire import column, parsed_id

R = TypeVar("R", bound=Row)
T = TypeVar("T", bound=Any)


@dataclass(frozen=True)
class Reading:
    """One person's look at the data."""

    data: Data
    aktor: Aktor
    visibility: Visibility

    def one(self, row: R | None) -> R | None:
        """The row, if there is one to see."""
        return row if row is not None and self.visibility.sees(row) else None

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
        by: Order | None = None,
    ) -> dict[str, Any]:
        """The connection over those of the rows that may be seen and pass the filter, in the order
        `by` or the usual one."""
        found = [row for row in self.many(rows) if passes(self.data, row, filter)]
        return page(found, by or order(noun, urut), first, after)


Resolver = Callable[..., Any]  # (reading, row at hand, **arguments, named as columns are)
RESOLVERS: dict[tuple[str, str], Resolver] = {}


def resolver(type_name: str, field_name: str) -> Callable[[Resolver], Resolver]:
    """Make a function the resolver of a field."""

    def register(resolve: Resolver) -> Resolver:
        RESOLVERS[type_name, field_name] = resolve
        return resolve

    return register


def follows(type_name: str, field_name: str, table: str, key: str | None = None) -> None:
    """The field leads to the row of `table` whose key is in the column of its name (or `key`)."""

    def resolve(reading: Reading, row: Any) -> Any:
        return reading.one(_named(reading, row, table, key or f"{column(field_name)}_id"))

    RESOLVERS[type_name, field_name] = resolve


def names(type_name: str, field_name: str, key: str | None = None) -> None:
    """The field names a pegawai, whether or not one sees him otherwise."""

    def resolve(reading: Reading, row: Any) -> Any:
        return _named(reading, row, "pegawai", key or f"{column(field_name)}_id")

    RESOLVERS[type_name, field_name] = resolve


def _named(reading: Reading, row: Any, table: str, key: str) -> Any:
    return getattr(reading.data, table).get(getattr(row, key))


def has_riwayat(type_name: str) -> None:
    """The field `riwayat` has the row's own."""

    def resolve(reading: Reading, row: Any, **arguments: Any) -> dict[str, Any]:
        trail = reading.data.of("riwayat", "noun_id", row.id)
        own = [riwayat for riwayat in trail if riwayat.noun == type_name.lower()]
        return reading.page("Riwayat", own, **arguments)

    RESOLVERS[type_name, "riwayat"] = resolve


def in_periode(rows: list[T], global_id: str | None) -> list[T]:
    """Those of the rows that are of a periode; all when none is given."""
    if global_id is None:
        return rows
    return [row for row in rows if ("periodepenilaian", row.periode_id) == parsed_id(global_id)]


def available(aksi: str, why: tuple[Alasan, ...]) -> dict[str, Any]:
    """An action, and why it may not be done."""
    return {
        "aksi": aksi,
        "boleh": not why,
        "alasan": [
            {"message": one.message, "field": list(one.field) or None, "code": one.code}
            for one in why
        ],
    }
