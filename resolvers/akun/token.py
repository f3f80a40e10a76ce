"""Tokens: a short-lived signed one that says who is asking, and a refresh token that renews it."""

import hashlib
import secrets
import time
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from models.database import Row, any_of, fetch
from models.errors import UnauthenticatedError
from models.rules.aktor import Aktor
from models.rules.vocabulary import Peran

ALGORITHM = "HS256"


@dataclass(frozen=True)
class Keys:
    """What signs the tokens, and how long they live."""

    secret: str = field(repr=False)
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
        "sesi": aktor.sesi_id,
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
            sesi_id=claims["sesi"],
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


async def aktor_of(sesi_id: int, keys: Keys) -> Aktor | None:
    """The actor behind a session as his account stands now; None when he may not log in."""
    rows: list[Row] = await fetch(
        "SELECT a.id, a.peran, a.instansi_id AS admin, p.id AS pegawai, p.instansi_id AS instansi"
        " FROM sesi s JOIN akun a ON a.id = s.akun_id JOIN pegawai p ON p.id = a.pegawai_id"
        " WHERE s.id = $1 AND a.aktif AND p.aktif",
        [sesi_id],
    )
    if not rows:
        return None
    row = rows[0]
    return Aktor(
        sesi_id=sesi_id,
        akun_id=row["id"],
        pegawai_id=row["pegawai"],
        instansi_id=row["instansi"],
        peran=Peran(row["peran"]),
        admin_instansi_id=row["admin"],
        berakhir=int(time.time()) + keys.token_seconds,
    )


async def still_good(aktor: Aktor) -> None:
    """Raises UnauthenticatedError when the session is over, or the account no longer what the
    token says."""
    if not await all_still_good([aktor]):
        raise UnauthenticatedError


async def all_still_good(aktor: Collection[Aktor]) -> set[Aktor]:
    """Those whose session lasts and whose account is what the token says."""
    rows = await fetch(
        "SELECT s.id, a.id AS akun, a.peran, a.instansi_id AS admin, p.instansi_id AS instansi"
        " FROM sesi s JOIN akun a ON a.id = s.akun_id JOIN pegawai p ON p.id = a.pegawai_id"
        f" WHERE a.aktif AND p.aktif AND {any_of('s.id', '$1')}",
        [sorted({one.sesi_id for one in aktor})],
    )
    accounts = {tuple(row.values()) for row in rows}
    return {
        one
        for one in aktor
        if (one.sesi_id, one.akun_id, one.peran, one.admin_instansi_id, one.instansi_id) in accounts
    }


@dataclass(frozen=True)
class RefreshToken:
    """`kunci` finds the session; `rahasia`, good for one use, proves the right to renew it."""

    kunci: str
    rahasia: str

    @classmethod
    def new(cls, kunci: str | None = None) -> "RefreshToken":
        """A fresh secret, for a fresh session unless `kunci` names one. 128 and 256 random bits."""
        return cls(kunci or secrets.token_hex(16), secrets.token_urlsafe(32))

    @classmethod
    def read(cls, text: str) -> "RefreshToken":
        """Anything may be read; only what we issued will be found."""
        kunci, _, rahasia = text.partition(".")
        return cls(kunci, rahasia) if len(kunci) == 32 and kunci.isalnum() else cls("", "")

    def __str__(self) -> str:
        return f"{self.kunci}.{self.rahasia}"

    @property
    def digest(self) -> str:
        """What the database keeps of the secret."""
        return hashlib.sha256(self.rahasia.encode("utf-8", "surrogatepass")).hexdigest()


def _key(keys: Keys) -> OctKey:
    return OctKey.import_key(keys.secret)
