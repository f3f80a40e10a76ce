"""A limit on log-in attempts, against guessing."""

from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter

from models.errors import RateLimitedError


class Pembatas:
    """So many attempts a minute for each NIP, and a hundred times as many for each address, since
    a whole office may share one. Counted in this process."""

    def __init__(self, attempts: int) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._per_nip = RateLimitItemPerMinute(attempts)
        self._per_address = RateLimitItemPerMinute(attempts * 100)

    async def attempt(self, nip: str, address: str) -> None:
        """Count an attempt. Raises RateLimitedError when there were too many."""
        free = await self._limiter.hit(self._per_address, "alamat", address)
        if not free or not await self._limiter.hit(self._per_nip, "nip", nip):
            raise RateLimitedError
