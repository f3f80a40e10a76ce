"""Umpan balik and ekspektasi (manual 6.2.1, 6.2.3; domain: penilaian)."""

from models.rules.aktor import Aktor
from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.skp import NOT_THE_PEJABAT_PENILAI, KeadaanSkp
from models.rules.vocabulary import AsalUmpanBalik, AspekPerilaku, StatusSkp


def asal_of(aktor: Aktor, skp: KeadaanSkp) -> AsalUmpanBalik:
    """As what `aktor` gives umpan balik."""
    if aktor.pegawai_id == skp.pejabat_penilai_id:
        return AsalUmpanBalik.ATASAN
    return AsalUmpanBalik.REKAN_KERJA


def hal_refusals(
    asal: AsalUmpanBalik, rhk_id: int | None, aspek: AspekPerilaku | None
) -> tuple[Alasan, ...]:
    """Umpan balik is about one RHK or one aspek; a rekan kerja's about an aspek."""
    if (rhk_id is None) == (aspek is None):
        message = "Sebutkan tepat satu: RHK, atau aspek perilaku."
        return (Alasan(KodeKesalahan.UMPAN_BALIK_SATU_HAL, message, ("input", "aspek")),)
    if rhk_id is not None and asal is AsalUmpanBalik.REKAN_KERJA:
        message = (
            "Hanya pejabat penilai yang memberi umpan balik atas RHK; pilih sebuah aspek perilaku."
        )
        return (Alasan(KodeKesalahan.BUKAN_PEJABAT_PENILAI, message, ("input", "rhkId")),)
    return ()


def tetap_refusals(
    asal: AsalUmpanBalik, rhk_id: int | None, aspek: AspekPerilaku | None
) -> tuple[Alasan, ...]:
    """What was given is changed and taken back by who could give it still: the pejabat penilai may
    be another one meanwhile."""
    if not hal_refusals(asal, rhk_id, aspek):
        return ()
    message = "Hanya pejabat penilai SKP yang mengubah atau menarik umpan balik atas sebuah RHK."
    return (Alasan(KodeKesalahan.BUKAN_PEJABAT_PENILAI, message),)


def pemberi_refusals(aktor: Aktor, pemberi_id: int) -> tuple[Alasan, ...]:
    """Umpan balik is changed and taken back by whoever gave it."""
    if aktor.pegawai_id == pemberi_id:
        return ()
    message = "Hanya pemberi umpan balik ini yang dapat mengubah atau menghapusnya."
    return (Alasan(KodeKesalahan.BUKAN_PEMBERI, message),)


def ekspektasi_refusals(aktor: Aktor, skp: KeadaanSkp) -> tuple[Alasan, ...]:
    """The pejabat penilai sets what he expects, of an SKP that has been submitted."""
    if aktor.pegawai_id != skp.pejabat_penilai_id:
        return (NOT_THE_PEJABAT_PENILAI,)
    if skp.status is StatusSkp.DRAFT:
        message = "SKP masih DRAFT; tunggu pemiliknya mengajukannya."
        return (Alasan(KodeKesalahan.STATUS_TIDAK_SESUAI, message),)
    return ()
