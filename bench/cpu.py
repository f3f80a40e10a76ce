"""How much processor time processes have used: what a noisy machine changes less than the clock."""

import os
from pathlib import Path

PROCESSES = Path("/proc")  # elsewhere than on Linux nothing is known


def used(pid: int | None) -> dict[int, float]:
    """Seconds of processor time, by process: of `pid` and of those it started itself."""
    if pid is None or not PROCESSES.exists():
        return {}
    listed = PROCESSES / str(pid) / "task" / str(pid) / "children"
    pids = [pid, *map(int, listed.read_text().split())]
    return {each: seconds for each in pids if (seconds := _seconds(each)) is not None}


def between(before: dict[int, float], after: dict[int, float]) -> float:
    """Seconds used between two looks by the processes that are still there."""
    return sum(seconds - before.get(pid, 0) for pid, seconds in after.items())


def of_ended(pid: int) -> float:
    """Seconds of processor time that those used which `pid` started and which have ended."""
    return _seconds(pid, 13) or 0


def _seconds(pid: int, place: int = 11) -> float | None:
    """The sum of two fields that follow each other: in user mode, and in the kernel."""
    try:
        stat = (PROCESSES / str(pid) / "stat").read_text()
    except FileNotFoundError:
        return None  # it has just ended
    fields = stat.rpartition(")")[2].split()
    return (int(fields[place]) + int(fields[place + 1])) / os.sysconf("SC_CLK_TCK")
