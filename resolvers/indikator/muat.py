"""Loading an indikator, and with it the SKP that holds it, for a change."""

from dataclasses import dataclass

from models.rules.skp import refusals
from models.rules.vocabulary import AksiSkp
from models.skp import Indikator
from resolvers.skp.bagian import load_part
from resolvers.skp.tulis import LockedSkp
from resolvers.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class LoadedIndikator:
    """An indikator in an SKP that the actor may change."""

    skp: LockedSkp
    row: Indikator


async def load_indikator(work: UnitOfWork, indikator_id: int) -> LoadedIndikator:
    """The indikator of an SKP that may be changed. Raises NotFoundError, Refused."""
    skp, row = await load_part(work, Indikator, indikator_id)
    work.demand(refusals(work.aktor, skp.keadaan, AksiSkp.UBAH))
    return LoadedIndikator(skp, row)
