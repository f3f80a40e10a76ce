"""What the transports share: the services behind the operations, and who is signed in."""

import time
from dataclasses import dataclass, field

from cachetools import LRUCache

from models.errors import UnauthenticatedError
from models.rules.aktor import Aktor
from resolvers.akun.pembatas import Pembatas
from resolvers.akun.token import Keys, read
from schema.context import Context
from schema.execution import Schema
from schema.persisted import Persisted
from subscriptions.hub import Hub

REMEMBERED_TOKENS = 10_000


@dataclass(frozen=True)
class Services:
    """Made once for the process."""

    schema: Schema
    persisted: Persisted
    keys: Keys
    hub: Hub
    pembatas: Pembatas
    _read: LRUCache[str, Aktor] = field(default_factory=lambda: LRUCache(REMEMBERED_TOKENS))

    def context(self, address: str, authorization: object) -> Context:
        """The context of a request from `address` with this header."""
        return Context(
            keys=self.keys,
            hub=self.hub,
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
