"""The hub: what changed is gathered for a short window, read once, and those who watch are told."""

import asyncio
from collections.abc import Hashable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from typing import Any, TypeVar

import structlog

from subscriptions.events import STRUKTUR, Event
from subscriptions.pohon import Pohon
from subscriptions.topic import Slot, Topic

REREAD_SECONDS = 30.0  # heals what nobody told of, as a change by another program
REREAD_AT_ONCE = 50  # topics; events come first
RETRY_SECONDS = 1.0  # after the database failed
IDLE_SECONDS = 30.0  # that a topic is kept up to date after the last one left
BATCH = 200  # operations told before others have their turn

log = structlog.get_logger()

T = TypeVar("T", bound=Topic)


class Hub:
    """Every topic that is watched in this process. All readings but a topic's first are made one
    after the other, so none overtakes a later one."""

    def __init__(self, window: float) -> None:
        self.pohon = Pohon()
        self._window = window
        self._topics: dict[Hashable, Topic] = {}
        self._idle_since: dict[Topic, float] = {}
        self._loading: dict[Topic, asyncio.Task[None]] = {}
        self._overtaken: set[Topic] = set()  # something happened while these were loading
        self._unsure: dict[Topic, None] = {}  # these may have missed something
        self._events: set[Event] = set()
        self._wake = asyncio.Event()
        self._due = 0.0
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        if self._task:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    def receive(self, events: Iterable[Event], gathered: bool = False) -> None:
        """This happened, here or in another process, which may have gathered for a window
        already."""
        self._events.update(events)
        self._wake_in(0 if gathered else self._window)

    def missed(self) -> None:
        """Something may have happened that nobody told of."""
        self._overtaken |= self._loading.keys()
        self._unsure.update(dict.fromkeys(self._topics.values()))
        self._wake_in(self._window)

    @contextmanager
    def watching(self, topic: T) -> Iterator[tuple[T, Slot]]:
        """Watch `topic`, or the one of its key that is there; each change stirs the slot."""
        slot = Slot()
        shared: T = self._topics.setdefault(topic.key, topic)  # type: ignore[assignment]
        shared.slots.add(slot)
        self._idle_since.pop(shared, None)
        try:
            yield shared, slot
        finally:
            shared.slots.discard(slot)
            if not shared.slots:
                self._idle_since[shared] = asyncio.get_running_loop().time()

    async def loaded(self, topic: Topic) -> None:
        """Wait for the first reading of a topic that is watched, shared by all who wait. Raises
        what the reading raised."""
        if topic.versi:
            return
        loading = self._loading.get(topic)
        if loading is None:
            loading = self._loading[topic] = asyncio.create_task(self._load(topic))
        await asyncio.shield(loading)

    async def _load(self, topic: Topic) -> None:
        try:
            await topic.reread([topic])
        finally:
            del self._loading[topic]
            if topic in self._overtaken:
                self._overtaken.discard(topic)
                self._unsure[topic] = None
                self._wake_in(self._window)

    def _wake_in(self, seconds: float) -> None:
        due = asyncio.get_running_loop().time() + seconds
        self._due = min(self._due, due) if self._wake.is_set() else due
        self._wake.set()

    async def _run(self) -> None:
        """At most one reading in a window."""
        loop = asyncio.get_running_loop()
        reread_at = loop.time() + REREAD_SECONDS
        earliest = loop.time()
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout_at(reread_at):
                    await self._wake.wait()
                await asyncio.sleep(max(self._due, earliest) - loop.time())
            self._wake.clear()
            earliest = loop.time() + self._window
            if loop.time() >= reread_at:
                self._drop_idle(loop.time())
                self.missed()
                reread_at = loop.time() + REREAD_SECONDS
            try:
                await self._refresh()
                await self._reread_some()
            except Exception:
                log.exception("dashboard gagal dibaca ulang")
                self.missed()
                await asyncio.sleep(RETRY_SECONDS)

    async def _refresh(self) -> None:
        """Read what the events of this window changed, and tell those who watch it."""
        events, self._events = self._events, set()
        if any(event.jenis == STRUKTUR for event in events):
            self.pohon.forget()
            self.missed()
        if events:
            self._overtaken |= self._loading.keys()
            for kind, topics in _by_kind(topic for topic in self._topics.values() if topic.versi):
                await self._tell(await kind.refresh(topics, events, self.pohon))

    async def _reread_some(self) -> None:
        """A few of those that may have missed something; the others after the next window."""
        some = list(islice(self._unsure, REREAD_AT_ONCE))
        for topic in some:
            del self._unsure[topic]
        for kind, topics in _by_kind(topic for topic in some if topic.versi):
            await self._tell(await kind.reread(topics))
        if self._unsure:
            self._wake_in(self._window)

    async def _tell(self, topics: Iterable[Topic]) -> None:
        for topic in topics:
            for place, slot in enumerate(list(topic.slots), start=1):
                slot.stir()
                if place % BATCH == 0:
                    await asyncio.sleep(0)

    def _drop_idle(self, now: float) -> None:
        for topic, since in list(self._idle_since.items()):
            if now - since > IDLE_SECONDS:
                del self._idle_since[topic]
                del self._topics[topic.key]


def _by_kind(topics: Iterable[Topic]) -> Iterable[tuple[type[Topic], list[Any]]]:
    kinds: dict[type[Topic], list[Topic]] = {}
    for topic in topics:
        kinds.setdefault(type(topic), []).append(topic)
    return kinds.items()
