"""Loading what hangs on an SKP, and with it the SKP, for a change."""

from typing import TypeVar

from tortoise.models import Model

from models.errors import NotFoundError
from models.pelaksanaan import Eviden, ProgresHarian, RencanaAksi, UmpanBalik
from models.scopes import Scope
from models.scopes import skp as skp_scope
from models.skp import Indikator, Lampiran, Rhk
from resolvers.skp.tulis import LockedSkp, load_skp
from resolvers.unit_of_work import UnitOfWork

M = TypeVar("M", bound=Model)

# How the key of the SKP is reached from each.
_SKP_OF: dict[type[Model], str] = {
    Rhk: "skp_id",
    Lampiran: "skp_id",
    Indikator: "rhk__skp_id",
    RencanaAksi: "rhk__skp_id",
    ProgresHarian: "rencana_aksi__rhk__skp_id",
    Eviden: "rhk__skp_id",
    UmpanBalik: "skp_id",
}


async def load_part(
    work: UnitOfWork, model: type[M], key: int, scope: Scope = skp_scope
) -> tuple[LockedSkp, M]:
    """The SKP, locked, and the row inside it. Raises NotFoundError where `scope` hides the SKP."""
    skp_of = _SKP_OF[model]
    found = await model.filter(id=key).values(skp_id=skp_of)
    if not found:
        raise NotFoundError
    skp = await load_skp(work, found[0]["skp_id"], scope)
    # Again, now that the SKP is locked: it may have gone or changed meanwhile.
    row = await model.filter(id=key, **{skp_of: skp.id}).first()
    if row is None:
        raise NotFoundError
    return skp, row
