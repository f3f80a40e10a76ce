"""The link between processes: broadcaster, supervised.

A process holds one subscription of one channel. broadcaster's backends neither notice a dead
connection nor allow concurrent use of it, so everything goes under one lock, and the whole
Broadcast is built anew when its listener ends.
"""

import asyncio
import json
from asyncio import FIRST_COMPLETED
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack, suppress

import structlog
from broadcaster import Broadcast
from broadcaster._base import Subscriber

CHANNEL = "ekinerja"
# A NOTIFY of PostgreSQL carries less than 8,000 bytes.
EVENTS_PER_MESSAGE = 300
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 3.0  # seconds
HEARTBEAT = 1.5  # seconds of silence
SEND_TIMEOUT = 2.0  # seconds: a half-dead connection must not hold up a mutation

Events = Sequence[Sequence[int]]
Receive = Callable[[Events], None]

log = structlog.get_logger()


class Link:
    """Sends events to every process, this one included, and hands what comes to `receive`.

    `rebuilt` is called whenever something may have been missed.
    """

    def __init__(self, url: str, receive: Receive, rebuilt: Callable[[], None]) -> None:
        self._url = url
        self._receive = receive
        self._rebuilt = rebuilt
        self._lock = asyncio.Lock()
        self._broadcast: Broadcast | None = None
        self._ready = asyncio.Event()
        self._supervisor: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Connect; returns when events flow, or after a few seconds without."""
        self._supervisor = asyncio.create_task(self._supervise())
        with suppress(TimeoutError):
            await asyncio.wait_for(self._ready.wait(), 5)

    async def stop(self) -> None:
        if self._supervisor:
            self._supervisor.cancel()
            with suppress(asyncio.CancelledError):
                await self._supervisor

    @property
    def connected(self) -> bool:
        return self._ready.is_set()

    async def send(self, events: Events) -> None:
        """Raises when the link is down."""
        for start in range(0, len(events), EVENTS_PER_MESSAGE):
            await self._publish(events[start : start + EVENTS_PER_MESSAGE])

    async def _supervise(self) -> None:
        pause = FIRST_PAUSE
        while True:
            try:
                await self._run()
            except Exception as error:
                log.warning("penghubung terputus, menyambung lagi", sebab=str(error), jeda=pause)
            pause = FIRST_PAUSE if self._ready.is_set() else min(pause * 2, LONGEST_PAUSE)
            self._ready.clear()
            await asyncio.sleep(pause)

    async def _run(self) -> None:
        stack = AsyncExitStack()
        try:
            broadcast = await stack.enter_async_context(Broadcast(self._url))
            subscriber = await stack.enter_async_context(broadcast.subscribe(CHANNEL))
            self._broadcast = broadcast
            self._ready.set()
            self._rebuilt()
            await self._receive_until_dead(broadcast, subscriber)
        finally:
            self._broadcast = None
            with suppress(Exception):  # what is dead already cannot be closed properly
                async with asyncio.timeout(SEND_TIMEOUT):
                    await stack.aclose()

    async def _receive_until_dead(self, broadcast: Broadcast, subscriber: Subscriber) -> None:
        """Hand on what comes. Silence is answered by a heartbeat of our own, which must come back:
        a dead connection tells nobody, and a dead listener never wakes its subscribers."""
        listener = broadcast._listener_task
        awaiting_echo = False
        get = asyncio.ensure_future(subscriber.get())
        try:
            while not listener.done():
                await asyncio.wait({get, listener}, timeout=HEARTBEAT, return_when=FIRST_COMPLETED)
                if get.done():
                    awaiting_echo = False
                    self._receive(json.loads(get.result().message))
                    get = asyncio.ensure_future(subscriber.get())
                elif awaiting_echo:
                    raise ConnectionError("denyut tidak kembali")
                else:
                    awaiting_echo = True
                    await self._publish([])
        finally:
            get.cancel()

    async def _publish(self, events: Events) -> None:
        async with asyncio.timeout(SEND_TIMEOUT), self._lock:
            if self._broadcast is None:
                raise ConnectionError("penghubung antarproses sedang terputus")
            await self._broadcast.publish(CHANNEL, json.dumps(events))


_link: Link | None = None


def use(link: Link | None) -> None:
    """Make `link` the one of this process; a command line has none."""
    global _link  # noqa: PLW0603 - a process has one link, as it has one database
    _link = link


async def send(events: Events) -> None:
    """Send through the process's link, if it has one."""
    if _link is not None:
        await _link.send(events)
