"""Writing who is in a tim kerja: what making one and adding to it share."""

from collections.abc import Collection

from models.database import any_of, execute
from resolvers.matriks.sinkron import place_with_ketua, say
from resolvers.unit_of_work import UnitOfWork


async def put_in(work: UnitOfWork, tim_id: int, pegawai_ids: Collection[int]) -> None:
    """Put people, who are locked, into a team of the actor's and its matrices."""
    wanted = sorted(pegawai_ids)
    async with work.counting(*wanted):
        await execute(
            "INSERT INTO anggota_tim (tim_kerja_id, pegawai_id)"
            f" SELECT $1, id FROM pegawai WHERE {any_of('id', '$2')}",
            [tim_id, wanted],
        )
        await place_with_ketua(work, tim_id, wanted)
    say(work, [work.aktor.pegawai_id, *wanted])
