"""Loading an SKP to rate it in a periode: what rating and taking a rating back share."""

from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from models.penilaian import Penilaian
from models.rules.predikat import predikat_of
from models.rules.vocabulary import AksiPenilaian, Predikat, Rating
from resolvers.pelaksanaan.muat import open_periode
from resolvers.skp.tulis import LockedSkp, load_skp, touch
from resolvers.unit_of_work import UnitOfWork
from subscriptions.events import SKP, Event


@dataclass(frozen=True)
class Nilai:
    """What an SKP is rated in a periode."""

    hasil_kerja: Rating | None = None
    perilaku: Rating | None = None

    @property
    def predikat(self) -> Predikat | None:
        return predikat_of(self.hasil_kerja, self.perilaku)

    @property
    def columns(self) -> dict[str, Any]:
        return {**asdict(self), "predikat": self.predikat}


class Lembar(NamedTuple):
    """An SKP in a periode."""

    skp_id: int
    periode_id: int


@dataclass(frozen=True)
class Dinilai:
    """An SKP that the actor may rate, and what it is rated now; `row` is None if it is not."""

    skp: LockedSkp
    lembar: Lembar
    row: Penilaian | None

    @property
    def nilai(self) -> Nilai:
        return Nilai(self.row.hasil_kerja, self.row.perilaku) if self.row else Nilai()

    @property
    def pemilik_id(self) -> int:
        return self.skp.keadaan.pegawai_id


async def load_to_rate(work: UnitOfWork, lembar: Lembar) -> Dinilai:
    """Raises NotFoundError, Refused."""
    skp = await load_skp(work, lembar.skp_id)
    await open_periode(work, skp, lembar.periode_id, AksiPenilaian.NILAI)
    return Dinilai(skp, lembar, await Penilaian.get_or_none(**lembar._asdict()))


async def touched(work: UnitOfWork, dinilai: Dinilai) -> None:
    """Say that the SKP's rating changed, and with it the curve of who rates it: the actor."""
    await touch(dinilai.skp)
    work.events.append(Event(SKP, work.aktor.pegawai_id))
