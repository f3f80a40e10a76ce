"""The demo's central agency."""

from models.rules.vocabulary import JenisInstansi, JenisJabatan
from resolvers.demo.kantor import Bidang, InstansiDemo, Kantor, Porsi


def _direktorat(nama: str, bidang: Bidang, staf: int, lowong: bool = False) -> Kantor:
    return Kantor(
        f"Direktorat {nama}",
        bidang,
        f"Direktur {nama}",
        JenisJabatan.JPT_PRATAMA,
        staf,
        lowong=lowong,
    )


def _deputi(bidang_nama: str, *anak: Kantor) -> Kantor:
    return Kantor(
        f"Deputi Bidang {bidang_nama}",
        Bidang.KEPEGAWAIAN,
        f"Deputi Bidang {bidang_nama}",
        JenisJabatan.JPT_MADYA,
        4,
        anak,
    )


def _biro(nama: str, bidang: Bidang, staf: int, *anak: Kantor) -> Kantor:
    return Kantor(
        f"Biro {nama}", bidang, f"Kepala Biro {nama}", JenisJabatan.JPT_PRATAMA, staf, anak
    )


def _bagian(nama: str, bidang: Bidang, staf: int) -> Kantor:
    return Kantor(
        f"Bagian {nama}", bidang, f"Kepala Bagian {nama}", JenisJabatan.ADMINISTRATOR, staf
    )


_SEKRETARIAT = Kantor(
    "Sekretariat Utama",
    Bidang.UMUM,
    "Sekretaris Utama",
    JenisJabatan.JPT_MADYA,
    5,
    (
        _biro("Perencanaan dan Organisasi", Bidang.PERENCANAAN, 35),
        _biro("Keuangan", Bidang.PERENCANAAN, 38),
        _biro("Sumber Daya Manusia", Bidang.KEPEGAWAIAN, 45),
        _biro("Hubungan Masyarakat, Hukum, dan Kerja Sama", Bidang.UMUM, 33),
        _biro(
            "Umum",
            Bidang.UMUM,
            12,
            _bagian("Rumah Tangga dan Perlengkapan", Bidang.UMUM, 31),
            _bagian("Tata Usaha Pimpinan", Bidang.UMUM, 19),
        ),
    ),
)

_KANTOR_REGIONAL = Kantor(
    "Kantor Regional I Yogyakarta",
    Bidang.KEPEGAWAIAN,
    "Kepala Kantor Regional I Yogyakarta",
    JenisJabatan.JPT_PRATAMA,
    6,
    (
        _bagian("Tata Usaha Kantor Regional I", Bidang.UMUM, 28),
        Kantor(
            "Bidang Mutasi dan Status Kepegawaian",
            Bidang.KEPEGAWAIAN,
            "Kepala Bidang Mutasi dan Status Kepegawaian",
            JenisJabatan.ADMINISTRATOR,
            40,
        ),
        Kantor(
            "Bidang Informasi Kepegawaian",
            Bidang.TEKNOLOGI,
            "Kepala Bidang Informasi Kepegawaian",
            JenisJabatan.ADMINISTRATOR,
            26,
        ),
    ),
)

BKN = InstansiDemo(
    "4011",
    "Badan Kepegawaian Negara",
    JenisInstansi.PUSAT,
    Kantor(
        "Badan Kepegawaian Negara",
        Bidang.KEPEGAWAIAN,
        "Kepala Badan Kepegawaian Negara",
        JenisJabatan.JPT_UTAMA,
        3,
        (
            _SEKRETARIAT,
            _deputi(
                "Pembinaan Manajemen ASN",
                _direktorat("Kinerja ASN", Bidang.KEPEGAWAIAN, 40),
                _direktorat("Jabatan ASN", Bidang.KEPEGAWAIAN, 35),
            ),
            _deputi(
                "Mutasi Kepegawaian",
                _direktorat("Pengadaan dan Kepangkatan", Bidang.KEPEGAWAIAN, 52),
                _direktorat("Pensiun PNS dan Pejabat Negara", Bidang.KEPEGAWAIAN, 42, lowong=True),
            ),
            _deputi(
                "Sistem Informasi Kepegawaian",
                _direktorat("Pengembangan Sistem Informasi Kepegawaian", Bidang.TEKNOLOGI, 54),
                _direktorat("Infrastruktur dan Keamanan Teknologi Informasi", Bidang.TEKNOLOGI, 45),
            ),
            Kantor(
                "Inspektorat",
                Bidang.PENGAWASAN,
                "Inspektur",
                JenisJabatan.JPT_PRATAMA,
                31,
            ),
            _KANTOR_REGIONAL,
        ),
    ),
    Porsi(draft=8, pengajuan=16, persetujuan=72),
)
