"""Loading a matrix and the SKP that is to stand in it, for a change."""

from dataclasses import dataclass

from models.database import Row, as_date, fetch_value
from models.errors import NotFoundError
from models.rules.aktor import Aktor
from models.rules.matriks import Pihak, pimpinan_refusals
from models.scopes import Scope, skp_sejawat
from models.scopes import matriks as matriks_scope
from resolvers.in_scope import select_in_scope
from resolvers.unit_of_work import UnitOfWork

_PIHAK = "skp.id AS skp_id, skp.pegawai_id, orang.instansi_id, skp.periode_awal, skp.periode_akhir"


@dataclass(frozen=True)
class LoadedMatriks:
    """A matrix of the actor's; `top` is its SKP."""

    id: int
    tim_kerja_id: int | None
    top: Pihak


async def load_matriks(work: UnitOfWork, matriks_id: int) -> LoadedMatriks:
    """A matrix of the actor's, who is locked. Raises NotFoundError, and Refused for another's."""
    rows = await select_in_scope(
        "matriks",
        matriks_scope,
        work.aktor,
        matriks_id,
        f"t.tim_kerja_id, {_PIHAK}",
        joined="JOIN skp ON skp.id = t.skp_id JOIN pegawai orang ON orang.id = skp.pegawai_id",
    )
    if not rows:
        raise NotFoundError
    top = _pihak(rows[0])
    work.demand(pimpinan_refusals(work.aktor, top.pegawai_id))
    return LoadedMatriks(matriks_id, rows[0]["tim_kerja_id"], top)


async def load_plan(aktor: Aktor, skp_id: int, scope: Scope = skp_sejawat) -> Pihak:
    """An SKP as it is found by its owner's NIP. Raises NotFoundError."""
    rows = await select_in_scope(
        "skp",
        scope,
        aktor,
        skp_id,
        _PIHAK.replace("skp.", "t."),
        joined="JOIN pegawai orang ON orang.id = t.pegawai_id",
    )
    if not rows:
        raise NotFoundError
    return _pihak(rows[0])


async def is_in(matriks_id: int, skp_id: int) -> bool:
    """Whether the SKP stands in the matrix."""
    found = await fetch_value(
        "SELECT 1 FROM baris_matriks WHERE matriks_id = $1 AND skp_id = $2", [matriks_id, skp_id]
    )
    return found is not None


def _pihak(row: Row) -> Pihak:
    periode = (as_date(row["periode_awal"]), as_date(row["periode_akhir"]))
    return Pihak(row["skp_id"], row["pegawai_id"], row["instansi_id"], periode)
