"""Loading a unor for a change."""

from models.database import fetch
from models.organisasi import Unor
from models.rules.admin import admin_refusals
from models.rules.struktur import KeadaanUnor
from models.scopes import unor as unor_scope
from resolvers.in_scope import column_in_scope
from resolvers.unit_of_work import UnitOfWork


async def instansi_of(work: UnitOfWork, unor_id: int) -> int:
    """The instansi of a unor, which never leaves it. Raises NotFoundError outside the scope."""
    instansi_id: int = await column_in_scope("unor", unor_scope, work.aktor, unor_id, "instansi_id")
    return instansi_id


async def load_unor(work: UnitOfWork, unor_id: int) -> Unor:
    """The unor, while nobody else changes the tree of its instansi or who stands where in it.

    Raises NotFoundError, Refused for whoever is no admin of it.
    """
    instansi_id = await instansi_of(work, unor_id)
    work.demand(admin_refusals(work.aktor, instansi_id))
    await work.lock_instansi(instansi_id)
    return await Unor.get(id=unor_id)


async def keadaan_unor(unor_id: int) -> KeadaanUnor:
    """What the rules need to know of a unor."""
    [row] = await fetch(
        "SELECT u.id, u.instansi_id, u.jalur, u.aktif,"
        " (SELECT count(*) FROM pegawai p WHERE p.unor_id = u.id AND p.aktif) AS pegawai_aktif,"
        " (SELECT count(*) FROM unor anak WHERE anak.induk_id = u.id AND anak.aktif) AS anak_aktif"
        " FROM unor u WHERE u.id = $1",
        [unor_id],
    )
    return KeadaanUnor(**{**row, "aktif": bool(row["aktif"])})
