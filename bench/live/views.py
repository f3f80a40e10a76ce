"""What is watched: the dashboard's subscription, as our web page asks for it."""

from collections.abc import Mapping

from bench.live.places import TAHUN, Person
from bench.live.subscriber import Wish
from bench.live.tokens import token
from models.rules.vocabulary import Peran

PENGISIAN = """
subscription Pengisian($tahun: Int!, $instansiId: ID, $unorId: ID) {
  dashboardPengisian(tahun: $tahun, instansiId: $instansiId, unorId: $unorId) {
    versi
    lengkap
    lingkup { jenis id nama }
    jejak { jenis id nama }
    utama { total belumBuat draft pengajuan persetujuan }
    langsung { total belumBuat draft pengajuan persetujuan }
    unit { id nama jumlahAnak total belumBuat draft pengajuan persetujuan }
  }
}
"""


NATION: Mapping[str, str] = {}


def instansi(id_: int) -> Mapping[str, str]:
    """The scope of an instansi."""
    return {"instansiId": f"instansi_{id_}"}


def unor(id_: int) -> Mapping[str, str]:
    """The scope of a unor."""
    return {"unorId": f"unor_{id_}"}


def wish(
    port: int, watcher: Person, scope: Mapping[str, str] = NATION, *, rising: bool = True
) -> Wish:
    """The subscription of a scope, asked by a super admin."""
    variables: dict[str, object] = {"tahun": TAHUN, **scope}
    return Wish(port, token(watcher, Peran.SUPER_ADMIN), PENGISIAN, variables, rising)
