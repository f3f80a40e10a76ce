"""Tortoise's SQLite client, with transactions that take the write lock when they begin, and with
connections of their own for reads.

A deferred transaction that reads first and writes later fails at once ("database is locked") when
another process wrote in between, however long the busy time-out is.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import aiosqlite
from tortoise.backends.base.client import TransactionContext
from tortoise.backends.sqlite.client import (
    SqliteClient,
    SqliteTransactionContext,
    SqliteTransactionWrapper,
)
from tortoise.connection import get_connections
from tortoise.exceptions import OperationalError, TransactionManagementError

STATEMENTS = 20  # that a connection keeps prepared: the reader's are large


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
    def __init__(self, *args: Any, readers: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._most_readers = readers
        self._readers = asyncio.Semaphore(readers)
        self._open: set[aiosqlite.Connection] = set()
        self._idle: list[aiosqlite.Connection] = []
        self._closing = False

    def _in_transaction(self) -> TransactionContext:
        return ReleasingContext(ImmediateTransaction(self), self._lock)

    async def close(self) -> None:
        self._closing = True
        for reader in list(self._open):
            await reader.interrupt()
        for _ in range(self._most_readers):  # those at work close theirs
            await self._readers.acquire()
        for reader in list(self._open):
            await reader.close()
        self._open.clear()
        await super().close()

    async def read_text(self, sql: str, params: Sequence[object]) -> str | None:
        """The only value of `sql`, as of the last commit; it neither waits for a writer nor keeps
        one waiting."""
        self.log.debug("%s: %s", sql, params)
        async with self._reader() as reader:
            reading = asyncio.ensure_future(reader.execute_fetchall(sql, params))
            try:
                [row] = await asyncio.shield(reading)
            except asyncio.CancelledError:
                await reader.interrupt()  # else the thread works on
                await asyncio.wait({reading})
                reading.exception()
                raise
            text: str | None = row[0]
            return text

    @asynccontextmanager
    async def _reader(self) -> AsyncIterator[aiosqlite.Connection]:
        async with self._readers:
            if self._closing:
                raise OperationalError("the database is closing")
            reader = self._idle.pop() if self._idle else await self._connect()
            try:
                yield reader
            except BaseException:
                self._open.discard(reader)
                await reader.close()  # an interrupted connection refuses what comes next
                raise
            self._idle.append(reader)

    async def _connect(self) -> aiosqlite.Connection:
        reader = await aiosqlite.connect(
            self.filename, isolation_level=None, cached_statements=STATEMENTS
        )
        self._open.add(reader)
        await reader.execute("PRAGMA query_only = ON")
        await reader.execute(f"PRAGMA busy_timeout = {self.pragmas['busy_timeout']}")
        return reader


client_class = Client
