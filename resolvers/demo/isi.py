"""What stands in an SKP of the demo."""

from dataclasses import dataclass, replace
from random import Random

from models.rules.vocabulary import JenisRhk, KlasifikasiRhk, Pendekatan
from resolvers.demo.naskah import NASKAH, TUGAS_TAMBAHAN, UKURAN_TAMBAHAN, Ukuran
from resolvers.demo.skp import IndikatorDemo, PegawaiDemo, RhkDemo, SkpDemo


@dataclass(frozen=True)
class Pengisi:
    """Fills the SKP of one person; `atasan` is the SKP of his pejabat penilai, if there is one."""

    pegawai: PegawaiDemo
    pendekatan: Pendekatan
    atasan: SkpDemo | None
    acak: Random

    def lengkap(self) -> tuple[RhkDemo, ...]:
        """RHK as submitting needs them: each UTAMA intervenes one of the atasan's, if any."""
        themes = NASKAH[self.pegawai.tempat.kantor.bidang]
        count = len(themes) if self.pegawai.memimpin else self.acak.randint(2, len(themes))
        chosen = sorted(self.acak.sample(range(len(themes)), count))
        rhk = [self._utama(place) for place in chosen]
        if self.acak.random() < 0.3:
            rhk.append(self._tambahan())
        return tuple(rhk)

    def setengah_jadi(self) -> tuple[RhkDemo, ...]:
        """A draft in the making: complete, or lacking something that submitting needs."""
        rhk = self.lengkap()
        match self.acak.randrange(4):
            case 0:
                return ()
            case 1:
                return (*rhk[:-1], replace(rhk[-1], indikator=()))
            case 2:
                return (replace(rhk[0], rhk_atasan=None), *rhk[1:])
            case _:
                return rhk

    def _utama(self, place: int) -> RhkDemo:
        kantor = self.pegawai.tempat.kantor
        tema = NASKAH[kantor.bidang][place]
        if self.pegawai.memimpin:
            uraian = tema.pimpinan.format(kantor=kantor.nama)
            klasifikasi = KlasifikasiRhk.ORGANISASI if place else KlasifikasiRhk.INDIVIDU
        else:
            uraian, klasifikasi = self.acak.choice(tema.bawahan), None
        return RhkDemo(
            JenisRhk.UTAMA,
            uraian,
            tuple(self._indikator(ukuran) for ukuran in tema.ukuran),
            klasifikasi,
            rhk_atasan=self._intervened(place),
        )

    def _tambahan(self) -> RhkDemo:
        return RhkDemo(
            JenisRhk.TAMBAHAN,
            self.acak.choice(TUGAS_TAMBAHAN),
            (self._indikator(UKURAN_TAMBAHAN),),
            penugasan_dari=f"Surat tugas {self.pegawai.tempat.instansi.akar.kepala}",
        )

    def _intervened(self, place: int) -> int | None:
        utama = [
            number
            for number, rhk in enumerate(self.atasan.rhk if self.atasan else (), start=1)
            if rhk.jenis is JenisRhk.UTAMA
        ]
        return utama[place % len(utama)] if utama else None

    def _indikator(self, ukuran: Ukuran) -> IndikatorDemo:
        aspek = None if self.pegawai.memimpin else ukuran.aspek
        if self.pendekatan is Pendekatan.KUALITATIF:
            return IndikatorDemo(ukuran.uraian, None, None, aspek)
        return IndikatorDemo(ukuran.uraian, ukuran.target, ukuran.perspektif, aspek)
