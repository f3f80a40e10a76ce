"""Subscriptions: what a change makes of a view is worked out once, for whoever shows that view."""

import asyncio
from collections import defaultdict
from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Awaitable,
    Callable,
    Hashable,
    Iterable,
    Iterator,
)
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from inspect import isawaitable
from typing import Any, Generic, NoReturn, TypeVar

import structlog

from models.errors import NotFoundError, RequestError, UnauthenticatedError
from models.rules.aktor import Aktor
from resolvers.akun.token import all_still_good
from resolvers.in_scope import seen
from resolvers.reading.sources import Noun
from subscriptions.hub import BATCH, RETRY_SECONDS, Hub
from subscriptions.pohon import Pohon
from subscriptions.topic import Slot, Topic

CHECK_AGAIN_SECONDS = 30.0  # access may change while a stream runs
ROWS_AT_ONCE = 500  # whose access a statement checks

log = structlog.get_logger()

T = TypeVar("T")
Check = Callable[[Pohon, Aktor], Awaitable[object]]
Answer = tuple[int, str]  # the versi that it brings a subscriber to, and its text


@dataclass(frozen=True)
class Watched:
    """The row that a feed shows: whoever may see it may watch it."""

    noun: Noun
    key: int


@dataclass(frozen=True, eq=False)
class Feed(Generic[T]):
    """What a subscription's resolver gives: a topic, and how its state is shown.

    `scope` is what the answer depends on besides the topic and the document. `show` gets the topic
    and the versi that the subscriber has (None: nothing yet) and gives the field's value; where it
    gives an awaitable, it has looked at the topic before.
    Who may watch any longer: whoever sees `row`, and for whom `check` does not raise.
    """

    topic: Topic
    scope: Hashable
    show: Callable[[Any, int | None], T | Awaitable[Any]]
    check: Check | None = None
    row: Watched | None = None

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
        gone = await _out_of_sight([one for one in running if one.aktor in good])
        pohon = Pohon()
        for place, one in enumerate(running, start=1):
            try:
                if one.aktor not in good:
                    raise UnauthenticatedError
                if one in gone:
                    raise NotFoundError
                if one.feed.check:
                    await one.feed.check(pohon, one.aktor)
            except RequestError as error:
                one.ended = error
                one.slot.stir()
            except Exception:
                log.exception("kewenangan sebuah langganan gagal diperiksa ulang")
            if place % BATCH == 0:
                await asyncio.sleep(0)


async def _out_of_sight(running: Iterable[_Running]) -> set[_Running]:
    """Those whose row is gone, or is not shown to them any longer."""
    by_noun: dict[Noun, list[_Running]] = defaultdict(list)
    for one in running:
        if one.feed.row:
            by_noun[one.feed.row.noun].append(one)
    gone: set[_Running] = set()
    for noun, watching in by_noun.items():
        for start in range(0, len(watching), ROWS_AT_ONCE):
            some = watching[start : start + ROWS_AT_ONCE]
            asked = [(one.aktor, one.feed.row.key) for one in some if one.feed.row]
            try:
                answers = await seen(noun.table, noun.scope, asked)
            except Exception:
                log.exception("kewenangan sejumlah langganan gagal diperiksa ulang")
            else:
                gone |= {one for one, sees in zip(some, answers, strict=True) if not sees}
    return gone
