"""Tokens: a short-lived signed one that says who is asking, and a refresh token that renews it."""

import hashlib
import secrets
import time
from dataclasses import dataclass
from datetime import datetime

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from models.database import Row, fetch, fetch_value
from models.errors import UnauthenticatedError
from models.rules.aktor import Aktor
from models.rules.vocabulary import Peran

ALGORITHM = "HS256"


@dataclass(frozen=True)
class Keys:
    """What signs the tokens, and how long they live."""

    secret: str
    token_seconds: int
    session_seconds: int


@dataclass(frozen=True)
class Tokens:
    """What a client gets: the token, what renews it, and when the token ends."""

    token: str
    refresh_token: str
    kedaluwarsa: datetime
    aktor: Aktor


def sign(aktor: Aktor, keys: Keys) -> str:
    """The token that stands for `aktor` until `aktor.berakhir`."""
    claims = {
        "sub": str(aktor.akun_id),
        "exp": aktor.berakhir,
        "pegawai": aktor.pegawai_id,
        "instansi": aktor.instansi_id,
        "peran": aktor.peran.value,
        "admin": aktor.admin_instansi_id,
    }
    return jwt.encode({"alg": ALGORITHM}, claims, _key(keys))


def read(token: str, keys: Keys) -> Aktor:
    """Who `token` stands for. Raises UnauthenticatedError when it is forged or over."""
    try:
        claims = jwt.decode(token, _key(keys), algorithms=[ALGORITHM]).claims
        aktor = Aktor(
            akun_id=int(claims["sub"]),
            pegawai_id=claims["pegawai"],
            instansi_id=claims["instansi"],
            peran=Peran(claims["peran"]),
            admin_instansi_id=claims["admin"],
            berakhir=claims["exp"],
        )
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise UnauthenticatedError from error
    if aktor.berakhir <= time.time():
        raise UnauthenticatedError
    return aktor


async def aktor_of(akun_id: int, keys: Keys) -> Aktor | None:
    """The actor behind an account as it stands now; None when it may not log in."""
    rows: list[Row] = await fetch(
        "SELECT a.id, a.peran, a.instansi_id AS admin, p.id AS pegawai, p.instansi_id AS instansi"
        " FROM akun a JOIN pegawai p ON p.id = a.pegawai_id WHERE a.id = $1 AND a.aktif",
        [akun_id],
    )
    if not rows:
        return None
    row = rows[0]
    return Aktor(
        akun_id=row["id"],
        pegawai_id=row["pegawai"],
        instansi_id=row["instansi"],
        peran=Peran(row["peran"]),
        admin_instansi_id=row["admin"],
        berakhir=int(time.time()) + keys.token_seconds,
    )


async def still_good(aktor: Aktor) -> None:
    """Raises UnauthenticatedError when the account is no longer what the token says."""
    if not await fetch_value(
        "SELECT 1 FROM akun WHERE id = $1 AND peran = $2 AND aktif",
        [aktor.akun_id, aktor.peran.value],
    ):
        raise UnauthenticatedError


def new_refresh_token() -> str:
    """256 random bits."""
    return secrets.token_urlsafe(32)


def digest(refresh_token: str) -> str:
    """What the database keeps of a refresh token."""
    return hashlib.sha256(refresh_token.encode()).hexdigest()


def _key(keys: Keys) -> OctKey:
    return OctKey.import_key(keys.secret)
