"""Loading a pegawai for a change."""

from models.errors import ConflictError
from models.organisasi import Pegawai
from models.rules.admin import admin_refusals
from models.rules.struktur import KeadaanPegawai
from models.scopes import Scope
from models.scopes import pegawai as pegawai_scope
from resolvers.in_scope import column_in_scope
from resolvers.unit_of_work import UnitOfWork


async def load_pegawai(work: UnitOfWork, pegawai_id: int, *instansi_ids: int) -> Pegawai:
    """The pegawai, while nobody else changes him, or the tree and the people of his instansi and of
    these.

    Raises NotFoundError, Refused for whoever is no admin of him, ConflictError.
    """
    instansi_id = await column_in_scope(
        "pegawai", pegawai_scope, work.aktor, pegawai_id, "instansi_id"
    )
    work.demand(admin_refusals(work.aktor, instansi_id))
    await work.lock_instansi(instansi_id, *instansi_ids)
    await work.lock_pegawai(pegawai_id)
    pegawai = await Pegawai.get(id=pegawai_id)
    if pegawai.instansi_id != instansi_id:
        raise ConflictError
    return pegawai


def keadaan_pegawai(pegawai: Pegawai) -> KeadaanPegawai:
    """What the rules need to know of a pegawai."""
    return KeadaanPegawai(pegawai.id, pegawai.instansi_id, pegawai.aktif)


async def keadaan_seen(
    work: UnitOfWork, pegawai_id: int | None, scope: Scope = pegawai_scope
) -> KeadaanPegawai | None:
    """The same of somebody whom the actor names, if he names anybody. Raises NotFoundError."""
    if pegawai_id is None:
        return None
    await column_in_scope("pegawai", scope, work.aktor, pegawai_id, "id")
    return keadaan_pegawai(await Pegawai.get(id=pegawai_id))
