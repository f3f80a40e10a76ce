"""Ten thousand subscribers of five views in one process of the service.

The views: the nation, an instansi, and three of its unor, a fifth of the subscribers each. An event
is 12 submissions (or returns) of SKP at the same time in unor below those three, four below each,
so that every view changes; the next event follows when everybody has heard of the last.

Latency is that of each change at each subscriber whose view shows it: from the change's answer,
which follows its commit at once, to the first message that holds it (the messages' `pengajuan` says
how many of the changes they hold; those answered first are taken to be in it first). The windows
during which changes are gathered are in it. It is told for changes that the very process makes and
for changes of another process, which come through the link of PostgreSQL. Memory is the growth of
the process from a few subscribers to all of them, after events.

What the *computation* of an event costs cannot be seen from outside apart from its deliveries: it
is what the processor time of an event would be with nobody watching, by a line through what it is
with 10, 1,000 and 10,000 subscribers (least squares of the relative errors), the changes being made
by the other process.
"""

import asyncio
import time
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass

from bench import cpu
from bench.contestants import Contestant
from bench.live import servers, standing, views
from bench.live.audience import Audience, Heard, audience
from bench.live.changes import Changer, Made, Swing, changer
from bench.live.databases import AGENCY, Server
from bench.live.places import BRANCHES, LEAF_BLOCKS, SUPER_ADMIN, WATCHED
from bench.live.report import Row, progress, quantile
from bench.live.turns import PAUSE, SETTLE_SECONDS, idleness

SIZES = (10, 1_000, 10_000)
CHANGED_BELOW_EACH = 4
AT_A_TIME = 12
LEAST_EVENTS = 3
MOST_SECONDS, MOST_KIB = 1.0, 60.0

NATION, INSTANSI = "nation", "instansi"
UNOR = [f"unor {number + 1}" for number in range(BRANCHES)]
SCOPES = {
    NATION: views.NATION,
    INSTANSI: views.instansi(WATCHED.instansi_id),
    **{name: views.unor(WATCHED.unor(place)) for place, name in enumerate(UNOR)},
}


@dataclass(frozen=True)
class Stand:
    """What was measured with so many subscribers: processor seconds of an event beyond idleness,
    latencies in seconds from the answer and from the request, sorted, and resident memory in
    bytes."""

    subscribers: int
    events: int
    cpu: float
    since_answer: list[float]
    since_sent: list[float]
    resident: float


async def measure(server: Server, seconds: float, sizes: Sequence[int] = SIZES) -> list[Row]:
    """The rows of this part; with each number of subscribers, events for `seconds` and as much
    idleness."""
    url = server.url(AGENCY)
    await standing.put_back(url)
    async with AsyncExitStack() as stack:
        live, writer = stack.enter_context(servers.service_and_writer(server, AGENCY))
        watching = await stack.enter_async_context(audience())
        elsewhere, here = [
            await stack.enter_async_context(changer(each.port, AT_A_TIME))
            for each in (writer, live)
        ]
        crowd = Crowd(live, watching)
        stands = []
        for size in sizes:
            await crowd.grow(size, elsewhere)
            stands.append(await crowd.stand(elsewhere, seconds))
        within = await crowd.stand(here, seconds)
        for group in SCOPES:
            await watching.check(group)
    await standing.check(url)
    return [*_latencies(stands[-1], within), *_costs(stands)]


class Crowd:
    """The subscribers of all views, and the events that they hear of."""

    def __init__(self, live: Contestant, watching: Audience) -> None:
        self._live, self._watching = live, watching
        self._size = self._fired = 0
        places = [(leaf, unor) for leaf in LEAF_BLOCKS for unor in range(CHANGED_BELOW_EACH)]
        self._swing = Swing.of(
            [(leaf.anggota(unor, 0), leaf.pimpinan(unor)) for leaf, unor in places]
        )

    async def grow(self, size: int, make: Changer) -> None:
        """Have `size` subscribers, the views' shares equal, and let them hear two events."""
        more = (size - self._size) // len(SCOPES)
        before, start = cpu.used(self._live.pid), time.monotonic()
        for group, scope in SCOPES.items():
            await self._watching.open(group, views.wish(self._live.port, SUPER_ADMIN, scope), more)
        spent = cpu.between(before, cpu.used(self._live.pid)) / (size - self._size)
        self._size = size
        progress(
            f"{size:,} subscribers after {time.monotonic() - start:.1f} s more,"
            f" {spent * 1e3:.2f} ms CPU to join"
        )
        for _ in range(2):
            await self._event(make)

    async def stand(self, make: Changer, seconds: float) -> Stand:
        """Measure events with those who are there."""
        pid = self._live.pid
        idle = (await idleness([self._live], seconds))[pid]
        before, start = cpu.used(pid), time.monotonic()
        events = 0
        since_answer: list[float] = []
        since_sent: list[float] = []
        while events < LEAST_EVENTS or events % 2 or time.monotonic() < start + seconds:
            made, heard = await self._event(make)
            since_answer += _waits(made.answered, heard)
            since_sent += _waits(made.sent, heard)
            events += 1
            await asyncio.sleep(PAUSE)
        used = cpu.between(before, cpu.used(pid)) - idle * (time.monotonic() - start)
        progress(f"{self._size:,} subscribers: {events} events, {used / events * 1e3:,.1f} ms each")
        resident = self._live.resident() * 1_000_000
        return Stand(
            self._size, events, used / events, sorted(since_answer), sorted(since_sent), resident
        )

    async def _event(self, make: Changer) -> tuple[Made, dict[str, Sequence[Heard]]]:
        """One, until everybody heard of it; what each did, counted in changes."""
        requests, moved = self._swing.turn(self._fired)
        self._fired += 1
        made = await make.make(requests)
        heard: dict[str, Sequence[Heard]] = {}
        for group in SCOPES:
            all_of_it = CHANGED_BELOW_EACH if group in UNOR else len(requests)
            expected = all_of_it if moved > 0 else 0
            told = await self._watching.settle(group, expected, SETTLE_SECONDS)
            heard[group] = [
                [(at, count if moved > 0 else all_of_it - count) for at, count in each]
                for each in told
            ]
        return made, heard


def _waits(moments: Sequence[float], heard: dict[str, Sequence[Heard]]) -> Iterator[float]:
    """Seconds from each change's moment to the first message that held it, at each subscriber."""
    for group, told in heard.items():
        first = UNOR.index(group) * CHANGED_BELOW_EACH if group in UNOR else 0
        shown = CHANGED_BELOW_EACH if group in UNOR else len(moments)
        ordered = sorted(moments[first : first + shown])
        for each in told:
            done = 0
            for at, count in each:
                yield from (at - moment for moment in ordered[done:count])
                done = max(done, count)


def intercept(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The line a + b·x through the points (x, y), by least squares of relative errors: a, b."""
    weight = [1 / y**2 for _, y in points]
    total = sum(weight)
    mean_x = sum(w * x for w, (x, _) in zip(weight, points, strict=True)) / total
    mean_y = sum(w * y for w, (_, y) in zip(weight, points, strict=True)) / total
    over = sum(w * (x - mean_x) * (y - mean_y) for w, (x, y) in zip(weight, points, strict=True))
    slope = over / sum(w * (x - mean_x) ** 2 for w, (x, _) in zip(weight, points, strict=True))
    return mean_y - slope * mean_x, slope


def _latencies(elsewhere: Stand, within: Stand) -> list[Row]:
    return [
        Row(
            _part(stand),
            f"commit {where} → received, p50, p99 of {stand.events} events",
            f"{quantile(stand.since_answer, 0.5):.3f}, {quantile(stand.since_answer, 0.99):.3f} s",
            f"since sent: {quantile(stand.since_sent, 0.5):.3f},"
            f" {quantile(stand.since_sent, 0.99):.3f} s",
            f"p99 < {MOST_SECONDS:.0f} s",
            quantile(stand.since_answer, 0.99) < MOST_SECONDS,
        )
        for stand, where in ((within, "in the same process"), (elsewhere, "in another process"))
    ]


def _costs(stands: Sequence[Stand]) -> list[Row]:
    few, many = stands[0], stands[-1]
    kib = (many.resident - few.resident) / (many.subscribers - few.subscribers) / 1_024
    fixed, each = intercept([(float(stand.subscribers), stand.cpu) for stand in stands])
    measured = (f"{stand.subscribers:,}: {stand.cpu * 1e3:,.1f} ms" for stand in stands)
    return [
        Row(
            _part(many),
            "memory of a subscriber",
            f"{kib:.1f} KiB",
            f"process {few.resident / 2**20:,.0f} → {many.resident / 2**20:,.0f} MiB",
            f"≤ {MOST_KIB:.0f} KiB",
            kib <= MOST_KIB,
        ),
        Row(
            _part(many),
            "CPU of an event: computation + deliveries",
            f"{fixed * 1e3:.1f} ms + {each * 1e6:.1f} µs × subscribers",
            f"measured with {', '.join(measured)}",
        ),
    ]


def _part(stand: Stand) -> str:
    return f"{stand.subscribers:,} subscribers"
