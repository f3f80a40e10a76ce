"""Where a field of a noun comes from. A type declares one source per field, in one line.

In every piece of SQL `{t}` stands for the alias of the row at hand, `{c}` for the row reached;
where the databases differ, a function of the two aliases gives the SQL.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from models.rules.aktor import Aktor
from models.scopes import Bind, Scope

Arguments = dict[str, Any]
Sql = str | Callable[[str, str], str]
# (arguments by their GraphQL name, alias of the rows reached, bind) → SQL condition, or None
Filter = Callable[[Arguments, str, Bind], str | None]


@dataclass(frozen=True)
class Noun:
    """A type that is a table's rows, seen through its scope. `prefix` starts its global ids."""

    table: str
    scope: Scope

    @property
    def prefix(self) -> str:
        return self.table


@dataclass(frozen=True)
class Scalar:
    """A value of the row: the column of the field's own name, unless `sql` says otherwise."""

    sql: str | None = None


@dataclass(frozen=True)
class One:
    """The single row of the field's type for which `on` holds; null if there is none in scope."""

    on: Sql


@dataclass(frozen=True)
class Many:
    """All rows for which `on` holds, in `order`. For short lists that one row owns."""

    on: Sql
    order: Sql = "{c}.id"
    where: Filter | None = None


@dataclass(frozen=True)
class Page:
    """A connection over the rows for which `on` holds, ordered by the columns `keys`; the last
    key is unique, so that a cursor stands for exactly one place."""

    on: Sql = "TRUE"
    keys: tuple[str, ...] = ("nama", "id")
    descending: bool = False
    where: Filter | None = None


@dataclass(frozen=True)
class Computed:
    """What SQL cannot say: a function of the actor and of the expressions in `needs`."""

    compute: Callable[[Aktor, dict[str, Any]], Any]
    needs: Mapping[str, str] = field(default_factory=dict)


Source = Scalar | One | Many | Page | Computed


def spell(sql: Sql, t: str, c: str = "") -> str:
    """Put the aliases in."""
    if callable(sql):
        return sql(t, c)
    return sql.replace("{t}", t).replace("{c}", c)
