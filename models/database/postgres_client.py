"""Tortoise's asyncpg client, with a transaction that returns its connection whatever happens."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, cast

from asyncpg import Connection
from asyncpg.exceptions import QueryCanceledError
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import (
    PoolConnectionWrapper,
    TransactionalDBClient,
    TransactionContext,
    TransactionContextPooled,
)
from tortoise.connection import get_connections

from models.errors import TimedOutError

CLOSING_SECONDS = 3  # for what still runs
CANCELLING_SECONDS = 1  # for the server to end what is cancelled


class ReleasingContext(TransactionContextPooled):
    """Gives the connection back when BEGIN failed or was cancelled."""

    async def __aenter__(self) -> TransactionalDBClient:
        await self.ensure_connection()
        client = cast(TransactionWrapper, self.client)
        pool = client._parent._pool
        assert pool is not None
        held = await pool.acquire()
        client._connection = cast(Connection, held)
        try:
            await client.begin()
        except BaseException:
            await pool.release(held)
            raise
        self.token = get_connections().set(self.connection_name, client)
        return client


class PooledConnection(PoolConnectionWrapper[Connection]):
    """A connection of the pool, which gets it back even when the server goes on with what was
    cancelled: one that is told so before it has begun forgets it. The connection is then closed,
    and the server looks once a second whether that is so (`client_connection_check_interval`)."""

    async def __aexit__(self, *_: object) -> None:
        with suppress(TimeoutError):
            await self.client._pool.release(self.connection, timeout=CANCELLING_SECONDS)


class Client(AsyncpgDBClient):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # Nothing of ours changes a session, so a connection needs no statement to be made clean;
        # asyncpg itself rolls an open transaction back.
        super().__init__(*args, reset=_nothing_to_reset, **kwargs)

    async def _close(self) -> None:
        if self._pool:
            try:
                await asyncio.wait_for(self._pool.close(), CLOSING_SECONDS)
            except TimeoutError:
                self._pool.terminate()
            self._pool = None

    def _in_transaction(self) -> TransactionContext:
        return ReleasingContext(TransactionWrapper(self), self._pool_init_lock)

    def acquire_connection(self) -> PooledConnection:
        return PooledConnection(self, self._pool_init_lock)

    async def read_text(self, sql: str, params: Sequence[object]) -> str | None:
        """The only value of `sql`. asyncpg has the server cancel what is cancelled here."""
        self.log.debug("%s: %s", sql, params)
        async with self.acquire_connection() as connection:
            try:
                text: str | None = await connection.fetchval(sql, *params)
                return text
            except QueryCanceledError as error:
                raise TimedOutError from error


async def _nothing_to_reset(_: object) -> None:
    pass


client_class = Client
