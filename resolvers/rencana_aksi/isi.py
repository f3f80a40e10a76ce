"""The content of a rencana aksi."""

from models.rules.alasan import Alasan
from models.rules.teks import LONG, required


def uraian_refusals(uraian: str | None) -> tuple[Alasan, ...]:
    """Why `uraian` (cleaned) may not stand."""
    return required(uraian, "uraian", "Uraian rencana aksi", LONG)
