"""The schema over HTTP and graphql-transport-ws."""

import asyncio
import time
from collections.abc import AsyncGenerator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import orjson
from cross_web import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry.asgi import ASGIWebSocketAdapter, GraphQL
from strawberry.exceptions import ConnectionRejectionError
from strawberry.http.exceptions import NonJsonMessageReceived
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import (
    BaseGraphQLTransportWSHandler,
)
from strawberry.subscriptions.protocols.graphql_transport_ws.types import ConnectionInitMessage

from models.errors import BadInputError, UnauthenticatedError
from models.rules.aktor import Aktor
from resolvers.akun.pembatas import Pembatas
from resolvers.akun.token import Keys, read
from schema.build import Schema
from schema.context import Context
from subscriptions.hub import Hub

FORBIDDEN = 4403  # a client may come back with another token
OPERATIONS_PER_CONNECTION = 20
INIT_TIMEOUT = timedelta(seconds=10)


REASONS = {
    "No GraphQL query found in the request": "Permintaan tidak memuat `query`.",
    "Unsupported content type": "Kirim permintaan sebagai application/json.",
    "mutations are not allowed when using GET": "Mutasi tidak lewat GET; pakai POST.",
    "subscriptions are not allowed when using POST": (
        "Subscription tidak lewat POST; pakai WebSocket dengan graphql-transport-ws."
    ),
    "subscriptions are not allowed when using GET": (
        "Subscription tidak lewat GET; pakai WebSocket dengan graphql-transport-ws."
    ),
}


@dataclass(frozen=True)
class Services:
    """What the operations use; made once for the process."""

    keys: Keys
    hub: Hub
    pembatas: Pembatas


class TextAdapter(ASGIWebSocketAdapter):
    """Sends JSON as text frames, and refuses messages that are no objects of the protocol."""

    async def iter_json(
        self, *, ignore_parsing_errors: bool = False
    ) -> AsyncGenerator[object, None]:
        async for message in super().iter_json(ignore_parsing_errors=ignore_parsing_errors):
            if not _is_protocol(message):
                raise NonJsonMessageReceived
            yield message

    async def send_json(self, message: Mapping[str, object]) -> None:
        await self.ws.send_text(orjson.dumps(message).decode())


def _is_protocol(message: object) -> bool:
    if not isinstance(message, dict) or not isinstance(message.get("type"), str):
        return False
    if message["type"] not in ("subscribe", "complete"):
        return True
    if not isinstance(message.get("id"), str):
        return False
    if message["type"] == "complete":
        return True
    payload = message.get("payload")
    return (
        isinstance(payload, dict)
        and isinstance(payload.get("query"), str)
        and isinstance(payload.get("variables"), dict | None)
    )


class ExpiringHandler(BaseGraphQLTransportWSHandler[Context, None]):
    """Ends the connection when its token does."""

    _end: asyncio.Task[None] | None = None

    async def handle_connection_init(self, message: ConnectionInitMessage) -> None:
        await super().handle_connection_init(message)
        if self.connection_acknowledged and self._end is None:
            self._end = asyncio.create_task(self._end_with_token())

    async def _end_with_token(self) -> None:
        await asyncio.sleep(max(0, self.context.aktor.berakhir - time.time()))
        with suppress(Exception):  # the client may be gone already
            await self.websocket.close(FORBIDDEN, "Token kedaluwarsa")

    async def shutdown(self) -> None:
        if self._end:
            self._end.cancel()
        await super().shutdown()


class Endpoint(GraphQL[Context, None]):
    """The one endpoint, `/graphql`."""

    websocket_adapter_class = TextAdapter
    graphql_transport_ws_handler_class = ExpiringHandler

    def __init__(self, schema: Schema, services: Services) -> None:
        super().__init__(
            schema,
            graphql_ide=None,
            subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,),
            connection_init_wait_timeout=INIT_TIMEOUT,
            max_subscriptions_per_connection=OPERATIONS_PER_CONNECTION,
        )
        self._services = services

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await super().__call__(scope, receive, send)
            return
        try:
            response = await self.run(Request(scope, receive))
        except HTTPException as error:
            response = _refused(error)
        await response(scope, receive, send)

    async def get_context(
        self,
        request: Request | WebSocket,
        response: Response | WebSocket,  # noqa: ARG002 - Strawberry's signature
    ) -> Context:
        return Context(
            keys=self._services.keys,
            hub=self._services.hub,
            pembatas=self._services.pembatas,
            address=request.client.host if request.client else "",
            signed_in=self._signed_in(request.headers.get("authorization")),
        )

    async def on_ws_connect(self, context: Context) -> Any:
        header = context.connection_params.get("Authorization")
        context.signed_in = self._signed_in(header) or context.signed_in
        if context.signed_in is None:
            raise ConnectionRejectionError
        return await super().on_ws_connect(context)

    def _signed_in(self, header: object) -> Aktor | None:
        """Who the header speaks for. A bad token is nobody: logging in again must still work."""
        if not isinstance(header, str):
            return None
        kind, _, token = header.partition(" ")
        if kind.lower() != "bearer":
            return None
        try:
            return read(token.strip(), self._services.keys)
        except UnauthenticatedError:
            return None

    def encode_json(self, data: object) -> bytes:
        return orjson.dumps(data)

    def decode_json(self, data: str | bytes) -> object:
        # Refuses what json.loads() lets through: halves of a character, endless nesting.
        return orjson.loads(data)

    def parse_json(self, data: str | bytes) -> Any:
        try:
            parsed = self.decode_json(data)
        except orjson.JSONDecodeError as error:
            raise HTTPException(400, "Badan permintaan bukan JSON yang benar.") from error
        if not isinstance(parsed, dict):
            raise HTTPException(400, "Badan permintaan harus berupa objek JSON.")
        return parsed


def _refused(error: HTTPException) -> Response:
    """The answer to a request that never became an operation."""
    message = REASONS.get(error.reason, f"Permintaan ditolak: {error.reason}")
    errors = [{"message": message, "extensions": {"code": BadInputError.code}}]
    return JSONResponse({"errors": errors}, status_code=error.status_code)
