"""Subscriptions: what a change makes of a view is worked out once, for whoever shows that view."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Hashable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from inspect import isawaitable
from typing import Any, Generic, NoReturn, TypeVar

import structlog

from models.errors import RequestError, UnauthenticatedError
from models.rules.aktor import Aktor
from resolvers.akun.token import all_still_good
from schema.inspection import Inspection
from subscriptions.hub import BATCH, RETRY_SECONDS, Hub
from subscriptions.topic import Slot, Topic

CHECK_AGAIN_SECONDS = 30.0  # access may change while a stream runs

log = structlog.get_logger()

T = TypeVar("T")
Check = Callable[[Inspection, Aktor], Awaitable[object]]
Answer = tuple[int, str]  # the versi that it brings a subscriber to, and its text


@dataclass(frozen=True, eq=False)
class Feed(Generic[T]):
    """What a subscription's resolver gives: a topic, and how its state is shown.

    `scope` is what the answer depends on besides the topic and the document. `show` gets the topic
    and the versi that the subscriber has (None: nothing yet) and gives the field's value; where it
    gives an awaitable, it has looked at the topic before.
    `check` raises when the actor may not watch any longer.
    """

    topic: Topic
    scope: Hashable
    show: Callable[[Any, int | None], T | Awaitable[Any]]
    check: Check

    def __aiter__(self) -> AsyncIterator[T]:
        """A subscription's resolver is declared to give a stream; this one is followed by Live."""
        raise TypeError("a feed is followed, not iterated")


class View:
    """One document over one topic in one scope. A text is made the first time that somebody asks
    for it, and kept till the topic changes."""

    def __init__(
        self,
        topic: Topic,
        show: Callable[[Topic, int | None], Any],
        write: Callable[[Any], str],
    ) -> None:
        self._topic = topic
        self._show = show
        self._write = write
        self._versi = 0
        self._texts: dict[int | None, str | asyncio.Task[str]] = {}
        self.watchers = 0

    async def since(self, versi: int | None) -> Answer:
        """What brings a subscriber from `versi` (None: nothing yet) to how things stand now. Raises
        what `show` raises."""
        if self._versi != self._topic.versi:
            self._versi, self._texts = self._topic.versi, {}
        now, texts = self._versi, self._texts
        text = texts.get(versi)
        if text is None:
            value = self._show(self._topic, versi)
            text = texts[versi] = (
                asyncio.ensure_future(self._write_later(value))
                if isawaitable(value)
                else self._write(value)
            )
        if isinstance(text, str):
            return now, text
        try:
            written = await asyncio.shield(text)
        except Exception:
            texts.pop(versi, None)  # the next who asks may have more luck
            raise
        texts[versi] = written
        return now, written

    async def _write_later(self, value: Awaitable[Any]) -> str:
        return self._write(await value)


@dataclass(eq=False)
class _Running:
    """A subscription that runs."""

    aktor: Aktor
    feed: Feed[Any]
    slot: Slot
    ended: RequestError | None = None


@dataclass
class Live:
    """Every subscription of this process."""

    hub: Hub
    _views: dict[Hashable, View] = field(default_factory=dict)
    _running: set[_Running] = field(default_factory=set)
    _patrol: asyncio.Task[NoReturn] | None = None

    async def start(self) -> None:
        self._patrol = asyncio.create_task(self._check_again())

    async def stop(self) -> None:
        if self._patrol:
            self._patrol.cancel()
            with suppress(asyncio.CancelledError):
                await self._patrol

    async def follow(
        self, feed: Feed[Any], aktor: Aktor, document: Hashable, write: Callable[[Any], str]
    ) -> AsyncGenerator[str, None]:
        """The texts of a subscription: everything, then what changes. Whoever takes one late gets
        all that he missed in the next. `document` stands for the operation and its variables.
        Raises RequestError when the actor may not watch any longer."""
        with self.hub.watching(feed.topic) as (topic, slot):
            running = _Running(aktor, feed, slot)
            key = (topic.key, feed.scope, document)
            with self._view(key, topic, feed, write) as view, self._listed(running):
                await self.hub.loaded(topic)
                versi: int | None = None
                shown = ""
                while running.ended is None:
                    if versi != topic.versi:
                        versi, text = await self._brought_up(view, versi)
                        if text != shown:  # a change may be none of what is selected
                            shown = text
                            yield text
                    await slot.stirred()
                raise running.ended

    async def _brought_up(self, view: View, versi: int | None) -> Answer:
        """As `View.since`. A failure ends a subscription that begins; one that runs outlives it."""
        while True:
            try:
                return await view.since(versi)
            except Exception as error:
                if versi is None or isinstance(error, RequestError):
                    raise
                log.exception("langganan gagal dibaca, dicoba lagi")
                await asyncio.sleep(RETRY_SECONDS)

    @contextmanager
    def _view(
        self, key: Hashable, topic: Topic, feed: Feed[Any], write: Callable[[Any], str]
    ) -> Iterator[View]:
        view = self._views.get(key)
        if view is None:
            view = self._views[key] = View(topic, feed.show, write)
        view.watchers += 1
        try:
            yield view
        finally:
            view.watchers -= 1
            if not view.watchers:
                del self._views[key]

    @contextmanager
    def _listed(self, running: _Running) -> Iterator[None]:
        self._running.add(running)
        try:
            yield
        finally:
            self._running.discard(running)

    async def _check_again(self) -> NoReturn:
        while True:
            await asyncio.sleep(CHECK_AGAIN_SECONDS)
            try:
                await self._end_forbidden()
            except Exception:
                log.exception("kewenangan langganan gagal diperiksa ulang")

    async def _end_forbidden(self) -> None:
        """End the subscriptions of those who are logged out, or may not watch any longer."""
        running = list(self._running)
        if not running:
            return
        good = await all_still_good({one.aktor for one in running})
        inspection = Inspection()
        for start in range(0, len(running), BATCH):
            some = running[start : start + BATCH]
            await asyncio.gather(*(_inspect(one, one.aktor in good, inspection) for one in some))


async def _inspect(running: _Running, logged_in: bool, inspection: Inspection) -> None:
    """Never raises."""
    try:
        if not logged_in:
            raise UnauthenticatedError
        await running.feed.check(inspection, running.aktor)
    except RequestError as error:
        running.ended = error
        running.slot.stir()
    except Exception:
        log.exception("kewenangan sebuah langganan gagal diperiksa ulang")
