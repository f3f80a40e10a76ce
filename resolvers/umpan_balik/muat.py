"""Loading an umpan balik, and with it the SKP that it is about, for a change by who gave it."""

from models.errors import NotFoundError
from models.pelaksanaan import UmpanBalik
from models.rules.umpan_balik import asal_of, pemberi_refusals, tetap_refusals
from models.rules.vocabulary import AksiPenilaian
from models.scopes import skp_umpan_balik
from models.scopes import umpan_balik as umpan_balik_scope
from resolvers.in_scope import select_in_scope
from resolvers.pelaksanaan.muat import open_periode
from resolvers.skp.bagian import load_part
from resolvers.skp.tulis import LockedSkp
from resolvers.unit_of_work import UnitOfWork


async def load_umpan_balik(work: UnitOfWork, key: int) -> tuple[LockedSkp, UmpanBalik]:
    """Raises NotFoundError, Refused."""
    if not await select_in_scope("umpan_balik", umpan_balik_scope, work.aktor, key, "1"):
        raise NotFoundError
    skp, row = await load_part(work, UmpanBalik, key, skp_umpan_balik)
    work.demand(pemberi_refusals(work.aktor, row.pemberi_id))
    await open_periode(work, skp, row.periode_id, AksiPenilaian.BERI_UMPAN_BALIK, named=False)
    work.demand(tetap_refusals(asal_of(work.aktor, skp.keadaan), row.rhk_id, row.aspek))
    return skp, row
