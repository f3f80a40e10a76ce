"""Changes of SKP through the public API, as many at once as there are connections."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bench.live.http import Connection, connections, request
from bench.live.places import Person
from bench.live.tokens import token

AJUKAN = """
mutation ($id: ID!) { skpAjukan(id: $id) { skp { id status } userErrors { code } } }
"""
KEMBALIKAN = """
mutation ($id: ID!) {
  skpKembalikan(id: $id, input: {alasan: "Lengkapi dahulu."}) {
    skp { id status } userErrors { code }
  }
}
"""


class ChangeError(Exception):
    """A change that was not made."""


@dataclass(frozen=True)
class Made:
    """When changes were made, by time.monotonic(): each request was sent and answered, in the
    order of the requests. What an answer tells was committed before."""

    sent: Sequence[float]
    answered: Sequence[float]

    @property
    def seconds(self) -> float:
        """From the first request to the last answer."""
        return max(self.answered) - min(self.sent)


def ajukan(owner: Person) -> bytes:
    """The request by which the owner submits his SKP."""
    return request({"query": AJUKAN, "variables": {"id": owner.skp}}, token(owner))


def kembalikan(owner: Person, penilai: Person) -> bytes:
    """The request by which the pejabat penilai sends it back."""
    return request({"query": KEMBALIKAN, "variables": {"id": owner.skp}}, token(penilai))


@dataclass(frozen=True)
class Swing:
    """SKP that are all submitted, then all sent back, and so on. Both are prepared requests, in
    the same order."""

    ajukan: Sequence[bytes]
    kembalikan: Sequence[bytes]

    @classmethod
    def of(cls, pairs: Sequence[tuple[Person, Person]]) -> "Swing":
        """Of owners, each with his pejabat penilai; their SKP are drafts."""
        return cls([ajukan(owner) for owner, _ in pairs], [kembalikan(*pair) for pair in pairs])

    def turn(self, number: int) -> tuple[Sequence[bytes], int]:
        """The requests of a turn, from 0, and by how much they move the number of submitted SKP."""
        return (
            (self.kembalikan, -len(self.kembalikan))
            if number % 2
            else (
                self.ajukan,
                len(self.ajukan),
            )
        )


class Changer:
    """Makes changes over connections that are kept."""

    def __init__(self, opened: Sequence[Connection]) -> None:
        self._opened = opened

    async def make(self, requests: Sequence[bytes]) -> Made:
        """All of them, each connection its share in order. Raises ChangeError, HttpError."""
        share = len(self._opened)
        sent, answered = [0.0] * len(requests), [0.0] * len(requests)

        async def do(first: int, opened: Connection) -> None:
            for place in range(first, len(requests), share):
                sent[place] = time.monotonic()
                body = await opened.ask(requests[place])
                answered[place] = time.monotonic()
                if b'"userErrors":[]' not in body or b'"errors":[' in body:
                    raise ChangeError(body[:300].decode())

        await asyncio.gather(*(do(first, opened) for first, opened in enumerate(self._opened)))
        return Made(sent, answered)


@asynccontextmanager
async def changer(port: int, count: int) -> AsyncIterator[Changer]:
    """Changes at the service at `port`, `count` at a time."""
    async with connections(port, count) as opened:
        yield Changer(opened)
