"""GraphQL over WebSocket: the graphql-transport-ws protocol of the graphql-ws library."""

import asyncio
import time
from collections.abc import AsyncIterator, Coroutine, Mapping
from contextlib import aclosing, asynccontextmanager, suppress
from typing import Any, TypeGuard

import orjson
from starlette.types import Receive, Scope, Send

from models.errors import BadInputError, RequestError
from schema.context import Context
from schema.documents import InvalidError
from schema.errors import unforeseen
from schema.transport.services import Services, TooManyError

PROTOCOL = "graphql-transport-ws"
INIT_SECONDS = 10.0
OPERATIONS_PER_CONNECTION = 20
LONGEST_ID = 200  # characters; every message repeats it

# The close codes of the protocol, and of WebSocket itself.
BAD_MESSAGE, UNAUTHORIZED, FORBIDDEN = 4400, 4401, 4403
NOT_ACCEPTABLE, INIT_TIMEOUT, ID_TAKEN, INIT_TWICE = 4406, 4408, 4409, 4429
TRY_AGAIN_LATER = 1013

Message = dict[str, Any]

FULL = InvalidError.of(
    BadInputError(
        f"Paling banyak {OPERATIONS_PER_CONNECTION} operasi sekaligus pada satu sambungan; akhiri"
        " salah satunya, atau buka sambungan lain."
    )
)


class CloseError(Exception):
    """The connection is to be closed."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class WebSocketEndpoint:
    """Operations of every kind over a WebSocket at `/graphql`."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await Connection(self._services, scope, receive, send).serve()


class Connection:
    """One client's connection: reads what comes, and runs the operations asked for."""

    def __init__(self, services: Services, scope: Scope, receive: Receive, send: Send) -> None:
        self._services = services
        self._scope = scope
        self._receive = receive
        self._send = send
        self._operations: dict[str, asyncio.Task[None]] = {}

    async def serve(self) -> None:
        """Till either side closes it."""
        try:
            await self._accept()
            async with _within(INIT_SECONDS, INIT_TIMEOUT, "Tidak ada connection_init"):
                context = await self._greeting()
            with self._services.connections.one_more(context.aktor):
                await self._say({"type": "connection_ack"})
                lasts = context.aktor.berakhir - time.time()
                async with _within(lasts, FORBIDDEN, "Token kedaluwarsa"):
                    while True:
                        await self._handle(context, await self._message())
        except TooManyError as error:
            await self._close(TRY_AGAIN_LATER, str(error))
        except CloseError as error:
            await self._close(error.code, error.reason)
        except OSError:
            pass  # nobody is there any more
        finally:
            self._cancel_operations()

    async def _accept(self) -> None:
        assert (await self._receive())["type"] == "websocket.connect"
        known = PROTOCOL in self._scope["subprotocols"]
        await self._send({"type": "websocket.accept", "subprotocol": PROTOCOL if known else None})
        if not known:
            raise CloseError(NOT_ACCEPTABLE, f"Pakai subprotokol {PROTOCOL}")

    async def _greeting(self) -> Context:
        """Who is there, once he has said so. Raises CloseError."""
        while True:
            message = await self._message()
            match message["type"]:
                case "connection_init":
                    return self._signed_in(message.get("payload") or {})
                case "subscribe":
                    raise CloseError(UNAUTHORIZED, "Kirim connection_init dahulu")
                case _:
                    await self._keep_alive(message)

    def _signed_in(self, payload: Mapping[str, Any]) -> Context:
        headers = dict(self._scope["headers"])
        given = payload.get("Authorization") or headers.get(b"authorization", b"").decode("latin-1")
        address, _ = self._scope.get("client") or ("", 0)
        context = self._services.context(address, given)
        if context.signed_in is None:
            raise CloseError(FORBIDDEN, "Token tidak berlaku; masuk lagi")
        return context

    async def _handle(self, context: Context, message: Message) -> None:
        match message["type"]:
            case "connection_init":
                raise CloseError(INIT_TWICE, "connection_init cukup sekali")
            case "subscribe":
                await self._begin(context, message["id"], message["payload"])
            case "complete":
                if operation := self._operations.pop(message["id"], None):
                    operation.cancel()
                    await asyncio.wait({operation})  # till then it takes its place
            case _:
                await self._keep_alive(message)

    async def _keep_alive(self, message: Message) -> None:
        if message["type"] == "ping":
            await self._say({**message, "type": "pong"})

    async def _begin(self, context: Context, id_: str, payload: Message) -> None:
        if id_ in self._operations:
            raise CloseError(ID_TAKEN, "Operasi dengan id itu masih berjalan")
        if len(self._operations) >= OPERATIONS_PER_CONNECTION:
            await self._refuse(id_, FULL)
            return
        running = self._run(id_, self._answer(context, id_, payload))
        self._operations[id_] = asyncio.create_task(running)

    async def _run(self, id_: str, running: Coroutine[Any, Any, None]) -> None:
        try:
            await running
        except OSError:
            pass  # nobody is there any more
        finally:
            if self._operations.get(id_) is asyncio.current_task():
                del self._operations[id_]

    async def _answer(self, context: Context, id_: str, payload: Message) -> None:
        before = f'{{"id":{orjson.dumps(id_).decode()},"type":"next","payload":'
        try:
            prepared = self._services.prepare(payload)
            async with aclosing(self._services.schema.answers(prepared, context)) as bodies:
                async for body in bodies:
                    # Nothing is kept while waiting for the next: many wait.
                    await self._send({"type": "websocket.send", "text": f"{before}{body}}}"})
        except InvalidError as error:
            await self._refuse(id_, error)
        except RequestError as error:
            await self._refuse(id_, InvalidError.of(error))
        except OSError:
            raise
        except Exception as error:
            await self._refuse(id_, InvalidError([unforeseen(error)]))
        else:
            await self._say({"id": id_, "type": "complete"})

    async def _refuse(self, id_: str, error: InvalidError) -> None:
        shown = [one.formatted for one in error.errors]
        await self._say({"id": id_, "type": "error", "payload": shown})

    async def _message(self) -> Message:
        """The next message. Raises CloseError for what is none, ConnectionError when there is none
        any more."""
        frame = await self._receive()
        if frame["type"] == "websocket.disconnect":
            raise ConnectionError
        try:
            # orjson refuses what json.loads() lets through: halves of a character, endless nesting.
            message = orjson.loads(frame.get("text") or "")
        except orjson.JSONDecodeError:
            message = None
        if not _is_protocol(message):
            raise CloseError(BAD_MESSAGE, f"Bukan pesan {PROTOCOL}")
        return message

    async def _say(self, message: Message) -> None:
        await self._send({"type": "websocket.send", "text": orjson.dumps(message).decode()})

    async def _close(self, code: int, reason: str) -> None:
        self._cancel_operations()  # nothing may be sent any more
        with suppress(OSError):
            await self._send({"type": "websocket.close", "code": code, "reason": reason})

    def _cancel_operations(self) -> None:
        for operation in self._operations.values():
            operation.cancel()
        self._operations = {}


@asynccontextmanager
async def _within(seconds: float, code: int, reason: str) -> AsyncIterator[None]:
    """Raises CloseError when the block takes longer."""
    try:
        async with asyncio.timeout(seconds):
            yield
    except TimeoutError as error:
        raise CloseError(code, reason) from error


def _is_protocol(message: object) -> TypeGuard[Message]:
    match message:
        case {"type": "connection_init" | "ping" | "pong", **rest}:
            return isinstance(rest.get("payload"), dict | None)
        case {"type": "complete", "id": str(id_)}:
            return 0 < len(id_) <= LONGEST_ID
        case {"type": "subscribe", "id": str(id_), "payload": dict(payload)}:
            return 0 < len(id_) <= LONGEST_ID and all(
                isinstance(payload.get(name), type_)
                for name, type_ in (
                    ("query", str | None),
                    ("operationName", str | None),
                    ("variables", dict | None),
                    ("extensions", dict | None),
                )
            )
    return False
