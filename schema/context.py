"""What every operation has at hand."""

from dataclasses import dataclass, replace

from strawberry.types import Info as StrawberryInfo

from models.errors import UnauthenticatedError
from models.rules.aktor import Aktor
from resolvers.akun.pembatas import Pembatas
from resolvers.akun.token import Keys
from resolvers.reading.selection import Request
from schema.live import Live


@dataclass
class Context:
    """Of one HTTP request, or of one WebSocket while it lasts; each operation has its own copy."""

    keys: Keys
    live: Live
    pembatas: Pembatas
    address: str
    signed_in: Aktor | None = None
    running: Request | None = None

    def of(self, request: Request) -> "Context":
        """The context of one operation."""
        return replace(self, running=request)

    @property
    def request(self) -> Request:
        """The operation that is running."""
        assert self.running is not None
        return self.running

    @property
    def aktor(self) -> Aktor:
        """Who asks. Raises UnauthenticatedError when nobody is logged in."""
        if self.signed_in is None:
            raise UnauthenticatedError
        return self.signed_in


Info = StrawberryInfo[Context, None]
