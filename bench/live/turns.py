"""A turn: events for some seconds, and the processor time that a server spent on them."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bench import cpu
from bench.contestants import Contestant
from bench.live.audience import Audience

SETTLE_SECONDS = 90  # for one event to reach everybody
PAUSE = 0.05  # seconds between an event that reached everybody and the next


@dataclass(frozen=True)
class Turn:
    """What came of one: processor seconds beyond idleness."""

    events: int
    messages: int
    bytes: int
    cpu: float

    @property
    def per_event(self) -> float:
        return self.cpu / self.events

    @property
    def per_message(self) -> float:
        return self.cpu / self.messages


@dataclass
class Contender:
    """A server, one of its groups of subscribers, and how to cause an event: `fire` gets the number
    of the event and returns what `utama.pengajuan` will be. Events have `pause` seconds between
    them."""

    name: str
    server: Contestant
    group: str
    fire: Callable[[int], Awaitable[int]]
    pause: float = PAUSE
    fired: int = 0

    async def event(self, audience: Audience) -> None:
        """One, until everybody has heard of it."""
        expected = await self.fire(self.fired)
        self.fired += 1
        await audience.settle(self.group, expected, SETTLE_SECONDS)

    async def turn(self, audience: Audience, seconds: float, idle: float) -> Turn:
        """Events for so long, at least two, of which idleness takes `idle` seconds of processor
        time a second."""
        await audience.look(self.group)
        before, start = cpu.used(self.server.pid), time.monotonic()
        events = 0
        while events < 2 or time.monotonic() < start + seconds - self.pause:
            await self.event(audience)
            await asyncio.sleep(self.pause)
            events += 1
        await asyncio.sleep(max(0, start + seconds - time.monotonic()))
        used = cpu.between(before, cpu.used(self.server.pid))
        took = time.monotonic() - start
        received = await audience.look(self.group)
        return Turn(events, received.messages, received.bytes, used - idle * took)


async def idleness(servers: list[Contestant], seconds: float) -> dict[int, float]:
    """Processor seconds a second of each server, by process id, while nothing happens but pings."""
    before = {each.pid: cpu.used(each.pid) for each in servers}
    await asyncio.sleep(seconds)
    return {pid: cpu.between(was, cpu.used(pid)) / seconds for pid, was in before.items()}
