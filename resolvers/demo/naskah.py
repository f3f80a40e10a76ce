"""What people of the demo plan to achieve, by the kind of office."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.rules.vocabulary import AspekIndikator, Perspektif
from resolvers.demo.kantor import Bidang


@dataclass(frozen=True)
class Ukuran:
    """An indikator, with what the quantitative approach asks besides."""

    uraian: str
    target: str
    perspektif: Perspektif
    aspek: AspekIndikator


@dataclass(frozen=True)
class Tema:
    """A result as the head of an office plans it, how his people contribute, and the measures."""

    pimpinan: str
    bawahan: tuple[str, ...]
    ukuran: tuple[Ukuran, ...]


LAYANAN = Perspektif.PENERIMA_LAYANAN
PROSES = Perspektif.PROSES_BISNIS
INTERNAL = Perspektif.PENGUATAN_INTERNAL
ANGGARAN = Perspektif.ANGGARAN
JUMLAH = AspekIndikator.KUANTITAS
MUTU = AspekIndikator.KUALITAS
WAKTU = AspekIndikator.WAKTU
BIAYA = AspekIndikator.BIAYA

NASKAH: Mapping[Bidang, tuple[Tema, ...]] = {
    Bidang.KEPEGAWAIAN: (
        Tema(
            "Terwujudnya layanan kepegawaian yang cepat dan tepat pada {kantor}",
            (
                "Terselesaikannya usul kenaikan pangkat yang lengkap dan sesuai ketentuan",
                "Tervalidasinya berkas mutasi pegawai sebelum diusulkan",
            ),
            (
                Ukuran("Persentase usul yang selesai tepat waktu", "95%", LAYANAN, WAKTU),
                Ukuran("Jumlah usul yang diverifikasi", "480 berkas", PROSES, JUMLAH),
            ),
        ),
        Tema(
            "Meningkatnya mutu pengelolaan kinerja pegawai pada {kantor}",
            (
                "Tersusunnya rekapitulasi SKP seluruh pegawai setiap triwulan",
                "Terlaksananya pendampingan penyusunan SKP bagi unit kerja",
            ),
            (
                Ukuran("Persentase pegawai yang SKP-nya disetujui", "100%", INTERNAL, JUMLAH),
                Ukuran("Jumlah unit kerja yang didampingi", "24 unit", LAYANAN, JUMLAH),
            ),
        ),
        Tema(
            "Mutakhirnya data kepegawaian pada {kantor}",
            (
                "Termutakhirkannya riwayat jabatan dan pendidikan pegawai",
                "Teralihmediakannya dokumen tata naskah kepegawaian",
            ),
            (
                Ukuran("Persentase data yang sesuai dokumen", "98%", PROSES, MUTU),
                Ukuran("Jumlah dokumen yang dialihmediakan", "1.200 dokumen", INTERNAL, JUMLAH),
            ),
        ),
    ),
    Bidang.PERENCANAAN: (
        Tema(
            "Tersusunnya rencana dan anggaran yang selaras dengan sasaran strategis",
            (
                "Tersusunnya bahan rencana kerja tahunan unit kerja",
                "Terhimpunnya usulan anggaran beserta data dukungnya",
            ),
            (
                Ukuran("Persentase dokumen perencanaan tepat waktu", "100%", PROSES, WAKTU),
                Ukuran("Jumlah dokumen rencana kerja", "4 dokumen", PROSES, JUMLAH),
            ),
        ),
        Tema(
            "Meningkatnya kualitas pelaksanaan anggaran pada {kantor}",
            (
                "Terverifikasinya dokumen pertanggungjawaban belanja",
                "Tersajinya laporan realisasi anggaran bulanan",
            ),
            (
                Ukuran("Persentase penyerapan anggaran", "96%", ANGGARAN, BIAYA),
                Ukuran("Jumlah laporan realisasi anggaran", "12 laporan", ANGGARAN, JUMLAH),
            ),
        ),
        Tema(
            "Tertatanya organisasi dan tata laksana yang efektif",
            (
                "Tersusunnya peta proses bisnis dan standar operasional prosedur",
                "Terlaksananya evaluasi kelembagaan unit kerja",
            ),
            (
                Ukuran("Jumlah standar operasional yang ditetapkan", "18 dokumen", PROSES, JUMLAH),
                Ukuran("Nilai evaluasi kelembagaan", "82", INTERNAL, MUTU),
            ),
        ),
    ),
    Bidang.UMUM: (
        Tema(
            "Terwujudnya dukungan administrasi yang tertib pada {kantor}",
            (
                "Terkelolanya surat masuk dan keluar melalui aplikasi naskah dinas",
                "Tertatanya arsip aktif dan inaktif sesuai jadwal retensi",
            ),
            (
                Ukuran("Persentase surat yang ditindaklanjuti tepat waktu", "97%", PROSES, WAKTU),
                Ukuran("Jumlah berkas arsip yang ditata", "900 berkas", INTERNAL, JUMLAH),
            ),
        ),
        Tema(
            "Meningkatnya keterbukaan informasi dan citra {kantor}",
            (
                "Tersusunnya bahan publikasi kegiatan pimpinan",
                "Terjawabnya permohonan informasi publik sesuai standar layanan",
            ),
            (
                Ukuran("Jumlah publikasi yang diterbitkan", "96 publikasi", LAYANAN, JUMLAH),
                Ukuran("Indeks kepuasan pemohon informasi", "88", LAYANAN, MUTU),
            ),
        ),
        Tema(
            "Terpeliharanya sarana dan prasarana kerja pada {kantor}",
            (
                "Terlaksananya pemeliharaan gedung dan kendaraan dinas",
                "Tercatatnya barang milik negara atau daerah secara mutakhir",
            ),
            (
                Ukuran("Persentase barang yang berlabel dan tercatat", "100%", INTERNAL, MUTU),
                Ukuran("Efisiensi belanja pemeliharaan", "4%", ANGGARAN, BIAYA),
            ),
        ),
    ),
    Bidang.TEKNOLOGI: (
        Tema(
            "Andalnya layanan sistem informasi yang dikelola {kantor}",
            (
                "Tertanganinya gangguan layanan aplikasi sesuai tingkat layanan",
                "Terpantaunya ketersediaan server dan jaringan setiap hari",
            ),
            (
                Ukuran("Persentase ketersediaan layanan", "99,5%", LAYANAN, MUTU),
                Ukuran("Rata-rata waktu penanganan gangguan", "4 jam", PROSES, WAKTU),
            ),
        ),
        Tema(
            "Terbangunnya fitur aplikasi sesuai kebutuhan pengguna",
            (
                "Terselesaikannya modul aplikasi yang lulus uji penerimaan",
                "Tersusunnya dokumentasi teknis dan panduan pengguna",
            ),
            (
                Ukuran("Jumlah modul yang dirilis", "8 modul", PROSES, JUMLAH),
                Ukuran("Persentase temuan uji yang diperbaiki", "95%", PROSES, MUTU),
            ),
        ),
        Tema(
            "Terjaganya keamanan informasi pada {kantor}",
            (
                "Terlaksananya uji kerentanan aplikasi secara berkala",
                "Terlaksananya pencadangan dan uji pemulihan data",
            ),
            (
                Ukuran("Indeks keamanan informasi", "Tingkat III", INTERNAL, MUTU),
                Ukuran("Jumlah uji pemulihan data yang berhasil", "12 kali", INTERNAL, JUMLAH),
            ),
        ),
    ),
    Bidang.PENGAWASAN: (
        Tema(
            "Meningkatnya kualitas pengawasan intern pada perangkat yang diawasi",
            (
                "Terlaksananya audit kinerja sesuai program kerja pengawasan",
                "Tersusunnya laporan hasil reviu laporan keuangan",
            ),
            (
                Ukuran("Jumlah laporan hasil pengawasan", "14 laporan", PROSES, JUMLAH),
                Ukuran("Persentase laporan terbit tepat waktu", "92%", PROSES, WAKTU),
            ),
        ),
        Tema(
            "Tuntasnya tindak lanjut rekomendasi hasil pemeriksaan",
            (
                "Terpantaunya tindak lanjut temuan pemeriksa ekstern",
                "Terverifikasinya bukti tindak lanjut dari unit kerja",
            ),
            (
                Ukuran("Persentase rekomendasi yang tuntas", "88%", LAYANAN, MUTU),
                Ukuran("Jumlah rekomendasi yang diverifikasi", "60 rekomendasi", PROSES, JUMLAH),
            ),
        ),
        Tema(
            "Menguatnya pencegahan korupsi dan benturan kepentingan",
            (
                "Terlaksananya sosialisasi pengendalian gratifikasi",
                "Terkelolanya laporan pengaduan masyarakat sampai selesai",
            ),
            (
                Ukuran("Jumlah kegiatan sosialisasi", "10 kegiatan", INTERNAL, JUMLAH),
                Ukuran("Persentase pengaduan yang diselesaikan", "90%", LAYANAN, WAKTU),
            ),
        ),
    ),
    Bidang.KESEHATAN: (
        Tema(
            "Meningkatnya mutu pelayanan kesehatan pada {kantor}",
            (
                "Terlaksananya pelayanan pasien sesuai standar profesi",
                "Terlengkapinya rekam medis elektronik pada hari pelayanan",
            ),
            (
                Ukuran("Indeks kepuasan pasien", "87", LAYANAN, MUTU),
                Ukuran("Persentase rekam medis yang lengkap", "98%", PROSES, MUTU),
            ),
        ),
        Tema(
            "Menurunnya angka stunting dan penyakit menular di wilayah kerja",
            (
                "Terpantaunya pertumbuhan balita di posyandu",
                "Terlaksananya pelacakan kasus dan kontak erat penyakit menular",
            ),
            (
                Ukuran("Persentase balita yang ditimbang", "92%", LAYANAN, JUMLAH),
                Ukuran("Jumlah kunjungan rumah", "220 kunjungan", PROSES, JUMLAH),
            ),
        ),
        Tema(
            "Terjaminnya ketersediaan obat dan perbekalan kesehatan",
            (
                "Tersusunnya rencana kebutuhan obat berdasarkan pemakaian",
                "Terlaksananya stok opname perbekalan kesehatan",
            ),
            (
                Ukuran("Persentase ketersediaan obat esensial", "95%", LAYANAN, JUMLAH),
                Ukuran("Nilai obat kedaluwarsa terhadap persediaan", "1%", ANGGARAN, BIAYA),
            ),
        ),
    ),
    Bidang.PENDIDIKAN: (
        Tema(
            "Meningkatnya mutu pembelajaran pada {kantor}",
            (
                "Terlaksananya pembelajaran yang berpusat pada peserta didik",
                "Tersusunnya perangkat ajar sesuai kurikulum yang berlaku",
            ),
            (
                Ukuran("Rata-rata capaian literasi peserta didik", "78", LAYANAN, MUTU),
                Ukuran("Jumlah perangkat ajar", "24 perangkat", PROSES, JUMLAH),
            ),
        ),
        Tema(
            "Meningkatnya partisipasi dan keberlanjutan sekolah",
            (
                "Terdampinginya peserta didik yang rentan putus sekolah",
                "Terselenggaranya penerimaan murid baru yang transparan",
            ),
            (
                Ukuran("Persentase peserta didik yang melanjutkan", "98%", LAYANAN, JUMLAH),
                Ukuran("Jumlah peserta didik yang didampingi", "32 orang", LAYANAN, JUMLAH),
            ),
        ),
        Tema(
            "Meningkatnya kompetensi guru dan tenaga kependidikan",
            (
                "Terlaksananya komunitas belajar guru setiap bulan",
                "Terlaksananya supervisi akademik beserta tindak lanjutnya",
            ),
            (
                Ukuran("Jumlah pertemuan komunitas belajar", "10 pertemuan", INTERNAL, JUMLAH),
                Ukuran("Persentase guru yang disupervisi", "100%", INTERNAL, JUMLAH),
            ),
        ),
    ),
    Bidang.PEKERJAAN_UMUM: (
        Tema(
            "Meningkatnya kemantapan jalan dan jembatan",
            (
                "Terlaksananya pengawasan pekerjaan pemeliharaan jalan",
                "Tersusunnya data kondisi jalan berdasarkan survei",
            ),
            (
                Ukuran("Persentase jalan dalam kondisi mantap", "91%", LAYANAN, MUTU),
                Ukuran("Panjang jalan yang disurvei", "180 km", PROSES, JUMLAH),
            ),
        ),
        Tema(
            "Meningkatnya layanan irigasi dan pengendalian banjir",
            (
                "Terlaksananya pemeliharaan saluran irigasi",
                "Terpantaunya tinggi muka air pada pos pengamatan",
            ),
            (
                Ukuran("Luas layanan irigasi yang terairi", "5.400 hektare", LAYANAN, JUMLAH),
                Ukuran("Persentase laporan pos yang tepat waktu", "95%", PROSES, WAKTU),
            ),
        ),
        Tema(
            "Tertibnya pelaksanaan kontrak pekerjaan konstruksi",
            (
                "Terverifikasinya dokumen kontrak dan kemajuan fisik",
                "Terlaksananya uji mutu bahan di lapangan",
            ),
            (
                Ukuran("Persentase paket yang selesai sesuai kontrak", "96%", PROSES, WAKTU),
                Ukuran("Deviasi biaya terhadap kontrak", "2%", ANGGARAN, BIAYA),
            ),
        ),
    ),
    Bidang.PELAYANAN_PUBLIK: (
        Tema(
            "Meningkatnya kepuasan masyarakat terhadap layanan {kantor}",
            (
                "Terlayaninya permohonan masyarakat sesuai standar pelayanan",
                "Tertanganinya pengaduan layanan sampai selesai",
            ),
            (
                Ukuran("Indeks kepuasan masyarakat", "89", LAYANAN, MUTU),
                Ukuran("Jumlah permohonan yang diselesaikan", "2.400 permohonan", PROSES, JUMLAH),
            ),
        ),
        Tema(
            "Meningkatnya cakupan kepemilikan dokumen dan perizinan",
            (
                "Terlaksananya layanan jemput bola ke desa dan kelurahan",
                "Terverifikasinya berkas permohonan izin berusaha",
            ),
            (
                Ukuran("Jumlah layanan jemput bola", "36 kali", LAYANAN, JUMLAH),
                Ukuran("Rata-rata waktu penerbitan dokumen", "1 hari", PROSES, WAKTU),
            ),
        ),
        Tema(
            "Tertibnya penyelenggaraan pemerintahan di wilayah kerja",
            (
                "Terlaksananya pembinaan administrasi desa",
                "Tersusunnya laporan penyelenggaraan pemerintahan bulanan",
            ),
            (
                Ukuran("Jumlah desa yang dibina", "12 desa", INTERNAL, JUMLAH),
                Ukuran("Jumlah laporan bulanan", "12 laporan", PROSES, JUMLAH),
            ),
        ),
    ),
}

TUGAS_TAMBAHAN = (
    "Terlaksananya tugas sebagai anggota panitia peringatan hari besar nasional",
    "Terlaksananya tugas sebagai tim penyusun laporan akuntabilitas kinerja",
    "Terlaksananya tugas sebagai pengelola zona integritas",
    "Terlaksananya tugas sebagai narasumber pelatihan internal",
)

UKURAN_TAMBAHAN = Ukuran("Jumlah laporan pelaksanaan tugas", "1 laporan", INTERNAL, JUMLAH)

ALASAN_KEMBALI = (
    "Target indikator pertama belum terukur, mohon sebutkan satuannya.",
    "RHK belum selaras dengan RHK atasan; pilih RHK yang sesuai dengan tugas Saudara.",
    "Indikator kedua sama dengan uraian RHK, mohon diganti dengan ukuran hasilnya.",
    "Tambahkan satu RHK utama untuk tugas pelayanan.",
)

ALASAN_BUKA = (
    "Ada penugasan baru yang perlu dimasukkan ke dalam SKP.",
    "Target perlu disesuaikan dengan perubahan anggaran.",
)
