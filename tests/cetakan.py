"""What a database holds, kept to be written again: sooner than doing anew all that led to it."""

from dataclasses import dataclass
from typing import Any, Self

from tortoise.transactions import in_transaction

from models.database import Dialect, dialect, execute, execute_many, fetch, insert_sql

# What the migrations fill.
SEEDED = ("kurva_ideal", "kurva_ideal_awal", "tahun", "tortoise_migrations")


@dataclass(frozen=True)
class Cetakan:
    """The rows of every table that has some, but for those of the migrations."""

    rows: dict[str, list[dict[str, Any]]]

    @classmethod
    async def ambil(cls) -> Self:
        """Of the open database."""
        tables = [row["name"] for row in await fetch(_TABLES[dialect()])]
        rows = {table: await fetch(f"SELECT * FROM {table}") for table in tables}
        return cls({table: found for table, found in rows.items() if found})

    async def tulis(self) -> None:
        """Into the open database, where these tables are empty."""
        async with in_transaction():
            await execute(_IN_ANY_ORDER[dialect()])
            for table, rows in self.rows.items():
                await execute_many(insert_sql(table, rows[0]), [list(row.values()) for row in rows])
                if dialect() is Dialect.POSTGRES and "id" in rows[0]:
                    await execute(
                        f"SELECT setval(pg_get_serial_sequence('{table}', 'id'),"
                        f" (SELECT max(id) FROM {table}))"
                    )


_TABLES = {
    Dialect.SQLITE: "SELECT name FROM sqlite_master WHERE type = 'table'"
    f" AND name NOT LIKE 'sqlite_%' AND name NOT IN {SEEDED}",
    Dialect.POSTGRES: "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'"
    f" AND tablename NOT IN {SEEDED}",
}
# The rows of a table may name those of a later one.
_IN_ANY_ORDER = {
    Dialect.SQLITE: "PRAGMA defer_foreign_keys = ON",
    Dialect.POSTGRES: "SET LOCAL session_replication_role = replica",
}
