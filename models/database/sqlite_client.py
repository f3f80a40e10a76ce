"""Tortoise's SQLite client, with transactions that take the write lock when they begin.

A deferred transaction that reads first and writes later fails at once ("database is locked") when
another process wrote in between, however long the busy time-out is.
"""

import asyncio
import sqlite3

from tortoise.backends.base.client import TransactionContext
from tortoise.backends.sqlite.client import (
    SqliteClient,
    SqliteTransactionContext,
    SqliteTransactionWrapper,
)
from tortoise.connection import get_connections
from tortoise.exceptions import TransactionManagementError


class ImmediateTransaction(SqliteTransactionWrapper):
    async def begin(self) -> None:
        # The connection's thread carries a statement out even when nobody waits for it any more:
        # a cancelled BEGIN has to be seen through, and taken back.
        begun = asyncio.ensure_future(self._connection.execute("BEGIN IMMEDIATE"))
        try:
            await asyncio.shield(begun)
        except asyncio.CancelledError:
            await asyncio.wait({begun})
            if begun.exception() is None:
                await self._connection.rollback()
            raise
        except sqlite3.OperationalError as error:
            raise TransactionManagementError(error) from error


class ReleasingContext(SqliteTransactionContext):
    """Frees the connection when the transaction could not begin or its start was cancelled."""

    async def __aenter__(self) -> ImmediateTransaction:
        await self._trxlock.acquire()
        try:
            await self.ensure_connection()
            await self.connection.begin()
        except BaseException:
            self._trxlock.release()
            raise
        self.token = get_connections().set(self.connection_name, self.connection)
        transaction: ImmediateTransaction = self.connection
        return transaction


class Client(SqliteClient):
    def _in_transaction(self) -> TransactionContext:
        return ReleasingContext(ImmediateTransaction(self), self._lock)


client_class = Client
