"""Loading an RHK, and with it the SKP that holds it, for a change."""

from dataclasses import dataclass

from models.errors import NotFoundError
from models.rules.vocabulary import AksiSkp
from models.skp import Rhk
from resolvers.skp.tulis import LockedSkp, load_for
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
    skp = await load_for(work, found.skp_id, AksiSkp.UBAH)
    # Again, now that the SKP is locked: it may have gone or changed meanwhile.
    row = await Rhk.get_or_none(id=rhk_id, skp_id=skp.id)
    if row is None:
        raise NotFoundError
    return LoadedRhk(skp, row)
