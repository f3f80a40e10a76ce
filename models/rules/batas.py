"""How many of a kind there may be in one place (D)."""

from enum import Enum

from models.rules.alasan import Alasan, KodeKesalahan


class Batas(Enum):
    """The most of each, and what is counted where."""

    RHK = (100, "RHK dalam satu SKP")
    INDIKATOR = (50, "indikator pada satu RHK")
    LAMPIRAN = (50, "lampiran dalam satu SKP")
    RENCANA_AKSI = (50, "rencana aksi untuk satu RHK dalam satu periode")
    EVIDEN = (50, "eviden untuk satu RHK dalam satu periode")
    UMPAN_BALIK = (3, "umpan balik dari Anda tentang hal yang sama dalam satu periode")


def batas_refusals(batas: Batas, present: int) -> tuple[Alasan, ...]:
    """Why there may not be one more than are `present`."""
    most, what = batas.value
    if present < most:
        return ()
    message = f"Sudah ada {present} {what}; paling banyak {most}. Ubah atau hapus salah satunya."
    return (Alasan(KodeKesalahan.TERLALU_BANYAK, message),)
