"""What an office of the demo is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from models.rules.vocabulary import JenisInstansi, JenisJabatan


class Bidang(StrEnum):
    """The kind of work of an office; it decides the titles and the texts of its people."""

    KEPEGAWAIAN = "KEPEGAWAIAN"
    PERENCANAAN = "PERENCANAAN"
    UMUM = "UMUM"
    TEKNOLOGI = "TEKNOLOGI"
    PENGAWASAN = "PENGAWASAN"
    KESEHATAN = "KESEHATAN"
    PENDIDIKAN = "PENDIDIKAN"
    PEKERJAAN_UMUM = "PEKERJAAN_UMUM"
    PELAYANAN_PUBLIK = "PELAYANAN_PUBLIK"


@dataclass(frozen=True)
class Kantor:
    """An office: its name, its head's title and level, and how many people work in it besides.

    A `lowong` post has no head at present.
    """

    nama: str
    bidang: Bidang
    kepala: str
    jenjang: JenisJabatan
    staf: int
    anak: tuple["Kantor", ...] = ()
    lowong: bool = False


@dataclass(frozen=True)
class Porsi:
    """Of a hundred people, how many have which SKP; the rest have none."""

    draft: int
    pengajuan: int
    persetujuan: int


@dataclass(frozen=True)
class InstansiDemo:
    kode: str
    nama: str
    jenis: JenisInstansi
    akar: Kantor
    porsi: Porsi


@dataclass(frozen=True)
class Tempat:
    """An office at its place in the tree. `kode` counts down from the root: 01.02.03."""

    instansi: InstansiDemo
    kode: str
    induk_kode: str
    kantor: Kantor


def semua_tempat(instansi: InstansiDemo) -> Iterator[Tempat]:
    """Every office of the instansi, each after the one above it."""
    waiting = [Tempat(instansi, "01", "", instansi.akar)]
    while waiting:
        tempat = waiting.pop(0)
        yield tempat
        for number, anak in enumerate(tempat.kantor.anak, start=1):
            waiting.append(Tempat(instansi, f"{tempat.kode}.{number:02}", tempat.kode, anak))
