"""The rows, written to the open database as they are: with their own keys, past every rule."""

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from tortoise.transactions import in_transaction

from models.database import dialect, execute, execute_many, fetch
from tests.naif.data import SEEDED, TABLES, TYPES, Data

# Columns that name rows which come later than the row itself: they are filled in at the end.
LATER = {"unor": "pimpinan_id", "pegawai": "pejabat_penilai_id", "rhk": "rhk_atasan_id"}

FILLED = [table for table in TABLES if table != SEEDED]


async def store(data: Data) -> None:
    """Make `data` all that the database holds."""
    async with in_transaction(dialect().value):
        for table, column in LATER.items():
            await execute(f"UPDATE {table} SET {column} = NULL")
        for table in reversed(FILLED):
            await execute(f"DELETE FROM {table}")
        for table in FILLED:
            await _insert(table, getattr(data, table).values())
        for table, column in LATER.items():
            await _set(table, column, getattr(data, table).values())


async def load() -> Data:
    """All that the database holds."""
    data = Data()
    for table, type_ in TYPES.items():
        setattr(data, table, await _rows(table, type_))
    return data


async def _rows(table: str, type_: Any) -> dict[int, Any]:
    columns = ", ".join(column.name for column in fields(type_))
    return {row["id"]: type_(**row) for row in await fetch(f"SELECT {columns} FROM {table}")}


async def _insert(table: str, rows: Iterable[Any]) -> None:
    later = {LATER[table]: None} if table in LATER else {}
    rows = [replace(row, **later) for row in rows]
    if not rows:
        return
    columns = [column.name for column in fields(rows[0])]
    places = ", ".join(f"${number}" for number in range(1, len(columns) + 1))
    await execute_many(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})",
        [[*vars(row).values()] for row in rows],
    )


async def _set(table: str, column: str, rows: Iterable[Any]) -> None:
    await execute_many(
        f"UPDATE {table} SET {column} = $1 WHERE id = $2",
        [(value, row.id) for row in rows if (value := getattr(row, column)) is not None],
    )
