"""Which curves an actor may open."""

from models.errors import NotFoundError
from models.penilaian import PeriodePenilaian
from models.rules.aktor import Aktor
from models.scopes import kurva
from resolvers.dashboard.akses import Akses, buka
from resolvers.in_scope import select_in_scope
from resolvers.kurva.periode import periode_in_scope
from subscriptions.pohon import Pohon


async def buka_kurva(aktor: Aktor, pejabat_penilai_id: int, periode_id: int) -> PeriodePenilaian:
    """The curve of a pejabat penilai: his own, or of whom one administers or leads. Raises
    NotFoundError."""
    if not await select_in_scope("pegawai", kurva, aktor, pejabat_penilai_id, "1"):
        raise NotFoundError
    return await periode_in_scope(aktor, periode_id)


async def buka_kurva_unor(
    pohon: Pohon, aktor: Aktor, unor_id: int, periode_id: int
) -> tuple[Akses, PeriodePenilaian]:
    """As the dashboards of the unor; the periode is one of its instansi. Raises NotFoundError."""
    akses = await buka(pohon, aktor, None, unor_id)
    periode = await periode_in_scope(aktor, periode_id)
    place = (await pohon.tempat([unor_id]))[unor_id]
    if place.instansi_id != periode.instansi_id:
        raise NotFoundError
    return akses, periode
