"""A process that holds subscribers: `python -m bench.live.crowd`, told what to do by audience.py.

Commands come as lines of JSON on standard input, each answered by one line on standard output:

- open: group, wish, count, at_once → first (the first message of one), seconds (from `subscribe` to
  the first message, of each); group may be there already
- look: group → messages, bytes since the last look; subscribers there
- settle: group, pengajuan (what `utama.pengajuan` is to become), seconds → pending (how many did
  not see it in time), heard (what each heard since it was asked last: when, and `pengajuan` then)
- check: group → different (how many last messages are not the whole JSON with the values of the
  first), last (one of them)
- close: group

An answer holds `error` instead when a connection failed or a message was not as it should be.
"""

import asyncio
import sys
import time
import uuid
from typing import Any

import orjson
import uvloop

from bench.live.frames import handshake
from bench.live.subscriber import Subscriber, Wish

Answer = dict[str, Any]
OPEN_SECONDS = 300


class Group:
    """Subscribers with one wish."""

    def __init__(self, wish: Wish) -> None:
        self.wish = wish
        self.members: list[Subscriber] = []
        self.lost: list[str] = []
        self._seen = (0, 0)

    async def open(self, count: int, at_once: int) -> Answer:
        """`count` more, at most `at_once` of them between connect and first message."""
        gate = asyncio.Semaphore(at_once)
        before = len(self.members)
        async with asyncio.timeout(OPEN_SECONDS), asyncio.TaskGroup() as tasks:
            for _ in range(count):
                await gate.acquire()
                tasks.create_task(self._join(gate))
        new = self.members[before:]
        seconds = [each.heard[0][0] - each.asked for each in new]
        for each in new:
            each.heard.clear()
        return {"first": orjson.loads(new[0].last)["payload"]["data"], "seconds": seconds}

    async def _join(self, gate: asyncio.Semaphore) -> None:
        loop = asyncio.get_running_loop()
        ready: asyncio.Future[None] = loop.create_future()

        def lost(reason: str) -> None:
            self.lost.append(reason)
            if not ready.done():
                ready.set_exception(ConnectionError(reason))

        def first() -> None:
            if not ready.done():
                ready.set_result(None)

        try:
            _, member = await loop.create_connection(
                lambda: Subscriber(self.wish, str(uuid.uuid4()), first, lost),
                "127.0.0.1",
                self.wish.port,
            )
            member.start(handshake(self.wish.port))
            await ready
            self.members.append(member)
        finally:
            gate.release()

    def look(self) -> Answer:
        """What came since the last look."""
        messages = sum(each.messages for each in self.members)
        size = sum(each.bytes for each in self.members)
        before, self._seen = self._seen, (messages, size)
        return {
            "messages": messages - before[0],
            "bytes": size - before[1],
            "subscribers": len(self.members),
        }

    async def settle(self, pengajuan: int, seconds: float) -> Answer:
        """Wait until everybody's last message says so."""
        end = time.monotonic() + seconds
        pending = self.members
        while True:
            pending = [each for each in pending if each.pengajuan != pengajuan]
            if not pending or self.lost or time.monotonic() > end:
                break
            await asyncio.sleep(0.02)
        heard = [each.heard for each in self.members]
        for each in self.members:
            each.heard = []
        return {"pending": len(pending), "heard": heard}

    def check(self) -> Answer:
        """Whether everybody's last message is whole, and its `utama` the same for all."""
        values = [orjson.loads(each.last)["payload"]["data"] for each in self.members]
        wanted = _utama(values[0])
        different = sum(_utama(value) != wanted for value in values)
        return {"different": different, "last": self.members[0].last.decode()}

    async def close(self) -> Answer:
        for member in self.members:
            member.close()
        await asyncio.sleep(0.5)  # for the server to notice
        return {}


def _utama(data: Any) -> Any:
    return data["dashboardPengisian"]["utama"]


async def _obey(groups: dict[str, Group], command: Answer) -> Answer:
    name, what = command.pop("group"), command.pop("do")
    if what == "open" and name not in groups:
        groups[name] = Group(Wish(**command["wish"]))
    group = groups[name]
    match what:
        case "open":
            answer = await group.open(command["count"], command["at_once"])
        case "look":
            answer = group.look()
        case "settle":
            answer = await group.settle(**command)
        case "check":
            answer = group.check()
        case _:
            answer = await groups.pop(name).close()
    return {"error": group.lost[0], "lost": len(group.lost)} if group.lost else answer


async def main() -> None:
    """Obey until standard input ends."""
    groups: dict[str, Group] = {}
    commands = asyncio.StreamReader(limit=2**20)
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(commands), sys.stdin)
    while line := await commands.readline():
        try:
            answer = await _obey(groups, orjson.loads(line))
        except* Exception as errors:
            answer = {"error": repr(errors.exceptions[0])}
        sys.stdout.buffer.write(orjson.dumps(answer) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    uvloop.run(main())
