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
    SALIN = "SALIN"
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
    PENILAIAN_DIBATALKAN = "PENILAIAN_DIBATALKAN"
    PEJABAT_PENILAI_DIGANTI = "PEJABAT_PENILAI_DIGANTI"
    MASUK_MATRIKS = "MASUK_MATRIKS"
    RHK_DIBAGIKAN = "RHK_DIBAGIKAN"
    UMPAN_BALIK_DIBERIKAN = "UMPAN_BALIK_DIBERIKAN"
    KOREKSI_DIAJUKAN = "KOREKSI_DIAJUKAN"
    KOREKSI_DIPUTUSKAN = "KOREKSI_DIPUTUSKAN"
    SKP_DITUNGGU = "SKP_DITUNGGU"
    PERSETUJUAN_DITUNGGU = "PERSETUJUAN_DITUNGGU"


class JenisLampiran(StrEnum):
    """Bagian lampiran sebuah SKP."""

    DUKUNGAN_SUMBER_DAYA = "DUKUNGAN_SUMBER_DAYA"
    SKEMA_PERTANGGUNGJAWABAN = "SKEMA_PERTANGGUNGJAWABAN"
    KONSEKUENSI = "KONSEKUENSI"


class JenisPeriode(StrEnum):
    """Panjang sebuah periode penilaian."""

    BULANAN = "BULANAN"
    TRIWULAN = "TRIWULAN"
    SEMESTER = "SEMESTER"
    TAHUNAN = "TAHUNAN"


class Rating(StrEnum):
    """Penilaian hasil kerja, atau perilaku, terhadap ekspektasi pimpinan."""

    DI_BAWAH = "DI_BAWAH"
    SESUAI = "SESUAI"
    DI_ATAS = "DI_ATAS"


class Predikat(StrEnum):
    """Predikat kinerja seorang pegawai, dari yang terendah."""

    SANGAT_KURANG = "SANGAT_KURANG"
    KURANG = "KURANG"
    BUTUH_PERBAIKAN = "BUTUH_PERBAIKAN"
    BAIK = "BAIK"
    SANGAT_BAIK = "SANGAT_BAIK"


class KinerjaOrganisasi(StrEnum):
    """Predikat kinerja sebuah unor; menentukan kurva yang ideal."""

    ISTIMEWA = "ISTIMEWA"
    BAIK = "BAIK"
    BUTUH_PERBAIKAN = "BUTUH_PERBAIKAN"
    KURANG = "KURANG"
    SANGAT_KURANG = "SANGAT_KURANG"


class JenisSyarat(StrEnum):
    """Yang diminta sebuah pemeriksaan kurva dari jumlah orang dengan predikatnya."""

    TERBANYAK = "TERBANYAK"
    PALING_BANYAK = "PALING_BANYAK"
    SEKURANGNYA = "SEKURANGNYA"


class AspekPerilaku(StrEnum):
    """Nilai dasar ASN yang dinilai sebagai perilaku kerja."""

    BERORIENTASI_PELAYANAN = "BERORIENTASI_PELAYANAN"
    AKUNTABEL = "AKUNTABEL"
    KOMPETEN = "KOMPETEN"
    HARMONIS = "HARMONIS"
    LOYAL = "LOYAL"
    ADAPTIF = "ADAPTIF"
    KOLABORATIF = "KOLABORATIF"


class AsalUmpanBalik(StrEnum):
    """Kedudukan pemberi umpan balik terhadap pemilik SKP."""

    ATASAN = "ATASAN"
    REKAN_KERJA = "REKAN_KERJA"


class AksiPenilaian(StrEnum):
    """Yang dapat dilakukan terhadap sebuah SKP dalam satu periode penilaian."""

    ISI_RENCANA_AKSI = "ISI_RENCANA_AKSI"
    ISI_EVIDEN = "ISI_EVIDEN"
    ISI_REALISASI = "ISI_REALISASI"
    BERI_UMPAN_BALIK = "BERI_UMPAN_BALIK"
    NILAI = "NILAI"


class Kekurangan(StrEnum):
    """Yang masih kurang dari penilaian sebuah SKP dalam satu periode."""

    RENCANA_AKSI = "RENCANA_AKSI"
    EVIDEN = "EVIDEN"
    REALISASI = "REALISASI"
    UMPAN_BALIK = "UMPAN_BALIK"
    RATING = "RATING"


class JenisKoreksi(StrEnum):
    """Data kepegawaian yang dilaporkan keliru."""

    PEJABAT_PENILAI = "PEJABAT_PENILAI"
    UNOR = "UNOR"
    JABATAN = "JABATAN"
    LAINNYA = "LAINNYA"


class StatusKoreksi(StrEnum):
    """Sampai di mana sebuah laporan koreksi."""

    DIAJUKAN = "DIAJUKAN"
    DITERIMA = "DITERIMA"
    DITOLAK = "DITOLAK"


class StatusPengisian(StrEnum):
    """Status pengisian SKP seorang pegawai dalam satu tahun (manual 7.2)."""

    BELUM_BUAT = "BELUM_BUAT"
    DRAFT = "DRAFT"
    PENGAJUAN = "PENGAJUAN"
    PERSETUJUAN = "PERSETUJUAN"


class Keterlibatan(StrEnum):
    """Dalam berapa matriks seorang pegawai dilibatkan (manual 7.3)."""

    NOL = "NOL"
    SATU = "SATU"
    LEBIH = "LEBIH"


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
        "UBAH": "Mengubah isi SKP: periode, pendekatan, RHK, indikator, lampiran.",
        "HAPUS": "Menghapus SKP beserta isinya.",
        "SALIN": "Menyalin isinya ke SKP baru.",
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
        "PENILAIAN_DIBATALKAN": "Penilaian SKP Anda dibatalkan.",
        "PEJABAT_PENILAI_DIGANTI": "Pejabat penilai SKP Anda diganti; atau Anda kini menilainya.",
        "MASUK_MATRIKS": "Seorang pimpinan menempatkan SKP Anda dalam matriksnya.",
        "RHK_DIBAGIKAN": "Atasan menambahkan RHK pada SKP Anda.",
        "UMPAN_BALIK_DIBERIKAN": "Anda menerima umpan balik.",
        "KOREKSI_DIAJUKAN": "Pegawai instansi Anda melaporkan datanya perlu dikoreksi.",
        "KOREKSI_DIPUTUSKAN": "Laporan koreksi Anda diputuskan.",
        "SKP_DITUNGGU": "Anda diingatkan untuk membuat atau mengajukan SKP.",
        "PERSETUJUAN_DITUNGGU": "Anda diingatkan bahwa SKP bawahan menunggu keputusan Anda.",
    },
    JenisLampiran: {
        "DUKUNGAN_SUMBER_DAYA": "Sumber daya yang diperlukan.",
        "SKEMA_PERTANGGUNGJAWABAN": "Cara hasil kerja dipertanggungjawabkan.",
        "KONSEKUENSI": "Akibat tercapai atau tidaknya hasil kerja.",
    },
    JenisPeriode: {
        "BULANAN": "Satu bulan.",
        "TRIWULAN": "Tiga bulan.",
        "SEMESTER": "Enam bulan.",
        "TAHUNAN": "Setahun: penilaian akhir.",
    },
    Rating: {
        "DI_BAWAH": "Di bawah ekspektasi.",
        "SESUAI": "Sesuai ekspektasi.",
        "DI_ATAS": "Di atas ekspektasi.",
    },
    Predikat: {
        "SANGAT_KURANG": "Sangat kurang.",
        "KURANG": "Kurang.",
        "BUTUH_PERBAIKAN": "Butuh perbaikan.",
        "BAIK": "Baik.",
        "SANGAT_BAIK": "Sangat baik.",
    },
    KinerjaOrganisasi: {
        "ISTIMEWA": "Istimewa.",
        "BAIK": "Baik.",
        "BUTUH_PERBAIKAN": "Butuh perbaikan.",
        "KURANG": "Kurang.",
        "SANGAT_KURANG": "Sangat kurang.",
    },
    JenisSyarat: {
        "TERBANYAK": "Lebih banyak daripada predikat lain mana pun.",
        "PALING_BANYAK": "Paling banyak sekian persen dari semua pegawai.",
        "SEKURANGNYA": "Sekurangnya sekian persen dari semua pegawai, dan minimal satu orang.",
    },
    AspekPerilaku: {
        "BERORIENTASI_PELAYANAN": "Berorientasi pelayanan.",
        "AKUNTABEL": "Akuntabel.",
        "KOMPETEN": "Kompeten.",
        "HARMONIS": "Harmonis.",
        "LOYAL": "Loyal.",
        "ADAPTIF": "Adaptif.",
        "KOLABORATIF": "Kolaboratif.",
    },
    AsalUmpanBalik: {
        "ATASAN": "Dari pejabat penilai.",
        "REKAN_KERJA": "Dari rekan kerja seinstansi.",
    },
    AksiPenilaian: {
        "ISI_RENCANA_AKSI": "Menulis rencana aksi.",
        "ISI_EVIDEN": "Menambah eviden.",
        "ISI_REALISASI": "Menulis realisasi dan progres harian.",
        "BERI_UMPAN_BALIK": "Memberi umpan balik.",
        "NILAI": "Menilai hasil kerja dan perilaku.",
    },
    Kekurangan: {
        "RENCANA_AKSI": "RHK tanpa rencana aksi.",
        "EVIDEN": "RHK tanpa eviden.",
        "REALISASI": "Indikator tanpa realisasi, dan tanpa progres harian.",
        "UMPAN_BALIK": "RHK tanpa umpan balik atasan.",
        "RATING": "Hasil kerja atau perilaku belum dinilai.",
    },
    JenisKoreksi: {
        "PEJABAT_PENILAI": "Atasan yang menilai bukan dia.",
        "UNOR": "Unornya bukan itu.",
        "JABATAN": "Jabatannya bukan itu.",
        "LAINNYA": "Data lain.",
    },
    StatusKoreksi: {
        "DIAJUKAN": "Menunggu admin instansi.",
        "DITERIMA": "Diterima; datanya sudah diperbaiki.",
        "DITOLAK": "Ditolak, dengan tanggapan.",
    },
    StatusPengisian: {
        "BELUM_BUAT": "Belum membuat SKP.",
        "DRAFT": "SKP-nya masih draft.",
        "PENGAJUAN": "SKP-nya sedang diajukan.",
        "PERSETUJUAN": "SKP-nya sudah disetujui.",
    },
    Keterlibatan: {
        "NOL": "Belum terlibat dalam matriks mana pun.",
        "SATU": "Terlibat dalam satu matriks.",
        "LEBIH": "Terlibat dalam dua matriks atau lebih.",
    },
    JenisLingkup: {
        "NASIONAL": "Seluruh instansi.",
        "INSTANSI": "Satu instansi.",
        "UNOR": "Satu unor beserta semua unor di bawahnya.",
    },
}
