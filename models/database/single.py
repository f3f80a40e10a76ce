"""Being the only process that serves a database, where several could not hear each other."""

import fcntl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from models.database import Dialect, connection, dialect, sqlite_file

SERVING_LOCK = 5_588_246


class AlreadyServedError(RuntimeError):
    """Another process serves this database."""


@asynccontextmanager
async def only_process() -> AsyncIterator[None]:
    """Hold the database for this process. Raises AlreadyServedError when another one does."""
    if dialect() is Dialect.POSTGRES:
        async with connection().acquire_connection() as raw:
            if not await raw.fetchval(f"SELECT pg_try_advisory_lock({SERVING_LOCK})"):
                raise AlreadyServedError
            yield
            await raw.execute(f"SELECT pg_advisory_unlock({SERVING_LOCK})")
        return
    with Path(f"{sqlite_file()}.layanan").open("w") as handle:  # noqa: ASYNC230 - local, empty
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise AlreadyServedError from error
        yield
