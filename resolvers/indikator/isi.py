"""The content of an indikator, checked against its SKP: what adding and changing share."""

from dataclasses import dataclass, replace

from models.rules.alasan import Alasan
from models.rules.rhk import indikator_refusals
from models.rules.teks import LONG, SHORT, clean, fits, required
from models.rules.vocabulary import AspekIndikator, Pendekatan, Perspektif


@dataclass(frozen=True)
class IsiIndikator:
    """What the owner writes."""

    uraian: str | None
    target: str | None = None
    perspektif: Perspektif | None = None
    aspek: AspekIndikator | None = None

    def cleaned(self) -> "IsiIndikator":
        return replace(self, uraian=clean(self.uraian), target=clean(self.target))


def isi_refusals(pendekatan: Pendekatan, isi: IsiIndikator) -> tuple[Alasan, ...]:
    """Why `isi` (cleaned) may not stand in an SKP of this approach."""
    return (
        *required(isi.uraian, "uraian", "Uraian indikator", LONG),
        *fits(isi.target, "target", "Target", SHORT),
        *indikator_refusals(pendekatan, isi.target, isi.perspektif),
    )
