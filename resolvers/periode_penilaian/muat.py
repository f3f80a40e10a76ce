"""Loading a periode for a change: what the use cases of a periode share."""

from models.database import Dialect, dialect, fetch, fetch_value
from models.errors import NotFoundError
from models.penilaian import PeriodePenilaian
from models.rules.admin import admin_refusals
from models.rules.periode_penilaian import IsiPeriode
from models.rules.vocabulary import JenisPeriode
from models.scopes import periode_penilaian as periode_scope
from resolvers.in_scope import select_in_scope
from resolvers.unit_of_work import UnitOfWork

NOUN = "periodepenilaian"  # in the audit trail

_USERS = (
    "rencana_aksi",
    "eviden",
    "realisasi",
    "umpan_balik",
    "penilaian",
    "predikat_organisasi",
)


async def load_periode(
    work: UnitOfWork, periode_id: int, *, alone: bool = False
) -> PeriodePenilaian:
    """The periode of an instansi that the actor manages; nobody else changes it before the
    transaction ends, and `alone`, which waits for everybody who writes in it, nothing is written in
    it either. Raises NotFoundError, Refused."""
    strength = "UPDATE" if alone else "NO KEY UPDATE"
    locking = f"FOR {strength} OF t" if dialect() is Dialect.POSTGRES else ""
    found = await select_in_scope(
        "periode_penilaian", periode_scope, work.aktor, periode_id, "1", locking=locking
    )
    if not found:
        raise NotFoundError
    periode = await PeriodePenilaian.get(id=periode_id)
    work.demand(admin_refusals(work.aktor, periode.instansi_id))
    return periode


def isi_of(row: PeriodePenilaian) -> IsiPeriode:
    return IsiPeriode(row.tahun, row.nama, row.awal, row.akhir, row.batas_pengisian, row.jenis)


async def others(instansi_id: int, tahun: int, but_not: int = 0) -> list[tuple[str, JenisPeriode]]:
    """Name and jenis of the periode of a tahun, without the periode `but_not`."""
    rows = await fetch(
        "SELECT nama, jenis FROM periode_penilaian"
        " WHERE instansi_id = $1 AND tahun = $2 AND id <> $3",
        [instansi_id, tahun, but_not],
    )
    return [(row["nama"], JenisPeriode(row["jenis"])) for row in rows]


async def is_used(periode_id: int) -> bool:
    """Whether anything was written or given in the periode."""
    used = " OR ".join(f"EXISTS (SELECT 1 FROM {name} WHERE periode_id = $1)" for name in _USERS)
    return bool(await fetch_value(f"SELECT {used}", [periode_id]))
