"""The period of an SKP."""

from collections.abc import Iterable
from datetime import date

from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.vocabulary import StatusJabatan

Periode = tuple[date, date]


def periode_refusals(awal: date, akhir: date) -> tuple[Alasan, ...]:
    """A period begins before it ends, within one calendar year."""
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
    return ()


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


def overlap(one: Periode, other: Periode) -> Periode | None:
    """The days that two periods share."""
    awal, akhir = max(one[0], other[0]), min(one[1], other[1])
    return (awal, akhir) if awal <= akhir else None
