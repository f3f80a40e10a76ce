"""The link between processes: broadcaster, supervised.

A process holds one subscription of one channel. broadcaster's backends neither notice a dead
connection nor allow concurrent use of it, so every operation goes under one lock, and the whole
Broadcast is built anew when it falls silent: whoever uses the link sends at least every `SILENCE`
seconds, and hears himself.
"""

import asyncio
from asyncio import FIRST_COMPLETED
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress

import structlog
from broadcaster import Broadcast
from broadcaster._base import Subscriber

CHANNEL = "ekinerja"
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 1.0  # seconds
SILENCE = 2.5  # seconds without a message: the connection is dead
PATIENCE = 2.0  # seconds for one operation on it
FAREWELL = 0.5  # seconds for each step of closing it

log = structlog.get_logger()


class Link:
    """Carries texts to every process, this one included, and hands what comes to `receive`.

    `rebuilt` is called whenever something may have been missed.
    """

    def __init__(
        self, url: str, receive: Callable[[str], None], rebuilt: Callable[[], None]
    ) -> None:
        self._url = url
        self._receive = receive
        self._rebuilt = rebuilt
        self._lock = asyncio.Lock()
        self._broadcast: Broadcast | None = None
        self._ready = asyncio.Event()
        self._supervisor: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Connect; returns when texts flow, or after a few seconds without."""
        self._supervisor = asyncio.create_task(self._supervise())
        with suppress(TimeoutError):
            async with asyncio.timeout(5):
                await self._ready.wait()

    async def stop(self) -> None:
        if self._supervisor:
            self._supervisor.cancel()
            with suppress(asyncio.CancelledError):
                await self._supervisor

    @property
    def connected(self) -> bool:
        return self._ready.is_set()

    async def send(self, text: str) -> None:
        """Raises when the link is down. PostgreSQL carries less than 8,000 bytes."""
        async with asyncio.timeout(PATIENCE), self._lock:
            if self._broadcast is None:
                raise ConnectionError("penghubung antarproses sedang terputus")
            await self._broadcast.publish(CHANNEL, text)

    async def _supervise(self) -> None:
        pause = FIRST_PAUSE
        while True:
            try:
                await self._run()
            except Exception as error:
                log.warning("penghubung terputus, menyambung lagi", sebab=repr(error), jeda=pause)
            pause = FIRST_PAUSE if self._ready.is_set() else min(pause * 2, LONGEST_PAUSE)
            self._ready.clear()
            await asyncio.sleep(pause)

    async def _run(self) -> None:
        stack = AsyncExitStack()
        try:
            async with asyncio.timeout(PATIENCE):
                broadcast = await stack.enter_async_context(Broadcast(self._url))
                subscriber = await stack.enter_async_context(broadcast.subscribe(CHANNEL))
            self._broadcast = broadcast
            self._ready.set()
            self._rebuilt()
            await self._receive_until_dead(broadcast, subscriber)
        finally:
            self._broadcast = None
            await _leave(stack)

    async def _receive_until_dead(self, broadcast: Broadcast, subscriber: Subscriber) -> None:
        """Hand on what comes. A dead connection tells nobody, and a dead listener never wakes its
        subscribers."""
        listener = broadcast._listener_task
        get = asyncio.ensure_future(subscriber.get())
        try:
            while not listener.done():
                await asyncio.wait({get, listener}, timeout=SILENCE, return_when=FIRST_COMPLETED)
                if get.done():
                    self._receive(get.result().message)
                    get = asyncio.ensure_future(subscriber.get())
                elif not listener.done():
                    raise ConnectionError(f"tidak ada kabar selama {SILENCE} detik")
        finally:
            get.cancel()


async def _leave(stack: AsyncExitStack) -> None:
    """Close what is open. What is dead already cannot be closed properly: there each step waits
    till it is cancelled, and the next one begins."""
    leaving = asyncio.ensure_future(stack.aclose())
    while not leaving.done():
        await asyncio.wait({leaving}, timeout=FAREWELL)
        leaving.cancel()
    with suppress(Exception, asyncio.CancelledError):
        leaving.result()
