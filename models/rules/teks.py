"""Text that people type."""

import re

from models.rules.alasan import Alasan, KodeKesalahan

CONTROL_CHARACTER = re.compile(r"[\x00-\x1f\x7f]")
SHORT = 300  # characters: names, targets
LONG = 4000  # characters: uraian, alasan


def is_storable(text: str) -> bool:
    """Whether a database keeps `text`: NUL and halves of a character it does not."""
    return "\x00" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def clean(text: str | None) -> str | None:
    """Outer blanks and what no database keeps removed; None when nothing is left."""
    kept = (text or "").replace("\x00", "").encode("utf-8", "ignore").decode()
    return kept.strip() or None


def one_line(text: str) -> str:
    """Every run of blanks, line breaks among them, as one blank; none at the ends."""
    return " ".join(text.split())


def clean_line(text: str | None) -> str | None:
    """As `clean`, in one line and without control characters: names, numbers."""
    return clean(one_line(CONTROL_CHARACTER.sub("", one_line(text or ""))))


def required(value: str | None, field: str, label: str, limit: int) -> tuple[Alasan, ...]:
    """`value` (cleaned) is there and fits."""
    return given_refusals(value, field, label) or fits(value, field, label, limit)


def given_refusals(value: object, field: str, label: str) -> tuple[Alasan, ...]:
    """`value` is there."""
    if value is not None:
        return ()
    return (Alasan(KodeKesalahan.WAJIB_DIISI, f"{label} wajib diisi.", ("input", field)),)


def fits(value: str | None, field: str, label: str, limit: int) -> tuple[Alasan, ...]:
    """`value` (cleaned) is no longer than `limit` characters."""
    if value is None or len(value) <= limit:
        return ()
    return (
        Alasan(
            KodeKesalahan.TERLALU_PANJANG,
            f"{label} terlalu panjang ({len(value)} huruf); paling banyak {limit}.",
            ("input", field),
        ),
    )
