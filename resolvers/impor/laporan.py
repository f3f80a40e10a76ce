"""What an import found and did."""

from collections.abc import Callable
from dataclasses import dataclass, field

# Called with the stage, how much of it is done, and how much there is.
Progress = Callable[[str, int, int], None]


def silent(_stage: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Masalah:
    """Something wrong with a file. `baris` counts the file's lines from 1; 0 is the whole file."""

    berkas: str
    baris: int
    kolom: str | None
    alasan: str

    def __str__(self) -> str:
        place = [self.berkas]
        if self.baris:
            place.append(f"baris {self.baris}")
        if self.kolom:
            place.append(f"kolom {self.kolom}")
        return f"{', '.join(place)}: {self.alasan}"


@dataclass(slots=True)
class Perubahan:
    """How many rows of a noun the file adds, changes, and leaves as they are."""

    baru: int = 0
    berubah: int = 0
    tetap: int = 0


@dataclass
class Laporan:
    """The outcome: either `masalah` and nothing was written, or what changed for each noun."""

    masalah: list[Masalah] = field(default_factory=list)
    perubahan: dict[str, Perubahan] = field(default_factory=dict)
    disimpan: bool = False
