"""What there is around random SKP besides their RHK: lampiran, the periods of each instansi and
what was written, done, said and given in them; and koreksi."""

from datetime import date, timedelta
from random import Random

from models.rules.vocabulary import (
    AsalUmpanBalik,
    AspekPerilaku,
    JenisKoreksi,
    JenisLampiran,
    JenisPeriode,
    KinerjaOrganisasi,
    Predikat,
    Rating,
    StatusKoreksi,
    StatusSkp,
)
from tests.naif.data import Data
from tests.naif.draws import TAHUN, WAKTU, Draws
from tests.naif.rows import (
    Ekspektasi,
    Eviden,
    Koreksi,
    Lampiran,
    Nilai,
    PeriodePenilaian,
    PredikatOrganisasi,
    ProgresHarian,
    Realisasi,
    RencanaAksi,
    Rhk,
    Skp,
    UmpanBalik,
)
from tests.naif.texts import marked

PERIODS = {
    JenisPeriode.TAHUNAN: ((1, 1), (12, 31)),
    JenisPeriode.SEMESTER: ((7, 1), (12, 31)),
    JenisPeriode.TRIWULAN: ((1, 1), (3, 31)),
    JenisPeriode.BULANAN: ((6, 1), (6, 30)),
}
DEADLINES = (date(2025, 2, 1), date(2099, 12, 31))  # one that is over, and one that is not
JAM = (("07:30", "08:00"), ("08:00", "16:30"), ("23:00", "23:59"))
SATUAN = ("berkas", "Berkas", "orang")


def add_performance(acak: Random, data: Data) -> None:
    """To a world with people, SKP, RHK and indikator."""
    builder = _Performance(acak, data)
    builder.lampiran()
    builder.ekspektasi()
    builder.periode_penilaian()
    builder.rencana_aksi()
    builder.progres_harian()
    builder.eviden()
    builder.realisasi()
    builder.umpan_balik()
    builder.penilaian()
    builder.predikat_organisasi()
    builder.koreksi()


class _Performance(Draws):
    def lampiran(self) -> None:
        of = [skp for skp in self.data.skp.values() for _ in range(self.acak.choice((0, 0, 1, 3)))]
        for key, skp in zip(self.keys(len(of)), of, strict=True):
            self.data.lampiran[key] = Lampiran(
                id=key,
                skp_id=skp.id,
                jenis=self.acak.choice(list(JenisLampiran)),
                uraian=marked(self.acak, "lampiran", key),
                urutan=self.acak.randint(1, 2),
            )

    def ekspektasi(self) -> None:
        of = [
            (skp.id, aspek)
            for skp in self.data.skp.values()
            for aspek in self.acak.sample(list(AspekPerilaku), self.acak.choice((0, 0, 1, 2)))
        ]
        for key, (skp_id, aspek) in zip(self.keys(len(of)), of, strict=True):
            uraian = marked(self.acak, "ekspektasi", key)
            self.data.ekspektasi[key] = Ekspektasi(key, skp_id, aspek, uraian)

    def periode_penilaian(self) -> None:
        of = [
            (instansi_id, tahun, jenis)
            for instansi_id in self.data.instansi
            for tahun in TAHUN
            for jenis in PERIODS
            if self.chance(85 if jenis is JenisPeriode.TAHUNAN else 35)
        ]
        for key, (instansi_id, tahun, jenis) in zip(self.keys(len(of)), of, strict=True):
            awal, akhir = PERIODS[jenis]
            self.data.periode_penilaian[key] = PeriodePenilaian(
                id=key,
                instansi_id=instansi_id,
                tahun=tahun,
                nama=self.kode("periodepenilaian", key, 100),
                awal=date(tahun, *awal),
                akhir=date(tahun, *akhir),
                batas_pengisian=self.acak.choice(DEADLINES),
                jenis=jenis,
            )

    def _periods(self, skp: Skp, percent: int) -> list[PeriodePenilaian]:
        """Some of those of the SKP's instansi; seldom one of another."""
        instansi_id = self.data.unor[skp.unor_id].instansi_id
        return [
            periode
            for periode in self.data.periode_penilaian.values()
            if self.chance(percent if periode.instansi_id == instansi_id else 2)
        ]

    def _rhk(self) -> list[tuple[Rhk, Skp]]:
        return [(rhk, self.data.skp[rhk.skp_id]) for rhk in self.data.rhk.values()]

    def rencana_aksi(self) -> None:
        of = [
            (rhk.id, periode.id)
            for rhk, skp in self._rhk()
            for periode in self._periods(skp, 35)
            for _ in range(self.acak.choice((1, 1, 2)))
        ]
        for key, (rhk_id, periode_id) in zip(self.keys(len(of)), of, strict=True):
            uraian = marked(self.acak, "rencanaaksi", key)
            self.data.rencana_aksi[key] = RencanaAksi(key, rhk_id, periode_id, uraian)

    def progres_harian(self) -> None:
        of = [
            rencana
            for rencana in self.data.rencana_aksi.values()
            for _ in range(self.acak.choice((0, 0, 1, 3)))
        ]
        for key, rencana in zip(self.keys(len(of)), of, strict=True):
            periode = self.data.periode_penilaian[rencana.periode_id]
            mulai, selesai = self.acak.choice(JAM)
            self.data.progres_harian[key] = ProgresHarian(
                id=key,
                rencana_aksi_id=rencana.id,
                tanggal=periode.awal + timedelta(days=self.acak.choice((-1, 0, 9, 29, 400))),
                jam_mulai=mulai,
                jam_selesai=selesai,
                kegiatan=marked(self.acak, "progresharian", key),
                realisasi=self.acak.choice((0, 1, 250)),
                satuan=self.acak.choice(SATUAN),
                tautan=self.perhaps(self.nama()),
            )

    def eviden(self) -> None:
        of = [
            (rhk.id, periode.id) for rhk, skp in self._rhk() for periode in self._periods(skp, 25)
        ]
        for key, (rhk_id, periode_id) in zip(self.keys(len(of)), of, strict=True):
            self.data.eviden[key] = Eviden(
                key, rhk_id, periode_id, marked(self.acak, "eviden", key)[:300], self.nama()
            )

    def realisasi(self) -> None:
        of = [
            (indikator.id, periode.id)
            for indikator in self.data.indikator.values()
            for periode in self._periods(self.data.skp[self.data.rhk[indikator.rhk_id].skp_id], 30)
        ]
        for key, (indikator_id, periode_id) in zip(self.keys(len(of)), of, strict=True):
            self.data.realisasi[key] = Realisasi(
                key, indikator_id, periode_id, marked(self.acak, "realisasi", key), self.nama()
            )

    def umpan_balik(self) -> None:
        """On RHK, mostly from whoever rates; on perilaku, from him or from others."""
        of: list[tuple[Skp, int, int | None]] = [
            (skp, periode.id, rhk.id)
            for rhk, skp in self._rhk()
            for periode in self._periods(skp, 15)
        ]
        of += [
            (skp, periode.id, None)
            for skp in self.data.skp.values()
            for periode in self._periods(skp, 25)
        ]
        everybody = list(self.data.pegawai)
        for key, (skp, periode_id, rhk_id) in zip(self.keys(len(of)), of, strict=True):
            by_atasan = rhk_id is not None or self.chance(40)
            penilai = skp.pejabat_penilai_id if by_atasan and self.chance(80) else None
            self.data.umpan_balik[key] = UmpanBalik(
                id=key,
                skp_id=skp.id,
                periode_id=periode_id,
                rhk_id=rhk_id,
                aspek=None if rhk_id else self.acak.choice(list(AspekPerilaku)),
                asal=AsalUmpanBalik.ATASAN if by_atasan else AsalUmpanBalik.REKAN_KERJA,
                pemberi_id=penilai or self.acak.choice(everybody),
                uraian=marked(self.acak, "umpanbalik", key),
                waktu=self.acak.choice(WAKTU),
            )

    def penilaian(self) -> None:
        """Mostly of what was approved; some of it half."""
        of = [
            (skp.id, periode.id)
            for skp in self.data.skp.values()
            for periode in self._periods(skp, 70 if skp.status == StatusSkp.PERSETUJUAN else 10)
        ]
        for key, (skp_id, periode_id) in zip(self.keys(len(of)), of, strict=True):
            hasil_kerja = self.perhaps(self.acak.choice(list(Rating)), 85)
            perilaku = self.perhaps(self.acak.choice(list(Rating)), 85)
            whole = hasil_kerja is not None and perilaku is not None
            predikat = self.acak.choice(list(Predikat)) if whole else None
            self.data.penilaian[key] = Nilai(
                key, skp_id, periode_id, hasil_kerja, perilaku, predikat
            )

    def predikat_organisasi(self) -> None:
        of = [
            (unor.id, periode.id)
            for unor in self.data.unor.values()
            for periode in self.data.periode_penilaian.values()
            if self.chance(25 if periode.instansi_id == unor.instansi_id else 1)
        ]
        for key, (unor_id, periode_id) in zip(self.keys(len(of)), of, strict=True):
            predikat = self.acak.choice(list(KinerjaOrganisasi))
            self.data.predikat_organisasi[key] = PredikatOrganisasi(
                key, unor_id, periode_id, predikat
            )

    def koreksi(self) -> None:
        everybody = list(self.data.pegawai)
        for key in self.keys(self.acak.randint(4, 12)):
            status = self.acak.choice(list(StatusKoreksi))
            decided = status != StatusKoreksi.DIAJUKAN
            self.data.koreksi[key] = Koreksi(
                id=key,
                pegawai_id=self.acak.choice(everybody),
                jenis=self.acak.choice(list(JenisKoreksi)),
                uraian=marked(self.acak, "koreksi", key),
                usulan_atasan_id=self.perhaps(self.acak.choice(everybody)),
                usulan_unor_id=self.perhaps(self.acak.choice(list(self.data.unor))),
                status=status,
                diajukan=self.acak.choice(WAKTU),
                diputuskan=self.acak.choice(WAKTU) if decided else None,
                pemutus_id=self.acak.choice(everybody) if decided else None,
                tanggapan=self.perhaps(self.nama()) if decided else None,
            )
