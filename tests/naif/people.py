"""Who asks."""

from random import Random

from models.rules.aktor import Aktor
from models.rules.vocabulary import Peran
from tests.naif.data import Data
from tests.naif.rows import Akun

_LATER = 2**31


def anybody(acak: Random, data: Data) -> Aktor | None:
    """Somebody with an account; seldom nobody. Each role comes up as often as the others."""
    if acak.randrange(100) < 3:
        return None
    return somebody(acak, data, acak.choice(list(Peran)))


def somebody(acak: Random, data: Data, peran: Peran) -> Aktor:
    return aktor(data, acak.choice([one for one in data.akun.values() if one.peran == peran]))


def aktor(data: Data, akun: Akun) -> Aktor:
    return Aktor(
        sesi_id=1,
        akun_id=akun.id,
        pegawai_id=akun.pegawai_id,
        instansi_id=data.pegawai[akun.pegawai_id].instansi_id,
        peran=Peran(akun.peran),
        admin_instansi_id=akun.instansi_id,
        berakhir=_LATER,
    )
