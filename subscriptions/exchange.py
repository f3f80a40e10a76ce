"""What processes tell each other: what happened in each, once a window.

A process numbers its messages and sends one at least every `BEAT` seconds. A number left out, or a
process that falls silent (it may have committed what it did not live to tell), means that something
was missed.
"""

import asyncio
import secrets
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

import orjson
import structlog

from subscriptions.events import Event
from subscriptions.link import Link

BEAT = 1.0  # seconds
SILENT = 4.0  # seconds after which a process is taken for dead
MOST_PENDING = 1_000  # events that are told one by one
MOST_BYTES = 7_900  # a NOTIFY of PostgreSQL carries less than 8,000

log = structlog.get_logger()


@dataclass
class _Heard:
    """Of another process: its last number, and when it came."""

    number: int
    at: float


class Exchange:
    """`receive` gets what happened, here at once and elsewhere when word of it comes; `missed` is
    called when something may have been missed. Word of what happens goes out at once, or when a
    window (a beat at most) has passed since the last message."""

    def __init__(
        self,
        url: str,
        window: float,
        receive: Callable[[Iterable[Event]], None],
        missed: Callable[[], None],
    ) -> None:
        self.link = Link(url, self._hear, self._rebuilt)
        self._window = window
        self._receive = receive
        self._missed = missed
        self._name = secrets.token_hex(8)
        self._number = 0
        self._pending: set[Event] = set()
        self._countless = False  # more happened than is told one by one
        self._wake = asyncio.Event()
        self._others: dict[str, _Heard] = {}
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        await self.link.start()
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Tell what is left to tell, and take leave."""
        if self._task:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
            await self._send(leaving=True)
        await self.link.stop()

    def tell(self, events: Iterable[Event]) -> None:
        """Never fails: what cannot be sent yet waits for the link."""
        events = set(events)
        if not events:
            return
        self._receive(events)
        self._pending |= events
        if len(self._pending) > MOST_PENDING:
            self._pending, self._countless = set(), True
        self._wake.set()

    async def _run(self) -> None:
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(BEAT):
                    await self._wake.wait()
            self._wake.clear()
            await self._send()
            self._look_for_silence()
            await asyncio.sleep(min(self._window, BEAT))

    async def _send(self, leaving: bool = False) -> None:
        if not self.link.connected:
            return
        events, self._pending = self._pending, set()
        countless, self._countless = self._countless, False
        content = None if countless else _content(events)
        try:
            await self.link.send(_written(self._name, self._number + 1, content, leaving))
        except (Exception, asyncio.CancelledError) as error:
            self._pending |= events  # perhaps not on its way: told again, also before leaving
            self._countless |= countless
            if isinstance(error, asyncio.CancelledError):
                raise
            log.warning("kabar menunggu penghubung", sebab=repr(error))
        else:
            self._number += 1

    def _hear(self, text: str) -> None:
        try:
            message = orjson.loads(text)
            name, number, leaves = message["dari"], message["nomor"], message["pergi"]
            events = _read(message["isi"])
        except (ValueError, KeyError, TypeError):
            log.warning("kabar tidak terbaca", kabar=text[:200])
            self._missed()
            return
        if name == self._name:
            return
        before = self._others.pop(name, None)
        if not leaves:
            self._others[name] = _Heard(number, time.monotonic())
        if events is None or (before and number > before.number + 1):
            self._missed()
        elif events:
            self._receive(events)

    def _rebuilt(self) -> None:
        self._others.clear()
        self._missed()

    def _look_for_silence(self) -> None:
        now = time.monotonic()
        for name, heard in list(self._others.items()):
            if now - heard.at > SILENT:
                del self._others[name]
                log.warning("proses lain tidak terdengar lagi", proses=name)
                self._missed()


def _content(events: Iterable[Event]) -> list[Any]:
    ids: dict[tuple[str, int], list[int]] = defaultdict(list)
    for event in events:
        ids[event.jenis, event.kunci].append(event.id)
    return [[jenis, kunci, found] for (jenis, kunci), found in ids.items()]


def _written(name: str, number: int, content: list[Any] | None, leaving: bool) -> str:
    """The message; without saying what happened when that is more than a message holds."""
    message = {"dari": name, "nomor": number, "pergi": leaving, "isi": content}
    text = orjson.dumps(message)
    if len(text) > MOST_BYTES:
        text = orjson.dumps({**message, "isi": None})
    return text.decode()


def _read(content: list[Any] | None) -> list[Event] | None:
    if content is None:
        return None
    return [Event(jenis, id_, kunci) for jenis, kunci, ids in content for id_ in ids]


_exchange: Exchange | None = None


def use(exchange: Exchange | None) -> None:
    """Make `exchange` the one of this process; a command line may have none."""
    global _exchange  # noqa: PLW0603 - a process has one exchange, as it has one database
    _exchange = exchange


@asynccontextmanager
async def telling(url: str) -> AsyncIterator[None]:
    """Tell others over `url` of what the block publishes, without hearing them."""
    one = Exchange(url, 0, lambda _: None, lambda: None)
    await one.start()
    use(one)
    try:
        yield
    finally:
        use(None)
        await one.stop()


def publish(events: Iterable[Event]) -> None:
    """Tell every process, this one included, of what was committed. Never fails."""
    if _exchange is not None:
        _exchange.tell(events)
