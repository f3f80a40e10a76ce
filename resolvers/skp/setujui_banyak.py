"""Approve many SKP at once, each by itself (manual 5.1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.errors import BadInputError, ConflictError, NotFoundError, Refused
from models.rules.aktor import Aktor
from models.rules.alasan import Alasan, KodeKesalahan
from resolvers.skp.setujui import setujui

MOST = 100

_FAILED = {
    NotFoundError: KodeKesalahan.TIDAK_DITEMUKAN,
    ConflictError: KodeKesalahan.BERTABRAKAN,
}


@dataclass(frozen=True)
class Hasil:
    """What became of one: why not, if it was not approved."""

    skp_id: int
    alasan: tuple[Alasan, ...] = ()


async def setujui_banyak(aktor: Aktor, skp_ids: Sequence[int]) -> list[Hasil]:
    """In a transaction each, in the order asked: one that fails does not stop the rest. An id 0 is
    none. Raises BadInputError for too many."""
    if len(skp_ids) > MOST:
        raise BadInputError(
            f"Paling banyak {MOST} SKP sekaligus, bukan {len(skp_ids)}; bagi menjadi beberapa."
        )
    return [await _setujui(aktor, skp_id) for skp_id in skp_ids]


async def _setujui(aktor: Aktor, skp_id: int) -> Hasil:
    try:
        return Hasil(await setujui(aktor, skp_id))
    except Refused as refused:
        return Hasil(skp_id, refused.reasons)
    except (NotFoundError, ConflictError) as error:
        return Hasil(skp_id, (Alasan(_FAILED[type(error)], error.message),))
