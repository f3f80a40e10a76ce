"""Random tim kerja, and the matrices of those who lead."""

from random import Random

from tests.naif.data import Data
from tests.naif.draws import TAHUN, Draws
from tests.naif.rows import AnggotaTim, BarisMatriks, Matriks, Skp, TimKerja


def add_teams(acak: Random, data: Data) -> None:
    """To a world with people and their SKP."""
    builder = _Teams(acak, data)
    builder.tim_kerja()
    builder.matriks()
    builder.baris_matriks()


class _Teams(Draws):
    def tim_kerja(self) -> None:
        """Mostly of those who lead a unor; their members mostly of the instansi, some of none."""
        pimpinan = [unor.pimpinan_id for unor in self.data.unor.values() if unor.pimpinan_id]
        everybody = list(self.data.pegawai)
        for key in self.keys(self.acak.randint(2, 5)):
            ketua_id = self.acak.choice(pimpinan if pimpinan and self.chance(80) else everybody)
            nama = self.kode("timkerja", key, 200)
            self.data.tim_kerja[key] = TimKerja(key, ketua_id, self.acak.choice(TAHUN), nama)
        members = [
            (tim.id, pegawai_id)
            for tim in self.data.tim_kerja.values()
            for pegawai_id in self.acak.sample(everybody, self.acak.randint(0, 5))
        ]
        for key, (tim_id, pegawai_id) in zip(self.keys(len(members)), members, strict=True):
            self.data.anggota_tim[key] = AnggotaTim(key, tim_id, pegawai_id)

    def matriks(self) -> None:
        """Of the SKP of those who rate or lead a team: one of all, and one for each team."""
        penilai = {skp.pejabat_penilai_id for skp in self.data.skp.values()}
        wanted: list[tuple[int, int | None]] = []
        for skp in self.data.skp.values():
            if skp.pegawai_id in penilai and self.chance(75):
                wanted.append((skp.id, None))
            wanted += [
                (skp.id, tim.id)
                for tim in self.data.tim_kerja.values()
                if (tim.ketua_id, tim.tahun) == (skp.pegawai_id, skp.tahun) or self.chance(2)
            ]
        for key, (skp_id, tim_id) in zip(self.keys(len(wanted)), wanted, strict=True):
            self.data.matriks[key] = Matriks(key, skp_id, tim_id)

    def baris_matriks(self) -> None:
        rows = [
            (matriks.id, skp_id)
            for matriks in self.data.matriks.values()
            for skp_id in self._in(matriks)
        ]
        for key, (matriks_id, skp_id) in zip(self.keys(len(rows)), rows, strict=True):
            self.data.baris_matriks[key] = BarisMatriks(key, matriks_id, skp_id)

    def _in(self, matriks: Matriks) -> set[int]:
        """Most of the SKP that belong there, and sometimes another."""
        top = self.data.skp[matriks.skp_id]
        found = {skp.id for skp in self.data.skp.values() if self._belongs(skp, top, matriks)}
        if self.chance(30):
            found.add(self.acak.choice(list(self.data.skp)))
        return {skp_id for skp_id in sorted(found) if self.chance(85)}

    def _belongs(self, skp: Skp, top: Skp, matriks: Matriks) -> bool:
        if skp.tahun != top.tahun:
            return False
        if matriks.tim_kerja_id is None:
            return skp.pejabat_penilai_id == top.pegawai_id
        members = self.data.anggota_tim.values()
        pair = (matriks.tim_kerja_id, skp.pegawai_id)
        return any((one.tim_kerja_id, one.pegawai_id) == pair for one in members)
