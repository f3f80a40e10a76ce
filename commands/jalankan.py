"""Running a command: its database opened and closed, its failure told in one line."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, NoReturn, TypeVar
from urllib.parse import urlsplit

import typer
from tortoise.exceptions import BaseORMException

from models.database import BadDatabaseUrlError, close_database, open_database
from models.database.migrate import pending
from settings import settings

Result = TypeVar("Result")


class GagalError(Exception):
    """The command cannot go on; the message says what to do."""


def gagal(message: str) -> NoReturn:
    """End the command with `message` on standard error."""
    typer.secho(f"Gagal: {message}", fg=typer.colors.RED, err=True)
    raise typer.Exit(1)


def jalankan(work: Coroutine[Any, Any, Result]) -> Result:
    """The result of `work`; its failure ends the command with one line."""
    try:
        return asyncio.run(work)
    except GagalError as error:
        gagal(str(error))
    except KeyboardInterrupt:
        gagal("dihentikan; tidak ada yang disimpan.")
    except Exception as error:
        gagal(f"kesalahan tak terduga, laporkan beserta perintahnya: {_described(error)}")


def dengan_basis_data(work: Coroutine[Any, Any, Result], migrated: bool = True) -> Result:
    """As `jalankan`, with the database open; `migrated` refuses one that lacks migrations."""
    return jalankan(_with_database(work, migrated))


async def _with_database(work: Coroutine[Any, Any, Result], migrated: bool) -> Result:
    try:
        url = settings().database_url
        _make_sure_of_file(url)
        await open_database(url, settings().database_pool)
        if migrated and await pending():
            raise GagalError("basis data belum siap; jalankan dulu: scripts/ekinerja migrasi")
        return await work
    except (BadDatabaseUrlError, BaseORMException, OSError) as error:
        raise GagalError(
            f"basis data {_without_password(url)} tidak dapat dipakai: {_described(error)}"
        ) from error
    finally:
        work.close()
        await close_database()


def _make_sure_of_file(url: str) -> None:
    """SQLite makes the file, not its folder; and says little about a file that cannot be."""
    if url.startswith("sqlite://") and not url.endswith(":memory:"):
        file = Path(url.removeprefix("sqlite://").partition("?")[0])
        file.parent.mkdir(parents=True, exist_ok=True)
        file.open("ab").close()


def _described(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__} {error}".split())


def _without_password(url: str) -> str:
    parts = urlsplit(url)
    return url.replace(f":{parts.password}@", ":…@") if parts.password else url
