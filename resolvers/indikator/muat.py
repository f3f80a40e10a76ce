"""Loading an indikator, and with it the SKP that holds it, for a change."""

from dataclasses import dataclass

from models.errors import NotFoundError
from models.rules.vocabulary import AksiSkp
from models.skp import Indikator
from resolvers.skp.tulis import LockedSkp, load_for
from resolvers.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class LoadedIndikator:
    """An indikator in an SKP that the actor may change."""

    skp: LockedSkp
    row: Indikator


async def load_indikator(work: UnitOfWork, indikator_id: int) -> LoadedIndikator:
    """The indikator of an SKP that may be changed. Raises NotFoundError, Refused."""
    found = await Indikator.get_or_none(id=indikator_id).select_related("rhk")
    if found is None:
        raise NotFoundError
    skp = await load_for(work, found.rhk.skp_id, AksiSkp.UBAH)
    # Again, now that the SKP is locked: it may have gone or changed meanwhile.
    row = await Indikator.get_or_none(id=indikator_id, rhk__skp_id=skp.id)
    if row is None:
        raise NotFoundError
    return LoadedIndikator(skp, row)
