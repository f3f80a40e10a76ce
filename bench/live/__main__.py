"""The live service and its writes, measured: `python -m bench.live`, or `scripts/bench live`.

Starts everything it needs, measures the parts asked for one after the other, and prints one table.
See RESULTS.md for what the numbers mean.
"""

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from types import FrameType

import uvloop

from bench.live import cores, crowded, databases, fanout, national, writes
from bench.live.databases import AGENCY, Server
from bench.live.report import Row, progress, table
from bench.reading import among, surroundings

FANOUT, CROWD, WRITES, NATION = "fanout", "crowd", "writes", "nation"
PARTS = (FANOUT, CROWD, WRITES, NATION)
OPEN_FILES = 15_000
PART_SECONDS = 1_200  # at most, of one part


def main() -> None:
    """Measure what the arguments ask for. Ends with 1 when a part could not be measured."""
    chosen = _arguments()
    signal.signal(signal.SIGTERM, _stopped)  # and so all it started
    cores.allow_many_files(OPEN_FILES)
    if chosen.unpinned:
        cores.leave_alone()
    cores.move([os.getpid()], cores.LOAD)
    rows: list[Row] = []
    busy = f"load average before: {os.getloadavg()[0]:.1f}"  # of a shared machine: 0 is quiet
    with databases.running() as server:
        about = f"{surroundings(server.url(AGENCY)).rstrip()}; {busy}\n"
        done = [_measured(part, chosen, server, rows) for part in chosen.parts]
    sys.stdout.write(f"{about}\n{table(rows)}\n")
    sys.exit(0 if all(done) else 1)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench live", description=__doc__)
    parser.add_argument("--parts", type=among(PARTS), default=PARTS, help=f"of {','.join(PARTS)}")
    parser.add_argument("--rounds", type=int, default=3, help="of fanout, writes and nation")
    parser.add_argument(
        "--seconds",
        type=float,
        default=20,
        help="of a turn; 20 is when the servers' pings come round",
    )
    parser.add_argument("--windows", type=int, default=20, help="of nation")
    parser.add_argument(
        "--one-process",
        action="store_true",
        help="fanout: changes are made by the very process that has the subscribers",
    )
    parser.add_argument(
        "--unpinned",
        action="store_true",
        help="every process on any core, instead of the measured one on a core of its own",
    )
    return parser.parse_args()


def _stopped(_: int, __: FrameType | None) -> None:
    sys.exit("stopped")


def _measured(part: str, chosen: argparse.Namespace, server: Server, rows: list[Row]) -> bool:
    """Measure one part, and add its rows or why there are none; whether it could be."""
    progress(f"{part} …")
    try:
        rows += uvloop.run(_bounded(_work(part, chosen, server)))
    except Exception as error:
        # What failed does not keep the others from being measured.
        rows.append(Row(part, f"not measured: {type(error).__name__} {error}".splitlines()[0], ""))
        return False
    return True


async def _bounded(work: Callable[[], Awaitable[list[Row]]]) -> list[Row]:
    async with asyncio.timeout(PART_SECONDS):
        return await work()


def _work(
    part: str, chosen: argparse.Namespace, server: Server
) -> Callable[[], Awaitable[list[Row]]]:
    rounds, seconds, one_process = chosen.rounds, chosen.seconds, chosen.one_process
    match part:
        case "fanout":
            return lambda: fanout.measure(server, rounds, seconds, one_process=one_process)
        case "crowd":
            return lambda: crowded.measure(server, seconds)
        case "writes":
            return lambda: writes.measure(server, rounds)
        case _:
            return lambda: national.measure(server, rounds, chosen.windows)


if __name__ == "__main__":
    main()
