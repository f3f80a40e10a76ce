"""Renew a token. Each refresh token works once."""

from datetime import UTC, datetime

from models.akun import Sesi
from models.database import execute
from models.errors import Refused
from models.rules.alasan import Alasan, KodeKesalahan
from resolvers.akun.masuk import issue
from resolvers.akun.token import Keys, Tokens, digest, new_refresh_token


async def segarkan(refresh_token: str, keys: Keys) -> Tokens:
    """Raises Refused when the token is unknown, over or used before.

    Used before means that two hold it: the session ends for both.
    """
    old = digest(refresh_token)
    sesi = await Sesi.get_or_none(token_hash=old).select_related("akun")
    if sesi is None:
        await Sesi.filter(token_hash_lama=old).delete()
        raise Refused(_ended())
    if sesi.kedaluwarsa <= datetime.now(UTC) or not sesi.akun.aktif:
        await sesi.delete()
        raise Refused(_ended())
    new = new_refresh_token()
    rotated = await execute(
        "UPDATE sesi SET token_hash = $1, token_hash_lama = $2 WHERE token_hash = $2",
        [digest(new), old],
    )
    if not rotated:
        raise Refused(_ended())
    return await issue(sesi.akun_id, new, keys)


def _ended() -> Alasan:
    return Alasan(KodeKesalahan.SESI_BERAKHIR, "Sesi Anda sudah berakhir. Masuklah kembali.")
