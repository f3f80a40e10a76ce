"""Fan-out: what one delivery costs, beside a bare `send` and beside graphql-ws on Node.

1,000 subscribers of one instansi of 48 unor hear of events that change 40 of these. An event is 40
submissions (or returns) of SKP, one in each unor, through the public API of a second process of the
service; they fall into one window, which is made longer here than by default so that they do: what
counts is the cost of a message, and that all contestants send the same, about as often: caches
grow cold between events.

Of our process we take what it spends on an event with 1,000 subscribers, less what it spends on the
same event in a twin instansi with one subscriber: receiving the event and computing the change,
which is there once however many watch. That is `delivery alone`; `with everything` shares the whole
among the deliveries. The ceiling is given the very texts that our subscribers received. The peer's
events come without a database and its change is computed once as well; it executes the operation
for each subscriber, as graphql-ws does. Everybody's subscribers have ids of their own.

A turn lasts as long as the servers' pings take to come round, so that each turn, and the idle time
that is subtracted, holds one round of them.
"""

import statistics
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack

from bench.contestants import Contestant
from bench.live import servers, standing, views
from bench.live.audience import Audience, AudienceError, audience
from bench.live.changes import Changer, Swing, changer
from bench.live.databases import AGENCY, Server
from bench.live.http import Connection, connections, raw_request
from bench.live.places import CHANGED, SUPER_ADMIN, TWIN, WATCHED, Block
from bench.live.report import Row, progress, spread
from bench.live.turns import Contender, Turn, idleness

SUBSCRIBERS = 1_000
WINDOWS = (1_000, 20)  # ms, of the process measured and of the one that makes the changes
PAUSE = 1.1  # seconds between events of the others, which have no window: about as many as ours
AT_A_TIME = 16  # changes under way
WARM_UP_EVENTS = 10
TRIES = 10
OURS, TWIN_OF_OURS, CEILING, PEER = "ours", "twin", "ceiling", "peer"
MOST_OF_CEILING, MOST_OF_PEER = 2.0, 1 / 6

Turns = dict[str, list[Turn]]


async def measure(
    server: Server, rounds: int, seconds: float, *, one_process: bool = False
) -> list[Row]:
    """The rows of this part. `seconds` is the length of a turn; a round is five of them."""
    url = server.url(AGENCY)
    await standing.put_back(url)
    async with AsyncExitStack() as stack:
        live, writer = stack.enter_context(
            servers.service_and_writer(server, AGENCY, one_process=one_process, windows=WINDOWS)
        )
        bare, peer = stack.enter_context(servers.ceiling()), stack.enter_context(servers.peer())
        watching = await stack.enter_async_context(audience())
        make = await stack.enter_async_context(changer(writer.port, AT_A_TIME))
        [to_bare], [to_peer] = [
            await stack.enter_async_context(connections(each.port, 1)) for each in (bare, peer)
        ]
        contenders = [
            await _ours(OURS, live, WATCHED, make, watching),
            await _ours(TWIN_OF_OURS, live, TWIN, make, watching),
        ]
        texts = await _texts(contenders[0], watching)
        contenders.append(await _ceiling(bare, texts, to_bare, watching))
        contenders.append(await _peer(peer, to_peer, watching))
        turns = await _rounds(contenders, watching, rounds, seconds)
        for each in contenders:
            if each.name != CEILING:
                await watching.check(each.group)
    await standing.check(url)
    return _rows(turns)


async def _ours(
    name: str, live: Contestant, block: Block, make: Changer, watching: Audience
) -> Contender:
    """Our service with subscribers of the block's instansi (the twin: with one), changing one SKP
    in each of CHANGED of its unor."""
    count = SUBSCRIBERS if name == OURS else 1
    progress(f"{name}: {count:,} subscribers")
    scope = views.instansi(block.instansi_id)
    await watching.open(name, views.wish(live.port, SUPER_ADMIN, scope), count)
    swing = Swing.of([(block.anggota(unor, 0), block.pimpinan(unor)) for unor in range(CHANGED)])

    async def fire(number: int) -> int:
        requests, moved = swing.turn(number)
        await make.make(requests)
        return max(moved, 0)

    return Contender(name, live, name, fire)


async def _texts(ours: Contender, watching: Audience) -> list[str]:
    """What a subscriber of ours receives when the SKP are submitted, and when they are returned;
    all in one message, which may take some tries on a busy machine."""
    for _ in range(TRIES):
        texts = []
        for _ in range(2):
            await ours.event(watching)
            texts.append(await watching.check(ours.group))
        if all(text.count('"nama":"Bidang') == CHANGED for text in texts):
            return texts
    raise AudienceError(f"{CHANGED} changes never came in one message")


async def _ceiling(
    bare: Contestant, texts: list[str], to_bare: Connection, watching: Audience
) -> Contender:
    progress(f"ceiling: {SUBSCRIBERS:,} subscribers")
    await watching.open(CEILING, views.wish(bare.port, SUPER_ADMIN, rising=False), SUBSCRIBERS)
    events = [raw_request(text.encode(), None, "/event") for text in texts]
    return Contender(CEILING, bare, CEILING, _asking(to_bare, events), PAUSE)


async def _peer(peer: Contestant, to_peer: Connection, watching: Audience) -> Contender:
    progress(f"peer: {SUBSCRIBERS:,} subscribers")
    scope = views.instansi(WATCHED.instansi_id)
    await watching.open(PEER, views.wish(peer.port, SUPER_ADMIN, scope), SUBSCRIBERS)
    event = raw_request(f'{{"changed":{CHANGED}}}'.encode(), None, "/event")
    return Contender(PEER, peer, PEER, _asking(to_peer, [event, event]), PAUSE)


def _asking(opened: Connection, events: list[bytes]) -> Callable[[int], Awaitable[int]]:
    """Fires two events by turns: one after which CHANGED SKP are submitted, one after which none
    is."""

    async def fire(number: int) -> int:
        await opened.ask(events[number % 2])
        return 0 if number % 2 else CHANGED

    return fire


async def _rounds(
    contenders: list[Contender], watching: Audience, rounds: int, seconds: float
) -> Turns:
    """A round: idleness of all at once, then a turn of each."""
    for each in contenders:
        for _ in range(WARM_UP_EVENTS if each.name in (PEER, CEILING) else 2):
            await each.event(watching)
    turns: Turns = {each.name: [] for each in contenders}
    for number in range(1, rounds + 1):
        idle = await idleness([each.server for each in contenders], seconds)
        for each in contenders:
            turn = await each.turn(watching, seconds, idle[each.server.pid])
            turns[each.name].append(turn)
            progress(
                f"round {number} of {rounds}, {each.name}: {turn.events} events,"
                f" {turn.messages:,} messages of {turn.bytes / turn.messages:,.0f} bytes,"
                f" {turn.per_message * 1e6:,.1f} µs each"
            )
    return turns


def _alone(ours: Turn, twin: Turn) -> float:
    """Processor seconds of a delivery, without what an event costs however many watch."""
    messages = ours.messages / ours.events - twin.messages / twin.events
    return (ours.per_event - twin.per_event) / messages


def _rows(turns: Turns) -> list[Row]:
    """The medians over the rounds, and of the rounds' ratios."""
    alone = [
        _alone(ours, twin) for ours, twin in zip(turns[OURS], turns[TWIN_OF_OURS], strict=True)
    ]
    whole = [turn.per_message for turn in turns[OURS]]
    size = {
        name: sum(t.bytes for t in some) / sum(t.messages for t in some)
        for name, some in turns.items()
    }
    rows = []
    for what, ours in (("delivery alone", alone), ("with everything", whole)):
        for name, most in ((CEILING, MOST_OF_CEILING), (PEER, MOST_OF_PEER)):
            theirs = [turn.per_message for turn in turns[name]]
            ratios = [one / other for one, other in zip(ours, theirs, strict=True)]
            rows.append(
                Row(
                    "fan-out",
                    f"CPU of a delivery to one of {SUBSCRIBERS:,}, {what}; ours ÷ {name}",
                    f"{_micro(ours)} µs, {size[OURS]:,.0f} bytes; {spread(ratios, 2)}",
                    f"{name} {_micro(theirs)} µs, {size[name]:,.0f} bytes",
                    f"≤ {most:.2f}",
                    statistics.median(ratios) <= most,
                )
            )
    return rows


def _micro(seconds: list[float]) -> str:
    return spread([each * 1e6 for each in seconds])
