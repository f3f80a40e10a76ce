"""Where a field comes from. A type declares one source per field, in one line.

In every piece of SQL `{t}` stands for the alias of the row at hand, `{c}` for the row reached;
where the databases differ, a function of the two aliases gives the SQL.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from models.rules.aktor import Aktor
from models.scopes import Scope

Arguments = dict[str, Any]
Sql = str | Callable[[str, str], str]


class Bind(Protocol):
    """Gives the placeholder of a value. What is a variable in the document is known only when the
    statement runs: `convert` then makes of it what the database is to get, or raises."""

    def __call__(self, value: object, convert: Callable[[Any], object] | None = None) -> str: ...


# (arguments by their GraphQL name, alias of the rows reached, bind) → SQL condition, or None.
# An argument given is a constant or stands for a variable; one left out, or null, is None.
Filter = Callable[[Arguments, str, Bind], str | None]


@dataclass(frozen=True)
class Noun:
    """A type that is a table's rows, seen through its scope. `prefix` starts its global ids.

    `within` is the table of the noun that it is a part of: whoever sees that one, sees this.
    """

    table: str
    scope: Scope
    within: str | None = None

    @property
    def prefix(self) -> str:
        return self.table.replace("_", "")


@dataclass(frozen=True)
class Scalar:
    """A value of the row: the column of the field's own name, unless `sql` says otherwise."""

    sql: Sql | None = None


@dataclass(frozen=True)
class One:
    """The row of the field's type for which `on` holds, the first in `order`; null if there is
    none in scope. `always` says that there is one, and `implied` that whoever sees the row at hand
    sees it."""

    on: Sql = "TRUE"
    order: Sql | None = None
    where: Filter | None = None
    always: bool = False
    implied: bool = False


@dataclass(frozen=True)
class Many:
    """All rows for which `on` holds, in `order`. For short lists that one row owns: `size` is how
    many are to be expected. `owned` says that they are parts of the row at hand, `implied` that
    whoever sees the row at hand sees them."""

    on: Sql
    order: Sql = "{c}.id"
    where: Filter | None = None
    owned: bool = False
    implied: bool = False
    size: int = 5


@dataclass(frozen=True)
class Key:
    """A column that pages are ordered by."""

    column: str
    type: Literal["integer", "text", "date", "timestamptz"] = "text"


@dataclass(frozen=True)
class Order:
    """The order of a connection. The last key is unique, so that a cursor stands for one place."""

    keys: tuple[Key, ...]
    descending: bool = False


ID = Key("id", "integer")
BY_NAME = Order((Key("nama"), ID))


@dataclass(frozen=True)
class Page:
    """A connection over the rows for which `on` holds, in `order` or the one of `orders` that the
    argument `urut` names. `owned` as in `Many`."""

    on: Sql = "TRUE"
    order: Order = BY_NAME
    where: Filter | None = None
    owned: bool = False
    orders: Mapping[Any, Order] = field(default_factory=dict)

    def ordered(self, arguments: Arguments) -> Order:
        return self.orders.get(arguments.get("urut"), self.order)


@dataclass(frozen=True)
class AnyNoun:
    """The row of any noun that the argument `id` names; an interface's only source."""

    prefix_of: Callable[[Any], str]  # of an id: the prefix of its noun
    key_of: Callable[[Any], int]  # of an id: the key of its row; 0 for a malformed one


@dataclass(frozen=True)
class Computed:
    """What SQL cannot say: a function of the actor and of the expressions in `needs`."""

    compute: Callable[[Aktor, dict[str, Any]], Any]
    needs: Mapping[str, str] = field(default_factory=dict)


Source = Scalar | One | Many | Page | AnyNoun | Computed


def spell(sql: Sql, t: str, c: str = "") -> str:
    """Put the aliases in."""
    if callable(sql):
        return sql(t, c)
    return sql.replace("{t}", t).replace("{c}", c)
