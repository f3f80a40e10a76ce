"""The periode that a curve, or what picks it, is about."""

from models.errors import NotFoundError
from models.penilaian import PeriodePenilaian
from models.rules.aktor import Aktor
from models.scopes import periode_penilaian
from resolvers.in_scope import select_in_scope


async def periode_in_scope(aktor: Aktor, periode_id: int) -> PeriodePenilaian:
    """Raises NotFoundError."""
    if not await select_in_scope("periode_penilaian", periode_penilaian, aktor, periode_id, "1"):
        raise NotFoundError
    return await PeriodePenilaian.get(id=periode_id)
