"""Say what the pejabat penilai expects of somebody in an aspek of behaviour."""

from models.pelaksanaan import Ekspektasi
from models.rules.aktor import Aktor
from models.rules.teks import LONG, clean, required
from models.rules.umpan_balik import ekspektasi_refusals
from models.rules.vocabulary import AspekPerilaku
from resolvers.pelaksanaan.tulis import settle
from resolvers.skp.tulis import load_skp
from resolvers.unit_of_work import unit_of_work


async def tetapkan(aktor: Aktor, skp_id: int, aspek: AspekPerilaku, uraian: str | None) -> int:
    """Without `uraian` what was said is removed. Returns the SKP's id. Raises NotFoundError,
    Refused."""
    async with unit_of_work(aktor) as work:
        skp = await load_skp(work, skp_id)
        work.demand(ekspektasi_refusals(aktor, skp.keadaan))
        values = None
        if uraian is not None:
            values = {"uraian": clean(uraian)}
            work.demand(required(values["uraian"], "uraian", "Ekspektasi", LONG))
        await settle(work, skp, Ekspektasi, {"skp_id": skp_id, "aspek": aspek}, values)
    return skp_id
