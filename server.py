"""The service: settings, what starts and stops with it, and its routes."""

import asyncio
import gc
import sys
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

import structlog
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles

from models.database import (
    close_database,
    fetch_value,
    make_file,
    missing_file,
    open_database,
    without_password,
)
from models.database.migrate import migrate
from models.database.single import AlreadyServedError, only_process
from resolvers.akun.pembatas import Pembatas
from resolvers.akun.token import Keys
from schema.build import build_schema
from schema.cost import Limits
from schema.documents import InvalidError
from schema.execution import Schema
from schema.live import Live
from schema.persisted import Persisted, read_list
from schema.transport.http import HttpEndpoint
from schema.transport.services import Connections, Services
from schema.transport.websocket import WebSocketEndpoint
from serving.command import run
from settings import Settings
from subscriptions import exchange
from subscriptions.hub import Hub

log = structlog.get_logger()

PAGES = Path(__file__).parent / "web" / "dist"
OWN_DOCUMENTS = PAGES / "dokumen.json"
HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
}
DASHBOARD_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
GRAPHIQL_POLICY = (
    f"{DASHBOARD_POLICY}; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " font-src 'self' data:"
)


class HashedFiles(StaticFiles):
    """Files whose names change with their content: kept by browsers for a year."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        response = super().file_response(*args, **kwargs)
        response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response


def create_app(chosen: Settings) -> Starlette:
    """The ASGI application."""
    window = chosen.window_ms / 1000
    hub = Hub(window)
    live = Live(hub)
    others = exchange.Exchange(chosen.broadcast_url, window, hub.receive, hub.missed)
    keys = Keys(chosen.secret, chosen.token_minutes * 60, chosen.session_days * 86_400)
    schema = build_schema(
        Limits(chosen.cost_limit, chosen.depth_limit, seconds=chosen.query_seconds)
    )
    services = Services(
        schema,
        Persisted(schema.documents.has, _listed(chosen, schema)),
        keys,
        live,
        Pembatas(chosen.login_attempts),
        Connections(chosen.connections),
    )

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await open_database(chosen.database_url, chosen.database_pool)
        try:
            async with _alone_if_needed(chosen):
                await hub.start()
                await live.start()
                await others.start()
                exchange.use(others)
                gc.freeze()  # the schema lives as long as the process: no need to look it over
                yield
        finally:
            await schema.settle()
            exchange.use(None)
            await others.stop()
            await live.stop()
            await hub.stop()
            await close_database()

    async def ready(_: Request) -> Response:
        """Whether the database answers and the link carries."""
        problems = [] if others.link.connected else ["penghubung antarproses terputus"]
        try:
            await fetch_value("SELECT 1")
        except Exception:
            problems.append("basis data tidak menjawab")
        return JSONResponse({"masalah": problems}, status_code=503 if problems else 200)

    routes = [
        Route("/graphql", HttpEndpoint(services)),
        WebSocketRoute("/graphql", WebSocketEndpoint(services)),
        Route("/healthz", _alive),
        Route("/readyz", ready),
        Mount(
            "/aset",
            HashedFiles(directory=PAGES / "aset", check_dir=False),
            middleware=[Middleware(GZipMiddleware)],
        ),
    ]
    if chosen.development:
        routes.append(Route("/graphiql", _graphiql))
    routes += [Route("/", _dashboard), Route("/dashboard", _dashboard)]
    return Starlette(routes=routes, lifespan=lifespan, exception_handlers={404: _not_found})


def _listed(chosen: Settings, schema: Schema) -> list[str] | None:
    """The only documents that are served, if so set: those listed, and those of our own pages.
    Ends the process when the list cannot be used."""
    if chosen.documents is None:
        return None
    try:
        listed = read_list(chosen.documents)
        if OWN_DOCUMENTS.exists():
            listed += read_list(OWN_DOCUMENTS)
        for text in listed:
            schema.documents.get(text)
    except (OSError, ValueError, InvalidError) as error:
        sys.exit(
            f"Pengaturan salah: EKINERJA_DOCUMENTS={str(chosen.documents)!r}: tidak dapat dipakai"
            f" ({error}); tulis folder berisi .graphql, atau berkas JSON berisi larik dokumen"
        )
    return listed


def _alone_if_needed(chosen: Settings) -> AbstractAsyncContextManager[None]:
    return nullcontext() if chosen.hears_others else only_process()


async def prepare(chosen: Settings) -> None:
    """Bring the database up to date. Raises whatever keeps it from being used."""
    if file := missing_file(chosen.database_url):
        log.warning("basis data baru dan kosong", berkas=str(file))
    make_file(chosen.database_url)
    await open_database(chosen.database_url, chosen.database_pool)
    try:
        await migrate()
        async with _alone_if_needed(chosen):
            pass
    finally:
        await close_database()


async def _not_found(_: Request, __: Exception) -> Response:
    return PlainTextResponse(
        "Tidak ada apa-apa di alamat ini. Dashboard ada di /, GraphQL di /graphql.",
        status_code=404,
    )


async def _alive(_: Request) -> Response:
    return JSONResponse({"status": "hidup"})


async def _dashboard(_: Request) -> Response:
    return _page("index.html", DASHBOARD_POLICY)


async def _graphiql(_: Request) -> Response:
    return _page("graphiql.html", GRAPHIQL_POLICY)


def _page(name: str, policy: str) -> Response:
    file = PAGES / name
    if not file.exists():
        return PlainTextResponse(
            "Halaman belum dibangun. Jalankan scripts/install, lalu muat ulang.", status_code=503
        )
    return FileResponse(file, headers={**HEADERS, "content-security-policy": policy})


def _prepare_or_exit(chosen: Settings) -> None:
    try:
        asyncio.run(prepare(chosen))
    except AlreadyServedError:
        sys.exit(
            "Basis data ini sudah dilayani proses lain. Untuk beberapa proses, pakai PostgreSQL dan"
            " EKINERJA_BROADCAST_URL postgres:// atau redis://."
        )
    except Exception as error:
        address = without_password(chosen.database_url)
        cause = " ".join(f"{type(error).__name__} {error}".split())
        sys.exit(
            f"Basis data {address} tidak dapat dipakai; periksa EKINERJA_DATABASE_URL: {cause}"
        )


def main() -> None:
    """Serve as the arguments and the environment say, until stopped."""
    run(_prepare_or_exit, create_app)


if __name__ == "__main__":
    main()
