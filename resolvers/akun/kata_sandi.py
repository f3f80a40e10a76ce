"""Passwords: argon2, off the event loop."""

import asyncio
import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12

_hasher = PasswordHasher()


async def acak(kata_sandi: str) -> str:
    """The hash to keep."""
    return await asyncio.to_thread(_hasher.hash, kata_sandi)


async def cocok(acakan: str | None, kata_sandi: str) -> bool:
    """Whether `kata_sandi` is the one behind `acakan`; never, but as slowly, without one."""
    good = await asyncio.to_thread(_verify, acakan, kata_sandi)
    return good and acakan is not None


@cache
def _nobodys() -> str:
    """Checked when there is no such account, so that a wrong NIP takes as long as a wrong
    password."""
    return _hasher.hash(secrets.token_urlsafe())


def _verify(acakan: str | None, kata_sandi: str) -> bool:
    try:
        return _hasher.verify(acakan or _nobodys(), kata_sandi)
    except (VerificationError, InvalidHashError, UnicodeEncodeError):
        return False
