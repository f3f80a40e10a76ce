"""Derive an SKP's pejabat penilai from the unor tree again ("Muat Ulang", manual 3.1)."""

from functools import partial

from models.pejabat_penilai import pejabat_penilai_of
from models.rules.aktor import Aktor
from models.rules.vocabulary import AksiSkp
from resolvers.matriks.sinkron import around_skp, hold
from resolvers.skp.pejabat_penilai import ganti
from resolvers.skp.tulis import load_for
from resolvers.unit_of_work import unit_of_work

AKSI = AksiSkp.MUAT_ULANG_PEJABAT_PENILAI


async def muat_ulang_pejabat_penilai(aktor: Aktor, skp_id: int) -> int:
    """Returns the SKP's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        held = await hold(
            work, aktor.pegawai_id, and_=partial(around_skp, aktor.pegawai_id, skp_id)
        )
        skp = await load_for(work, skp_id, AKSI)
        after = await pejabat_penilai_of(skp.keadaan.pegawai_id)
        await ganti(work, skp, held, after, AKSI.value)
    return skp_id
