"""Loading an indikator, and with it the SKP that holds it, for a change."""

from dataclasses import dataclass

from models.errors import NotFoundError
from models.skp import Indikator
from resolvers.rhk.muat import load_rhk
from resolvers.skp.tulis import LockedSkp
from resolvers.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class LoadedIndikator:
    """An indikator in an SKP that the actor may change."""

    skp: LockedSkp
    row: Indikator


async def load_indikator(work: UnitOfWork, indikator_id: int) -> LoadedIndikator:
    """The indikator of an SKP that may be changed. Raises NotFoundError, Refused."""
    found = await Indikator.get_or_none(id=indikator_id)
    if found is None:
        raise NotFoundError
    rhk = await load_rhk(work, found.rhk_id)
    # Again, now that the SKP is locked: it may have gone or changed meanwhile.
    row = await Indikator.get_or_none(id=indikator_id, rhk_id=rhk.row.id)
    if row is None:
        raise NotFoundError
    return LoadedIndikator(rhk.skp, row)
