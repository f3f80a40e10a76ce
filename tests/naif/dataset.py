"""A small random world: what the tables allow, whether or not the rules would ever write it."""

import json
from dataclasses import replace
from datetime import date
from random import Random

from models.rules.vocabulary import (
    AspekIndikator,
    JenisInstansi,
    JenisJabatan,
    JenisNotifikasi,
    JenisPegawai,
    JenisRhk,
    KlasifikasiRhk,
    Pendekatan,
    Peran,
    Perspektif,
    StatusJabatan,
    StatusSkp,
)
from tests.naif.data import Data
from tests.naif.draws import TAHUN, WAKTU, Draws
from tests.naif.performance import add_performance
from tests.naif.rows import (
    Akun,
    Indikator,
    Instansi,
    Notifikasi,
    Pegawai,
    Rhk,
    Riwayat,
    Skp,
    Unor,
)
from tests.naif.teams import add_teams
from tests.naif.texts import marked

PERIODE = (((1, 1), (12, 31)), ((1, 1), (6, 30)), ((7, 1), (12, 31)), ((3, 15), (9, 14)))
NIP = ("19850101201001", "19900202201502", "19850303202121")  # four digits short
# Values that a riwayat tells of.
TERCATAT: tuple[object, ...] = ("Budi", "baris\nbaru", "", 0, 7, None, [1, 2], [])


def dataset(acak: Random) -> Data:
    """A new world; the same for the same `acak`."""
    return _Builder(acak, Data()).build()


class _Builder(Draws):
    def build(self) -> Data:
        self._instansi()
        self._pegawai()
        self._pimpinan()
        self._akun()
        self._skp()
        add_teams(self.acak, self.data)
        self._rhk()
        self._indikator()
        add_performance(self.acak, self.data)
        self._riwayat()
        self._notifikasi()
        return self.data

    def _instansi(self) -> None:
        for key in self.keys(self.acak.randint(2, 3)):
            self.data.instansi[key] = Instansi(
                id=key,
                kode=self.kode("instansi", key, 20),
                nama=self.nama(),
                jenis=self.acak.choice(list(JenisInstansi)),
            )
            keys = self.keys(7, taken=self.data.unor)
            akar = self._unor(keys.pop(), key, None)
            for _ in range(self.acak.randint(1, 2)):
                tengah = self._unor(keys.pop(), key, akar)
                for _ in range(self.acak.randint(0, 2)):
                    self._unor(keys.pop(), key, tengah)

    def _unor(self, key: int, instansi_id: int, induk: Unor | None) -> Unor:
        unor = Unor(
            id=key,
            instansi_id=instansi_id,
            induk_id=induk.id if induk else None,
            pimpinan_id=None,
            status_pimpinan=self.acak.choice(list(StatusJabatan)),
            kode=self.kode("unor", key, 40),
            nama=self.nama(),
            jalur=f"{induk.jalur if induk else ''}{key}/",
            aktif=self.chance(85),
        )
        self.data.unor[key] = unor
        return unor

    def _pegawai(self) -> None:
        for key in self.keys(self.acak.randint(9, 14)):
            unor = self.acak.choice(list(self.data.unor.values()))
            self.data.pegawai[key] = Pegawai(
                id=key,
                nip=f"{self.acak.choice(NIP)}{key:04}",
                nama=self.nama(),
                instansi_id=unor.instansi_id,
                unor_id=unor.id,
                jenis_pegawai=self.acak.choice(list(JenisPegawai)),
                golongan=self.acak.choice(("III/a", "IV/e", "IX")),
                jenis_jabatan=self.acak.choice(list(JenisJabatan)),
                nama_jabatan=marked(self.acak, "pegawai", key)[:200],
                aktif=self.chance(80),
                pejabat_penilai_id=None,
            )

    def _pimpinan(self) -> None:
        """Most unor are led, mostly by somebody of the instansi; some people lead several. An admin
        named whoever rates somebody."""
        for unor in self.data.unor.values():
            if not self.chance(70):
                continue
            everybody = list(self.data.pegawai.values())
            own = [pegawai for pegawai in everybody if pegawai.instansi_id == unor.instansi_id]
            pimpinan = self.acak.choice(own if own and self.chance(90) else everybody)
            self.data.unor[unor.id] = replace(unor, pimpinan_id=pimpinan.id)
        for pegawai in list(self.data.pegawai.values()):
            if self.chance(25):
                others = [key for key in self.data.pegawai if key != pegawai.id]
                named = replace(pegawai, pejabat_penilai_id=self.acak.choice(others))
                self.data.pegawai[pegawai.id] = named

    def _akun(self) -> None:
        """Everybody has one: one super admin, an admin at home, an admin of another instansi."""
        people = list(self.data.pegawai.values())
        self.acak.shuffle(people)
        keys = self.keys(len(people))
        for number, pegawai in enumerate(people):
            peran, instansi_id = Peran.PEGAWAI, None
            if number == 0:
                peran = Peran.SUPER_ADMIN
            elif number == 1:
                peran, instansi_id = Peran.ADMIN_INSTANSI, pegawai.instansi_id
            elif number == 2:
                others = [key for key in self.data.instansi if key != pegawai.instansi_id]
                peran, instansi_id = Peran.ADMIN_INSTANSI, self.acak.choice(others)
            key = keys[number]
            self.data.akun[key] = Akun(key, pegawai.id, peran, instansi_id, "")

    def _skp(self) -> None:
        keys = self.keys(3 * len(self.data.pegawai))
        for pegawai in self.data.pegawai.values():
            for _ in range(self.acak.choice((0, 1, 2, 2, 3))):
                key = keys.pop()
                tahun = self.acak.choice(TAHUN)
                awal, akhir = self.acak.choice(PERIODE)
                self.data.skp[key] = Skp(
                    id=key,
                    pegawai_id=pegawai.id,
                    pejabat_penilai_id=self._penilai(pegawai),
                    unor_id=self._tempat(pegawai),
                    tahun=tahun,
                    periode_awal=date(tahun, *awal),
                    periode_akhir=date(tahun, *akhir),
                    pendekatan=self.acak.choice(list(Pendekatan)),
                    status_jabatan=self.acak.choice(list(StatusJabatan)),
                    jenis_jabatan=self.acak.choice(list(JenisJabatan)),
                    nama_jabatan=marked(self.acak, "skp", key)[:200],
                    status=self.acak.choice(list(StatusSkp)),
                    versi=self.acak.randint(1, 9),
                    dibuat=self.acak.choice(WAKTU),
                    diubah=self.acak.choice(WAKTU),
                )

    def _penilai(self, pegawai: Pegawai) -> int | None:
        """Whom the unor tree gives; sometimes whoever it gave before, or nobody."""
        derived = self.data.pejabat_penilai(pegawai)
        if derived and self.chance(70):
            return derived.id
        others = [key for key in self.data.pegawai if key != pegawai.id]
        return self.perhaps(self.acak.choice(others), 60)

    def _tempat(self, pegawai: Pegawai) -> int:
        """The owner's unor; sometimes one where he was before."""
        if self.chance(85):
            return pegawai.unor_id
        return self.acak.choice(list(self.data.unor))

    def _rhk(self) -> None:
        keys = self.keys(4 * len(self.data.skp))
        for skp in self.data.skp.values():
            for _ in range(self.acak.choice((0, 1, 2, 3))):
                key = keys.pop()
                self.data.rhk[key] = Rhk(
                    id=key,
                    skp_id=skp.id,
                    rhk_atasan_id=None,
                    jenis=self.acak.choice(list(JenisRhk)),
                    klasifikasi=self.perhaps(self.acak.choice(list(KlasifikasiRhk))),
                    uraian=marked(self.acak, "rhk", key),
                    penugasan_dari=self.perhaps(self.nama()),
                    urutan=self.acak.randint(1, 3),
                    pembagi_id=self._pembagi(skp),
                )
        for rhk in list(self.data.rhk.values()):
            self.data.rhk[rhk.id] = replace(rhk, rhk_atasan_id=self._atasan(rhk))

    def _pembagi(self, skp: Skp) -> int | None:
        """Whoever rates the SKP; sometimes somebody else who had it in a matriks, mostly nobody."""
        if self.chance(15):
            return skp.pejabat_penilai_id
        return self.perhaps(self.acak.choice(list(self.data.pegawai)), 10)

    def _atasan(self, rhk: Rhk) -> int | None:
        """One that may be intervened; sometimes one that no longer may, or none."""
        mine = self.data.skp[rhk.skp_id]
        above = [
            other.id
            for other in self.data.rhk.values()
            if other.id != rhk.id and self.data.may_intervene(mine, self.data.skp[other.skp_id])
        ]
        if above and self.chance(70):
            return self.acak.choice(above)
        others = [key for key in self.data.rhk if key != rhk.id]
        return self.perhaps(self.acak.choice(others), 30) if others else None

    def _indikator(self) -> None:
        keys = self.keys(3 * len(self.data.rhk))
        for rhk in self.data.rhk.values():
            for _ in range(self.acak.randint(0, 2)):
                key = keys.pop()
                self.data.indikator[key] = Indikator(
                    id=key,
                    rhk_id=rhk.id,
                    uraian=marked(self.acak, "indikator", key),
                    target=self.perhaps(self.nama(), 80),
                    perspektif=self.perhaps(self.acak.choice(list(Perspektif)), 80),
                    aspek=self.perhaps(self.acak.choice(list(AspekIndikator))),
                    urutan=self.acak.randint(1, 2),
                )

    def _riwayat(self) -> None:
        """Of the rows there are, of some that are no more, and of something else with the same
        key."""
        of = [("skp", key) for key in self.data.skp for _ in range(self.acak.randint(0, 2))]
        nouns = ("unor", "pegawai", "koreksi", "timkerja", "periodepenilaian", "kurvaideal")
        for noun in nouns:
            of += [(noun, key) for key in self.data.nouns()[noun] if self.chance(60)]
        of += [("skp", 9_999), ("unor", 9_999), *(("akun", key) for key in list(self.data.skp)[:3])]
        for key, (noun, noun_id) in zip(self.keys(len(of)), of, strict=True):
            self.data.riwayat[key] = Riwayat(
                id=key,
                noun=noun,
                noun_id=noun_id,
                aksi=self.acak.choice(("BUAT", "UBAH", "AJUKAN")),
                pelaku_id=self.perhaps(self.acak.choice(list(self.data.pegawai)), 80),
                waktu=self.acak.choice(WAKTU),
                alasan=self.perhaps(marked(self.acak, "riwayat", key)),
                dari=self.perhaps(self._tercatat()),
                ke=self.perhaps(self._tercatat(), 80),
            )

    def _notifikasi(self) -> None:
        """Mostly for people who can log in; about SKP that they may see, or no longer."""
        people = [akun.pegawai_id for akun in self.data.akun.values()] + list(self.data.pegawai)
        for key in self.keys(self.acak.randint(0, 12)):
            self.data.notifikasi[key] = Notifikasi(
                id=key,
                pegawai_id=self.acak.choice(people),
                jenis=self.acak.choice(list(JenisNotifikasi)).value,
                skp_id=self.perhaps(self.acak.choice([*self.data.skp, None]), 80),
                koreksi_id=self.perhaps(self.acak.choice([*self.data.koreksi, None])),
                pelaku_id=self.perhaps(self.acak.choice(list(self.data.pegawai)), 80),
                alasan=self.perhaps(marked(self.acak, "notifikasi", key)),
                tahun=self.perhaps(self.acak.choice(TAHUN)),
                waktu=self.acak.choice(WAKTU),
                dibaca=self.perhaps(self.acak.choice(WAKTU)),
            )

    def _tercatat(self) -> str:
        names = self.acak.sample(["uraian", "status", "urutan", "target"], self.acak.randint(0, 3))
        return json.dumps({name: self.acak.choice(TERCATAT) for name in names}, ensure_ascii=False)
