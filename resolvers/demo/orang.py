"""Inventing the people of the demo: always the same ones."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from faker import Faker

from models.rules.vocabulary import JenisPegawai
from resolvers.demo.instansi_bkn import BKN
from resolvers.demo.instansi_kabupaten import KABUPATEN
from resolvers.demo.instansi_provinsi import PROVINSI
from resolvers.demo.jabatan import AHLI, Jabatan, jabatan_kepala, jabatan_staf
from resolvers.demo.kantor import Bidang, Tempat, semua_tempat

INSTANSI = (BKN, PROVINSI, KABUPATEN)

SEED = 2022  # the year of the manual
INACTIVE = 0.012
LAST_HIRE = 2025

# Golongan → the years in which somebody of that rank was born.
BORN = {
    "IV": (1966, 1981),
    "III/c": (1974, 1989),
    "III/d": (1972, 1987),
    "III": (1984, 1998),
    "II": (1986, 2001),
}
BORN_PPPK = (1979, 1997)

GELAR = {
    Bidang.KEPEGAWAIAN: ("S.A.P.", "S.Psi.", "S.H.", "S.E."),
    Bidang.PERENCANAAN: ("S.E.", "S.Ak.", "S.A.P."),
    Bidang.UMUM: ("S.Sos.", "S.H.", "S.I.Kom."),
    Bidang.TEKNOLOGI: ("S.Kom.", "S.T.", "S.Si."),
    Bidang.PENGAWASAN: ("S.E.", "S.Ak.", "S.H."),
    Bidang.KESEHATAN: ("S.K.M.", "S.Kep., Ns.", "S.Farm."),
    Bidang.PENDIDIKAN: ("S.Pd.", "M.Pd.", "S.Pd., Gr."),
    Bidang.PEKERJAAN_UMUM: ("S.T.", "M.T."),
    Bidang.PELAYANAN_PUBLIK: ("S.I.P.", "S.A.P.", "S.STP."),
}


@dataclass(frozen=True)
class Orang:
    """An invented person at his place; `memimpin` says that he heads the office."""

    nip: str
    nama: str
    jabatan: Jabatan
    tempat: Tempat
    memimpin: bool
    aktif: bool


def semua_orang() -> list[Orang]:
    """Everybody of the demo, office by office, the head first."""
    pembuat = _Pembuat()
    return [
        orang
        for instansi in INSTANSI
        for tempat in semua_tempat(instansi)
        for orang in pembuat.orang_di(tempat)
    ]


class _Pembuat:
    def __init__(self) -> None:
        self._acak = Random(SEED)
        self._faker = Faker("id_ID")
        self._faker.seed_instance(SEED)
        self._used: set[str] = set()

    def orang_di(self, tempat: Tempat) -> Iterable[Orang]:
        kantor = tempat.kantor
        if not kantor.lowong:
            yield self._orang(
                tempat, jabatan_kepala(kantor.kepala, kantor.jenjang, self._acak), True
            )
        for _ in range(kantor.staf):
            yield self._orang(tempat, jabatan_staf(kantor.bidang, self._acak), False)

    def _orang(self, tempat: Tempat, jabatan: Jabatan, memimpin: bool) -> Orang:
        laki_laki = self._acak.random() < 0.5
        return Orang(
            self._nip(jabatan, laki_laki),
            self._nama(tempat.kantor.bidang, jabatan, laki_laki),
            jabatan,
            tempat,
            memimpin,
            memimpin or self._acak.random() >= INACTIVE,
        )

    def _nama(self, bidang: Bidang, jabatan: Jabatan, laki_laki: bool) -> str:
        faker = self._faker
        if laki_laki:
            nama = f"{faker.first_name_male()} {faker.last_name_male()}"
        else:
            nama = f"{faker.first_name_female()} {faker.last_name_female()}"
        if jabatan.jenis in AHLI or jabatan.golongan.startswith("IV"):
            return f"{nama}, {self._acak.choice(GELAR[bidang])}"
        return nama

    def _nip(self, jabatan: Jabatan, laki_laki: bool) -> str:
        while True:
            nip = self._candidate(jabatan, laki_laki)
            if nip not in self._used:
                self._used.add(nip)
                return nip

    def _candidate(self, jabatan: Jabatan, laki_laki: bool) -> str:
        acak = self._acak
        born = date(acak.randint(*_years_of_birth(jabatan)), 1, 1) + timedelta(acak.randint(0, 364))
        if jabatan.jenis_pegawai is JenisPegawai.PPPK:
            hired, code = acak.randint(2021, LAST_HIRE), 21
        else:
            hired = min(born.year + acak.randint(22, 27), LAST_HIRE)
            code = acak.choice((1, 2, 3, 4, 12))
        sex = 1 if laki_laki else 2
        return f"{born:%Y%m%d}{hired}{code:02}{sex}{acak.randint(1, 40):03}"


def _years_of_birth(jabatan: Jabatan) -> tuple[int, int]:
    if jabatan.jenis_pegawai is JenisPegawai.PPPK:
        return BORN_PPPK
    golongan = jabatan.golongan
    return BORN.get(golongan) or BORN[golongan.split("/")[0]]
