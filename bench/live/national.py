"""The national view of 640 instansi and 300,000 unor: how soon it is there, and what it costs.

First message: from `subscribe` on an acknowledged connection to the first message received. Cold
is the first subscriber of a fresh process of the service (PostgreSQL has the tables in memory, or
reads them, as it comes); warm are ten more, one after the other, while the first stays.

A window: three instansi change, one SKP in each, through a second process of the service. The
database's time is what PostgreSQL itself wrote down for every statement of the process that serves
the subscriber (it has a role of its own) from just before the changes until the message was there:
parsing, planning and running. Five seconds pass between windows at most, so now and then a periodic
statement of the service falls into one; hence the median.
"""

import asyncio
from contextlib import AsyncExitStack
from statistics import median

from bench.live import cores, nation, servers, standing, views
from bench.live.audience import audience
from bench.live.changes import Changer, Swing, changer, kembalikan
from bench.live.databases import LIVE, NATION, Server
from bench.live.report import Row, progress, spread
from bench.live.statements import Log, Timed

WARM = 10
CHANGING = 3  # instansi in a window
SETTLE_SECONDS = 30
MOST_WARM, MOST_DATABASE = 50.0, 5.0  # ms


async def measure(server: Server, rounds: int, windows: int) -> list[Row]:
    """The rows of this part."""
    cold: list[float] = []
    warm: list[float] = []
    for number in range(1, rounds + 1):
        first, others = await _first_messages(server)
        cold.append(first * 1e3)
        warm += [each * 1e3 for each in others]
        progress(f"nation, round {number} of {rounds}: cold {cold[-1]:,.0f} ms")
    taken = await _windows(server, windows)
    times = [sum(each.milliseconds for each in some) for some in taken]
    greatest = max((each for some in taken for each in some), key=lambda each: each.milliseconds)
    middle_warm, middle_time = median(warm), median(times)
    steps = median(len(some) for some in taken)
    scale = f"{nation.INSTANSI} instansi, {nation.UNOR:,} unor"
    return [
        Row("nation", f"first message, {scale}, cold", f"{spread(cold, 0)} ms"),
        Row(
            "nation",
            f"first message, warm, median of {len(warm)}",
            f"{spread(warm)} ms",
            target=f"{MOST_WARM:.0f} ms",
            met=middle_warm <= MOST_WARM,
        ),
        Row(
            "nation",
            f"database time of a window in which {CHANGING} instansi changed,"
            f" median of {len(times)}",
            f"{spread(times, 2)} ms, {steps:.0f} steps",
            f"greatest step {greatest.milliseconds:.2f} ms: {' '.join(greatest.sql.split())[:60]}…",
            f"< {MOST_DATABASE:.0f} ms",
            middle_time < MOST_DATABASE,
        ),
    ]


async def _first_messages(server: Server) -> tuple[float, list[float]]:
    """Seconds to the first message: of the first subscriber, and of the next."""
    with servers.service(server.url(NATION, LIVE), cores.MEASURED) as ours:
        async with audience() as watching:
            wish = views.wish(ours.port, nation.super_admin())
            _, [cold] = await watching.open(NATION, wish, 1)
            _, warm = await watching.open(NATION, wish, WARM, at_once=1)
            return cold, warm


async def _windows(server: Server, windows: int) -> list[list[Timed]]:
    """The steps of the statements of each window."""
    acting = nation.acting()[:CHANGING]
    swing = Swing.of([(each.anggota(0, 0), each.pimpinan(0)) for each in acting])
    taken = []
    async with AsyncExitStack() as stack:
        live, writer = stack.enter_context(servers.service_and_writer(server, NATION))
        watching = await stack.enter_async_context(audience())
        make = await stack.enter_async_context(changer(writer.port, CHANGING))
        await _put_back(server, make)
        wish = views.wish(live.port, nation.super_admin())
        first, _ = await watching.open(NATION, wish, 1)
        submitted = int(first["dashboardPengisian"]["utama"]["pengajuan"])
        log = Log(server.logs, LIVE)
        for number in range(windows + 1 + (windows + 1) % 2):  # as many returned as submitted
            log.skip()
            requests, moved = swing.turn(number)
            await make.make(requests)
            submitted += moved
            await watching.settle(NATION, submitted, SETTLE_SECONDS)
            taken.append(await log.timed())
            await asyncio.sleep(0.1)
        await watching.check(NATION)
    return taken[1:]  # the first prepares statements for those that follow


async def _put_back(server: Server, make: Changer) -> None:
    """Return what a run that was broken off left submitted. The counters, which are of people who
    are not there, must not be counted again."""
    left = await standing.submitted(server.url(NATION))
    pairs = [(each.anggota(0, 0), each.pimpinan(0)) for each in nation.acting()]
    await make.make([kembalikan(*pair) for pair in pairs if pair[0].id in left])
