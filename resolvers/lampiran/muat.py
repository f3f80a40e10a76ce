"""Loading a lampiran, and with it the SKP that holds it, for a change."""

from dataclasses import dataclass

from models.errors import NotFoundError
from models.rules.vocabulary import AksiSkp
from models.skp import Lampiran
from resolvers.skp.tulis import LockedSkp, load_for
from resolvers.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class LoadedLampiran:
    """A lampiran of an SKP that the actor may change."""

    skp: LockedSkp
    row: Lampiran


async def load_lampiran(work: UnitOfWork, lampiran_id: int) -> LoadedLampiran:
    """The lampiran of an SKP that may be changed. Raises NotFoundError, Refused."""
    found = await Lampiran.get_or_none(id=lampiran_id)
    if found is None:
        raise NotFoundError
    skp = await load_for(work, found.skp_id, AksiSkp.UBAH)
    # Again, now that the SKP is locked: it may have gone or changed meanwhile.
    row = await Lampiran.get_or_none(id=lampiran_id, skp_id=skp.id)
    if row is None:
        raise NotFoundError
    return LoadedLampiran(skp, row)
