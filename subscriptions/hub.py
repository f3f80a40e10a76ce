"""The hub: a change is gathered, read and compared once for each view, whoever watches it."""

import asyncio
from collections.abc import AsyncGenerator, Iterable, Sequence
from contextlib import suppress

import structlog

from models.database import any_of, fetch
from models.pengisian import Pandangan, Pengisian, read_pengisian
from models.rules.vocabulary import JenisLingkup
from subscriptions.link import Events

REREAD_SECONDS = 5.0

log = structlog.get_logger()


class Slot:
    """What one subscriber has not been sent yet: at most one state, later changes merged in."""

    def __init__(self) -> None:
        self._pending: Pengisian | None = None
        self._filled = asyncio.Event()

    def put(self, change: Pengisian) -> None:
        self._pending = self._pending.then(change) if self._pending else change
        self._filled.set()

    async def take(self) -> Pengisian:
        await self._filled.wait()
        self._filled.clear()
        change, self._pending = self._pending, None
        assert change is not None
        return change


class Watched:
    """A view that somebody watches: its last state and its subscribers."""

    def __init__(self, view: Pandangan) -> None:
        self.view = view
        self.state: Pengisian | None = None
        self.slots: set[Slot] = set()
        self.watchers = 0  # those still joining included
        self._lock = asyncio.Lock()

    async def refresh(self) -> None:
        """Read again and hand on what changed."""
        async with self._lock:
            before, now = self.state, await read_pengisian(self.view)
            change = now.since(before) if before else None
            self.state = change.whole_of(now) if change else before or now
        if change:
            for slot in self.slots:
                slot.put(change)

    async def join(self, slot: Slot) -> None:
        """Give `slot` the whole state, and from then on every change."""
        if self.state is None:
            await self.refresh()
        assert self.state is not None
        slot.put(self.state)
        self.slots.add(slot)


class Hub:
    """Every view that is watched in this process."""

    def __init__(self, window: float) -> None:
        self._window = window
        self._watched: dict[Pandangan, Watched] = {}
        self._changed: set[tuple[int, int]] = set()
        self._everything = False
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        if self._task:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    def receive(self, events: Events) -> None:
        """Counters changed: (unor id, tahun) each. The link's heartbeats bring none."""
        if not events:
            return
        self._changed.update((unor_id, tahun) for unor_id, tahun in events)
        self._wake.set()

    def reread(self) -> None:
        """Something may have been missed: read every view again."""
        self._everything = True
        self._wake.set()

    async def watch(self, view: Pandangan) -> AsyncGenerator[Pengisian, None]:
        """The whole state at once, then what changes."""
        watched = self._watched.setdefault(view, Watched(view))
        watched.watchers += 1
        slot = Slot()
        try:
            await watched.join(slot)
            while True:
                yield await slot.take()
        finally:
            watched.slots.discard(slot)
            watched.watchers -= 1
            if not watched.watchers:
                del self._watched[view]

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        reread_at = loop.time() + REREAD_SECONDS
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), max(0, reread_at - loop.time()))
                await asyncio.sleep(self._window)
            self._wake.clear()
            if loop.time() >= reread_at:
                self._everything = True
                reread_at = loop.time() + REREAD_SECONDS
            await self._refresh()

    async def _refresh(self) -> None:
        everything, self._everything = self._everything, False
        changed, self._changed = self._changed, set()
        if not self._watched:
            return
        try:
            views = list(self._watched) if everything else await self._touched(changed)
        except Exception:
            log.exception("unor yang berubah gagal dibaca")
            return  # the periodic re-read makes up for it
        for view in views:
            if watched := self._watched.get(view):
                await self._refresh_one(watched)

    async def _refresh_one(self, watched: Watched) -> None:
        try:
            await watched.refresh()
        except Exception:
            log.exception("dashboard gagal dibaca ulang", lingkup=watched.view.lingkup.nama)

    async def _touched(self, changed: Iterable[tuple[int, int]]) -> Sequence[Pandangan]:
        """The watched views that show any of the changed cells."""
        places = await _places({unor_id for unor_id, _ in changed})
        touched = {
            (*place, tahun) for unor_id, tahun in changed for place in places.get(unor_id, ())
        }
        return [
            view
            for view in self._watched
            if (view.lingkup.jenis, view.lingkup.id, view.tahun) in touched
        ]


async def _places(unor_ids: set[int]) -> dict[int, list[tuple[JenisLingkup, int | None]]]:
    """For each unor the scopes that it counts in."""
    if not unor_ids:
        return {}
    rows = await fetch(
        f"SELECT id, instansi_id, jalur FROM unor WHERE {any_of('id', '$1')}", [sorted(unor_ids)]
    )
    return {
        row["id"]: [
            (JenisLingkup.NASIONAL, None),
            (JenisLingkup.INSTANSI, row["instansi_id"]),
            *((JenisLingkup.UNOR, int(part)) for part in row["jalur"].rstrip("/").split("/")),
        ]
        for row in rows
    }
