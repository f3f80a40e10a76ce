"""The period of an SKP."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.vocabulary import StatusJabatan

Periode = tuple[date, date]

TAHUN = range(1990, 2101)  # that there are figures of; each that is watched takes memory


def tahun_refusals(tahun: int, where: tuple[str, ...] = ("input", "tahun")) -> tuple[Alasan, ...]:
    """A year that there are figures of."""
    if tahun in TAHUN:
        return ()
    allowed = f"Tahun harus dari {TAHUN[0]} sampai {TAHUN[-1]}."
    return (Alasan(KodeKesalahan.ANGKA_TIDAK_SAH, allowed, where),)


def periode_refusals(awal: date, akhir: date) -> tuple[Alasan, ...]:
    """A period begins before it ends, within one calendar year that there are figures of."""
    if awal >= akhir:
        return (
            Alasan(
                KodeKesalahan.PERIODE_TERBALIK,
                "Periode awal harus sebelum periode akhir.",
                ("input", "periodeAkhir"),
            ),
        )
    if awal.year != akhir.year:
        return (
            Alasan(
                KodeKesalahan.PERIODE_LINTAS_TAHUN,
                "Periode awal dan akhir harus dalam satu tahun; buat SKP sendiri tiap tahun.",
                ("input", "periodeAkhir"),
            ),
        )
    return tahun_refusals(awal.year, ("input", "periodeAwal"))


def overlap_refusals(
    periode: Periode, status_jabatan: StatusJabatan, definitif: Iterable[Periode]
) -> tuple[Alasan, ...]:
    """Two DEFINITIF SKP of one person never overlap; PJB, PLT and PLH may."""
    if status_jabatan is not StatusJabatan.DEFINITIF:
        return ()
    awal, akhir = periode
    for other_awal, other_akhir in definitif:
        if awal <= other_akhir and other_awal <= akhir:
            return (
                Alasan(
                    KodeKesalahan.PERIODE_TUMPANG_TINDIH,
                    f"Sudah ada SKP definitif untuk {other_awal:%d-%m-%Y} sampai"
                    f" {other_akhir:%d-%m-%Y}. Ubah periodenya, atau pilih PJB, PLT atau PLH.",
                    ("input", "periodeAwal"),
                ),
            )
    return ()


@dataclass(frozen=True, slots=True)
class Terisi:
    """A periode penilaian in which something was written about an SKP; `progres` are the first and
    the last day of what was noted day by day."""

    nama: str
    rentang: Periode
    progres: Periode | None = None


def terisi_refusals(periode: Periode, terisi: Iterable[Terisi]) -> tuple[Alasan, ...]:
    """An SKP's period shares a day with every periode in which something was written about it (D),
    and holds the days of its progres."""
    return tuple(_left_out(periode, terisi))


def _left_out(periode: Periode, terisi: Iterable[Terisi]) -> Iterator[Alasan]:
    for one in terisi:
        first, last = one.progres or (one.rentang[1], one.rentang[0])
        said = f'Sudah ada isian pada periode "{one.nama}". Periode SKP harus'
        if periode[0] > first:
            message = f"{said} mulai paling lambat {first:%d-%m-%Y}."
            yield Alasan(KodeKesalahan.PERIODE_DIPAKAI, message, ("input", "periodeAwal"))
        if periode[1] < last:
            message = f"{said} berakhir paling awal {last:%d-%m-%Y}."
            yield Alasan(KodeKesalahan.PERIODE_DIPAKAI, message, ("input", "periodeAkhir"))


def overlap(one: Periode, other: Periode) -> Periode | None:
    """The days that two periods share."""
    awal, akhir = max(one[0], other[0]), min(one[1], other[1])
    return (awal, akhir) if awal <= akhir else None
