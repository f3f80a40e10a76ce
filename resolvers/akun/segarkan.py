"""Renew a token. Each refresh token works once."""

from datetime import UTC, datetime

from models.akun import Sesi
from models.database import execute
from models.errors import Refused
from models.rules.alasan import Alasan, KodeKesalahan
from resolvers.akun.masuk import issue
from resolvers.akun.token import Keys, RefreshToken, Tokens


async def segarkan(refresh_token: str, keys: Keys) -> Tokens:
    """Raises Refused when the token is unknown, over or used before.

    Used before means that two hold it: the session ends for both.
    """
    old = RefreshToken.read(refresh_token)
    new = RefreshToken.new(old.kunci)
    sesi = await Sesi.get_or_none(kunci=old.kunci).select_related("akun__pegawai")
    if sesi is None:
        raise Refused(_ended())
    alive = sesi.kedaluwarsa > datetime.now(UTC) and sesi.akun.aktif and sesi.akun.pegawai.aktif
    rotated = alive and await execute(
        "UPDATE sesi SET token_hash = $1 WHERE id = $2 AND token_hash = $3",
        [new.digest, sesi.id, old.digest],
    )
    if not rotated:
        await sesi.delete()
        raise Refused(_ended())
    return await issue(sesi.id, new, keys)


def _ended() -> Alasan:
    return Alasan(KodeKesalahan.SESI_BERAKHIR, "Sesi Anda sudah berakhir. Masuklah kembali.")
