"""Load by autocannon, from a process of its own."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from bench import cpu
from bench.cases import Request
from bench.contestants import PEER_FOLDER, Contestant, node

CONNECTIONS = 16  # kept open, each with one request under way


class LoadError(Exception):
    """A load in which not every request was answered as it should."""


@dataclass(frozen=True)
class Measured:
    """What came of one load: answers, the seconds it took, bytes received, the times within which
    half and 99 % of the answers came, in milliseconds, and the processor seconds that the
    contestant and the database used."""

    requests: int
    seconds: float
    bytes: int
    p50: float
    p99: float
    own_cpu: float
    database_cpu: float

    @property
    def per_second(self) -> float:
        """Answers a second."""
        return self.requests / self.seconds


def load(
    contestant: Contestant,
    requests: Sequence[Request],
    *,
    seconds: float | None = None,
    amount: int | None = None,
) -> Measured:
    """Ask the requests over and over, for `seconds` or `amount` times. Raises LoadError."""
    job = {
        "url": contestant.url,
        "connections": CONNECTIONS,
        "seconds": seconds,
        "amount": amount,
        "requests": [asdict(request) for request in requests],
    }
    pids = contestant.pid, contestant.database_pid
    before = [cpu.used(pid) for pid in pids]
    done = subprocess.run(
        [node(), "load.mjs"],
        cwd=PEER_FOLDER,
        input=json.dumps(job),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    result = json.loads(done.stdout)
    if failed := result.pop("failed"):
        raise LoadError(f"{contestant.name}: {failed} requests failed")
    own_cpu, database_cpu = (
        cpu.between(was, cpu.used(pid)) for was, pid in zip(before, pids, strict=True)
    )
    return Measured(**result, own_cpu=own_cpu, database_cpu=database_cpu)
