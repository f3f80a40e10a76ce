"""The predikat that follows from the two ratings: a table, no weights."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.vocabulary import Predikat, Rating

# (hasil kerja, perilaku) → predikat.
PREDIKAT: Mapping[tuple[Rating, Rating], Predikat] = MappingProxyType(
    {
        (Rating.DI_ATAS, Rating.DI_BAWAH): Predikat.KURANG,
        (Rating.DI_ATAS, Rating.SESUAI): Predikat.BAIK,
        (Rating.DI_ATAS, Rating.DI_ATAS): Predikat.SANGAT_BAIK,
        (Rating.SESUAI, Rating.DI_BAWAH): Predikat.KURANG,
        (Rating.SESUAI, Rating.SESUAI): Predikat.BAIK,
        (Rating.SESUAI, Rating.DI_ATAS): Predikat.BAIK,
        (Rating.DI_BAWAH, Rating.DI_BAWAH): Predikat.SANGAT_KURANG,
        (Rating.DI_BAWAH, Rating.SESUAI): Predikat.BUTUH_PERBAIKAN,
        (Rating.DI_BAWAH, Rating.DI_ATAS): Predikat.BUTUH_PERBAIKAN,
    }
)


def predikat_of(hasil_kerja: Rating | None, perilaku: Rating | None) -> Predikat | None:
    """None until both ratings are given."""
    if hasil_kerja is None or perilaku is None:
        return None
    return PREDIKAT[hasil_kerja, perilaku]


def nilai_refusals(given: Collection[str]) -> tuple[Alasan, ...]:
    """Who rates gives one rating at least; `given` names those that he gives."""
    if given:
        return ()
    return (
        Alasan(
            KodeKesalahan.WAJIB_DIISI,
            "Sebutkan hasilKerja, perilaku, atau keduanya.",
            ("input", "hasilKerja"),
        ),
    )
