"""Add a lampiran to a draft SKP (docs/aturan.md: SKP)."""

from models.database import fetch_value
from models.rules.aktor import Aktor
from models.rules.batas import Batas, batas_refusals
from models.rules.teks import LONG, clean, required
from models.rules.vocabulary import AksiSkp, JenisLampiran
from models.skp import Lampiran
from resolvers.skp.tulis import load_for, touch
from resolvers.unit_of_work import unit_of_work


async def tambah(aktor: Aktor, skp_id: int, jenis: JenisLampiran, uraian: str) -> int:
    """Returns the new lampiran's id; it stands last. Raises NotFoundError, Refused."""
    text = clean(uraian)
    async with unit_of_work(aktor) as work:
        skp = await load_for(work, skp_id, AksiSkp.UBAH)
        work.demand(
            required(text, "uraian", "Uraian lampiran", LONG),
            batas_refusals(Batas.LAMPIRAN, await Lampiran.filter(skp_id=skp.id).count()),
        )
        last = await fetch_value("SELECT max(urutan) FROM lampiran WHERE skp_id = $1", [skp.id])
        lampiran = await Lampiran.create(
            skp_id=skp.id, jenis=jenis, uraian=text, urutan=(last or 0) + 1
        )
        await touch(skp)
        ke = {"lampiran_id": lampiran.id, "jenis": jenis, "uraian": text}
        await work.record("skp", skp.id, "LAMPIRAN_TAMBAH", ke=ke)
    return lampiran.id
