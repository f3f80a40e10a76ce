"""The rows, written to the open database as they are: with their own keys, past every rule."""

from collections.abc import Iterable
from dataclasses import astuple, fields, replace
from typing import Any

from tortoise.transactions import in_transaction

from models.database import dialect, execute, execute_many
from tests.naif.rows import Data

TABLES = ("notifikasi", "riwayat", "indikator", "rhk", "skp", "akun", "pegawai", "unor", "instansi")


async def store(data: Data) -> None:
    """Make `data` all that the database holds."""
    async with in_transaction(dialect().value):
        await execute("UPDATE unor SET pimpinan_id = NULL")
        for table in TABLES:
            await execute(f"DELETE FROM {table}")
        await _insert("instansi", data.instansi.values())
        # Who leads and what is intervened may come later than the row that says so.
        await _insert("unor", (replace(unor, pimpinan_id=None) for unor in data.unor.values()))
        await _insert("pegawai", data.pegawai.values())
        await _set("unor", "pimpinan_id", data.unor.values())
        await _insert("akun", data.akun.values())
        await _insert("skp", data.skp.values())
        await _insert("rhk", (replace(rhk, rhk_atasan_id=None) for rhk in data.rhk.values()))
        await _set("rhk", "rhk_atasan_id", data.rhk.values())
        await _insert("indikator", data.indikator.values())
        await _insert("riwayat", data.riwayat.values())
        await _insert("notifikasi", data.notifikasi.values())


async def _insert(table: str, rows: Iterable[Any]) -> None:
    rows = list(rows)
    if not rows:
        return
    columns = [column.name for column in fields(rows[0])]
    places = ", ".join(f"${number}" for number in range(1, len(columns) + 1))
    await execute_many(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", map(astuple, rows)
    )


async def _set(table: str, column: str, rows: Iterable[Any]) -> None:
    await execute_many(
        f"UPDATE {table} SET {column} = $1 WHERE id = $2",
        ((getattr(row, column), row.id) for row in rows),
    )
