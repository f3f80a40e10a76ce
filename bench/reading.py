"""Reading, measured beside PostGraphile and beside a ceiling: `python -m bench.reading`.

Starts everything it needs, verifies that all answer the same, loads them in turns, and prints a
table. See RESULTS.md for what the numbers mean.
"""

import argparse
import os
import platform
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack

from bench import databases
from bench.answers import DifferentError, ask, check
from bench.cases import (
    CONTESTANTS,
    OURS,
    PEER,
    PEER_CURSORS,
    Case,
    Cases,
    Place,
    Request,
    around_deep,
)
from bench.contestants import SECRET, Contestant, install, node, running
from bench.data import LARGE_INSTANSI
from bench.databases import Database
from bench.load import LoadError, load
from bench.table import Result, memory_table, table
from resolvers.akun.token import Keys

MEMORY = "memory"
CASES = ("skp", "unor", "page-1", "page-4000", "pages", MEMORY)
MEMORY_AT = (10_000, 50_000, 100_000)  # requests answered
WARM_UP_SECONDS = 4
SMALLEST_SHARE = 0.8  # of the verified answers' size: less, and some were not answered in full


def main() -> None:
    """Measure what the arguments ask for. Ends with 1 when a case could not be measured."""
    chosen = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # and so all it started
    install()
    with ExitStack() as stack:
        database = (
            databases.sqlite() if chosen.sqlite else stack.enter_context(databases.postgres())
        )
        names = [name for name in CONTESTANTS if name in chosen.only]
        _say(surroundings(database.url))
        results = _measure(chosen, names, database) if set(chosen.cases) - {MEMORY} else []
        if results:
            _say(table(results, names))
        if MEMORY in chosen.cases and OURS in names:
            _say(f"\n{memory_table(_memory(database))}")
    if any(result.problem for result in results):
        sys.exit(1)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("--cases", type=among(CASES), default=CASES, help=f"of {','.join(CASES)}")
    parser.add_argument(
        "--only", type=among(CONTESTANTS), default=CONTESTANTS, help=f"of {','.join(CONTESTANTS)}"
    )
    parser.add_argument("--rounds", type=int, default=5, help="of each case")
    parser.add_argument("--seconds", type=float, default=8, help="of each contestant's turn")
    parser.add_argument("--sqlite", action="store_true", help="the same on SQLite, without a peer")
    chosen = parser.parse_args()
    if chosen.sqlite:
        chosen.only = tuple(name for name in chosen.only if name != PEER)
    return chosen


def among(known: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    """An argument type: some of the known words, with commas between them."""

    def parse(text: str) -> tuple[str, ...]:
        asked = tuple(text.split(","))
        if unknown := set(asked) - set(known):
            raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}")
        return asked

    return parse


def _measure(chosen: argparse.Namespace, names: Sequence[str], database: Database) -> list[Result]:
    """Every case asked for, with all contestants up and one of them loaded at a time.

    A round is one turn of every contestant at every case, so that whatever else the machine does
    meanwhile falls on all of them.
    """
    with ExitStack() as stack:
        contestants = [stack.enter_context(running(name, database)) for name in names]
        results = [
            _prepared(case, contestants) for case in _cases(chosen.cases, database.url, contestants)
        ]
        for number in range(1, chosen.rounds + 1):
            for result in results:
                _progress(f"round {number} of {chosen.rounds}, {result.case.name}")
                for contestant in contestants:
                    _take_turn(result, contestant, chosen.seconds)
    return results


def _cases(wanted: Sequence[str], url: str, contestants: Sequence[Contestant]) -> list[Case]:
    cases = Cases(_keys(), _places(url, contestants))
    made = [cases.skp(), cases.unor(), cases.first_page(), cases.deep_page(), cases.pages()]
    return [case for case in made if case.name in wanted]


def _keys() -> Keys:
    return Keys(SECRET, token_seconds=0, session_seconds=0)


def _places(url: str, contestants: Sequence[Contestant]) -> list[Place]:
    """Where each of the pages around the deep one begins: after the last pegawai of the one before.

    In the order of the pages, the deep one in the middle.
    """
    offsets = around_deep()
    first, count = offsets.start - 1, len(offsets) * offsets.step
    people = databases.rows(
        url,
        f"SELECT nama, id FROM pegawai WHERE instansi_id = {LARGE_INSTANSI}"
        f" ORDER BY nama, id LIMIT {count} OFFSET {first}",
    )
    cursors: dict[int, str] = {}
    for peer in (each for each in contestants if each.name == PEER):
        given = {"id": LARGE_INSTANSI, "first": count, "offset": first}
        answer, _ = ask(peer, Request("/graphql", {"query": PEER_CURSORS, "variables": given}))
        for edge in answer["data"]["instansi"]["pegawai"]["edges"]:
            cursors[edge["node"]["id"]] = edge["cursor"]
    return [
        Place(row["nama"], row["id"], cursors.get(row["id"])) for row in people[:: offsets.step]
    ]


def _prepared(case: Case, contestants: Sequence[Contestant]) -> Result:
    """The case before its first round: the answers verified, everybody warm."""
    result = Result(case, {each.name: [] for each in contestants})
    try:
        result.sizes = check(case, contestants)
        for each in contestants:
            load(each, case.requests[each.name], seconds=WARM_UP_SECONDS)
    except (DifferentError, LoadError) as error:
        result.problem = str(error)
    return result


def _take_turn(result: Result, contestant: Contestant, seconds: float) -> None:
    if result.problem:
        return
    try:
        turn = load(contestant, result.case.requests[contestant.name], seconds=seconds)
        if turn.bytes < SMALLEST_SHARE * result.sizes[contestant.name] * turn.requests:
            raise LoadError(f"{contestant.name}: answers under load were too short")
    except LoadError as error:
        result.problem = str(error)
    else:
        _progress(f"  {contestant.name}: {turn.per_second:,.0f}/s")
        result.rounds[contestant.name].append(turn)


def _memory(database: Database) -> dict[int, float]:
    """Our resident memory, in MB, by how many SKP graphs a fresh process has answered."""
    case = Cases(_keys(), []).skp()
    with running(OURS, database) as ours:
        check(case, [ours])
        resident = {0: ours.resident()}
        for before, count in zip((0, *MEMORY_AT), MEMORY_AT, strict=False):
            load(ours, case.requests[OURS], amount=count - before)
            resident[count] = ours.resident()
            _progress(f"{MEMORY}: {resident[count]:.1f} MB after {count:,}")
    return resident


def surroundings(url: str) -> str:
    """What everything ran on."""
    version = "sqlite_version()" if url.startswith("sqlite:") else "version()"
    product = next(iter(databases.rows(url, f"SELECT {version} AS version")[0].values()))
    runtime = subprocess.run([node(), "--version"], capture_output=True, text=True, check=True)
    return (
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()};"
        f" Python {platform.python_version()}, Node {runtime.stdout.strip()};"
        f" {'SQLite ' if url.startswith('sqlite:') else ''}{product}\n"
    )


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _progress(text: str) -> None:
    sys.stderr.write(f"  {text}\n")


if __name__ == "__main__":
    main()
