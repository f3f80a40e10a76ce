"""The content of an umpan balik."""

from dataclasses import dataclass, replace

from models.rules.alasan import Alasan
from models.rules.teks import LONG, clean, required
from models.rules.vocabulary import AspekPerilaku


@dataclass(frozen=True)
class IsiUmpanBalik:
    """What is said, and about what: an RHK or an aspek."""

    uraian: str | None
    rhk_id: int | None = None
    aspek: AspekPerilaku | None = None

    def cleaned(self) -> "IsiUmpanBalik":
        return replace(self, uraian=clean(self.uraian))


def uraian_refusals(uraian: str | None) -> tuple[Alasan, ...]:
    """Why `uraian` (cleaned) may not stand."""
    return required(uraian, "uraian", "Umpan balik", LONG)
