"""Dissolve a tim kerja; its matrices go with it."""

from functools import partial

from models.database import execute
from models.rules.aktor import Aktor
from resolvers.matriks.sinkron import People, hold, people, say
from resolvers.tim_kerja.muat import anggota_of, load_tim
from resolvers.unit_of_work import unit_of_work


async def hapus(aktor: Aktor, tim_id: int) -> int:
    """Returns the id that was. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        held = await hold(work, aktor.pegawai_id, and_=partial(_involved, aktor, tim_id))
        tim = await load_tim(work, tim_id)
        anggota = sorted(await anggota_of(tim_id))
        async with work.counting(*held):
            await execute("DELETE FROM tim_kerja WHERE id = $1", [tim_id])
        say(work, [tim.ketua_id, *anggota])
        dari = {"nama": tim.nama, "tahun": tim.tahun, "anggota": anggota}
        await work.record("timkerja", tim_id, "HAPUS", dari=dari)
    return tim_id


async def _involved(aktor: Aktor, tim_id: int) -> People:
    """Whose SKP stand in the matrices of a team of the actor's."""
    return await people(
        "SELECT plan.pegawai_id AS id FROM tim_kerja tim"
        " JOIN matriks ON matriks.tim_kerja_id = tim.id"
        " JOIN baris_matriks baris ON baris.matriks_id = matriks.id"
        " JOIN skp plan ON plan.id = baris.skp_id WHERE tim.id = $1 AND tim.ketua_id = $2",
        tim_id,
        aktor.pegawai_id,
    )
