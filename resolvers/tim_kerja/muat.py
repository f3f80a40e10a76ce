"""Loading a tim kerja and those who are to be in it, for a change."""

from collections.abc import Collection

from models.database import any_of, fetch, fetch_value
from models.errors import NotFoundError
from models.rules.aktor import Aktor
from models.rules.tim_kerja import Calon, ketua_refusals
from models.scopes import Viewer, pegawai, sejawat
from models.scopes import tim_kerja as tim_scope
from models.tim_kerja import TimKerja
from resolvers.in_scope import select_in_scope
from resolvers.unit_of_work import UnitOfWork


async def load_tim(work: UnitOfWork, tim_id: int) -> TimKerja:
    """A team of the actor's, who is locked. Raises NotFoundError, and Refused for another's."""
    if not await select_in_scope("tim_kerja", tim_scope, work.aktor, tim_id, "1"):
        raise NotFoundError
    tim = await TimKerja.get(id=tim_id)
    work.demand(ketua_refusals(work.aktor, tim.ketua_id))
    return tim


async def load_calon(aktor: Aktor, pegawai_ids: Collection[int]) -> list[Calon]:
    """People whom the actor sees, or finds by NIP. Raises NotFoundError if one is missing."""
    params: list[object] = [sorted(pegawai_ids)]

    def bind(value: object) -> str:
        params.append(value)
        return f"${len(params)}"

    viewer = Viewer.of(aktor, bind)
    rows = await fetch(
        f"SELECT t.id, t.nama, t.instansi_id, t.aktif FROM pegawai t WHERE {any_of('t.id', '$1')}"
        f" AND ({sejawat(viewer, 't')} OR {pegawai(viewer, 't')}) ORDER BY t.id",
        params,
    )
    if len(rows) < len(pegawai_ids):
        raise NotFoundError
    return [Calon(row["id"], row["nama"], row["instansi_id"], bool(row["aktif"])) for row in rows]


async def anggota_of(tim_id: int) -> set[int]:
    """Who is in a team."""
    rows = await fetch("SELECT pegawai_id FROM anggota_tim WHERE tim_kerja_id = $1", [tim_id])
    return {row["pegawai_id"] for row in rows}


async def is_taken(nama: str | None, ketua_id: int, tahun: int, but_not: int = 0) -> bool:
    """Whether the ketua has a team of that name in the year, other than `but_not`."""
    found = await fetch_value(
        "SELECT 1 FROM tim_kerja WHERE ketua_id = $1 AND tahun = $2 AND nama = $3 AND id <> $4",
        [ketua_id, tahun, nama, but_not],
    )
    return found is not None
