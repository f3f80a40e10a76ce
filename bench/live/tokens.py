"""Who asks: tokens signed with the secret that the bench gives the service."""

import time

from bench.cases import TOKEN_SECONDS
from bench.contestants import SECRET
from bench.live.places import AKUN, SESI, Person
from models.rules.aktor import Aktor
from models.rules.vocabulary import Peran
from resolvers.akun.token import Keys, sign

_KEYS = Keys(SECRET, token_seconds=0, session_seconds=0)


def token(person: Person, peran: Peran = Peran.PEGAWAI) -> str:
    """The token of a person, whose account and session are in the database."""
    aktor = Aktor(
        sesi_id=person.id + SESI,
        akun_id=person.id + AKUN,
        pegawai_id=person.id,
        instansi_id=person.instansi_id,
        peran=peran,
        admin_instansi_id=None,
        berakhir=int(time.time()) + TOKEN_SECONDS,
    )
    return sign(aktor, _KEYS)
