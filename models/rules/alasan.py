"""Why a rule says no."""

from dataclasses import dataclass
from enum import StrEnum


class KodeKesalahan(StrEnum):
    """Sebab sebuah permintaan ditolak; satu sebab, satu kode."""

    MASUK_GAGAL = "MASUK_GAGAL"
    SESI_BERAKHIR = "SESI_BERAKHIR"
    WAJIB_DIISI = "WAJIB_DIISI"
    TERLALU_PANJANG = "TERLALU_PANJANG"
    PERIODE_TERBALIK = "PERIODE_TERBALIK"
    PERIODE_LINTAS_TAHUN = "PERIODE_LINTAS_TAHUN"
    PERIODE_TUMPANG_TINDIH = "PERIODE_TUMPANG_TINDIH"
    BUKAN_PEMILIK = "BUKAN_PEMILIK"
    BUKAN_PEJABAT_PENILAI = "BUKAN_PEJABAT_PENILAI"
    STATUS_TIDAK_SESUAI = "STATUS_TIDAK_SESUAI"
    TANPA_PEJABAT_PENILAI = "TANPA_PEJABAT_PENILAI"
    TANPA_RHK_UTAMA = "TANPA_RHK_UTAMA"
    RHK_TANPA_INDIKATOR = "RHK_TANPA_INDIKATOR"
    INDIKATOR_TIDAK_LENGKAP = "INDIKATOR_TIDAK_LENGKAP"
    RHK_UTAMA_TANPA_INTERVENSI = "RHK_UTAMA_TANPA_INTERVENSI"
    RHK_ATASAN_TIDAK_SESUAI = "RHK_ATASAN_TIDAK_SESUAI"
    RHK_DIINTERVENSI = "RHK_DIINTERVENSI"
    URUTAN_TIDAK_LENGKAP = "URUTAN_TIDAK_LENGKAP"
    TARGET_TIDAK_BERLAKU = "TARGET_TIDAK_BERLAKU"
    PERSPEKTIF_TIDAK_BERLAKU = "PERSPEKTIF_TIDAK_BERLAKU"
    KLASIFIKASI_TIDAK_BERLAKU = "KLASIFIKASI_TIDAK_BERLAKU"


DESCRIPTIONS: dict[str, str] = {
    "MASUK_GAGAL": "NIP atau kata sandi salah.",
    "SESI_BERAKHIR": "Refresh token tidak berlaku lagi.",
    "WAJIB_DIISI": "Masukan yang wajib masih kosong.",
    "TERLALU_PANJANG": "Masukan melebihi panjang yang dibolehkan.",
    "PERIODE_TERBALIK": "Periode awal tidak sebelum periode akhir.",
    "PERIODE_LINTAS_TAHUN": "Periode keluar dari satu tahun kalender.",
    "PERIODE_TUMPANG_TINDIH": "Sudah ada SKP definitif pada sebagian periode itu.",
    "BUKAN_PEMILIK": "Hanya pemilik SKP yang boleh.",
    "BUKAN_PEJABAT_PENILAI": "Hanya pejabat penilai SKP yang boleh.",
    "STATUS_TIDAK_SESUAI": "Status SKP tidak membolehkannya.",
    "TANPA_PEJABAT_PENILAI": "SKP belum punya pejabat penilai.",
    "TANPA_RHK_UTAMA": "SKP belum punya RHK UTAMA.",
    "RHK_TANPA_INDIKATOR": "Ada RHK tanpa indikator.",
    "INDIKATOR_TIDAK_LENGKAP": "Ada indikator tanpa target atau perspektif.",
    "RHK_UTAMA_TANPA_INTERVENSI": "Ada RHK UTAMA yang belum mengintervensi RHK atasan.",
    "RHK_ATASAN_TIDAK_SESUAI": "RHK atasan bukan kandidat intervensi.",
    "RHK_DIINTERVENSI": "RHK bawahan masih mengintervensinya.",
    "URUTAN_TIDAK_LENGKAP": "Urutan tidak menyebut setiap RHK tepat satu kali.",
    "TARGET_TIDAK_BERLAKU": "Target tidak berlaku pada pendekatan kualitatif.",
    "PERSPEKTIF_TIDAK_BERLAKU": "Perspektif tidak berlaku pada pendekatan kualitatif.",
    "KLASIFIKASI_TIDAK_BERLAKU": "Klasifikasi hanya untuk JPT dan pimpinan unit kerja.",
}


@dataclass(frozen=True, slots=True)
class Alasan:
    """One reason, and what to do about it. `field` names the input at fault, outermost first."""

    code: KodeKesalahan
    message: str
    field: tuple[str, ...] = ()
