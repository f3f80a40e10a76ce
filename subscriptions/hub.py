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
RETRY_SECONDS = 1.0  # after the database failed
IDLE_SECONDS = 30.0  # that a topic is kept up to date after the last one left
MOST_IDLE = 100  # topics that nobody watches
LOADS_AT_ONCE = 4  # first readings
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
        self._load_turn = asyncio.Semaphore(LOADS_AT_ONCE)
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        for loading in self._loading.values():
            loading.cancel()
        if self._task:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    def receive(self, events: Iterable[Event]) -> None:
        """This happened, here or in another process."""
        self._events.update(events)
        self._wake.set()

    def missed(self) -> None:
        """Something may have happened that nobody told of."""
        self.pohon.forget()
        self._overtaken |= self._loading.keys()
        self._unsure.update(dict.fromkeys(self._topics.values()))
        self._wake.set()

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
                self._left(shared)

    def _left(self, topic: Topic) -> None:
        """Nobody watches it any more: it is kept for those who come back soon, if it was read."""
        if loading := self._loading.pop(topic, None):
            loading.cancel()
        self._overtaken.discard(topic)
        if topic.versi:
            self._idle_since[topic] = asyncio.get_running_loop().time()
        else:
            del self._topics[topic.key]
        if len(self._idle_since) > MOST_IDLE:
            self._drop(next(iter(self._idle_since)))

    async def loaded(self, topic: Topic) -> None:
        """Wait for the first reading of a topic that is watched, shared by all who wait. Raises
        what the reading raised."""
        if topic.versi:
            return
        loading = self._loading.get(topic)
        if loading is None:
            loading = self._loading[topic] = asyncio.create_task(self._load(topic))
            loading.add_done_callback(_nobody_may_ask)
        await asyncio.shield(loading)

    async def _load(self, topic: Topic) -> None:
        try:
            async with self._load_turn:
                await topic.reread([topic])
        finally:
            self._loading.pop(topic, None)
            if topic in self._overtaken:
                self._overtaken.discard(topic)
                self._unsure[topic] = None
                self._wake.set()

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        reread_at = loop.time() + REREAD_SECONDS
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout_at(reread_at):
                    await self._wake.wait()
                await asyncio.sleep(self._window)
            self._wake.clear()
            if loop.time() >= reread_at:
                self._drop_idle(loop.time())
                self.missed()
                reread_at = loop.time() + REREAD_SECONDS
            try:
                await self._refresh()
                await self._reread_unsure(loop.time() + self._window)
            except Exception:
                log.exception("yang dipantau gagal dibaca")
                self.missed()
                await asyncio.sleep(RETRY_SECONDS)

    async def _refresh(self) -> None:
        """Read what the events of this window changed, and tell those who watch it."""
        events, self._events = self._events, set()
        if any(event.jenis == STRUKTUR for event in events):
            self.missed()
        if events:
            self._overtaken |= self._loading.keys()
            ready = [topic for topic in self._topics.values() if topic.versi]
            for kind, topics in _by_kind(ready):
                await self._tell(await kind.refresh(topics, events, self.pohon))

    async def _reread_unsure(self, till: float) -> None:
        """Those that may have missed something: one portion at least, and more till that time or
        till something happens; the others have their turn after it."""
        loop = asyncio.get_running_loop()
        while self._unsure:
            await self._reread_portion()
            if self._events or loop.time() >= till:
                break
        if self._unsure:
            self._wake.set()

    async def _reread_portion(self) -> None:
        """As many as are read together; those whose reading fails go to the end of the line."""
        kind = type(next(iter(self._unsure)))
        alike = (topic for topic in self._unsure if type(topic) is kind)
        some = list(islice(alike, kind.READ_TOGETHER))
        for topic in some:
            del self._unsure[topic]
        try:
            await self._tell(await kind.reread([topic for topic in some if topic.versi]))
        except Exception:
            log.exception("yang dipantau gagal dibaca ulang", jumlah=len(some))
            self._unsure.update(dict.fromkeys(some))
            await asyncio.sleep(RETRY_SECONDS)

    async def _tell(self, topics: Iterable[Topic]) -> None:
        stirred = 0
        for topic in topics:
            for slot in list(topic.slots):
                slot.stir()
                stirred += 1
                if stirred % BATCH == 0:
                    await asyncio.sleep(0)

    def _drop_idle(self, now: float) -> None:
        for topic, since in list(self._idle_since.items()):
            if now - since > IDLE_SECONDS:
                self._drop(topic)

    def _drop(self, topic: Topic) -> None:
        del self._idle_since[topic]
        del self._topics[topic.key]
        self._unsure.pop(topic, None)


def _nobody_may_ask(loading: asyncio.Task[None]) -> None:
    """What a reading raised is not reported again where all who waited for it have left."""
    if not loading.cancelled():
        loading.exception()


def _by_kind(topics: Iterable[Topic]) -> Iterable[tuple[type[Topic], list[Any]]]:
    kinds: dict[type[Topic], list[Topic]] = {}
    for topic in topics:
        kinds.setdefault(type(topic), []).append(topic)
    return kinds.items()
