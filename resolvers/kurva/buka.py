"""Which curves an actor may open."""

from models.errors import NotFoundError
from models.penilaian import PeriodePenilaian
from models.rules.aktor import Aktor
from models.scopes import kurva
from resolvers.dashboard.akses import Akses
from resolvers.dashboard.penilaian import BukaPenilaian, buka_penilaian
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
    """As the dashboard of the unor. Raises NotFoundError, BadInputError."""
    asked = BukaPenilaian(None, periode_id, None, unor_id)
    dibuka = await buka_penilaian(pohon, aktor, asked)
    assert dibuka.periode is not None
    return dibuka.akses, dibuka.periode
