"""Deciding which SKP everybody of the demo has (pure, and the same on every run)."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from models.rules.vocabulary import Pendekatan, StatusJabatan, StatusSkp
from resolvers.demo.alur import langkah_menuju
from resolvers.demo.isi import Pengisi
from resolvers.demo.kantor import Tempat
from resolvers.demo.skp import PegawaiDemo, SkpDemo

# Heads who have made no SKP, so that their bawahan submit without an RHK atasan.
KANTOR_TANPA_SKP = frozenset({"Bidang Kinerja dan Disiplin Aparatur", "Kecamatan Ajibarang"})

EVERY_MOVED = 200  # of so many people, one moved in the middle of the year: two SKP
EVERY_PLT = 15  # of so many heads, one also acts in another post: two SKP


def rencanakan_skp(people: Sequence[PegawaiDemo], tahun: int) -> list[SkpDemo]:
    """The SKP of everyone, each after the one of his pejabat penilai.

    `people` stand in the order of the tree, so that the heads of upper offices come first.
    """
    planner = _Planner(tahun)
    heads_first = sorted(people, key=lambda person: not person.memimpin)
    return [skp for person in heads_first for skp in planner.skp_of(person)]


class _Planner:
    def __init__(self, tahun: int) -> None:
        self._tahun = tahun
        self._acak = Random(tahun)
        self._main: dict[int, SkpDemo] = {}
        self._pace: dict[tuple[str, str], float] = {}
        self._seen = {True: 0, False: 0}

    def skp_of(self, person: PegawaiDemo) -> Iterator[SkpDemo]:
        self._seen[person.memimpin] += 1
        status = self._status(person)
        if status is None:
            return
        number, tahun = self._seen[person.memimpin], self._tahun
        start, end = date(tahun, 1, 1), date(tahun, 12, 31)
        if not person.memimpin and number % EVERY_MOVED == 7:
            yield self._skp(person, start, date(tahun, 6, 30), StatusSkp.PERSETUJUAN)
            start, status = date(tahun, 7, 1), StatusSkp.DRAFT
        skp = self._skp(person, start, end, status)
        self._main[person.id] = skp
        yield skp
        if person.memimpin and number % EVERY_PLT == 5:
            yield self._skp(
                person,
                date(tahun, 4, 1),
                date(tahun, 9, 30),
                StatusSkp.DRAFT,
                StatusJabatan.PLT,
            )

    def _skp(
        self,
        person: PegawaiDemo,
        start: date,
        end: date,
        status: StatusSkp,
        status_jabatan: StatusJabatan = StatusJabatan.DEFINITIF,
    ) -> SkpDemo:
        acak = self._acak
        pendekatan = acak.choices(list(Pendekatan), weights=(8, 2))[0]
        atasan = self._main.get(person.pejabat_penilai_id or 0)
        langkah = langkah_menuju(status, person, self._tahun, acak)
        pengisi = Pengisi(person, pendekatan, atasan, acak)
        unfinished = len(langkah) == 1 and not person.memimpin
        rhk = pengisi.setengah_jadi() if unfinished else pengisi.lengkap()
        return SkpDemo(person, start, end, pendekatan, status_jabatan, langkah, rhk, atasan)

    def _status(self, person: PegawaiDemo) -> StatusSkp | None:
        """None for nobody's SKP. Some offices are ahead of their instansi, others behind."""
        kantor = person.tempat.kantor
        if person.memimpin and kantor.nama in KANTOR_TANPA_SKP:
            return None
        if person.pejabat_penilai_id is None:
            return StatusSkp.DRAFT
        porsi = person.tempat.instansi.porsi
        place = self._acak.random() * 100 / self._pace_of(person.tempat)
        if place < porsi.persetujuan:
            return StatusSkp.PERSETUJUAN
        if place < porsi.persetujuan + porsi.pengajuan:
            return StatusSkp.PENGAJUAN
        if person.memimpin or place < porsi.persetujuan + porsi.pengajuan + porsi.draft:
            return StatusSkp.DRAFT
        return None

    def _pace_of(self, tempat: Tempat) -> float:
        place = (tempat.instansi.kode, tempat.kode)
        if place not in self._pace:
            self._pace[place] = self._acak.uniform(0.7, 1.4)
        return self._pace[place]
