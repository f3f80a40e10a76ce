"""GraphQL over server-sent events: the distinct connections mode of the graphql-sse protocol, for
networks that let no WebSocket through."""

import asyncio
import math
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing, nullcontext

from graphql import OperationType
from starlette.types import Receive, Send

from models.errors import UnauthenticatedError
from schema.answers import refusal
from schema.context import Context
from schema.documents import InvalidError
from schema.execution import Prepared
from schema.transport.services import Services

MEDIA_TYPE = "text/event-stream"
KEEP_ALIVE = 12.0  # seconds between signs of life: what stands in between ends a silent connection

HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"vary", b"Accept, Authorization"),
    (b"x-accel-buffering", b"no"),  # nginx would hold back what it takes for part of a page
]
ENDED = refusal(InvalidError.of(UnauthenticatedError()).errors)
COMPLETE = b"event: complete\ndata:\n\n"


def wants_events(accept: str | None) -> bool:
    """Whether a client takes events, and not JSON as well."""
    return accept is not None and MEDIA_TYPE in accept and "json" not in accept


async def stream(
    services: Services, prepared: Prepared, context: Context, receive: Receive, send: Send
) -> None:
    """Send the answers as events till they end, the token does, or the client goes. Raises
    TooManyError before the first."""
    watching = prepared.kind is OperationType.SUBSCRIPTION and context.signed_in is not None
    with services.connections.one_more(context.aktor) if watching else nullcontext():
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        pumping = asyncio.create_task(_pump(_events(services, prepared, context), send))
        leaving = asyncio.create_task(_gone(receive))
        try:
            while not (pumping.done() or leaving.done()):
                await asyncio.wait(
                    {pumping, leaving},
                    timeout=min(KEEP_ALIVE, _lasts(context)),
                    return_when=asyncio.FIRST_COMPLETED,
                )
                if pumping.done():
                    pumping.result()
                elif _lasts(context) <= 0:
                    pumping.cancel()
                    await send(_part(_next(ENDED) + COMPLETE, last=True))
                    break
                elif not leaving.done():
                    await send(_part(b":\n\n"))
        except OSError:
            pass  # nobody is there any more
        finally:
            pumping.cancel()
            leaving.cancel()


def _lasts(context: Context) -> float:
    """Seconds till the token ends."""
    return context.signed_in.berakhir - time.time() if context.signed_in else math.inf


async def refuse(error: InvalidError, send: Send) -> None:
    """Answer an operation that cannot begin: a client of this protocol looks at nothing but the
    events."""
    await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
    await send(_part(_next(refusal(error.errors)) + COMPLETE, last=True))


async def _events(
    services: Services, prepared: Prepared, context: Context
) -> AsyncGenerator[bytes, None]:
    try:
        async with aclosing(services.schema.answers(prepared, context)) as answers:
            async for body in answers:
                yield _next(body.encode())
    except InvalidError as error:
        yield _next(refusal(error.errors))
    yield COMPLETE


async def _pump(events: AsyncGenerator[bytes, None], send: Send) -> None:
    async with aclosing(events):
        async for event in events:
            await send(_part(event))
    await send(_part(b"", last=True))


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _next(body: bytes) -> bytes:
    return b"event: next\ndata: " + body + b"\n\n"


def _part(body: bytes, last: bool = False) -> dict[str, object]:
    return {"type": "http.response.body", "body": body, "more_body": not last}
