"""The only way to the database: opening, migrating, and SQL that both databases understand."""

import json
import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, cast
from urllib.parse import urlsplit

from asyncpg.exceptions import (
    DeadlockDetectedError,
    ForeignKeyViolationError,
    LockNotAvailableError,
    QueryCanceledError,
    UniqueViolationError,
)
from tortoise import Tortoise
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.backends.base.config_generator import expand_db_url
from tortoise.backends.sqlite.client import SqliteClient
from tortoise.exceptions import IntegrityError, TransactionManagementError
from tortoise.models import Model

from models.organisasi import Instansi

TABLES = (
    "models.organisasi",
    "models.akun",
    "models.skp",
    "models.tim_kerja",
    "models.matriks",
    "models.penilaian",
    "models.pelaksanaan",
    "models.koreksi",
    "models.riwayat",
    "models.hitungan",
    "models.notifikasi",
)

SQLITE_READERS = 2  # connections that only read, each with a thread of its own

Row = dict[str, Any]
PLACEHOLDER = re.compile(r"\$(\d+)")


class Dialect(StrEnum):
    """The two databases; the value is also the name of Tortoise's connection, because its caches
    are keyed by that name and hold SQL of one dialect."""

    SQLITE = "sqlite"
    POSTGRES = "postgres"


_clients: list[BaseDBAsyncClient] = []  # the open database, outside of any transaction


class BadDatabaseUrlError(ValueError):
    """The database address cannot be used; the message says what to write instead."""


def tortoise_config(url: str, pool_size: int) -> Row:
    """Tortoise's configuration for `url` (sqlite://path or postgres://…)."""
    scheme = urlsplit(url).scheme
    if scheme == "sqlite":
        dialect = Dialect.SQLITE
        extra: Row = {"busy_timeout": 10_000, "synchronous": "NORMAL", "readers": SQLITE_READERS}
    elif scheme in ("postgres", "postgresql"):
        dialect = Dialect.POSTGRES
        url = url.replace("postgresql://", "postgres://", 1)
        extra = {
            "minsize": 1,
            "maxsize": pool_size,
            "command_timeout": 65,
            "max_cacheable_statement_size": 200_000,  # characters; the reader's are long
            "statement_cache_size": 60,
            "server_settings": {
                "application_name": "ekinerja",
                "datestyle": "ISO",  # the reader writes dates and times as they come
                "timezone": "UTC",
                "jit": "off",  # statements are short; compiling them takes longer
                "statement_timeout": "60s",
                "client_connection_check_interval": "1s",  # a statement ends when nobody waits
                "lock_timeout": "15s",
                "idle_in_transaction_session_timeout": "30s",
            },
        }
    else:
        raise BadDatabaseUrlError(
            f"alamat basis data '{url}' tidak dikenal; tulis sqlite://data/ekinerja.db "
            "atau postgres://pengguna:sandi@host:5432/nama"
        )
    connection = expand_db_url(url)
    connection["engine"] = f"models.database.{dialect}_client"
    connection["credentials"].update(extra)
    return {
        "connections": {dialect.value: connection},
        "apps": {
            "models": {
                "models": list(TABLES),
                "default_connection": dialect.value,
                "migrations": "models.migrations",
            }
        },
    }


async def open_database(url: str, pool_size: int = 10) -> None:
    """Make `url` the database of this process. The first statement connects."""
    await Tortoise.init(
        config=tortoise_config(url, pool_size), use_tz=True, _enable_global_fallback=True
    )
    _clients[:] = [connection()]


def missing_file(url: str) -> Path | None:
    """The file of a SQLite address when there is none yet."""
    file = _file(url)
    return file if file and not file.exists() else None


def make_file(url: str) -> None:
    """SQLite makes the file, not its folder; and says little about a file that cannot be. Raises
    OSError."""
    if file := _file(url):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.open("ab").close()


def _file(url: str) -> Path | None:
    if not url.startswith("sqlite://"):
        return None
    return Path(url.removeprefix("sqlite://").partition("?")[0])


def without_password(url: str) -> str:
    """The address as it may be shown."""
    password = urlsplit(url).password
    return url.replace(f":{password}@", ":…@") if password else url


def sqlite_file() -> str:
    """The file behind the open SQLite database."""
    return cast(SqliteClient, Tortoise.get_connection(Dialect.SQLITE.value)).filename


async def close_database() -> None:
    """Close every connection. Without it a SQLite thread keeps the process alive."""
    await Tortoise.close_connections()


def connection() -> BaseDBAsyncClient:
    """The connection of the running transaction, or of the pool outside of one."""
    return Instansi._meta.db


def dialect() -> Dialect:
    """Which database this process speaks to."""
    return Dialect(_clients[0].connection_name)


async def fetch(sql: str, params: Sequence[object] = ()) -> list[Row]:
    """Rows of `sql`. Placeholders are $1, $2, … on both databases."""
    return await connection().execute_query_dict(*_prepared(sql, params))


async def fetch_value(sql: str, params: Sequence[object] = ()) -> Any:
    """The first column of the first row, or None without a row."""
    rows = await fetch(sql, params)
    return next(iter(rows[0].values())) if rows else None


async def read_text(sql: str, params: Sequence[object]) -> str | None:
    """The only value of `sql`, a text, read outside any transaction. Placeholders are those of the
    database ($1 or ?1). Raises TimedOutError; a caller that is cancelled cancels the statement."""
    if dialect() is Dialect.SQLITE:
        params = [sqlite_value(value) for value in params]
    text: str | None = await _clients[0].read_text(sql, params)  # type: ignore[attr-defined]
    return text


async def execute(sql: str, params: Sequence[object] = ()) -> int:
    """Run a statement without a result; how many rows it changed."""
    return (await connection().execute_query(*_prepared(sql, params)))[0]


async def refresh_statistics(*written: type[Model]) -> None:
    """Tell the planner what the running transaction has written: for bulk loads; of all tables when
    none are named. Statistics that PostgreSQL takes by itself in the midst of one say that the
    tables are empty, and a statement of 5 ms then takes 10 s. SQLite takes none by itself."""
    if dialect() is Dialect.POSTGRES:
        models = written or Tortoise.apps["models"].values()
        tables = sorted(model._meta.db_table for model in models)
        await execute(f"ANALYZE {', '.join(tables)}")


def insert_sql(table: str, columns: Collection[str]) -> str:
    """SQL: insert a row, its values bound to $1, $2, … in the order of `columns`."""
    places = ", ".join(f"${place}" for place, _ in enumerate(columns, start=1))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})"


async def insert(table: str, **columns: object) -> None:
    """Insert one row."""
    await execute(insert_sql(table, columns), list(columns.values()))


async def execute_many(sql: str, rows: Iterable[Sequence[object]]) -> None:
    """Run one statement for each row of parameters."""
    prepared = [_prepared(sql, row) for row in rows]
    if prepared:
        await connection().execute_many(prepared[0][0], [params for _, params in prepared])


def _prepared(sql: str, params: Sequence[object]) -> tuple[str, list[Any]]:
    if dialect() is Dialect.POSTGRES:
        return sql, list(params)
    return PLACEHOLDER.sub(r"?\1", sql), [sqlite_value(value) for value in params]


def sqlite_value(value: object) -> object:
    """The value as SQLite keeps it: times as text, lists as JSON."""
    match value:
        case datetime():
            return value.isoformat(sep=" ")
        case date():
            return value.isoformat()
        case list() | tuple() | set() | frozenset():
            return json.dumps(list(value))
        case _:
            return value


def as_date(value: date | str) -> date:
    """A date column's value: SQLite keeps text."""
    return value if isinstance(value, date) else date.fromisoformat(value)


def any_of(expression: str, placeholder: str, kind: Literal["int", "text"] = "int") -> str:
    """SQL: `expression` is one of the values of the list bound to `placeholder`."""
    if dialect() is Dialect.POSTGRES:
        return f"{expression} = ANY({placeholder}::{kind}[])"
    return f"{expression} IN (SELECT value FROM json_each({placeholder}))"


def integers(alias: str, columns: Sequence[str], placeholder: str) -> str:
    """SQL: a table of integers, from the list of objects bound to `placeholder` as JSON text."""
    if dialect() is Dialect.POSTGRES:
        names = ", ".join(f"{column} integer" for column in columns)
        return f"jsonb_to_recordset({placeholder}::text::jsonb) AS {alias}({names})"
    values = ", ".join(f"value ->> '{column}' AS {column}" for column in columns)
    return f"(SELECT {values} FROM json_each({placeholder})) AS {alias}"


def any_selected(expression: str, select: str) -> str:
    """SQL: `expression` is one of the few values that `select` gives, which does not depend on the
    row at hand. PostgreSQL then looks them up first, instead of trying every row in some order."""
    if dialect() is Dialect.POSTGRES:
        return f"{expression} = ANY(ARRAY({select}))"
    return f"{expression} IN ({select})"


def is_conflict(error: Exception) -> bool:
    """Whether somebody else's change came first: a key gone or taken, a lock not had in time (waits
    for many add up to all the time that a statement has). Any other refusal of the database is a
    mistake of ours."""
    if isinstance(error, IntegrityError):
        cause = error.__cause__ or error.args[0]
        if isinstance(cause, (ForeignKeyViolationError, UniqueViolationError)):
            return True
        return str(cause).startswith(("FOREIGN KEY constraint", "UNIQUE constraint"))
    busy = (DeadlockDetectedError, LockNotAvailableError, QueryCanceledError)
    return isinstance(error, (*busy, TransactionManagementError))
