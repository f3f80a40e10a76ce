"""What is asked: each case as every contestant is asked it, and the answers made comparable."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bench import data
from models.rules.aktor import Aktor
from models.rules.vocabulary import Peran
from resolvers.akun.token import Keys, sign

OURS, PEER, CEILING = "ours", "peer", "ceiling"
CONTESTANTS = (OURS, PEER, CEILING)

BODIES = 200  # different requests of a case, so that nothing is remembered by accident
PAGE = 50  # people on a page
DEEP = 4_000  # a page far from the first
TOKEN_SECONDS = 4 * 3_600

_SKP = """
query Skp($id: ID!) {
  skp(id: $id) {
    id tahun periodeAwal periodeAkhir pendekatan statusJabatan jenisJabatan namaJabatan status versi
    dibuat diubah
    pegawai { nama nip }
    pejabatPenilai { nama }
    rhk {
      id jenis klasifikasi uraian penugasanDari urutan
      indikator { id uraian target perspektif aspek urutan }
    }
  }
}
"""
_SKP_PEER = """
query Skp($id: Int!) {
  skp: skpByRowId(rowId: $id) {
    id: rowId
    tahun periodeAwal periodeAkhir pendekatan statusJabatan jenisJabatan namaJabatan status versi
    dibuat diubah
    pegawai: pegawaiByPegawaiId { nama nip }
    pejabatPenilai: pegawaiByPejabatPenilaiId { nama }
    rhk: rhksBySkpIdList(orderBy: [URUTAN_ASC]) {
      id: rowId
      jenis klasifikasi uraian penugasanDari urutan
      indikator: indikatorsByRhkIdList(orderBy: [URUTAN_ASC]) {
        id: rowId
        uraian target perspektif aspek urutan
      }
    }
  }
}
"""
_UNOR = """
query Unor($id: ID!) {
  unor(id: $id) {
    nama
    pegawai(first: 100) {
      nodes {
        nama nip
        skp {
          tahun status pendekatan namaJabatan
          rhk { jenis uraian urutan indikator { uraian target aspek urutan } }
        }
      }
    }
  }
}
"""
_UNOR_PEER = """
query Unor($id: Int!) {
  unor: unorByRowId(rowId: $id) {
    nama
    pegawai: pegawaisByUnorIdAndInstansiId(first: 100, orderBy: [NAMA_ASC]) {
      nodes {
        nama nip
        skp: skpsByPegawaiIdList(orderBy: [PERIODE_AKHIR_DESC]) {
          tahun status pendekatan namaJabatan
          rhk: rhksBySkpIdList(orderBy: [URUTAN_ASC]) {
            jenis uraian urutan
            indikator: indikatorsByRhkIdList(orderBy: [URUTAN_ASC]) { uraian target aspek urutan }
          }
        }
      }
    }
  }
}
"""
_PAGE = """
query Halaman($id: ID!, $after: String) {
  instansi(id: $id) {
    pegawai(first: 50, after: $after) {
      nodes { nama nip skpTerakhir { status tahun jumlahRhk jumlahIndikator } }
      pageInfo { hasNextPage endCursor }
    }
  }
}
"""
_PAGE_PEER = """
query Halaman($id: Int!, $after: Cursor) {
  instansi: instansiByRowId(rowId: $id) {
    pegawai: pegawaisByInstansiId(first: 50, after: $after, orderBy: [NAMA_ASC]) {
      nodes {
        nama nip
        skpTerakhir: skpsByPegawaiIdList(first: 1, orderBy: [PERIODE_AKHIR_DESC]) {
          status tahun
          jumlahRhk: rhksBySkpId { totalCount }
          jumlahIndikator
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}
"""

# Asks PostGraphile itself for its cursors: they are its own to spell.
PEER_CURSORS = """
query Cursor($id: Int!, $first: Int!, $offset: Int!) {
  instansi: instansiByRowId(rowId: $id) {
    pegawai: pegawaisByInstansiId(first: $first, offset: $offset, orderBy: [NAMA_ASC]) {
      edges { cursor node { nama id: rowId } }
    }
  }
}
"""


@dataclass(frozen=True)
class Request:
    """One POST: path, JSON body, headers."""

    path: str
    body: dict[str, Any]
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """The requests of one case, for each contestant; those at the same place ask the same."""

    name: str
    what: str
    requests: dict[str, list[Request]]


@dataclass(frozen=True)
class Place:
    """The last pegawai of a page, and what PostGraphile calls that place (None: it is not here)."""

    nama: str
    id: int
    peer_cursor: str | None


class Cases:
    """The cases over one database, asked with tokens that `keys` sign; `places` are those before
    each of the pages `around_deep`."""

    def __init__(self, keys: Keys, places: Sequence[Place]) -> None:
        self.keys = keys
        self.places = places

    def skp(self) -> Case:
        """One SKP with its RHK and indikator, asked by its owner."""
        ids = range(1, data.SMALL_PEOPLE, data.SMALL_PEOPLE // BODIES + 1)
        requests = _nothing()
        for id_ in ids:
            token = self._owner(id_)
            _add(requests, token, ("skp", _SKP, {"id": f"skp_{id_}"}), (_SKP_PEER, {"id": id_}))
        return Case("skp", "one SKP graph, by its owner", requests)

    def unor(self) -> Case:
        """A unor of 100 people with everything under it, asked by the admin of its instansi."""
        each = data.SMALL_UNOR // data.SMALL_INSTANSI
        requests = _nothing()
        for id_ in range(1, data.SMALL_UNOR, data.SMALL_UNOR // BODIES):
            token = self._admin((id_ - 1) // each + 1)
            _add(requests, token, ("unor", _UNOR, {"id": f"unor_{id_}"}), (_UNOR_PEER, {"id": id_}))
        return Case("unor", "a unor of 100 people with everything under it, by an admin", requests)

    def first_page(self) -> Case:
        """The first 50 of 400,000 people by name: one body."""
        return Case("page-1", "page 1 of 400,000 people by name, by an admin", self._pages([None]))

    def deep_page(self) -> Case:
        """The 4,000th page: one body as well, so that the two compare."""
        middle = [self.places[len(self.places) // 2]]
        return Case("page-4000", "page 4,000 of the same", self._pages(middle))

    def pages(self) -> Case:
        """The pages around the 4,000th, which show 10,000 people."""
        return Case("pages", f"{BODIES} pages around page 4,000", self._pages(self.places))

    def _pages(self, places: Sequence[Place | None]) -> dict[str, list[Request]]:
        """The page after each of `places`, or the first."""
        requests = _nothing()
        token = self._admin(data.LARGE_INSTANSI)
        for place in places:
            ours: dict[str, Any] = {"id": f"instansi_{data.LARGE_INSTANSI}"}
            peer: dict[str, Any] = {"id": data.LARGE_INSTANSI}
            if place:
                ours["after"] = f'["{place.nama}", {place.id}]'
                peer["after"] = place.peer_cursor
            _add(requests, token, ("page", _PAGE, ours), (_PAGE_PEER, peer))
        return requests

    def _owner(self, pegawai_id: int) -> str:
        """The token of the pegawai."""
        each = data.SMALL_PEOPLE // data.SMALL_INSTANSI
        instansi = (pegawai_id - 1) // each + 1
        if pegawai_id == data.admin_of(instansi):
            return self._admin(instansi)
        return self._token(pegawai_id, instansi, Peran.PEGAWAI)

    def _admin(self, instansi_id: int) -> str:
        """The token of the instansi's admin."""
        return self._token(data.admin_of(instansi_id), instansi_id, Peran.ADMIN_INSTANSI)

    def _token(self, id_: int, instansi_id: int, peran: Peran) -> str:
        aktor = Aktor(
            sesi_id=1,
            akun_id=id_,
            pegawai_id=id_,
            instansi_id=instansi_id,
            peran=peran,
            admin_instansi_id=instansi_id if peran is Peran.ADMIN_INSTANSI else None,
            berakhir=int(time.time()) + TOKEN_SECONDS,
        )
        return sign(aktor, self.keys)


def around_deep() -> range:
    """How many people stand before each of the BODIES pages around the deep one."""
    middle = (DEEP - 1) * PAGE
    return range(middle - BODIES // 2 * PAGE, middle + BODIES // 2 * PAGE, PAGE)


def comparable(answer: Any) -> Any:
    """The values of an answer without what contestants rightly spell differently: global ids are
    the key within them, times are in UTC to the millisecond, a list of at most one is its only
    member, an object with nothing but a count is that count, a cursor is only there or not."""
    return dict(_comparable(answer)) if isinstance(answer, dict) else answer


def _comparable(answer: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in answer.items():
        match key, value:
            case "id", str():
                yield key, int(value.rpartition("_")[2])
            case (("dibuat" | "diubah"), str()):
                yield key, datetime.fromisoformat(value)
            case "endCursor", _:
                yield key, bool(value)
            case "jumlahRhk", {"totalCount": count}:
                yield key, count
            case "skpTerakhir", list():
                yield key, comparable(value[0]) if value else None
            case _, list():
                yield key, [comparable(item) for item in value]
            case _:
                yield key, comparable(value)


def _nothing() -> dict[str, list[Request]]:
    return {name: [] for name in CONTESTANTS}


def _add(
    requests: dict[str, list[Request]],
    token: str,
    ours: tuple[str, str, dict[str, Any]],
    peer: tuple[str, dict[str, Any]],
) -> None:
    """Add one request; the ceiling gets the body of ours, at a path of its own."""
    path, document, variables = ours
    headers = {"authorization": f"Bearer {token}"}
    body = {"query": document, "variables": variables}
    requests[OURS].append(Request("/graphql", body, headers))
    requests[CEILING].append(Request(f"/{path}", body, headers))
    requests[PEER].append(Request("/graphql", {"query": peer[0], "variables": peer[1]}))
