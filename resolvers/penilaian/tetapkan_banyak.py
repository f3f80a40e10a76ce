"""Rate several SKP in a periode, each by itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.errors import ConflictError, NotFoundError, Refused
from models.rules.aktor import Aktor
from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.predikat import banyak_refusals
from models.rules.vocabulary import Rating
from resolvers.penilaian.muat import Lembar
from resolvers.penilaian.tetapkan import tetapkan


@dataclass(frozen=True)
class NilaiSkp:
    """What an SKP is to be rated."""

    skp_id: int
    hasil_kerja: Rating
    perilaku: Rating


@dataclass(frozen=True)
class Hasil:
    """What came of it for one SKP: where it is rated now, or why it is not."""

    lembar: Lembar | None = None
    reasons: tuple[Alasan, ...] = ()


async def tetapkan_banyak(aktor: Aktor, periode_id: int, semua: Sequence[NilaiSkp]) -> list[Hasil]:
    """A result for each, in order. Raises Refused."""
    if reasons := banyak_refusals(len(semua)):
        raise Refused(*reasons)
    return [await _one(aktor, periode_id, each) for each in semua]


async def _one(aktor: Aktor, periode_id: int, nilai: NilaiSkp) -> Hasil:
    ratings = {"hasil_kerja": nilai.hasil_kerja, "perilaku": nilai.perilaku}
    try:
        return Hasil(await tetapkan(aktor, Lembar(nilai.skp_id, periode_id), ratings))
    except Refused as refused:
        return Hasil(reasons=refused.reasons)
    except NotFoundError as error:
        return Hasil(reasons=(Alasan(KodeKesalahan.TIDAK_DITEMUKAN, error.message),))
    except ConflictError as error:
        return Hasil(reasons=(Alasan(KodeKesalahan.BERTABRAKAN, error.message),))
