"""Loading an RHK, and with it the SKP that holds it, for a change."""

from dataclasses import dataclass

from models.errors import NotFoundError
from models.rules.aktor import Aktor
from models.rules.skp import NOT_THE_OWNER
from models.rules.vocabulary import AksiSkp
from models.scopes import rhk as rhk_scope
from models.skp import Rhk
from resolvers.skp.tulis import LockedSkp, load_for, select_in_scope
from resolvers.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class LoadedRhk:
    """An RHK in an SKP that the actor may change."""

    skp: LockedSkp
    row: Rhk


async def load_rhk(work: UnitOfWork, rhk_id: int) -> LoadedRhk:
    """The RHK of an SKP that may be changed. Raises NotFoundError, Refused."""
    found = await Rhk.get_or_none(id=rhk_id)
    if found is None:
        raise NotFoundError
    try:
        skp = await load_for(work, found.skp_id, AksiSkp.UBAH)
    except NotFoundError:
        if await _is_seen(work.aktor, rhk_id):
            work.demand((NOT_THE_OWNER,))  # an atasan's RHK is seen without its SKP
        raise
    # Again, now that the SKP is locked: it may have gone or changed meanwhile.
    row = await Rhk.get_or_none(id=rhk_id, skp_id=skp.id)
    if row is None:
        raise NotFoundError
    return LoadedRhk(skp, row)


async def _is_seen(aktor: Aktor, rhk_id: int) -> bool:
    return bool(await select_in_scope("rhk", rhk_scope, aktor, rhk_id, "1"))
