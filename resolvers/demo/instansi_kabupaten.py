"""The demo's regency."""

from models.rules.vocabulary import JenisInstansi, JenisJabatan
from resolvers.demo.kantor import Bidang, InstansiDemo, Kantor, Porsi


def _dinas(nama: str, bidang: Bidang, staf: int, *anak: Kantor) -> Kantor:
    return Kantor(nama, bidang, f"Kepala {nama}", JenisJabatan.JPT_PRATAMA, staf, anak)


def _bidang(nama: str, bidang: Bidang, staf: int, *anak: Kantor) -> Kantor:
    return Kantor(
        f"Bidang {nama}",
        bidang,
        f"Kepala Bidang {nama}",
        JenisJabatan.ADMINISTRATOR,
        staf,
        anak,
    )


def _puskesmas(nama: str, staf: int, lowong: bool = False) -> Kantor:
    return Kantor(
        f"Puskesmas {nama}",
        Bidang.KESEHATAN,
        f"Kepala Puskesmas {nama}",
        JenisJabatan.JF_AHLI_MADYA,
        staf,
        lowong=lowong,
    )


def _sekolah(nama: str, staf: int) -> Kantor:
    return Kantor(nama, Bidang.PENDIDIKAN, f"Kepala {nama}", JenisJabatan.JF_AHLI_MADYA, staf)


def _kecamatan(nama: str, staf: int) -> Kantor:
    return Kantor(
        f"Kecamatan {nama}",
        Bidang.PELAYANAN_PUBLIK,
        f"Camat {nama}",
        JenisJabatan.ADMINISTRATOR,
        staf,
        (
            Kantor(
                f"Seksi Pemerintahan dan Pelayanan Kecamatan {nama}",
                Bidang.PELAYANAN_PUBLIK,
                "Kepala Seksi Pemerintahan dan Pelayanan",
                JenisJabatan.PENGAWAS,
                9,
            ),
        ),
    )


KABUPATEN = InstansiDemo(
    "6304",
    "Pemerintah Kabupaten Banyumas",
    JenisInstansi.DAERAH,
    Kantor(
        "Pemerintah Kabupaten Banyumas",
        Bidang.UMUM,
        "Sekretaris Daerah Kabupaten Banyumas",
        JenisJabatan.JPT_PRATAMA,
        2,
        (
            _dinas(
                "Badan Kepegawaian dan Pengembangan SDM",
                Bidang.KEPEGAWAIAN,
                28,
                _bidang("Kinerja dan Disiplin Aparatur", Bidang.KEPEGAWAIAN, 21),
            ),
            _dinas(
                "Dinas Kesehatan",
                Bidang.KESEHATAN,
                24,
                _bidang(
                    "Pelayanan Kesehatan",
                    Bidang.KESEHATAN,
                    19,
                    _puskesmas("Purwokerto Barat", 57),
                    _puskesmas("Sokaraja", 52),
                    _puskesmas("Ajibarang", 47, lowong=True),
                ),
            ),
            _dinas(
                "Dinas Pendidikan",
                Bidang.PENDIDIKAN,
                26,
                _bidang(
                    "Pembinaan SMP",
                    Bidang.PENDIDIKAN,
                    19,
                    _sekolah("SMP Negeri 1 Sokaraja", 61),
                    _sekolah("SMP Negeri 3 Ajibarang", 54),
                ),
            ),
            _dinas("Dinas Kependudukan dan Pencatatan Sipil", Bidang.PELAYANAN_PUBLIK, 54),
            _dinas(
                "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
                Bidang.PELAYANAN_PUBLIK,
                40,
            ),
            _kecamatan("Sokaraja", 28),
            _kecamatan("Ajibarang", 26),
        ),
    ),
    Porsi(draft=30, pengajuan=14, persetujuan=12),
)
