"""Bringing the tables up to date, one process at a time."""

import asyncio
import fcntl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tortoise.migrations.executor import MigrationExecutor, PlanStep

from models.database import TABLES, Dialect, connection, dialect, sqlite_file

ADVISORY_LOCK = 5_588_245


async def pending() -> list[str]:
    """Names of the migrations that this database still lacks, in order."""
    return [step.migration.name for step in await _plan(_executor())]


async def migrate() -> list[str]:
    """Apply what is missing and return its names. Waits while another process does the same."""
    async with _alone():
        executor = _executor()
        plan = await _plan(executor)
        if plan:
            await executor.migrate(direction="forward")
        return [step.migration.name for step in plan]


def _executor() -> MigrationExecutor:
    app = {
        "models": list(TABLES),
        "default_connection": dialect().value,
        "migrations": "models.migrations",
    }
    return MigrationExecutor(connection(), {"models": app})


async def _plan(executor: MigrationExecutor) -> list[PlanStep]:
    await executor.recorder.ensure_schema(executor._schema_editor(atomic=False))
    return await executor.plan()


@asynccontextmanager
async def _alone() -> AsyncIterator[None]:
    if dialect() is Dialect.POSTGRES:
        async with connection().acquire_connection() as raw:
            await raw.execute(f"SELECT pg_advisory_lock({ADVISORY_LOCK})")
            try:
                yield
            finally:
                await raw.execute(f"SELECT pg_advisory_unlock({ADVISORY_LOCK})")
        return
    with Path(f"{sqlite_file()}.migrasi").open("w") as handle:  # noqa: ASYNC230 - an empty local file
        await asyncio.to_thread(fcntl.flock, handle, fcntl.LOCK_EX)
        yield
