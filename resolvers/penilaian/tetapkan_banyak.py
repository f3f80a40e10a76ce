"""Rate several SKP in a periode, each by itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.errors import Refused
from models.rules.aktor import Aktor
from models.rules.banyak import skp_refusals
from models.rules.vocabulary import Rating
from resolvers.penilaian.muat import Lembar
from resolvers.penilaian.tetapkan import tetapkan
from resolvers.satu_per_satu import Hasil, satu_per_satu


@dataclass(frozen=True)
class NilaiSkp:
    """What an SKP is to be rated."""

    skp_id: int
    hasil_kerja: Rating
    perilaku: Rating

    @property
    def ratings(self) -> dict[str, Rating]:
        return {"hasil_kerja": self.hasil_kerja, "perilaku": self.perilaku}


async def tetapkan_banyak(
    aktor: Aktor, periode_id: int, semua: Sequence[NilaiSkp]
) -> list[Hasil[Lembar]]:
    """A result for each, in order: where it is rated now, or why it is not. Raises Refused."""
    if reasons := skp_refusals(len(semua), "input", "penilaian"):
        raise Refused(*reasons)
    return await satu_per_satu(
        tetapkan(aktor, Lembar(nilai.skp_id, periode_id), nilai.ratings) for nilai in semua
    )
