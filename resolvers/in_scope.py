"""Loading a row that the actor may see: there is no other way to it."""

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from models.database import Row, fetch, integers
from models.errors import NotFoundError
from models.rules.aktor import Aktor
from models.rules.vocabulary import Peran
from models.scopes import KEYS, Scope, Viewer


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


async def seen(table: str, scope: Scope, asked: Sequence[tuple[Aktor, int]]) -> list[bool]:
    """Whether each actor sees, by `scope`, the row of `table` with his key: one statement for each
    peran."""
    answers = [False] * len(asked)
    numbered = sorted(enumerate(asked), key=lambda one: one[1][0].peran)
    for peran, these in groupby(numbered, key=lambda one: one[1][0].peran):
        for number in await _seen_as(peran, table, scope, these):
            answers[number] = True
    return answers


async def _seen_as(
    peran: Peran, table: str, scope: Scope, asked: Iterable[tuple[int, tuple[Aktor, int]]]
) -> list[int]:
    values = [
        {"number": number, "key": key, **{name: getattr(aktor, name) for name in KEYS}}
        for number, (aktor, key) in asked
    ]
    viewer = Viewer(peran, lambda key: f"asked.{key}")
    rows = await fetch(
        f"SELECT asked.number FROM {integers('asked', ('number', 'key', *KEYS), '$1')}"
        f" JOIN {table} t ON t.id = asked.key WHERE {scope(viewer, 't')}",
        [json.dumps(values)],
    )
    return [row["number"] for row in rows]


async def column_in_scope(table: str, scope: Scope, aktor: Aktor, key: int, column: str) -> Any:
    """One column of the row of `table` with this key. Raises NotFoundError outside the scope."""
    rows = await select_in_scope(table, scope, aktor, key, f"t.{column} AS value")
    if not rows:
        raise NotFoundError
    return rows[0]["value"]
