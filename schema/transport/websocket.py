"""The schema over WebSocket: graphql-transport-ws."""

import asyncio
import time
from collections.abc import AsyncGenerator, Mapping
from contextlib import suppress
from datetime import timedelta
from typing import Any, TypeGuard, cast

import orjson
from graphql import GraphQLError
from starlette.requests import Request
from starlette.responses import Response
from starlette.websockets import WebSocket
from strawberry.asgi import ASGIWebSocketAdapter, GraphQL
from strawberry.exceptions import ConnectionRejectionError
from strawberry.http.exceptions import NonJsonMessageReceived
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import (
    BaseGraphQLTransportWSHandler,
)
from strawberry.subscriptions.protocols.graphql_transport_ws.types import (
    ConnectionInitMessage,
    SubscribeMessage,
)

from models.errors import BadInputError, RequestError
from schema.context import Context
from schema.documents import InvalidError
from schema.transport.services import Services

FORBIDDEN = 4403  # a client may come back with another token
OPERATIONS_PER_CONNECTION = 20
INIT_TIMEOUT = timedelta(seconds=10)


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


def _is_protocol(message: object) -> TypeGuard[dict[str, Any]]:
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
        and isinstance(payload.get("query"), str | None)
        and isinstance(payload.get("operationName"), str | None)
        and isinstance(payload.get("variables"), dict | None)
        and isinstance(payload.get("extensions"), dict | None)
    )


class Handler(BaseGraphQLTransportWSHandler[Context, None]):
    """Knows persisted documents, and ends the connection when its token does. An operation that is
    refused is answered: it ends neither the connection nor the other operations on it."""

    _end: asyncio.Task[None] | None = None

    async def handle_connection_init(self, message: ConnectionInitMessage) -> None:
        await super().handle_connection_init(message)
        if self.connection_acknowledged and self._end is None:
            self._end = asyncio.create_task(self._end_with_token())

    async def handle_subscribe(self, message: SubscribeMessage) -> None:
        if self.connection_acknowledged:
            try:
                message["payload"]["query"] = self._document(message)
            except RequestError as error:
                [shown] = InvalidError.of(error).errors
                await self.send_message(
                    {"id": message["id"], "type": "error", "payload": [shown.formatted]}
                )
                return
        await super().handle_subscribe(message)

    def _document(self, message: SubscribeMessage) -> str:
        """The text of the message's document. Raises RequestError."""
        if len(self.operations) >= OPERATIONS_PER_CONNECTION and (
            message["id"] not in self.operations
        ):
            raise BadInputError(
                f"Paling banyak {OPERATIONS_PER_CONNECTION} operasi sekaligus pada satu sambungan;"
                " akhiri salah satunya, atau buka sambungan lain."
            )
        payload = message["payload"]
        persisted = cast(WebSocketEndpoint, self.view).services.persisted
        text = persisted.text(payload.get("query"), payload.get("extensions"))
        if text is None:
            raise BadInputError("Permintaan tidak memuat `query`.")
        return text

    @staticmethod
    def _get_pre_execution_close_reason(_: GraphQLError) -> None:
        """Strawberry closes the connection for a document that it cannot parse."""

    async def _end_with_token(self) -> None:
        await asyncio.sleep(max(0, self.context.aktor.berakhir - time.time()))
        with suppress(Exception):  # the client may be gone already
            await self.websocket.close(FORBIDDEN, "Token kedaluwarsa")

    async def shutdown(self) -> None:
        if self._end:
            self._end.cancel()
        await super().shutdown()


class WebSocketEndpoint(GraphQL[Context, None]):
    """Operations of every kind over a WebSocket at `/graphql`."""

    websocket_adapter_class = TextAdapter
    graphql_transport_ws_handler_class = Handler

    def __init__(self, services: Services) -> None:
        super().__init__(
            services.schema,
            graphql_ide=None,
            subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,),
            connection_init_wait_timeout=INIT_TIMEOUT,
        )
        self.services = services

    async def get_context(
        self,
        request: Request | WebSocket,
        response: Response | WebSocket,  # noqa: ARG002 - Strawberry's signature
    ) -> Context:
        address = request.client.host if request.client else ""
        return self.services.context(address, request.headers.get("authorization"))

    async def on_ws_connect(self, context: Context) -> Any:
        header = context.connection_params.get("Authorization")
        context.signed_in = self.services.signed_in(header) or context.signed_in
        if context.signed_in is None:
            raise ConnectionRejectionError
        return await super().on_ws_connect(context)

    def decode_json(self, data: str | bytes) -> object:
        # Refuses what json.loads() lets through: halves of a character, endless nesting.
        return orjson.loads(data)
