"""Log in with NIP and password (manual 2.1)."""

from datetime import UTC, datetime, timedelta

from models.akun import Akun, Sesi
from models.errors import Refused, UnauthenticatedError
from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.nip import is_shaped
from resolvers.akun.kata_sandi import cocok
from resolvers.akun.token import Keys, RefreshToken, Tokens, aktor_of, sign


async def masuk(nip: str, kata_sandi: str, keys: Keys) -> Tokens:
    """Raises Refused; a wrong NIP and a wrong password are one and the same."""
    akun = None
    if is_shaped(nip):
        akun = await Akun.get_or_none(pegawai__nip=nip, aktif=True, pegawai__aktif=True)
    if not await cocok(akun.kata_sandi if akun else None, kata_sandi) or akun is None:
        raise Refused(
            Alasan(
                KodeKesalahan.MASUK_GAGAL,
                "NIP atau kata sandi salah. Periksa keduanya; bila lupa, hubungi admin instansi.",
            )
        )
    moment = datetime.now(UTC)
    await Sesi.filter(akun_id=akun.id, kedaluwarsa__lt=moment).delete()
    refresh_token = RefreshToken.new()
    sesi = await Sesi.create(
        akun_id=akun.id,
        kunci=refresh_token.kunci,
        token_hash=refresh_token.digest,
        kedaluwarsa=moment + timedelta(seconds=keys.session_seconds),
    )
    return await issue(sesi.id, refresh_token, keys)


async def issue(sesi_id: int, refresh_token: RefreshToken, keys: Keys) -> Tokens:
    """A fresh token for the session, beside the refresh token already kept."""
    aktor = await aktor_of(sesi_id, keys)
    if aktor is None:
        raise UnauthenticatedError
    ends = datetime.fromtimestamp(aktor.berakhir, UTC)
    return Tokens(sign(aktor, keys), str(refresh_token), ends, aktor)
