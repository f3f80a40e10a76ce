"""How the predikat of a group are to be spread, by how its organisation did.

Source of the checks: SE MenPANRB 3/2023. They warn and never block. All figures are whole numbers
of people, worked out in integers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.vocabulary import JenisSyarat, KinerjaOrganisasi, Predikat

FEWEST = 10  # people; fewer are not held against the circular

Sebaran = Mapping[Predikat, int]  # how many people have each predikat


@dataclass(frozen=True, slots=True)
class Syarat:
    """One check. The people with any of `predikat` are counted together; `persen` is of all."""

    jenis: JenisSyarat
    predikat: tuple[Predikat, ...]
    persen: int | None = None

    @property
    def aturan(self) -> str:
        """What it asks, in words."""
        siapa = " atau ".join(one.replace("_", " ").capitalize() for one in self.predikat)
        match self.jenis:
            case JenisSyarat.TERBANYAK:
                return f"Predikat {siapa} yang terbanyak."
            case JenisSyarat.PALING_BANYAK if self.persen:
                return f"Predikat {siapa} paling banyak {self.persen}% dari semua pegawai."
            case JenisSyarat.PALING_BANYAK:
                return f"Tidak ada predikat {siapa}."
            case JenisSyarat.SEKURANGNYA if self.persen:
                return f"Predikat {siapa} sekurangnya {self.persen}% dari semua pegawai."
            case _:
                return f"Ada predikat {siapa}."


def _terbanyak(predikat: Predikat) -> Syarat:
    return Syarat(JenisSyarat.TERBANYAK, (predikat,))


def _paling_banyak(persen: int, predikat: Predikat) -> Syarat:
    return Syarat(JenisSyarat.PALING_BANYAK, (predikat,), persen)


def _sekurangnya(persen: int, *predikat: Predikat) -> Syarat:
    return Syarat(JenisSyarat.SEKURANGNYA, predikat, persen)


SYARAT: Mapping[KinerjaOrganisasi, tuple[Syarat, ...]] = MappingProxyType(
    {
        KinerjaOrganisasi.ISTIMEWA: (
            _terbanyak(Predikat.SANGAT_BAIK),
            _paling_banyak(70, Predikat.SANGAT_BAIK),
        ),
        KinerjaOrganisasi.BAIK: (
            _terbanyak(Predikat.BAIK),
            _paling_banyak(70, Predikat.BAIK),
            _sekurangnya(0, Predikat.BUTUH_PERBAIKAN, Predikat.KURANG),
        ),
        KinerjaOrganisasi.BUTUH_PERBAIKAN: (
            _sekurangnya(60, Predikat.BUTUH_PERBAIKAN),
            _paling_banyak(10, Predikat.SANGAT_BAIK),
        ),
        KinerjaOrganisasi.KURANG: (
            _sekurangnya(60, Predikat.KURANG),
            _sekurangnya(10, Predikat.BUTUH_PERBAIKAN),
            _paling_banyak(10, Predikat.SANGAT_BAIK),
        ),
        KinerjaOrganisasi.SANGAT_KURANG: (
            _sekurangnya(60, Predikat.SANGAT_KURANG),
            _sekurangnya(10, Predikat.KURANG, Predikat.BUTUH_PERBAIKAN),
            _paling_banyak(0, Predikat.SANGAT_BAIK),
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """How a check came out. `jumlah` people count in it. A check that asks for people says how many
    are missing (`kurang`); one that allows them how many it still allows (`sisa`), and how many
    there are too many (`lebih`). What does not apply is None."""

    syarat: Syarat
    jumlah: int
    kurang: int | None = None
    sisa: int | None = None
    lebih: int | None = None

    @property
    def terpenuhi(self) -> bool:
        return not self.kurang and not self.lebih


def cukup_orang(total: int) -> bool:
    """Whether there are enough people for the checks to mean something."""
    return total >= FEWEST


def periksa(organisasi: KinerjaOrganisasi, sebaran: Sebaran, total: int) -> tuple[Pemeriksaan, ...]:
    """Every check of `organisasi` on `total` people, rated or not; none when they are too few."""
    if not cukup_orang(total):
        return ()
    return tuple(_periksa(syarat, sebaran, total) for syarat in SYARAT[organisasi])


def _periksa(syarat: Syarat, sebaran: Sebaran, total: int) -> Pemeriksaan:
    jumlah = sum(sebaran[predikat] for predikat in syarat.predikat)
    persen = syarat.persen or 0
    match syarat.jenis:
        case JenisSyarat.TERBANYAK:
            most = max(
                each for predikat, each in sebaran.items() if predikat not in syarat.predikat
            )
            return Pemeriksaan(syarat, jumlah, kurang=max(0, most + 1 - jumlah))
        case JenisSyarat.SEKURANGNYA:
            fewest = max(1, -(-total * persen // 100))  # rounded up
            return Pemeriksaan(syarat, jumlah, kurang=max(0, fewest - jumlah))
        case JenisSyarat.PALING_BANYAK:
            left = total * persen // 100 - jumlah
            return Pemeriksaan(syarat, jumlah, sisa=max(0, left), lebih=max(0, -left))


def berskala(poin: Sequence[int], total: int) -> list[int]:
    """`total` people spread as the points of a curve are: whole numbers that add up to `total`. Who
    is left over after rounding down goes where the most was cut off, to the first of equals."""
    weight = sum(poin)
    spread = [total * each // weight for each in poin]
    cut_off = [total * each % weight for each in poin]
    by_cut = sorted(range(len(poin)), key=lambda place: (-cut_off[place], place))
    for place in by_cut[: total - sum(spread)]:
        spread[place] += 1
    return spread


def poin_refusals(poin: Mapping[str, int]) -> tuple[Alasan, ...]:
    """The points of a curve, by the names of their inputs: none below 0, one at least above."""
    reasons = tuple(
        Alasan(
            KodeKesalahan.ANGKA_TIDAK_SAH,
            "Titik kurva tidak boleh kurang dari 0.",
            ("input", name),
        )
        for name, each in poin.items()
        if each < 0
    )
    if reasons or any(poin.values()):
        return reasons
    return (
        Alasan(
            KodeKesalahan.ANGKA_TIDAK_SAH,
            "Sekurangnya satu titik kurva harus lebih dari 0.",
            ("input",),
        ),
    )
