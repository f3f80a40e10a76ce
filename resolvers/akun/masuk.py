"""Log in with NIP and password (manual 2.1)."""

from datetime import UTC, datetime, timedelta

from models.akun import Akun, Sesi
from models.errors import Refused, UnauthenticatedError
from models.rules.alasan import Alasan, KodeKesalahan
from resolvers.akun.kata_sandi import cocok
from resolvers.akun.token import Keys, Tokens, aktor_of, digest, new_refresh_token, sign


async def masuk(nip: str, kata_sandi: str, keys: Keys) -> Tokens:
    """Raises Refused; a wrong NIP and a wrong password are one and the same."""
    akun = await Akun.get_or_none(pegawai__nip=nip.strip(), aktif=True)
    if not await cocok(akun.kata_sandi if akun else None, kata_sandi) or akun is None:
        raise Refused(
            Alasan(
                KodeKesalahan.MASUK_GAGAL,
                "NIP atau kata sandi salah. Periksa keduanya; bila lupa, hubungi admin instansi.",
            )
        )
    await Sesi.filter(akun_id=akun.id, kedaluwarsa__lt=datetime.now(UTC)).delete()
    refresh_token = new_refresh_token()
    await Sesi.create(
        akun_id=akun.id,
        token_hash=digest(refresh_token),
        kedaluwarsa=datetime.now(UTC) + timedelta(seconds=keys.session_seconds),
    )
    return await issue(akun.id, refresh_token, keys)


async def issue(akun_id: int, refresh_token: str, keys: Keys) -> Tokens:
    """A fresh token for the account, beside the refresh token already kept."""
    aktor = await aktor_of(akun_id, keys)
    if aktor is None:
        raise UnauthenticatedError
    ends = datetime.fromtimestamp(aktor.berakhir, UTC)
    return Tokens(sign(aktor, keys), refresh_token, ends, aktor)
