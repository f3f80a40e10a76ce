"""Loading an RHK, and with it the SKP that holds it, for a change."""

from dataclasses import dataclass

from models.errors import NotFoundError
from models.rules.aktor import Aktor
from models.rules.skp import NOT_THE_OWNER, refusals
from models.rules.vocabulary import AksiSkp
from models.scopes import rhk as rhk_scope
from models.skp import Rhk
from resolvers.in_scope import select_in_scope
from resolvers.skp.bagian import load_part
from resolvers.skp.tulis import LockedSkp
from resolvers.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class LoadedRhk:
    """An RHK in an SKP that the actor sees."""

    skp: LockedSkp
    row: Rhk


async def load_rhk(work: UnitOfWork, rhk_id: int) -> LoadedRhk:
    """The RHK of an SKP that may be changed. Raises NotFoundError, Refused."""
    rhk = await find_rhk(work, rhk_id)
    work.demand(refusals(work.aktor, rhk.skp.keadaan, AksiSkp.UBAH))
    return rhk


async def find_rhk(work: UnitOfWork, rhk_id: int) -> LoadedRhk:
    """The RHK, whatever may be done to its SKP. Raises NotFoundError; Refused when it is seen
    without its SKP, as an atasan's is."""
    try:
        return LoadedRhk(*await load_part(work, Rhk, rhk_id))
    except NotFoundError:
        if await _is_seen(work.aktor, rhk_id):
            work.demand((NOT_THE_OWNER,))
        raise


async def _is_seen(aktor: Aktor, rhk_id: int) -> bool:
    return bool(await select_in_scope("rhk", rhk_scope, aktor, rhk_id, "1"))
