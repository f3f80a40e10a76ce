"""Put whoever is missing into a matrix (*Sinkronisasi SKP Bawahan*, manual 5.1)."""

from functools import partial

from models.rules.aktor import Aktor
from resolvers.matriks.muat import load_matriks
from resolvers.matriks.sinkron import fill, hold, lacking
from resolvers.unit_of_work import unit_of_work


async def sinkronkan(aktor: Aktor, matriks_id: int) -> int:
    """Returns the matrix's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        aktor_id = aktor.pegawai_id
        held = await hold(work, aktor_id, and_=partial(lacking, aktor_id, matriks_id))
        matriks = await load_matriks(work, matriks_id)
        async with work.counting(*held):
            await fill(work, matriks.id)
    return matriks_id
