"""Loading what hangs on an SKP, and with it the SKP, for a change."""

from typing import TypeVar

from tortoise.models import Model

from models.errors import NotFoundError
from models.pelaksanaan import Eviden, ProgresHarian, RencanaAksi, UmpanBalik
from models.scopes import Scope, kinerja
from models.scopes import skp as plan
from models.skp import Indikator, Lampiran, Rhk
from resolvers.skp.tulis import LockedSkp, load_skp
from resolvers.unit_of_work import UnitOfWork

M = TypeVar("M", bound=Model)

# How the key of the SKP is reached from each, and which SKP are not hidden with it.
_SKP_OF: dict[type[Model], tuple[str, Scope]] = {
    Rhk: ("skp_id", plan),
    Lampiran: ("skp_id", plan),
    Indikator: ("rhk__skp_id", plan),
    RencanaAksi: ("rhk__skp_id", kinerja),
    ProgresHarian: ("rencana_aksi__rhk__skp_id", kinerja),
    Eviden: ("rhk__skp_id", kinerja),
    UmpanBalik: ("skp_id", kinerja),
}


async def load_part(
    work: UnitOfWork, model: type[M], key: int, scope: Scope | None = None
) -> tuple[LockedSkp, M]:
    """The SKP, locked, and the row inside it. Raises NotFoundError where `scope`, or else that of
    the model, hides the SKP."""
    skp_of, usual = _SKP_OF[model]
    found = await model.filter(id=key).values(skp_id=skp_of)
    if not found:
        raise NotFoundError
    skp = await load_skp(work, found[0]["skp_id"], scope or usual)
    # Again, now that the SKP is locked: it may have gone or changed meanwhile.
    row = await model.filter(id=key, **{skp_of: skp.id}).first()
    if row is None:
        raise NotFoundError
    return skp, row
