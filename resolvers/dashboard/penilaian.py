"""Which ratings a dashboard shows (manual 7.4): those of a periode, or of the end of a year."""

from dataclasses import dataclass

from models.counters import PENILAIAN
from models.errors import BadInputError
from models.penilaian import PeriodePenilaian
from models.rules.aktor import Aktor
from models.statistik import PENILAIAN_AKHIR, Pandangan
from resolvers.dashboard.akses import Akses, buka
from resolvers.kurva.periode import periode_in_scope
from subscriptions.pohon import Pohon


@dataclass(frozen=True)
class BukaPenilaian:
    """What was asked for; of `tahun` and `periode_id` one is given, and of the places one at
    most."""

    tahun: int | None
    periode_id: int | None
    instansi_id: int | None
    unor_id: int | None


@dataclass(frozen=True)
class DibukaPenilaian:
    """What is shown of it. Without a `periode` the TAHUNAN one of each instansi."""

    akses: Akses
    tahun: int
    periode: PeriodePenilaian | None

    def pandangan(self, semua_unor: bool) -> Pandangan:
        if self.periode is None:
            return Pandangan(self.akses.lingkup, PENILAIAN_AKHIR, self.tahun, semua_unor)
        return Pandangan(self.akses.lingkup, PENILAIAN, self.periode.id, semua_unor)


async def buka_penilaian(pohon: Pohon, aktor: Aktor, asked: BukaPenilaian) -> DibukaPenilaian:
    """Raises NotFoundError, BadInputError. A periode alone stands for its instansi."""
    if (asked.tahun is None) == (asked.periode_id is None):
        raise BadInputError("Sebutkan salah satu: tahun (penilaian akhir) atau periodeId.")
    if asked.tahun is not None:
        akses = await buka(pohon, aktor, asked.instansi_id, asked.unor_id)
        return DibukaPenilaian(akses, asked.tahun, None)
    assert asked.periode_id is not None
    periode = await periode_in_scope(aktor, asked.periode_id)
    instansi_id = asked.instansi_id
    if instansi_id is None and asked.unor_id is None:
        instansi_id = periode.instansi_id
    akses = await buka(pohon, aktor, instansi_id, asked.unor_id)
    if await _instansi_of(pohon, instansi_id, asked.unor_id) != periode.instansi_id:
        raise BadInputError("Periode itu bukan milik instansi yang dibuka; pilih periodenya.")
    return DibukaPenilaian(akses, periode.tahun, periode)


async def _instansi_of(pohon: Pohon, instansi_id: int | None, unor_id: int | None) -> int | None:
    if unor_id is None:
        return instansi_id
    return (await pohon.tempat([unor_id]))[unor_id].instansi_id
