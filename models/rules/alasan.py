"""Why a rule says no."""

from dataclasses import dataclass
from enum import StrEnum


class KodeKesalahan(StrEnum):
    """Sebab sebuah permintaan ditolak; satu sebab, satu kode."""

    MASUK_GAGAL = "MASUK_GAGAL"
    SESI_BERAKHIR = "SESI_BERAKHIR"
    WAJIB_DIISI = "WAJIB_DIISI"
    TERLALU_PANJANG = "TERLALU_PANJANG"
    TERLALU_BANYAK = "TERLALU_BANYAK"
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
    SUDAH_ADA = "SUDAH_ADA"
    SUDAH_DINILAI = "SUDAH_DINILAI"
    SUDAH_DIISI = "SUDAH_DIISI"
    BUKAN_KETUA = "BUKAN_KETUA"
    BUKAN_PIMPINAN = "BUKAN_PIMPINAN"
    BUKAN_ADMIN = "BUKAN_ADMIN"
    BUKAN_PEMBERI = "BUKAN_PEMBERI"
    PEGAWAI_TIDAK_SESUAI = "PEGAWAI_TIDAK_SESUAI"
    PEGAWAI_TIDAK_AKTIF = "PEGAWAI_TIDAK_AKTIF"
    SKP_TIDAK_SESUAI = "SKP_TIDAK_SESUAI"
    PERIODE_TIDAK_SESUAI = "PERIODE_TIDAK_SESUAI"
    PERIODE_DITUTUP = "PERIODE_DITUTUP"
    PERIODE_DIPAKAI = "PERIODE_DIPAKAI"
    PERIODE_TAHUNAN_SUDAH_ADA = "PERIODE_TAHUNAN_SUDAH_ADA"
    TANPA_RENCANA_AKSI = "TANPA_RENCANA_AKSI"
    RENCANA_AKSI_DIPAKAI = "RENCANA_AKSI_DIPAKAI"
    TAUTAN_TIDAK_SAH = "TAUTAN_TIDAK_SAH"
    TANGGAL_DI_LUAR_PERIODE = "TANGGAL_DI_LUAR_PERIODE"
    JAM_TIDAK_SAH = "JAM_TIDAK_SAH"
    JAM_TUMPANG_TINDIH = "JAM_TUMPANG_TINDIH"
    ANGKA_TIDAK_SAH = "ANGKA_TIDAK_SAH"
    SATUAN_TIDAK_SAMA = "SATUAN_TIDAK_SAMA"
    UMPAN_BALIK_SATU_HAL = "UMPAN_BALIK_SATU_HAL"
    UNOR_BERPEGAWAI = "UNOR_BERPEGAWAI"
    UNOR_BERANAK = "UNOR_BERANAK"
    UNOR_TIDAK_AKTIF = "UNOR_TIDAK_AKTIF"
    UNOR_MELINGKAR = "UNOR_MELINGKAR"
    UNOR_AKAR = "UNOR_AKAR"
    UNOR_TERLALU_DALAM = "UNOR_TERLALU_DALAM"
    LINTAS_INSTANSI = "LINTAS_INSTANSI"
    NIP_TIDAK_SAH = "NIP_TIDAK_SAH"
    NIP_TERPAKAI = "NIP_TERPAKAI"
    KODE_TERPAKAI = "KODE_TERPAKAI"
    KOREKSI_SUDAH_DIPUTUSKAN = "KOREKSI_SUDAH_DIPUTUSKAN"
    TIDAK_DITEMUKAN = "TIDAK_DITEMUKAN"
    BERTABRAKAN = "BERTABRAKAN"
    TIDAK_TERLAKSANA = "TIDAK_TERLAKSANA"
    MASUKAN_TIDAK_BERLAKU = "MASUKAN_TIDAK_BERLAKU"


DESCRIPTIONS: dict[str, str] = {
    "MASUK_GAGAL": "NIP atau kata sandi salah.",
    "SESI_BERAKHIR": "Refresh token, atau sesi selama permintaan, tidak berlaku lagi.",
    "WAJIB_DIISI": "Masukan yang wajib masih kosong.",
    "TERLALU_PANJANG": "Masukan melebihi panjang yang dibolehkan.",
    "TERLALU_BANYAK": "Sudah sebanyak yang dibolehkan.",
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
    "SUDAH_ADA": "Sudah ada yang sama.",
    "SUDAH_DINILAI": "SKP sudah dinilai.",
    "SUDAH_DIISI": "Sudah ada isian atau umpan balik atasnya dalam sebuah periode penilaian.",
    "BUKAN_KETUA": "Hanya ketua tim kerja yang boleh.",
    "BUKAN_PIMPINAN": "Hanya pimpinan unit kerja yang boleh.",
    "BUKAN_ADMIN": "Hanya admin yang boleh.",
    "BUKAN_PEMBERI": "Hanya pemberinya yang boleh.",
    "PEGAWAI_TIDAK_SESUAI": "Pegawai itu tidak dapat dipilih.",
    "PEGAWAI_TIDAK_AKTIF": "Pegawai itu sudah tidak aktif.",
    "SKP_TIDAK_SESUAI": "SKP itu tidak dapat dipilih.",
    "PERIODE_TIDAK_SESUAI": "Periode penilaian itu bukan untuk SKP ini.",
    "PERIODE_DITUTUP": "Batas pengisian periode sudah lewat.",
    "PERIODE_DIPAKAI": "Periode sudah dipakai.",
    "PERIODE_TAHUNAN_SUDAH_ADA": "Setiap tahun hanya punya satu periode TAHUNAN.",
    "TANPA_RENCANA_AKSI": "RHK itu belum punya rencana aksi pada periode ini.",
    "RENCANA_AKSI_DIPAKAI": "Rencana aksi masih dipakai progres, eviden atau realisasi.",
    "TAUTAN_TIDAK_SAH": "Tautan bukan alamat http atau https.",
    "TANGGAL_DI_LUAR_PERIODE": "Tanggal di luar yang dibolehkan.",
    "JAM_TIDAK_SAH": "Jam tidak dapat dibaca, atau terbalik.",
    "JAM_TUMPANG_TINDIH": "Jam itu sudah terisi kegiatan lain pada hari yang sama.",
    "ANGKA_TIDAK_SAH": "Angka di luar yang dibolehkan.",
    "SATUAN_TIDAK_SAMA": "Satuannya lain dari yang sudah dipakai rencana aksi itu.",
    "UMPAN_BALIK_SATU_HAL": "Umpan balik tidak menyangkut tepat satu RHK atau satu aspek.",
    "UNOR_BERPEGAWAI": "Unor masih punya pegawai aktif.",
    "UNOR_BERANAK": "Unor masih punya unor aktif di bawahnya.",
    "UNOR_TIDAK_AKTIF": "Unor sudah tidak aktif.",
    "UNOR_MELINGKAR": "Unor tidak dapat berada di bawah dirinya sendiri.",
    "UNOR_AKAR": "Akar instansi tidak dapat diperlakukan begitu.",
    "UNOR_TERLALU_DALAM": "Pohon unor akan terlalu dalam.",
    "LINTAS_INSTANSI": "Keduanya bukan dalam satu instansi.",
    "NIP_TIDAK_SAH": "NIP tidak sah.",
    "NIP_TERPAKAI": "NIP sudah dipakai pegawai lain.",
    "KODE_TERPAKAI": "Kode sudah dipakai unor lain di instansi itu.",
    "KOREKSI_SUDAH_DIPUTUSKAN": "Koreksi sudah diputuskan.",
    "TIDAK_DITEMUKAN": "Tidak ditemukan, atau bukan untuk akun Anda.",
    "BERTABRAKAN": "Baru saja diubah pihak lain; ulangi.",
    "TIDAK_TERLAKSANA": "Tidak dapat dikerjakan sekarang; pesannya mengatakan sebabnya.",
    "MASUKAN_TIDAK_BERLAKU": "Masukan itu tidak berlaku di sini.",
}


@dataclass(frozen=True, slots=True)
class Alasan:
    """One reason, and what to do about it. `field` names the input at fault, outermost first."""

    code: KodeKesalahan
    message: str
    field: tuple[str, ...] = ()
