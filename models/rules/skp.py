"""The life of an SKP: which action is possible when, by whom, and what submitting needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from models.rules.aktor import Aktor
from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.vocabulary import AksiSkp, JenisJabatan, Pendekatan, StatusSkp

# (status, aksi) → the status afterwards; None is "no longer there". A missing pair is refused.
# Manual 4.1, 5.1 and 7.2; where they disagree, docs/aturan.md says what holds.
NEXT: Mapping[tuple[StatusSkp, AksiSkp], StatusSkp | None] = MappingProxyType(
    {
        (StatusSkp.DRAFT, AksiSkp.UBAH): StatusSkp.DRAFT,
        (StatusSkp.DRAFT, AksiSkp.HAPUS): None,
        (StatusSkp.DRAFT, AksiSkp.SALIN): StatusSkp.DRAFT,
        (StatusSkp.PENGAJUAN, AksiSkp.SALIN): StatusSkp.PENGAJUAN,
        (StatusSkp.PERSETUJUAN, AksiSkp.SALIN): StatusSkp.PERSETUJUAN,
        (StatusSkp.DRAFT, AksiSkp.MUAT_ULANG_PEJABAT_PENILAI): StatusSkp.DRAFT,
        (StatusSkp.DRAFT, AksiSkp.AJUKAN): StatusSkp.PENGAJUAN,
        (StatusSkp.PENGAJUAN, AksiSkp.SETUJUI): StatusSkp.PERSETUJUAN,
        (StatusSkp.PENGAJUAN, AksiSkp.KEMBALIKAN): StatusSkp.DRAFT,
        (StatusSkp.PERSETUJUAN, AksiSkp.BUKA_KEMBALI): StatusSkp.DRAFT,
    }
)

BY_PEJABAT_PENILAI = frozenset({AksiSkp.SETUJUI, AksiSkp.KEMBALIKAN, AksiSkp.BUKA_KEMBALI})

NOT_THE_OWNER = Alasan(
    KodeKesalahan.BUKAN_PEMILIK, "Hanya pemilik SKP yang dapat melakukannya; mintalah kepadanya."
)

NOT_THE_PEJABAT_PENILAI = Alasan(
    KodeKesalahan.BUKAN_PEJABAT_PENILAI, "Hanya pejabat penilai SKP ini yang dapat melakukannya."
)

ALREADY_RATED = Alasan(
    KodeKesalahan.SUDAH_DINILAI,
    "SKP ini sudah dinilai. Batalkan dahulu penilaiannya di setiap periode.",
)

# What somebody may do about an SKP that is not in the right status.
_WAY_OUT: Mapping[StatusSkp, str] = MappingProxyType(
    {
        StatusSkp.DRAFT: "SKP masih DRAFT; pemiliknya perlu mengajukannya dahulu.",
        StatusSkp.PENGAJUAN: (
            "SKP sedang dalam PENGAJUAN; tunggu pejabat penilai menyetujui atau mengembalikannya."
            " Bila pejabat penilai keliru atau sudah tidak ada, ajukan koreksi."
        ),
        StatusSkp.PERSETUJUAN: (
            "SKP sudah dalam PERSETUJUAN; bila perlu diubah, minta pejabat penilai membukanya."
        ),
    }
)


@dataclass(frozen=True, slots=True)
class KeadaanSkp:
    """What the rules need to know of an SKP: its standing, its people, how complete it is.

    The counts are of its RHK and indikator; `ada_kandidat` says that the pejabat penilai has an RHK
    to intervene in an overlapping period, `terisi` counts what was written and given in the
    periode, `dinilai` says that somebody rated the SKP.
    """

    status: StatusSkp
    pegawai_id: int
    pejabat_penilai_id: int | None
    pendekatan: Pendekatan
    rhk_utama: int
    rhk_tanpa_indikator: int
    indikator_tak_lengkap: int
    utama_tanpa_intervensi: int
    ada_kandidat: bool
    rhk_diintervensi: int
    terisi: int
    dinilai: bool


def memimpin(jenis_jabatan: JenisJabatan, memimpin_unor: bool) -> bool:
    """Whether somebody is of the JPT and pimpinan unit kerja (manual 3), not JF or JA (4)."""
    return memimpin_unor or jenis_jabatan.startswith("JPT_")


def refusals(aktor: Aktor, skp: KeadaanSkp, aksi: AksiSkp) -> tuple[Alasan, ...]:
    """Why `aktor` may not do `aksi` to an SKP he can see; empty when he may."""
    reason = _wrong_person(aktor, skp, aksi) or _wrong_status(skp, aksi)
    if reason:
        return (reason,)
    match aksi:
        case AksiSkp.AJUKAN:
            return incomplete(skp)
        case AksiSkp.HAPUS:
            return (*rhk_refusals(skp.rhk_diintervensi), *terisi_refusals(skp.terisi))
        case AksiSkp.BUKA_KEMBALI if skp.dinilai:
            return (ALREADY_RATED,)
        case _:
            return ()


def _wrong_person(aktor: Aktor, skp: KeadaanSkp, aksi: AksiSkp) -> Alasan | None:
    if aksi in BY_PEJABAT_PENILAI:
        if aktor.pegawai_id != skp.pejabat_penilai_id:
            return NOT_THE_PEJABAT_PENILAI
    elif aktor.pegawai_id != skp.pegawai_id:
        return NOT_THE_OWNER
    return None


def _wrong_status(skp: KeadaanSkp, aksi: AksiSkp) -> Alasan | None:
    if (skp.status, aksi) in NEXT:
        return None
    return not_now(skp.status)


def not_now(status: StatusSkp) -> Alasan:
    """Why something cannot be done to an SKP in this status."""
    return Alasan(KodeKesalahan.STATUS_TIDAK_SESUAI, _WAY_OUT[status])


def _intervened(count: int) -> Alasan:
    return Alasan(
        KodeKesalahan.RHK_DIINTERVENSI,
        f"{count} RHK bawahan mengintervensi RHK di sini. Minta bawahan memindahkan intervensinya"
        " dahulu, atau cukup ubah uraiannya.",
    )


def rhk_refusals(intervened_by: int) -> tuple[Alasan, ...]:
    """Why an RHK may not be removed from a DRAFT."""
    return (_intervened(intervened_by),) if intervened_by else ()


def terisi_refusals(terisi: int) -> tuple[Alasan, ...]:
    """Why something of a DRAFT may not be removed (D): `terisi` things that were written in a
    periode, by others too, would go with it."""
    if not terisi:
        return ()
    message = (
        f"{terisi} rencana aksi, eviden, realisasi atau umpan balik bergantung padanya. Cukup ubah"
        " isinya; bila harus dihapus, penulisnya menghapus semua itu dahulu selagi SKP dalam"
        " PERSETUJUAN."
    )
    return (Alasan(KodeKesalahan.SUDAH_DIISI, message),)


def incomplete(skp: KeadaanSkp) -> tuple[Alasan, ...]:
    """Everything that still keeps an SKP from being submitted (docs/aturan.md: ajukan)."""
    checks = (
        (
            skp.pejabat_penilai_id is None,
            KodeKesalahan.TANPA_PEJABAT_PENILAI,
            "SKP belum punya pejabat penilai. Klik Muat Ulang; bila tetap kosong, hubungi admin"
            " instansi Anda.",
        ),
        (
            skp.rhk_utama == 0,
            KodeKesalahan.TANPA_RHK_UTAMA,
            "Tambahkan sekurangnya satu RHK UTAMA.",
        ),
        (
            skp.rhk_tanpa_indikator > 0,
            KodeKesalahan.RHK_TANPA_INDIKATOR,
            f"{skp.rhk_tanpa_indikator} RHK belum punya indikator. Tambahkan indikatornya.",
        ),
        (
            skp.indikator_tak_lengkap > 0,
            KodeKesalahan.INDIKATOR_TIDAK_LENGKAP,
            f"{skp.indikator_tak_lengkap} indikator belum punya target atau perspektif."
            " Lengkapi keduanya, karena SKP ini KUANTITATIF.",
        ),
        (
            skp.utama_tanpa_intervensi > 0 and skp.ada_kandidat,
            KodeKesalahan.RHK_UTAMA_TANPA_INTERVENSI,
            f"{skp.utama_tanpa_intervensi} RHK UTAMA belum mengintervensi RHK atasan."
            " Pilih RHK atasannya.",
        ),
    )
    return tuple(Alasan(code, message) for fails, code, message in checks if fails)
