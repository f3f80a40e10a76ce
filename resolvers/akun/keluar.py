"""Log out: the session is over at once for whatever changes data; reads end with the token."""

from models.akun import Sesi
from resolvers.akun.token import RefreshToken


async def keluar(refresh_token: str) -> None:
    """Logging out twice is no error."""
    token = RefreshToken.read(refresh_token)
    await Sesi.filter(kunci=token.kunci, token_hash=token.digest).delete()
