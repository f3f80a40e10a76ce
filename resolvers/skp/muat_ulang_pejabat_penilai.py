"""Derive an SKP's pejabat penilai from the unor tree again ("Muat Ulang", manual 3.1)."""

from models.pejabat_penilai import pejabat_penilai_of
from models.rules.aktor import Aktor
from models.rules.vocabulary import AksiSkp
from resolvers.skp.tulis import load_for, write
from resolvers.unit_of_work import unit_of_work

AKSI = AksiSkp.MUAT_ULANG_PEJABAT_PENILAI


async def muat_ulang_pejabat_penilai(aktor: Aktor, skp_id: int) -> int:
    """Returns the SKP's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        skp = await load_for(work, skp_id, AKSI)
        before = skp.keadaan.pejabat_penilai_id
        after = await pejabat_penilai_of(skp.keadaan.pegawai_id)
        if before != after:
            await write(skp, pejabat_penilai_id=after)
            await work.record(
                "skp",
                skp.id,
                AKSI.value,
                dari={"pejabat_penilai_id": before},
                ke={"pejabat_penilai_id": after},
            )
    return skp_id
