"""The content of an eviden: what adding and changing share."""

from dataclasses import dataclass, replace

from models.rules.alasan import Alasan
from models.rules.pelaksanaan import tautan_refusals
from models.rules.teks import SHORT, clean, given_refusals, required


@dataclass(frozen=True)
class IsiEviden:
    """What the owner writes."""

    nama: str | None
    tautan: str | None

    def cleaned(self) -> "IsiEviden":
        return replace(self, nama=clean(self.nama), tautan=clean(self.tautan))


def isi_refusals(isi: IsiEviden) -> tuple[Alasan, ...]:
    """Why `isi` (cleaned) may not stand."""
    return (
        *required(isi.nama, "nama", "Nama eviden", SHORT),
        *given_refusals(isi.tautan, "tautan", "Tautan"),
        *tautan_refusals(isi.tautan),
    )
