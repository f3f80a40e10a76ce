"""What can be watched: something with a latest state, and those who wait for the next one."""

import asyncio
from collections.abc import Collection, Hashable
from typing import ClassVar, Protocol, Self

from subscriptions.events import Event
from subscriptions.pohon import Pohon


class Slot:
    """Where one operation waits. It holds nothing of what it missed: whoever comes back asks the
    topic for everything since the `versi` that he has."""

    __slots__ = ("_stirred", "_waiter")

    def __init__(self) -> None:
        self._stirred = False
        self._waiter: asyncio.Future[None] | None = None

    def stir(self) -> None:
        """There is something new."""
        self._stirred = True
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    async def stirred(self) -> None:
        """Wait till there is something new since this was asked last."""
        if not self._stirred:
            self._waiter = asyncio.get_running_loop().create_future()
            await self._waiter
        self._stirred = False


class Topic(Protocol):
    """Something watched in this process. `versi` is 0 before the first reading, and rises with
    every change that was seen; `slots` are those who wait for the next. Readings of several take
    their results all at once, or fail without having taken any."""

    READ_TOGETHER: ClassVar[int]  # how many are read again at once
    versi: int
    slots: set[Slot]

    @property
    def key(self) -> Hashable:
        """What tells it from every other topic."""

    @classmethod
    async def refresh(
        cls, topics: Collection[Self], events: Collection[Event], pohon: Pohon
    ) -> Collection[Self]:
        """Read what the events changed; the topics that are not as before."""

    @classmethod
    async def reread(cls, topics: Collection[Self]) -> Collection[Self]:
        """Read everything; the topics that are not as before."""
