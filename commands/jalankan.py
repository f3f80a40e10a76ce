"""Running a command: its database opened and closed, its failure told in one line."""

import asyncio
from collections.abc import Coroutine
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Any, NoReturn, TypeVar

import typer
from tortoise.exceptions import BaseORMException

from models.database import (
    BadDatabaseUrlError,
    close_database,
    make_file,
    missing_file,
    open_database,
    without_password,
)
from models.database.migrate import pending
from settings import settings
from subscriptions import exchange

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
        if migrated and (file := missing_file(url)):
            raise GagalError(
                f"berkas basis data {file} tidak ada; periksa EKINERJA_DATABASE_URL, atau buat yang"
                " baru dengan: scripts/ekinerja migrasi"
            )
        make_file(url)
        await open_database(url, settings().database_pool)
        if migrated and await pending():
            raise GagalError("basis data belum siap; jalankan dulu: scripts/ekinerja migrasi")
        async with _others_told():
            return await work
    except (BadDatabaseUrlError, BaseORMException, OSError) as error:
        raise GagalError(
            f"basis data {without_password(url)} tidak dapat dipakai; periksa"
            f" EKINERJA_DATABASE_URL, dan apakah peladennya berjalan: {_described(error)}"
        ) from error
    finally:
        work.close()
        await close_database()


def _others_told() -> AbstractAsyncContextManager[None]:
    """What the command changes shows at once on the screens of the processes that serve; those that
    cannot be reached see it at their next full reading."""
    if not settings().hears_others:
        return nullcontext()
    return exchange.telling(settings().broadcast_url)


def _described(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__} {error}".split())
