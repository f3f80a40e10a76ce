"""Which titles and golongan people of an office have."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from models.rules.vocabulary import JenisJabatan, JenisPegawai
from resolvers.demo.kantor import Bidang


@dataclass(frozen=True)
class Jabatan:
    """A post held: level, title, rank, and the kind of employment that goes with it."""

    jenis: JenisJabatan
    nama: str
    golongan: str
    jenis_pegawai: JenisPegawai


@dataclass(frozen=True)
class Profesi:
    """The titles of a kind of work: of experts, of technicians, and of general staff."""

    ahli: tuple[str, ...]
    terampil: tuple[str, ...]
    pelaksana: tuple[str, ...]


@dataclass(frozen=True)
class Jenjang:
    """A level: what it adds to the title, its golongan, and what a PPPK's is (if there are any)."""

    sebutan: str
    golongan: tuple[str, ...]
    golongan_pppk: str | None = None


JENJANG: Mapping[JenisJabatan, Jenjang] = {
    JenisJabatan.JPT_UTAMA: Jenjang("", ("IV/e",)),
    JenisJabatan.JPT_MADYA: Jenjang("", ("IV/d", "IV/e")),
    JenisJabatan.JPT_PRATAMA: Jenjang("", ("IV/c", "IV/d")),
    JenisJabatan.ADMINISTRATOR: Jenjang("", ("IV/a", "IV/b")),
    JenisJabatan.PENGAWAS: Jenjang("", ("III/c", "III/d")),
    JenisJabatan.PELAKSANA: Jenjang("", ("II/b", "II/c", "II/d", "III/a", "III/b"), "V"),
    JenisJabatan.JF_AHLI_MADYA: Jenjang("Ahli Madya", ("IV/a", "IV/b", "IV/c")),
    JenisJabatan.JF_AHLI_MUDA: Jenjang("Ahli Muda", ("III/c", "III/d"), "XI"),
    JenisJabatan.JF_AHLI_PERTAMA: Jenjang("Ahli Pertama", ("III/a", "III/b"), "IX"),
    JenisJabatan.JF_PENYELIA: Jenjang("Penyelia", ("III/c", "III/d")),
    JenisJabatan.JF_MAHIR: Jenjang("Mahir", ("III/a", "III/b")),
    JenisJabatan.JF_TERAMPIL: Jenjang("Terampil", ("II/c", "II/d"), "VII"),
}

# How often each level occurs among the staff of an office.
STAF: Mapping[JenisJabatan, int] = {
    JenisJabatan.JF_AHLI_MADYA: 8,
    JenisJabatan.JF_AHLI_MUDA: 20,
    JenisJabatan.JF_AHLI_PERTAMA: 26,
    JenisJabatan.JF_PENYELIA: 5,
    JenisJabatan.JF_MAHIR: 9,
    JenisJabatan.JF_TERAMPIL: 12,
    JenisJabatan.PELAKSANA: 20,
}

AHLI = frozenset(
    {JenisJabatan.JF_AHLI_MADYA, JenisJabatan.JF_AHLI_MUDA, JenisJabatan.JF_AHLI_PERTAMA}
)

PROFESI: Mapping[Bidang, Profesi] = {
    Bidang.KEPEGAWAIAN: Profesi(
        ("Analis Sumber Daya Manusia Aparatur", "Asesor Sumber Daya Manusia Aparatur"),
        ("Pranata Sumber Daya Manusia Aparatur",),
        ("Penelaah Teknis Kebijakan", "Pengelola Layanan Kepegawaian"),
    ),
    Bidang.PERENCANAAN: Profesi(
        ("Perencana", "Analis Keuangan Pusat dan Daerah", "Analis Kebijakan"),
        ("Statistisi", "Arsiparis"),
        ("Pengolah Data dan Informasi", "Penelaah Teknis Kebijakan"),
    ),
    Bidang.UMUM: Profesi(
        ("Arsiparis", "Pranata Hubungan Masyarakat", "Analis Hukum"),
        ("Arsiparis", "Pranata Hubungan Masyarakat"),
        ("Pengadministrasi Perkantoran", "Pengelola Umum Operasional"),
    ),
    Bidang.TEKNOLOGI: Profesi(
        ("Pranata Komputer", "Manggala Informatika"),
        ("Pranata Komputer",),
        ("Operator Layanan Operasional", "Pengolah Data dan Informasi"),
    ),
    Bidang.PENGAWASAN: Profesi(
        ("Auditor", "Pengawas Penyelenggaraan Urusan Pemerintahan di Daerah"),
        ("Auditor",),
        ("Penelaah Teknis Kebijakan", "Pengadministrasi Perkantoran"),
    ),
    Bidang.KESEHATAN: Profesi(
        ("Dokter", "Perawat", "Apoteker", "Administrator Kesehatan"),
        ("Perawat", "Bidan", "Pranata Laboratorium Kesehatan", "Nutrisionis"),
        ("Pengelola Layanan Kesehatan", "Pengadministrasi Perkantoran"),
    ),
    Bidang.PENDIDIKAN: Profesi(
        ("Guru", "Guru", "Pengembang Teknologi Pembelajaran"),
        ("Pustakawan", "Pranata Laboratorium Pendidikan"),
        ("Operator Layanan Operasional", "Pengadministrasi Perkantoran"),
    ),
    Bidang.PEKERJAAN_UMUM: Profesi(
        ("Teknik Jalan dan Jembatan", "Teknik Pengairan", "Penata Ruang"),
        ("Teknik Jalan dan Jembatan", "Teknik Pengairan"),
        ("Pengelola Layanan Operasional", "Pengolah Data dan Informasi"),
    ),
    Bidang.PELAYANAN_PUBLIK: Profesi(
        ("Administrator Database Kependudukan", "Penata Perizinan", "Analis Kebijakan"),
        ("Operator Sistem Informasi Administrasi Kependudukan",),
        ("Pengelola Layanan Operasional", "Pengadministrasi Perkantoran"),
    ),
}


def jabatan_kepala(nama: str, jenis: JenisJabatan, acak: Random) -> Jabatan:
    return Jabatan(jenis, nama, acak.choice(JENJANG[jenis].golongan), JenisPegawai.PNS)


def jabatan_staf(bidang: Bidang, acak: Random) -> Jabatan:
    """A post as it occurs among the staff of such an office; about every fifth is a PPPK's."""
    jenis = acak.choices(list(STAF), weights=list(STAF.values()))[0]
    jenjang = JENJANG[jenis]
    nama = f"{acak.choice(_titles(bidang, jenis))} {jenjang.sebutan}".strip()
    if jenjang.golongan_pppk and acak.random() < 0.25:
        return Jabatan(jenis, nama, jenjang.golongan_pppk, JenisPegawai.PPPK)
    return Jabatan(jenis, nama, acak.choice(jenjang.golongan), JenisPegawai.PNS)


def _titles(bidang: Bidang, jenis: JenisJabatan) -> tuple[str, ...]:
    profesi = PROFESI[bidang]
    if jenis is JenisJabatan.PELAKSANA:
        return profesi.pelaksana
    return profesi.ahli if jenis in AHLI else profesi.terampil
