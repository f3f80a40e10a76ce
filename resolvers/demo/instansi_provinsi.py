"""The demo's province."""

from models.rules.vocabulary import JenisInstansi, JenisJabatan
from resolvers.demo.kantor import Bidang, InstansiDemo, Kantor, Porsi


def _dinas(nama: str, bidang: Bidang, staf: int, *anak: Kantor) -> Kantor:
    return Kantor(nama, bidang, f"Kepala {nama}", JenisJabatan.JPT_PRATAMA, staf, anak)


def _sekretariat(dinas: str, staf: int) -> Kantor:
    return Kantor(
        f"Sekretariat {dinas}",
        Bidang.UMUM,
        f"Sekretaris {dinas}",
        JenisJabatan.ADMINISTRATOR,
        staf,
    )


def _bidang(nama: str, bidang: Bidang, staf: int, lowong: bool = False) -> Kantor:
    return Kantor(
        f"Bidang {nama}",
        bidang,
        f"Kepala Bidang {nama}",
        JenisJabatan.ADMINISTRATOR,
        staf,
        lowong=lowong,
    )


def _sekolah(nama: str, staf: int) -> Kantor:
    return Kantor(nama, Bidang.PENDIDIKAN, f"Kepala {nama}", JenisJabatan.JF_AHLI_MADYA, staf)


_RUMAH_SAKIT = Kantor(
    "RSUD Wijayakusuma",
    Bidang.KESEHATAN,
    "Direktur RSUD Wijayakusuma",
    JenisJabatan.JPT_PRATAMA,
    47,
    (
        Kantor(
            "Bidang Pelayanan Medik RSUD Wijayakusuma",
            Bidang.KESEHATAN,
            "Kepala Bidang Pelayanan Medik",
            JenisJabatan.ADMINISTRATOR,
            68,
        ),
        Kantor(
            "Bagian Umum dan Keuangan RSUD Wijayakusuma",
            Bidang.UMUM,
            "Kepala Bagian Umum dan Keuangan",
            JenisJabatan.ADMINISTRATOR,
            31,
        ),
    ),
)

_PENDIDIKAN = _dinas(
    "Dinas Pendidikan dan Kebudayaan",
    Bidang.PENDIDIKAN,
    5,
    _sekretariat("Dinas Pendidikan dan Kebudayaan", 28),
    Kantor(
        "Bidang Pembinaan SMA",
        Bidang.PENDIDIKAN,
        "Kepala Bidang Pembinaan SMA",
        JenisJabatan.ADMINISTRATOR,
        26,
        (_sekolah("SMA Negeri 1 Purwosari", 66), _sekolah("SMA Negeri 2 Purwosari", 57)),
    ),
    _bidang("Pembinaan SMK", Bidang.PENDIDIKAN, 26, lowong=True),
)

PROVINSI = InstansiDemo(
    "5300",
    "Pemerintah Provinsi Jawa Tengah",
    JenisInstansi.DAERAH,
    Kantor(
        "Pemerintah Provinsi Jawa Tengah",
        Bidang.UMUM,
        "Sekretaris Daerah Provinsi Jawa Tengah",
        JenisJabatan.JPT_MADYA,
        2,
        (
            Kantor(
                "Biro Organisasi",
                Bidang.PERENCANAAN,
                "Kepala Biro Organisasi",
                JenisJabatan.JPT_PRATAMA,
                38,
            ),
            _dinas(
                "Badan Kepegawaian Daerah",
                Bidang.KEPEGAWAIAN,
                5,
                _sekretariat("Badan Kepegawaian Daerah", 26),
                _bidang("Mutasi dan Promosi", Bidang.KEPEGAWAIAN, 31),
                _bidang("Penilaian Kinerja dan Penghargaan", Bidang.KEPEGAWAIAN, 28),
            ),
            _dinas(
                "Dinas Kesehatan",
                Bidang.KESEHATAN,
                5,
                _sekretariat("Dinas Kesehatan", 28),
                _bidang("Kesehatan Masyarakat", Bidang.KESEHATAN, 40),
                _RUMAH_SAKIT,
            ),
            _PENDIDIKAN,
            _dinas(
                "Dinas Pekerjaan Umum dan Penataan Ruang",
                Bidang.PEKERJAAN_UMUM,
                6,
                _bidang("Bina Marga", Bidang.PEKERJAAN_UMUM, 50),
                _bidang("Sumber Daya Air", Bidang.PEKERJAAN_UMUM, 45),
            ),
            _dinas("Dinas Komunikasi dan Informatika", Bidang.TEKNOLOGI, 42),
            Kantor(
                "Inspektorat Daerah",
                Bidang.PENGAWASAN,
                "Inspektur Daerah",
                JenisJabatan.JPT_PRATAMA,
                47,
            ),
        ),
    ),
    Porsi(draft=24, pengajuan=22, persetujuan=34),
)
