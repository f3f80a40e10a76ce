"""Which core a process runs on: the measured one has a core of its own, the load another."""

import os
import resource
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

MEASURED, LOAD = 0, 1  # places in the list of cores that we may use


def _core(place: int) -> set[int]:
    ours = sorted(_ALLOWED)
    return {ours[place % len(ours)]}


def _allowed() -> set[int]:
    return os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()


_ALLOWED = _allowed()  # before anything is pinned


def leave_alone() -> None:
    """From now on pin nothing."""
    _ALLOWED.clear()


@contextmanager
def started_on(place: int) -> Iterator[None]:
    """Processes started in the block, and all they start, run on that core. Elsewhere than on Linux
    nothing is pinned."""
    if not _ALLOWED:
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, _core(place))
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def move(pids: Sequence[int], place: int) -> None:
    """Put running processes on that core."""
    for pid in pids if _ALLOWED else ():
        os.sched_setaffinity(pid, _core(place))


def allow_many_files(wanted: int) -> None:
    """Let this process, and those it starts, hold `wanted` sockets. Raises OSError where the
    machine forbids it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < wanted:
        raise OSError(f"{wanted} open files are needed, and {hard} allowed: raise `ulimit -Hn`")
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
