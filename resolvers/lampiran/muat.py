"""Loading a lampiran, and with it the SKP that holds it, for a change."""

from dataclasses import dataclass

from models.rules.skp import refusals
from models.rules.vocabulary import AksiSkp
from models.skp import Lampiran
from resolvers.skp.bagian import load_part
from resolvers.skp.tulis import LockedSkp
from resolvers.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class LoadedLampiran:
    """A lampiran of an SKP that the actor may change."""

    skp: LockedSkp
    row: Lampiran


async def load_lampiran(work: UnitOfWork, lampiran_id: int) -> LoadedLampiran:
    """The lampiran of an SKP that may be changed. Raises NotFoundError, Refused."""
    skp, row = await load_part(work, Lampiran, lampiran_id)
    work.demand(refusals(work.aktor, skp.keadaan, AksiSkp.UBAH))
    return LoadedLampiran(skp, row)
