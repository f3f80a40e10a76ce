"""Take over who rates the owner of an SKP, and his unor and jabatan, as they are now ("Muat Ulang",
manual 3.1)."""

from models.rules.aktor import Aktor
from models.rules.vocabulary import AksiSkp
from resolvers.skp.pejabat_penilai import hold_usang, perbarui, sekarang
from resolvers.skp.tulis import load_for
from resolvers.unit_of_work import unit_of_work

AKSI = AksiSkp.MUAT_ULANG_PEJABAT_PENILAI


async def muat_ulang_pejabat_penilai(aktor: Aktor, skp_id: int) -> int:
    """Returns the SKP's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        own = "plan.id = $1 AND plan.pegawai_id = $2"
        oneself = aktor.pegawai_id
        usang = await hold_usang(work, oneself, own, skp_id, oneself, columns=sekarang())
        await load_for(work, skp_id, AKSI)
        await perbarui(work, usang, AKSI.value)
    return skp_id
