"""Log out: the session's refresh token stops working; its token soon ends by itself."""

from models.akun import Sesi
from resolvers.akun.token import digest


async def keluar(refresh_token: str) -> None:
    """Logging out twice is no error."""
    await Sesi.filter(token_hash=digest(refresh_token)).delete()
