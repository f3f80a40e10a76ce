"""How many of something one request may name."""

from models.rules.alasan import Alasan, KodeKesalahan

MOST_SKP = 100  # approved or rated at once
MOST_ANGGOTA = 200  # put into a tim kerja, or taken out, at once


def skp_refusals(count: int, *field: str) -> tuple[Alasan, ...]:
    """How many SKP may be approved or rated at once."""
    if not count:
        return (Alasan(KodeKesalahan.WAJIB_DIISI, "Sebutkan sekurangnya satu SKP.", field),)
    return most_refusals(count, MOST_SKP, "SKP", *field)


def anggota_refusals(count: int) -> tuple[Alasan, ...]:
    """How many people may be put into a tim kerja, or taken out of it, at once."""
    return most_refusals(count, MOST_ANGGOTA, "pegawai", "input", "anggotaIds")


def most_refusals(count: int, most: int, what: str, *field: str) -> tuple[Alasan, ...]:
    """No more than `most`."""
    if count <= most:
        return ()
    message = f"Terlalu banyak ({count} {what}); paling banyak {most} sekaligus."
    return (Alasan(KodeKesalahan.TERLALU_PANJANG, message, field),)
