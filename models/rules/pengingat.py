"""Who reminds whom of what is still missing (docs/aturan.md: notifikasi)."""

from models.rules.admin import admin_refusals
from models.rules.aktor import Aktor
from models.rules.alasan import Alasan, KodeKesalahan

PESAN = 500  # characters


def pengingat_refusals(aktor: Aktor, instansi_id: int, leads: bool) -> tuple[Alasan, ...]:
    """A unor is reminded by whoever leads it or one above it (`leads`), and by its admins."""
    if leads or not admin_refusals(aktor, instansi_id):
        return ()
    return (
        Alasan(
            KodeKesalahan.BUKAN_PIMPINAN,
            "Hanya pimpinan unit ini atau yang di atasnya, dan admin instansinya, yang dapat"
            " mengingatkan; mintalah kepada mereka.",
        ),
    )


def tahun_pengingat_refusals(tahun: int, kini: int) -> tuple[Alasan, ...]:
    """A year that people plan or finish in the year `kini`: it, the one before and the next."""
    if abs(tahun - kini) <= 1:
        return ()
    return (
        Alasan(
            KodeKesalahan.ANGKA_TIDAK_SAH,
            f"Yang dapat diingatkan SKP tahun {kini - 1} sampai {kini + 1}.",
            ("input", "tahun"),
        ),
    )
