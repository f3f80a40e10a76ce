"""The ceiling: what any service in Python could answer at best, on the same web server.

One finished statement for each request, sent as it comes. No GraphQL, no schema, no checks but the
token's. `python -m bench.ceiling --port N`, with the service's own settings in the environment.
"""

import argparse
import contextlib
import functools
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, cast

import asyncpg
import orjson
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench.ceiling_sql import Statements
from models.database import Dialect
from models.rules.aktor import Aktor
from resolvers.akun.token import Keys, read
from settings import Settings, settings

Read = Callable[..., Awaitable[str | None]]  # (statement, parameters…) → the response's text


def create_app(chosen: Settings) -> Starlette:
    """The ASGI application: one path for each kind of request."""
    keys = Keys(chosen.secret, chosen.token_minutes * 60, chosen.session_days * 86_400)
    sqlite = chosen.database_url.startswith("sqlite:")
    statements = Statements.of(Dialect.SQLITE if sqlite else Dialect.POSTGRES)
    opened = _sqlite if sqlite else _postgres
    running: list[Read] = []

    @functools.cache
    def verified(token: str) -> Aktor:
        """As the service does, a signature is checked once."""
        return read(token, keys)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with opened(chosen) as reader:
            running.append(reader)
            yield

    async def asked(request: Request) -> tuple[Aktor, dict[str, Any]]:
        token = request.headers["authorization"].removeprefix("Bearer ")
        body = orjson.loads(await request.body())
        return verified(token), cast(dict[str, Any], body["variables"])

    async def answer(statement: str, *parameters: object) -> Response:
        text = await running[0](statement, *parameters)
        return Response(text, 200 if text else 404, media_type="application/json")

    async def skp(request: Request) -> Response:
        aktor, given = await asked(request)
        return await answer(statements.skp, _key(given["id"]), aktor.pegawai_id)

    async def unor(request: Request) -> Response:
        aktor, given = await asked(request)
        return await answer(statements.unor, _key(given["id"]), aktor.admin_instansi_id)

    async def page(request: Request) -> Response:
        aktor, given = await asked(request)
        after = orjson.loads(given["after"]) if given.get("after") else ["", 0]
        return await answer(statements.page, _key(given["id"]), *after, aktor.admin_instansi_id)

    routes = [Route(f"/{each.__name__}", each, methods=["POST"]) for each in (skp, unor, page)]
    return Starlette(routes=routes, lifespan=lifespan)


def _key(global_id: str) -> int:
    return int(global_id.rpartition("_")[2])


@contextlib.asynccontextmanager
async def _postgres(chosen: Settings) -> AsyncIterator[Read]:
    # Nothing here changes a connection, so nothing has to be reset when it goes back to the pool.
    async with asyncpg.create_pool(
        chosen.database_url, min_size=1, max_size=chosen.database_pool, reset=_leave_as_it_is
    ) as pool:
        yield pool.fetchval


async def _leave_as_it_is(_: Any) -> None:
    pass


@contextlib.asynccontextmanager
async def _sqlite(chosen: Settings) -> AsyncIterator[Read]:
    # In the event loop's own thread: a way to another one takes longer than a short statement.
    connection = sqlite3.connect(chosen.database_url.removeprefix("sqlite://"))

    async def first_value(statement: str, *parameters: object) -> str | None:
        row = connection.execute(statement, parameters).fetchone()
        return None if row is None else cast(str, row[0])

    try:
        yield first_value
    finally:
        connection.close()


def main() -> None:
    """Serve until stopped, by the web server and the options that the service runs with."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    uvicorn.run(
        create_app(settings()),
        host="127.0.0.1",
        port=parser.parse_args().port,
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        ws_max_size=65_536,
        timeout_graceful_shutdown=10,
        log_config=None,
        access_log=False,
    )


if __name__ == "__main__":
    main()
