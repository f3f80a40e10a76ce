"""Loading a row that the actor may see: there is no other way to it."""

from typing import Any

from models.database import Row, fetch
from models.errors import NotFoundError
from models.rules.aktor import Aktor
from models.scopes import Scope, Viewer


async def select_in_scope(
    table: str,
    scope: Scope,
    aktor: Aktor,
    key: int,
    columns: str,
    *,
    joined: str = "",
    locking: str = "",
) -> list[Row]:
    """`columns` of the row of `table` (aliased t) with this key, if `scope` shows it."""
    params: list[object] = [key]

    def bind(value: object) -> str:
        params.append(value)
        return f"${len(params)}"

    condition = scope(Viewer.of(aktor, bind), "t")
    return await fetch(
        f"SELECT {columns} FROM {table} t {joined} WHERE t.id = $1 AND {condition} {locking}",
        params,
    )


async def column_in_scope(table: str, scope: Scope, aktor: Aktor, key: int, column: str) -> Any:
    """One column of the row of `table` with this key. Raises NotFoundError outside the scope."""
    rows = await select_in_scope(table, scope, aktor, key, f"t.{column} AS value")
    if not rows:
        raise NotFoundError
    return rows[0]["value"]
