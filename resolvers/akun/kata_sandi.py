"""Passwords: argon2, off the event loop."""

import asyncio
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12

_hasher = PasswordHasher()
# Checked when there is no such account, so that a wrong NIP takes as long as a wrong password.
_NOBODY = _hasher.hash(secrets.token_urlsafe())


async def acak(kata_sandi: str) -> str:
    """The hash to keep."""
    return await asyncio.to_thread(_hasher.hash, kata_sandi)


async def cocok(acakan: str | None, kata_sandi: str) -> bool:
    """Whether `kata_sandi` is the one behind `acakan`; never, but as slowly, without one."""
    good = await asyncio.to_thread(_verify, acakan or _NOBODY, kata_sandi)
    return good and acakan is not None


def _verify(acakan: str, kata_sandi: str) -> bool:
    try:
        return _hasher.verify(acakan, kata_sandi)
    except (VerificationError, InvalidHashError):
        return False
