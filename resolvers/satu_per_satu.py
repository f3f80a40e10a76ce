"""Several of the same at once, each its own change: what fails for one stops no other."""

from collections.abc import Awaitable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from models.errors import ConflictError, NotFoundError, Refused, RequestError, UnauthenticatedError
from models.rules.alasan import Alasan, KodeKesalahan

T = TypeVar("T")

_CODES: dict[type[RequestError], KodeKesalahan] = {
    NotFoundError: KodeKesalahan.TIDAK_DITEMUKAN,
    ConflictError: KodeKesalahan.BERTABRAKAN,
    UnauthenticatedError: KodeKesalahan.SESI_BERAKHIR,
}


@dataclass(frozen=True)
class Hasil(Generic[T]):
    """What came of one: what its change returned, or why there is none."""

    nilai: T | None = None
    alasan: tuple[Alasan, ...] = ()


async def satu_per_satu(changes: Iterable[Awaitable[T]]) -> list[Hasil[T]]:
    """The result of each, in order. What was committed is told, whatever becomes of the rest."""
    return [await _hasil(change) for change in changes]


async def _hasil(change: Awaitable[T]) -> Hasil[T]:
    try:
        return Hasil(await change)
    except Refused as refused:
        return Hasil(alasan=refused.reasons)
    except RequestError as error:
        code = _CODES.get(type(error), KodeKesalahan.TIDAK_TERLAKSANA)
        return Hasil(alasan=(Alasan(code, error.message),))
