"""The closed vocabularies of the domain; each value is described once, and the schema shows it."""

from enum import StrEnum


class JenisInstansi(StrEnum):
    """Tingkat pemerintahan sebuah instansi."""

    PUSAT = "PUSAT"
    DAERAH = "DAERAH"


class JenisPegawai(StrEnum):
    """Status kepegawaian ASN."""

    PNS = "PNS"
    PPPK = "PPPK"


class JenisJabatan(StrEnum):
    """Jenjang jabatan ASN (JPT, administrasi, fungsional)."""

    JPT_UTAMA = "JPT_UTAMA"
    JPT_MADYA = "JPT_MADYA"
    JPT_PRATAMA = "JPT_PRATAMA"
    ADMINISTRATOR = "ADMINISTRATOR"
    PENGAWAS = "PENGAWAS"
    PELAKSANA = "PELAKSANA"
    JF_AHLI_UTAMA = "JF_AHLI_UTAMA"
    JF_AHLI_MADYA = "JF_AHLI_MADYA"
    JF_AHLI_MUDA = "JF_AHLI_MUDA"
    JF_AHLI_PERTAMA = "JF_AHLI_PERTAMA"
    JF_PENYELIA = "JF_PENYELIA"
    JF_MAHIR = "JF_MAHIR"
    JF_TERAMPIL = "JF_TERAMPIL"
    JF_PEMULA = "JF_PEMULA"


class Peran(StrEnum):
    """Kewenangan sebuah akun. Pimpinan bukan peran: ia mengikuti `Unor.pimpinan`."""

    SUPER_ADMIN = "SUPER_ADMIN"
    ADMIN_INSTANSI = "ADMIN_INSTANSI"
    PEGAWAI = "PEGAWAI"


class Pendekatan(StrEnum):
    """Pendekatan penyusunan SKP (manual 3.1, 3.2)."""

    KUANTITATIF = "KUANTITATIF"
    KUALITATIF = "KUALITATIF"


class StatusJabatan(StrEnum):
    """Dasar menduduki jabatan selama periode SKP."""

    DEFINITIF = "DEFINITIF"
    PJB = "PJB"
    PLT = "PLT"
    PLH = "PLH"


class StatusSkp(StrEnum):
    """Status SKP (manual 7.2). "Belum buat" bukan status: SKP-nya memang tidak ada."""

    DRAFT = "DRAFT"
    PENGAJUAN = "PENGAJUAN"
    PERSETUJUAN = "PERSETUJUAN"


class AksiSkp(StrEnum):
    """Yang dapat dilakukan terhadap sebuah SKP."""

    UBAH = "UBAH"
    HAPUS = "HAPUS"
    MUAT_ULANG_PEJABAT_PENILAI = "MUAT_ULANG_PEJABAT_PENILAI"
    AJUKAN = "AJUKAN"
    SETUJUI = "SETUJUI"
    KEMBALIKAN = "KEMBALIKAN"
    BUKA_KEMBALI = "BUKA_KEMBALI"


class JenisRhk(StrEnum):
    """Jenis rencana hasil kerja."""

    UTAMA = "UTAMA"
    TAMBAHAN = "TAMBAHAN"


class KlasifikasiRhk(StrEnum):
    """Klasifikasi RHK pada SKP JPT dan pimpinan unit kerja."""

    ORGANISASI = "ORGANISASI"
    INDIVIDU = "INDIVIDU"


class Perspektif(StrEnum):
    """Perspektif indikator kuantitatif."""

    PENERIMA_LAYANAN = "PENERIMA_LAYANAN"
    PROSES_BISNIS = "PROSES_BISNIS"
    PENGUATAN_INTERNAL = "PENGUATAN_INTERNAL"
    ANGGARAN = "ANGGARAN"


class AspekIndikator(StrEnum):
    """Aspek indikator pada SKP JA dan JF."""

    KUANTITAS = "KUANTITAS"
    KUALITAS = "KUALITAS"
    WAKTU = "WAKTU"
    BIAYA = "BIAYA"


class JenisNotifikasi(StrEnum):
    """Yang diberitahukan kepada seorang pegawai."""

    SKP_DIAJUKAN = "SKP_DIAJUKAN"
    SKP_DISETUJUI = "SKP_DISETUJUI"
    SKP_DIKEMBALIKAN = "SKP_DIKEMBALIKAN"
    SKP_DIBUKA_KEMBALI = "SKP_DIBUKA_KEMBALI"
    SKP_DINILAI = "SKP_DINILAI"


class JenisLingkup(StrEnum):
    """Lingkup sebuah dashboard."""

    NASIONAL = "NASIONAL"
    INSTANSI = "INSTANSI"
    UNOR = "UNOR"


# What each value means, for whoever reads the schema. A test holds that none is missing.
DESCRIPTIONS: dict[type[StrEnum], dict[str, str]] = {
    JenisInstansi: {
        "PUSAT": "Kementerian atau lembaga pusat.",
        "DAERAH": "Pemerintah provinsi, kabupaten atau kota.",
    },
    JenisPegawai: {
        "PNS": "Pegawai negeri sipil.",
        "PPPK": "Pegawai pemerintah dengan perjanjian kerja.",
    },
    JenisJabatan: {
        "JPT_UTAMA": "Jabatan pimpinan tinggi utama.",
        "JPT_MADYA": "Jabatan pimpinan tinggi madya.",
        "JPT_PRATAMA": "Jabatan pimpinan tinggi pratama.",
        "ADMINISTRATOR": "Jabatan administrator.",
        "PENGAWAS": "Jabatan pengawas.",
        "PELAKSANA": "Jabatan pelaksana.",
        "JF_AHLI_UTAMA": "Jabatan fungsional ahli utama.",
        "JF_AHLI_MADYA": "Jabatan fungsional ahli madya.",
        "JF_AHLI_MUDA": "Jabatan fungsional ahli muda.",
        "JF_AHLI_PERTAMA": "Jabatan fungsional ahli pertama.",
        "JF_PENYELIA": "Jabatan fungsional penyelia.",
        "JF_MAHIR": "Jabatan fungsional mahir.",
        "JF_TERAMPIL": "Jabatan fungsional terampil.",
        "JF_PEMULA": "Jabatan fungsional pemula.",
    },
    Peran: {
        "SUPER_ADMIN": "Pengelola nasional (BKN): semua instansi.",
        "ADMIN_INSTANSI": "Pengelola satu instansi.",
        "PEGAWAI": "Pegawai ASN biasa.",
    },
    Pendekatan: {
        "KUANTITATIF": "Setiap indikator membawa target dan perspektif.",
        "KUALITATIF": "Indikator berupa uraian saja.",
    },
    StatusJabatan: {
        "DEFINITIF": "Pejabat definitif; periodenya tidak boleh bertumpang tindih.",
        "PJB": "Penjabat.",
        "PLT": "Pelaksana tugas.",
        "PLH": "Pelaksana harian.",
    },
    StatusSkp: {
        "DRAFT": "Sedang disusun; hanya pada status ini isinya dapat berubah.",
        "PENGAJUAN": "Sudah diajukan, menunggu pejabat penilai.",
        "PERSETUJUAN": "Sudah disetujui pejabat penilai.",
    },
    AksiSkp: {
        "UBAH": "Mengubah isi SKP: periode, pendekatan, RHK, indikator.",
        "HAPUS": "Menghapus SKP beserta isinya.",
        "MUAT_ULANG_PEJABAT_PENILAI": "Menurunkan ulang pejabat penilai dari unor.",
        "AJUKAN": "Mengajukan SKP kepada pejabat penilai.",
        "SETUJUI": "Menyetujui SKP yang diajukan.",
        "KEMBALIKAN": "Mengembalikan SKP yang diajukan kepada pemiliknya, dengan alasan.",
        "BUKA_KEMBALI": "Membuka kembali SKP yang disetujui, dengan alasan.",
    },
    JenisRhk: {
        "UTAMA": "Hasil kerja pokok; mengintervensi RHK atasan.",
        "TAMBAHAN": "Hasil kerja tambahan.",
    },
    KlasifikasiRhk: {
        "ORGANISASI": "Hasil kerja organisasi yang dipimpin.",
        "INDIVIDU": "Hasil kerja perorangan.",
    },
    Perspektif: {
        "PENERIMA_LAYANAN": "Penerima layanan.",
        "PROSES_BISNIS": "Proses bisnis.",
        "PENGUATAN_INTERNAL": "Penguatan internal.",
        "ANGGARAN": "Anggaran.",
    },
    AspekIndikator: {
        "KUANTITAS": "Jumlah hasil.",
        "KUALITAS": "Mutu hasil.",
        "WAKTU": "Waktu penyelesaian.",
        "BIAYA": "Biaya yang dipakai.",
    },
    JenisNotifikasi: {
        "SKP_DIAJUKAN": "Seorang bawahan mengajukan SKP-nya kepada Anda.",
        "SKP_DISETUJUI": "SKP Anda disetujui.",
        "SKP_DIKEMBALIKAN": "SKP Anda dikembalikan untuk diperbaiki.",
        "SKP_DIBUKA_KEMBALI": "SKP Anda yang sudah disetujui dibuka kembali.",
        "SKP_DINILAI": "SKP Anda dinilai.",
    },
    JenisLingkup: {
        "NASIONAL": "Seluruh instansi.",
        "INSTANSI": "Satu instansi.",
        "UNOR": "Satu unor beserta semua unor di bawahnya.",
    },
}
