"""Tortoise's asyncpg client, with a transaction that returns its connection whatever happens."""

from typing import cast

from asyncpg import Connection
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import (
    TransactionalDBClient,
    TransactionContext,
    TransactionContextPooled,
)
from tortoise.connection import get_connections


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


class Client(AsyncpgDBClient):
    def _in_transaction(self) -> TransactionContext:
        return ReleasingContext(TransactionWrapper(self), self._pool_init_lock)


client_class = Client
