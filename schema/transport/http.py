"""GraphQL over HTTP, as its specification has it."""

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson
from graphql import GraphQLError, OperationType
from starlette.datastructures import QueryParams
from starlette.types import Receive, Scope, Send

from models.errors import BadInputError
from schema.answers import refusal
from schema.context import Context
from schema.documents import InvalidError
from schema.execution import Prepared
from schema.transport import sse
from schema.transport.negotiation import (
    GRAPHQL,
    JSON,
    answer_type,
    compressed,
    is_json,
)
from schema.transport.services import Services, TooManyError

MOST_BODY = 256 * 1024  # bytes
WATCHED_AFTER = 0.1  # seconds; a shorter request is over before its client has gone
METHODS = "GET, POST"


class HttpError(Exception):
    """A request that never becomes an operation."""

    def __init__(self, status: int, message: str, **headers: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = headers


@dataclass(frozen=True)
class Answer:
    """What is to be sent, before it is known how the client takes it."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Call:
    """A request as it came."""

    method: str
    headers: Mapping[str, str]  # by their names in lower case
    query_string: bytes
    address: str
    receive: Receive

    @classmethod
    def of(cls, scope: Scope, receive: Receive) -> "Call":
        headers: dict[str, str] = {}
        for raw_name, raw_value in scope["headers"]:
            name, value = raw_name.decode("latin-1"), raw_value.decode("latin-1")
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
        client = scope.get("client")
        address = client[0] if client else ""
        return cls(scope["method"], headers, scope["query_string"], address, receive)


class HttpEndpoint:
    """Queries and mutations at `/graphql`."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        call = Call.of(scope, receive)
        as_events = sse.wants_events(call.headers.get("accept"))
        media_type = JSON if as_events else answer_type(call.headers.get("accept"))
        try:
            if media_type is None:
                raise HttpError(406, f"Jawaban hanya tersedia sebagai {GRAPHQL} atau {JSON}.")
            parameters = await _parameters(call)
            if as_events:
                await self._stream(call, parameters, send)
                return
            answer = await self._answer(call, parameters, media_type)
        except HttpError as error:
            shown = GraphQLError(error.message, extensions={"code": BadInputError.code})
            answer = Answer(error.status, refusal([shown]), error.headers)
        except ConnectionError:
            return  # nobody is there any more
        await _send(answer, media_type or JSON, call, send)

    async def _stream(self, call: Call, parameters: Mapping[str, Any], send: Send) -> None:
        try:
            prepared = self._prepare(call, parameters)
            await sse.stream(self._services, prepared, self._context(call), call.receive, send)
        except InvalidError as error:
            await sse.refuse(error, send)
        except TooManyError as error:
            raise HttpError(429, f"{error}; tutup salah satunya.") from error

    async def _answer(self, call: Call, parameters: Mapping[str, Any], media_type: str) -> Answer:
        try:
            prepared = self._prepare(call, parameters)
        except InvalidError as error:
            return Answer(_refusal_status(media_type), refusal(error.errors))
        if prepared.kind is OperationType.SUBSCRIPTION:
            raise HttpError(
                400,
                "Subscription lewat WebSocket (graphql-transport-ws), atau dengan"
                f" Accept: {sse.MEDIA_TYPE}.",
            )
        running = self._services.schema.answer(prepared, self._context(call))
        if prepared.kind is OperationType.QUERY:
            with _Watch(call.receive):
                return Answer(200, await running)
        return Answer(200, await running)

    def _prepare(self, call: Call, parameters: Mapping[str, Any]) -> Prepared:
        try:
            prepared = self._services.prepare(parameters)
        except BadInputError as error:
            raise HttpError(400, error.message) from error
        if prepared.kind is OperationType.MUTATION and call.method == "GET":
            raise HttpError(405, "Mutasi tidak lewat GET; pakai POST.", allow="POST")
        return prepared

    def _context(self, call: Call) -> Context:
        return self._services.context(call.address, call.headers.get("authorization"))


async def _parameters(call: Call) -> Mapping[str, Any]:
    match call.method:
        case "GET":
            return _checked(_from_query(QueryParams(call.query_string)))
        case "POST":
            if not is_json(call.headers.get("content-type")):
                raise HttpError(415, "Kirim permintaan sebagai application/json (UTF-8).")
            return _checked(_json(await _read_body(call.receive), "Badan permintaan"))
    raise HttpError(405, "Pakai GET atau POST.", allow=METHODS)


def _from_query(given: QueryParams) -> dict[str, Any]:
    parameters: dict[str, Any] = {
        name: given[name] for name in ("query", "operationName") if name in given
    }
    for name in ("variables", "extensions"):
        if given.get(name):
            parameters[name] = _json(given[name].encode(), f"`{name}`")
    return parameters


def _json(text: bytes, what: str) -> Any:
    # orjson refuses what json.loads() lets through: halves of a character, endless nesting.
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise HttpError(400, f"{what} bukan JSON yang benar.") from error


def _checked(parameters: object) -> Mapping[str, Any]:
    if not isinstance(parameters, dict):
        raise HttpError(400, "Badan permintaan harus berupa objek JSON.")
    for name, type_, kind in (
        ("query", str, "teks"),
        ("operationName", str, "teks"),
        ("variables", dict, "objek"),
        ("extensions", dict, "objek"),
    ):
        value = parameters.get(name)
        if value is not None and not isinstance(value, type_):
            raise HttpError(400, f"`{name}` harus berupa {kind}.")
    return parameters


async def _read_body(receive: Receive) -> bytes:
    body = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ConnectionError
        chunk: bytes = message.get("body", b"")
        body += chunk
        if len(body) > MOST_BODY:
            raise HttpError(413, f"Permintaan terlalu besar; paling banyak {MOST_BODY} byte.")
        if not message.get("more_body"):
            return body


class _Watch:
    """Cancels the work in its `with` block, and with it the statement that it runs, when the
    client goes; the block then ends in a ConnectionError."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._watching: asyncio.Task[None] | None = None
        self._gone = False

    def __enter__(self) -> None:
        self._worker = asyncio.current_task()
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(WATCHED_AFTER, self._start)

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        if self._watching:
            self._watching.cancel()
        if self._gone:
            raise ConnectionError

    def _start(self) -> None:
        self._watching = asyncio.ensure_future(self._watch())

    async def _watch(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
        self._gone = True
        assert self._worker is not None
        self._worker.cancel()


def _refusal_status(media_type: str) -> int:
    """Clients that expect application/json take any other status for a failure of the network."""
    return 400 if media_type == GRAPHQL else 200


async def _send(answer: Answer, media_type: str, call: Call, send: Send) -> None:
    status, body = answer.status, answer.body
    headers = {
        "content-type": f"{media_type}; charset=utf-8",
        "vary": "Accept, Accept-Encoding, Authorization",
        "cache-control": "no-store",
        **answer.headers,
    }
    if call.method == "GET" and status == 200:
        headers["cache-control"] = "private, no-cache"  # to be kept, and asked for again
        tag = f'"{hashlib.blake2b(body, digest_size=16).hexdigest()}"'
        headers["etag"] = f"W/{tag}"
        kept = call.headers.get("if-none-match", "")
        if tag in kept or kept.strip() == "*":
            status, body = 304, b""
    if encoded := await compressed(body, call.headers.get("accept-encoding", "")):
        headers["content-encoding"], body = encoded
    if status != 304:
        headers["content-length"] = str(len(body))
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        }
    )
    await send({"type": "http.response.body", "body": body})
