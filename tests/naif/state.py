"""What the rules need to know of an SKP, and of one in a periode, counted by hand."""

from datetime import date
from typing import Any

from models.counters import hari_ini
from models.rules.penilaian import KeadaanPenilaian
from models.rules.skp import KeadaanSkp
from models.rules.vocabulary import JenisRhk, Kekurangan, Pendekatan, StatusSkp
from tests.naif.data import Data
from tests.naif.rows import Eviden, Penilaian, ProgresHarian, RencanaAksi, Rhk, Skp, UmpanBalik

_OF_RHK = ("rencana_aksi", "eviden")


def keadaan(data: Data, skp: Skp) -> KeadaanSkp:
    """The state of `skp`, whoever may see what of it."""
    rhk = data.rhk_of(skp)
    keys = {one.id for one in rhk}
    kandidat = {one.id for one in data.kandidat_of(skp)}
    utama = [one for one in rhk if one.jenis == JenisRhk.UTAMA]
    incomplete = [
        indikator
        for one in rhk
        for indikator in data.indikator_of(one)
        if indikator.target is None or indikator.perspektif is None
    ]
    return KeadaanSkp(
        status=StatusSkp(skp.status),
        pegawai_id=skp.pegawai_id,
        pejabat_penilai_id=skp.pejabat_penilai_id,
        pendekatan=Pendekatan(skp.pendekatan),
        rhk_utama=len(utama),
        rhk_tanpa_indikator=sum(not data.indikator_of(one) for one in rhk),
        indikator_tak_lengkap=(len(incomplete) if skp.pendekatan == Pendekatan.KUANTITATIF else 0),
        utama_tanpa_intervensi=sum(
            one.rhk_atasan_id not in kandidat and not is_handed_out(data, one) for one in utama
        ),
        ada_kandidat=ada_kandidat(data, skp),
        rhk_diintervensi=sum(other.rhk_atasan_id in keys for other in data.rhk.values()),
        terisi=_terisi(data, skp, rhk),
        dinilai=bool(data.of("penilaian", "skp_id", skp.id)),
    )


def is_handed_out(data: Data, rhk: Rhk) -> bool:
    """Whether whoever handed the RHK out put it under one of his own."""
    above = data.rhk.get(rhk.rhk_atasan_id or 0)
    return above is not None and data.skp[above.skp_id].pegawai_id == rhk.pembagi_id


def _terisi(data: Data, skp: Skp, rhk: list[Rhk]) -> int:
    """How much was written and given in any periode."""
    return (
        sum(len(data.of(table, "rhk_id", one.id)) for one in rhk for table in _OF_RHK)
        + sum(
            len(data.of("realisasi", "indikator_id", indikator.id))
            for one in rhk
            for indikator in data.indikator_of(one)
        )
        + len(data.of("umpan_balik", "skp_id", skp.id))
    )


def ada_kandidat(data: Data, skp: Skp) -> bool:
    """Whether there is an RHK of the pejabat penilai to intervene."""
    above = {data.skp[rhk.skp_id].pegawai_id for rhk in data.kandidat_of(skp)}
    return skp.pejabat_penilai_id in above


class Sheet:
    """What was written and given for an SKP in a periode."""

    def __init__(self, data: Data, penilaian: Penilaian) -> None:
        self.data = data
        self.penilaian = penilaian
        self.rhk = data.rhk_of(data.skp[penilaian.skp_id])

    def rencana_aksi(self, rhk: Rhk) -> list[RencanaAksi]:
        return self._of("rencana_aksi", rhk)

    def eviden(self, rhk: Rhk) -> list[Eviden]:
        return self._of("eviden", rhk)

    def umpan_balik(self, rhk: Rhk) -> list[UmpanBalik]:
        return self._of("umpan_balik", rhk)

    def progres(self, rhk: Rhk) -> list[ProgresHarian]:
        return [
            progres
            for rencana in self.rencana_aksi(rhk)
            for progres in self.data.of("progres_harian", "rencana_aksi_id", rencana.id)
        ]

    def progres_terakhir(self) -> date | None:
        days = [progres.tanggal for rhk in self.rhk for progres in self.progres(rhk)]
        return max(days, default=None)

    def hari_tanpa_progres(self) -> int:
        """Days since the last progres, or since the periode began; till today, or till its end."""
        periode = self.data.periode_penilaian[self.penilaian.periode_id]
        last = max(self.progres_terakhir() or periode.awal, periode.awal)
        return max((min(hari_ini(), periode.akhir) - last).days, 0)

    def keadaan(self) -> KeadaanPenilaian:
        owner = self.data.pegawai[self.penilaian.pegawai_id]
        return KeadaanPenilaian(
            status=StatusSkp.PERSETUJUAN,
            pegawai_id=self.penilaian.pegawai_id,
            pejabat_penilai_id=self.penilaian.pejabat_penilai_id,
            batas_pengisian=self.data.periode_penilaian[self.penilaian.periode_id].batas_pengisian,
            hari_ini=hari_ini(),
            rhk=len(self.rhk),
            rhk_tanpa_rencana_aksi=sum(not self.rencana_aksi(rhk) for rhk in self.rhk),
            instansi_rekan_id=owner.instansi_id if owner.aktif else None,
        )

    def kekurangan(self) -> dict[Kekurangan, int]:
        """What is missing, and how often."""
        ratings = (self.penilaian.hasil_kerja, self.penilaian.perilaku)
        missing = {
            Kekurangan.RENCANA_AKSI: sum(not self.rencana_aksi(rhk) for rhk in self.rhk),
            Kekurangan.EVIDEN: sum(not self.eviden(rhk) for rhk in self.rhk),
            Kekurangan.REALISASI: sum(self._unrealised(rhk) for rhk in self.rhk),
            Kekurangan.UMPAN_BALIK: sum(not self.umpan_balik(rhk) for rhk in self.rhk),
            Kekurangan.RATING: ratings.count(None),
        }
        return {what: count for what, count in missing.items() if count}

    def _unrealised(self, rhk: Rhk) -> int:
        """The indikator of an RHK without realisasi, unless its progres says what was done."""
        if self.progres(rhk):
            return 0
        periode_id = self.penilaian.periode_id
        return sum(
            periode_id
            not in {
                one.periode_id for one in self.data.of("realisasi", "indikator_id", indikator.id)
            }
            for indikator in self.data.indikator_of(rhk)
        )

    def _of(self, table: str, rhk: Rhk) -> list[Any]:
        rows = self.data.of(table, "rhk_id", rhk.id)
        return [row for row in rows if row.periode_id == self.penilaian.periode_id]
