"""Who changes a matrix, and whose SKP may stand in it (manual 5.1; domain: matriks)."""

from dataclasses import dataclass

from models.rules.aktor import Aktor
from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.periode import Periode
from models.rules.skp import not_now
from models.rules.vocabulary import StatusSkp

FIELD = ("input", "skpId")

NOT_IN_IT = Alasan(
    KodeKesalahan.SKP_TIDAK_SESUAI, "SKP itu tidak ada dalam matriks ini; muat ulang.", FIELD
)


@dataclass(frozen=True, slots=True)
class Pihak:
    """An SKP as a matrix sees it: the one whose the matrix is, or one to stand in it."""

    skp_id: int
    pegawai_id: int
    instansi_id: int
    periode: Periode


def pimpinan_refusals(aktor: Aktor, pimpinan_id: int) -> tuple[Alasan, ...]:
    """A matrix is changed by the pimpinan whose it is alone."""
    if aktor.pegawai_id == pimpinan_id:
        return ()
    return (
        Alasan(
            KodeKesalahan.BUKAN_PIMPINAN,
            "Hanya pimpinan pemilik matriks ini yang dapat melakukannya; mintalah kepadanya.",
        ),
    )


def baris_refusals(top: Pihak, plan: Pihak, present: bool) -> tuple[Alasan, ...]:
    """Why the SKP `plan` may not be put into a matrix of `top`: only somebody else's of the same
    instansi and time, once."""
    checks = (
        (
            plan.pegawai_id == top.pegawai_id,
            KodeKesalahan.SKP_TIDAK_SESUAI,
            "SKP itu milik Anda sendiri; pilih SKP orang lain.",
        ),
        (
            plan.instansi_id != top.instansi_id,
            KodeKesalahan.LINTAS_INSTANSI,
            "SKP itu dari instansi lain; pilih pegawai seinstansi.",
        ),
        (
            not _same_time(top.periode, plan.periode),
            KodeKesalahan.SKP_TIDAK_SESUAI,
            "Periode SKP itu tidak beririsan dengan periode matriks ini; pilih SKP lain.",
        ),
        (present, KodeKesalahan.SUDAH_ADA, "SKP itu sudah ada dalam matriks ini."),
    )
    return tuple(Alasan(code, message, FIELD) for fails, code, message in checks if fails)


def _same_time(one: Periode, other: Periode) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def bagi_refusals(present: bool, status: StatusSkp, is_kolom: bool) -> tuple[Alasan, ...]:
    """Why no RHK may be handed out to an SKP: it stands in the matrix, is DRAFT, and the RHK is
    under a column of the matrix."""
    if not present:
        return (NOT_IN_IT,)
    reasons = () if status is StatusSkp.DRAFT else (not_now(status),)
    if is_kolom:
        return reasons
    return (
        *reasons,
        Alasan(
            KodeKesalahan.RHK_ATASAN_TIDAK_SESUAI,
            "RHK atasan itu bukan kolom matriks ini; pilih salah satu kolomnya.",
            ("input", "rhkAtasanId"),
        ),
    )
