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

ANOTHER_INSTANSI = Alasan(
    KodeKesalahan.LINTAS_INSTANSI,
    "Umpan balik rekan kerja hanya untuk pegawai instansi Anda sendiri.",
)

OWNER_GONE = Alasan(
    KodeKesalahan.PEGAWAI_TIDAK_AKTIF,
    "Pemilik SKP ini sudah tidak aktif; umpan balik rekan kerja tidak diperlukan lagi.",
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
    those among them without a rencana aksi in the periode. The owner's rekan kerja work in
    `instansi_rekan_id`; None: he is active no more and has none.
    """

    status: StatusSkp
    pegawai_id: int
    pejabat_penilai_id: int | None
    batas_pengisian: date
    hari_ini: date
    rhk: int
    rhk_tanpa_rencana_aksi: int
    instansi_rekan_id: int | None = None


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
    is_penilai = aktor.pegawai_id == keadaan.pejabat_penilai_id
    match aksi:
        case AksiPenilaian.NILAI:
            return None if is_penilai else NOT_THE_PEJABAT_PENILAI
        case AksiPenilaian.BERI_UMPAN_BALIK if is_owner:
            return NOT_TO_ONESELF
        case AksiPenilaian.BERI_UMPAN_BALIK:
            return None if is_penilai else _no_rekan(aktor, keadaan.instansi_rekan_id)
        case _:
            return None if is_owner else NOT_THE_OWNER


def _no_rekan(aktor: Aktor, instansi_rekan_id: int | None) -> Alasan | None:
    """A rekan kerja works in the same instansi as the owner, who is still there."""
    if instansi_rekan_id is None:
        return OWNER_GONE
    return None if aktor.instansi_id == instansi_rekan_id else ANOTHER_INSTANSI


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
