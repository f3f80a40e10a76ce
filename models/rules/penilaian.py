"""What may be done about an SKP in a periode of its instansi (manual 6): when, and by whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from models.rules.aktor import Aktor
from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.skp import NOT_THE_OWNER, NOT_THE_PEJABAT_PENILAI
from models.rules.vocabulary import AksiPenilaian, StatusSkp

BY_OWNER = frozenset(
    {AksiPenilaian.ISI_RENCANA_AKSI, AksiPenilaian.ISI_EVIDEN, AksiPenilaian.ISI_REALISASI}
)
AFTER_RENCANA_AKSI = BY_OWNER - {AksiPenilaian.ISI_RENCANA_AKSI}

NOT_TO_ONESELF = Alasan(
    KodeKesalahan.PEGAWAI_TIDAK_SESUAI,
    "Umpan balik tidak dapat diberikan kepada diri sendiri.",
)

NO_RENCANA_AKSI = Alasan(
    KodeKesalahan.TANPA_RENCANA_AKSI,
    "Belum ada rencana aksi pada periode ini. Tulis rencana aksinya dahulu.",
)

# What somebody may do about an SKP that has not been approved.
_WAY_OUT: Mapping[StatusSkp, str] = MappingProxyType(
    {
        StatusSkp.DRAFT: (
            "SKP masih DRAFT; pemiliknya perlu mengajukannya, dan pejabat penilai menyetujuinya."
        ),
        StatusSkp.PENGAJUAN: "SKP masih PENGAJUAN; tunggu pejabat penilai menyetujuinya.",
    }
)


@dataclass(frozen=True, slots=True)
class KeadaanPenilaian:
    """What the rules need to know of an SKP in a periode: its standing, its people, the deadline.

    `rhk` counts the RHK that are spoken of (all, or the one at hand), `rhk_tanpa_rencana_aksi`
    those among them without a rencana aksi in the periode.
    """

    status: StatusSkp
    pegawai_id: int
    pejabat_penilai_id: int | None
    batas_pengisian: date
    hari_ini: date
    rhk: int
    rhk_tanpa_rencana_aksi: int


def penilaian_refusals(
    aktor: Aktor, keadaan: KeadaanPenilaian, aksi: AksiPenilaian
) -> tuple[Alasan, ...]:
    """Why `aktor` may not do `aksi`; empty when he may. `batas_pengisian` is the owner's alone."""
    reason = _wrong_person(aktor, keadaan, aksi) or _not_approved(keadaan.status)
    if reason:
        return (reason,)
    return tuple(_not_now(keadaan, aksi)) if aksi in BY_OWNER else ()


def _wrong_person(aktor: Aktor, keadaan: KeadaanPenilaian, aksi: AksiPenilaian) -> Alasan | None:
    is_owner = aktor.pegawai_id == keadaan.pegawai_id
    match aksi:
        case AksiPenilaian.NILAI:
            return (
                NOT_THE_PEJABAT_PENILAI if aktor.pegawai_id != keadaan.pejabat_penilai_id else None
            )
        case AksiPenilaian.BERI_UMPAN_BALIK:
            return NOT_TO_ONESELF if is_owner else None
        case _:
            return None if is_owner else NOT_THE_OWNER


def _not_approved(status: StatusSkp) -> Alasan | None:
    if status is StatusSkp.PERSETUJUAN:
        return None
    return Alasan(KodeKesalahan.STATUS_TIDAK_SESUAI, _WAY_OUT[status])


def _not_now(keadaan: KeadaanPenilaian, aksi: AksiPenilaian) -> Iterator[Alasan]:
    if keadaan.hari_ini > keadaan.batas_pengisian:
        yield Alasan(
            KodeKesalahan.PERIODE_DITUTUP,
            f"Batas pengisian periode ini {keadaan.batas_pengisian:%d-%m-%Y} sudah lewat."
            " Minta admin instansi memperpanjangnya.",
        )
    if aksi in AFTER_RENCANA_AKSI and keadaan.rhk_tanpa_rencana_aksi >= keadaan.rhk:
        yield NO_RENCANA_AKSI
