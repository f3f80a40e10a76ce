"""Derive an SKP's pejabat penilai from the unor tree again ("Muat Ulang", manual 3.1)."""

from functools import partial

from models.pejabat_penilai import pejabat_penilai_of
from models.rules.aktor import Aktor
from models.rules.vocabulary import AksiSkp
from resolvers.matriks.sinkron import around_skp, change_penilai, hold
from resolvers.skp.tulis import load_for, write
from resolvers.unit_of_work import unit_of_work

AKSI = AksiSkp.MUAT_ULANG_PEJABAT_PENILAI


async def muat_ulang_pejabat_penilai(aktor: Aktor, skp_id: int) -> int:
    """Returns the SKP's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        held = await hold(
            work, aktor.pegawai_id, and_=partial(around_skp, aktor.pegawai_id, skp_id)
        )
        skp = await load_for(work, skp_id, AKSI)
        before = skp.keadaan.pejabat_penilai_id
        after = await pejabat_penilai_of(skp.keadaan.pegawai_id)
        if before != after:
            async with work.counting(*held):
                await write(skp, pejabat_penilai_id=after)
                await change_penilai(work, skp.id, before)
            await work.record(
                "skp",
                skp.id,
                AKSI.value,
                dari={"pejabat_penilai_id": before},
                ke={"pejabat_penilai_id": after},
            )
    return skp_id
