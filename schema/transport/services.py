"""What the transports share: the services behind the operations, and who is signed in."""

import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from cachetools import LRUCache

from models.errors import BadInputError, RequestError, UnauthenticatedError
from models.rules.aktor import Aktor
from resolvers.akun.pembatas import Pembatas
from resolvers.akun.token import Keys, read
from schema.context import Context
from schema.documents import InvalidError
from schema.execution import Prepared, Schema
from schema.live import Live
from schema.persisted import Persisted

REMEMBERED_TOKENS = 10_000


class TooManyError(Exception):
    """An account has as many live connections as it may have."""


class Connections:
    """The live connections of each account, `most` at most."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._open: Counter[int] = Counter()

    @contextmanager
    def one_more(self, aktor: Aktor) -> Iterator[None]:
        """Count one while the block lasts. Raises TooManyError."""
        if self._open[aktor.akun_id] >= self._most:
            raise TooManyError(f"Akun ini sudah punya {self._most} sambungan langsung")
        self._open[aktor.akun_id] += 1
        try:
            yield
        finally:
            self._open[aktor.akun_id] -= 1
            if not self._open[aktor.akun_id]:
                del self._open[aktor.akun_id]


@dataclass(frozen=True)
class Services:
    """Made once for the process."""

    schema: Schema
    persisted: Persisted
    keys: Keys
    live: Live
    pembatas: Pembatas
    connections: Connections
    _read: LRUCache[str, Aktor] = field(default_factory=lambda: LRUCache(REMEMBERED_TOKENS))

    def prepare(self, parameters: Mapping[str, Any]) -> Prepared:
        """The operation of a request: `query` or the hash that stands for it, `variables`,
        `operationName`, `extensions`. Raises InvalidError; BadInputError for neither text nor
        hash."""
        extensions = parameters.get("extensions")
        try:
            text = self.persisted.text(parameters.get("query"), extensions)
        except RequestError as error:
            raise InvalidError.of(error) from error
        if text is None:
            raise BadInputError("Permintaan tidak memuat `query`.")
        return self.schema.prepare(
            text, parameters.get("variables"), parameters.get("operationName"), extensions
        )

    def context(self, address: str, authorization: object) -> Context:
        """The context of a request from `address` with this header."""
        return Context(
            keys=self.keys,
            live=self.live,
            pembatas=self.pembatas,
            address=address,
            signed_in=self.signed_in(authorization),
        )

    def signed_in(self, authorization: object) -> Aktor | None:
        """Who the header speaks for. A bad token is nobody: logging in again must still work."""
        if not isinstance(authorization, str):
            return None
        kind, _, token = authorization.partition(" ")
        if kind.lower() != "bearer":
            return None
        try:
            return self._aktor(token.strip())
        except UnauthenticatedError:
            return None

    def _aktor(self, token: str) -> Aktor:
        """A signature is checked once; whether the token is over, every time."""
        aktor = self._read.get(token)
        if aktor is None:
            aktor = self._read[token] = read(token, self.keys)
        if aktor.berakhir <= time.time():
            raise UnauthenticatedError
        return aktor
