"""Holding subscribers in a process of their own (crowd.py), so that nothing here keeps them from
reading."""

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import orjson

from bench.live import cores
from bench.live.subscriber import Wish

ROOT = Path(__file__).parent.parent.parent
ANSWER_SECONDS = 400  # to whatever it is told
ANSWER_BYTES = 64 * 2**20
AT_ONCE = 50  # connections being opened at the same time


# The messages of one subscriber: when each came, by time.monotonic(), and its `utama.pengajuan`.
Heard = Sequence[tuple[float, int]]


class AudienceError(Exception):
    """A subscriber lost its connection, got something wrong, or missed a change."""


@dataclass(frozen=True)
class Received:
    """What a group received since the last look."""

    messages: int
    bytes: int
    subscribers: int


class Audience:
    """The groups of subscribers in one process. Every method may raise AudienceError."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def open(
        self, group: str, wish: Wish, count: int, at_once: int = AT_ONCE
    ) -> tuple[Any, list[float]]:
        """Add subscribers; the first message of one of them, and for each of them the seconds from
        its `subscribe` to its first message."""
        answer = await self._tell("open", group, wish=asdict(wish), count=count, at_once=at_once)
        return answer["first"], answer["seconds"]

    async def look(self, group: str) -> Received:
        return Received(**await self._tell("look", group))

    async def settle(self, group: str, pengajuan: int, seconds: float) -> Sequence[Heard]:
        """Wait until all have heard that `utama.pengajuan` is so much; what each has heard since
        this was asked last."""
        answer = await self._tell("settle", group, pengajuan=pengajuan, seconds=seconds)
        if answer["pending"]:
            raise AudienceError(f"{group}: {answer['pending']} heard nothing in {seconds} s")
        heard: list[Heard] = answer["heard"]
        return heard

    async def check(self, group: str) -> str:
        """Hold that all were told the same in the end; the text of one's last message."""
        answer = await self._tell("check", group)
        if answer["different"]:
            raise AudienceError(f"{group}: {answer['different']} were told otherwise")
        return str(answer["last"])

    async def close(self, group: str) -> None:
        await self._tell("close", group)

    async def _tell(self, what: str, group: str, **more: Any) -> dict[str, Any]:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(orjson.dumps({"do": what, "group": group, **more}) + b"\n")
        async with asyncio.timeout(ANSWER_SECONDS):
            line = await self._process.stdout.readline()
        answer: dict[str, Any] = orjson.loads(line or b"{}")
        if not answer and what != "close":
            raise AudienceError("the subscribers' process ended")
        if "error" in answer:
            raise AudienceError(f"{group}, {what}: {answer['error']} ({answer.get('lost', 1)})")
        return answer


@asynccontextmanager
async def audience() -> AsyncIterator[Audience]:
    """A process for subscribers, on the core of the load."""
    with cores.started_on(cores.LOAD):
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bench.live.crowd",
            cwd=ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=ANSWER_BYTES,
        )
    try:
        yield Audience(process)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()
