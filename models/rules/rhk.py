"""What an RHK and an indikator may hold."""

from collections.abc import Sequence

from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.vocabulary import KlasifikasiRhk, Pendekatan, Perspektif


def klasifikasi_refusals(klasifikasi: KlasifikasiRhk | None, memimpin: bool) -> tuple[Alasan, ...]:
    """Only JPT and pimpinan unit kerja classify their RHK (manual 3.1)."""
    if klasifikasi is None or memimpin:
        return ()
    return (
        Alasan(
            KodeKesalahan.KLASIFIKASI_TIDAK_BERLAKU,
            "Klasifikasi hanya untuk SKP JPT dan pimpinan unit kerja; kosongkan.",
            ("input", "klasifikasi"),
        ),
    )


def intervensi_refusals(is_kandidat: bool) -> tuple[Alasan, ...]:
    """An RHK intervenes one of its candidates, or nothing."""
    if is_kandidat:
        return ()
    return (
        Alasan(
            KodeKesalahan.RHK_ATASAN_TIDAK_SESUAI,
            "RHK atasan itu bukan milik pejabat penilai atau ketua tim kerja Anda pada periode ini."
            " Pilih dari rhkKandidatIntervensi.",
            ("input", "rhkAtasanId"),
        ),
    )


def indikator_refusals(
    pendekatan: Pendekatan, target: str | None, perspektif: Perspektif | None
) -> tuple[Alasan, ...]:
    """Target and perspektif belong to the quantitative approach alone (manual 3.1, 3.2).

    There they may still be missing while the SKP is a draft; submitting needs both.
    """
    if pendekatan is Pendekatan.KUANTITATIF:
        return ()
    given = (
        (target, KodeKesalahan.TARGET_TIDAK_BERLAKU, "Target", "target"),
        (perspektif, KodeKesalahan.PERSPEKTIF_TIDAK_BERLAKU, "Perspektif", "perspektif"),
    )
    return tuple(
        Alasan(
            code,
            f"{label} hanya untuk SKP KUANTITATIF; kosongkan, atau ubah pendekatan SKP.",
            ("input", field),
        )
        for value, code, label, field in given
        if value is not None
    )


def urutan_refusals(wanted: Sequence[int], present: Sequence[int]) -> tuple[Alasan, ...]:
    """An order names every RHK of the SKP exactly once."""
    if sorted(wanted) == sorted(present):
        return ()
    return (
        Alasan(
            KodeKesalahan.URUTAN_TIDAK_LENGKAP,
            f"Sebutkan setiap RHK SKP ini tepat satu kali; semuanya ada {len(present)}.",
            ("input", "rhkIds"),
        ),
    )
