"""A world held in memory, and what follows from its rows: who rates whom, what counts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args, get_type_hints

from models.rules.vocabulary import Keterlibatan, StatusJabatan, StatusPengisian, StatusSkp
from tests.naif.rows import (
    Akun,
    AnggotaTim,
    BarisMatriks,
    Ekspektasi,
    Eviden,
    Indikator,
    Instansi,
    Koreksi,
    KurvaIdeal,
    Lampiran,
    Matriks,
    Nilai,
    Notifikasi,
    Noun,
    Pegawai,
    Penilaian,
    PeriodePenilaian,
    Perorangan,
    PredikatOrganisasi,
    ProgresHarian,
    Realisasi,
    RencanaAksi,
    Rhk,
    Riwayat,
    Row,
    Skp,
    TimKerja,
    UmpanBalik,
    Unor,
)

DASHBOARDS = range(1990, 2101)  # the years that they are kept for


# What a migration fills, and nothing here changes.
SEEDED = "kurva_ideal"
KURVA_IDEAL = (
    ("ISTIMEWA", 0, 1, 3, 7, 13),
    ("BAIK", 2, 3, 6, 11, 2),
    ("BUTUH_PERBAIKAN", 3, 4, 10, 4, 3),
    ("KURANG", 2, 11, 6, 3, 2),
    ("SANGAT_KURANG", 13, 7, 3, 1, 0),
)


def seeded() -> dict[int, KurvaIdeal]:
    return {key: KurvaIdeal(key, *points) for key, points in enumerate(KURVA_IDEAL, start=1)}


@dataclass(eq=False)
class Data:
    """Every table, by key; in an order in which each comes after those that it names."""

    instansi: dict[int, Instansi] = field(default_factory=dict)
    unor: dict[int, Unor] = field(default_factory=dict)
    pegawai: dict[int, Pegawai] = field(default_factory=dict)
    akun: dict[int, Akun] = field(default_factory=dict)
    koreksi: dict[int, Koreksi] = field(default_factory=dict)
    periode_penilaian: dict[int, PeriodePenilaian] = field(default_factory=dict)
    skp: dict[int, Skp] = field(default_factory=dict)
    rhk: dict[int, Rhk] = field(default_factory=dict)
    indikator: dict[int, Indikator] = field(default_factory=dict)
    lampiran: dict[int, Lampiran] = field(default_factory=dict)
    ekspektasi: dict[int, Ekspektasi] = field(default_factory=dict)
    tim_kerja: dict[int, TimKerja] = field(default_factory=dict)
    anggota_tim: dict[int, AnggotaTim] = field(default_factory=dict)
    matriks: dict[int, Matriks] = field(default_factory=dict)
    baris_matriks: dict[int, BarisMatriks] = field(default_factory=dict)
    penilaian: dict[int, Nilai] = field(default_factory=dict)
    predikat_organisasi: dict[int, PredikatOrganisasi] = field(default_factory=dict)
    kurva_ideal: dict[int, KurvaIdeal] = field(default_factory=seeded)
    rencana_aksi: dict[int, RencanaAksi] = field(default_factory=dict)
    progres_harian: dict[int, ProgresHarian] = field(default_factory=dict)
    eviden: dict[int, Eviden] = field(default_factory=dict)
    realisasi: dict[int, Realisasi] = field(default_factory=dict)
    umpan_balik: dict[int, UmpanBalik] = field(default_factory=dict)
    riwayat: dict[int, Riwayat] = field(default_factory=dict)
    notifikasi: dict[int, Notifikasi] = field(default_factory=dict)
    _grouped: dict[tuple[str, str], dict[Any, list[Any]]] = field(default_factory=dict, repr=False)

    def nouns(self) -> dict[str, Mapping[int, Noun]]:
        """The tables behind `node(id)`, by the prefix of their ids."""
        return {table.replace("_", ""): getattr(self, table) for table in NOUNS}

    def of(self, table: str, column: str, value: object) -> list[Any]:
        """The rows of a table with this value in a column, by key. Only once all are there."""
        groups = self._grouped.get((table, column))
        if groups is None:
            groups = self._grouped[table, column] = {}
            for _, row in sorted(getattr(self, table).items()):
                groups.setdefault(getattr(row, column), []).append(row)
        return groups.get(value, [])

    def upwards(self, unor_id: int | None) -> Iterator[Unor]:
        """The unor and those above it, to the root."""
        while unor_id is not None:
            unor = self.unor[unor_id]
            yield unor
            unor_id = unor.induk_id

    def is_below(self, unor_id: int, top_id: int) -> bool:
        """Whether a unor is `top` or lies below it."""
        return any(unor.id == top_id for unor in self.upwards(unor_id))

    def pejabat_penilai(self, pegawai: Pegawai) -> Pegawai | None:
        """Whom an admin named, while he is active and of the same instansi; else the pimpinan of
        the nearest unor, upwards from the pegawai's own, that has an active one who is not the
        pegawai himself."""
        named = self.pegawai.get(pegawai.pejabat_penilai_id or 0)
        if named and named.aktif and named.instansi_id == pegawai.instansi_id:
            return named
        for unor in self.upwards(pegawai.unor_id):
            if unor.pimpinan_id is not None and unor.pimpinan_id != pegawai.id:
                pimpinan = self.pegawai[unor.pimpinan_id]
                if pimpinan.aktif:
                    return pimpinan
        return None

    def rhk_of(self, skp: Skp) -> list[Rhk]:
        """The RHK of an SKP, in the order that their owner gave them."""
        return sorted(self.of("rhk", "skp_id", skp.id), key=lambda rhk: (rhk.urutan, rhk.id))

    def indikator_of(self, rhk: Rhk) -> list[Indikator]:
        """The indikator of an RHK, in the order that their owner gave them."""
        return sorted(self.of("indikator", "rhk_id", rhk.id), key=lambda one: (one.urutan, one.id))

    def may_intervene(self, mine: Skp, theirs: Skp) -> bool:
        """Whether what stands in `theirs` may be intervened in `mine`: it is the SKP of its pejabat
        penilai, or of the ketua of a team of the year that its owner is in, at the same time."""
        if not overlap(mine, theirs):
            return False
        if theirs.pegawai_id == mine.pejabat_penilai_id:
            return True
        teams = (self.tim_kerja[one.tim_kerja_id] for one in self._memberships(mine.pegawai_id))
        return any((tim.ketua_id, tim.tahun) == (theirs.pegawai_id, mine.tahun) for tim in teams)

    def _memberships(self, pegawai_id: int) -> list[AnggotaTim]:
        return [one for one in self.anggota_tim.values() if one.pegawai_id == pegawai_id]

    def kandidat_of(self, skp: Skp) -> list[Rhk]:
        """What an SKP may intervene."""
        above = [atas for _, atas in sorted(self.skp.items()) if self.may_intervene(skp, atas)]
        return [rhk for atas in above for rhk in self.rhk_of(atas)]

    def members_of(self, tim: TimKerja) -> list[Pegawai]:
        return [
            self.pegawai[one.pegawai_id] for one in self.of("anggota_tim", "tim_kerja_id", tim.id)
        ]

    def penilaian_of(self, skp: Skp) -> list[Penilaian]:
        """The sheets of an SKP, in the order of the periods."""
        if skp.status != StatusSkp.PERSETUJUAN:
            return []
        owner = self.pegawai[skp.pegawai_id]
        periods = self.of("periode_penilaian", "instansi_id", self.unor[skp.unor_id].instansi_id)
        sheets = []
        for periode in sorted(periods, key=lambda periode: (periode.awal, periode.id)):
            if not (periode.awal <= skp.periode_akhir and skp.periode_awal <= periode.akhir):
                continue
            nilai = self.nilai_of(skp, periode.id)
            sheets.append(
                Penilaian(
                    skp_id=skp.id,
                    periode_id=periode.id,
                    pegawai_id=skp.pegawai_id,
                    pejabat_penilai_id=skp.pejabat_penilai_id,
                    tahun=skp.tahun,
                    nama=owner.nama,
                    awal=periode.awal,
                    hasil_kerja=nilai.hasil_kerja if nilai else None,
                    perilaku=nilai.perilaku if nilai else None,
                    predikat=nilai.predikat if nilai else None,
                )
            )
        return sheets

    def nilai_of(self, skp: Skp, periode_id: int) -> Nilai | None:
        """What an SKP was rated in a periode."""
        rated: list[Nilai] = self.of("penilaian", "skp_id", skp.id)
        return next((nilai for nilai in rated if nilai.periode_id == periode_id), None)

    def perorangan(self, tahun: int) -> list[Perorangan]:
        """The people of a year's dashboards."""
        if tahun not in DASHBOARDS:
            return []
        return [Perorangan(one.id, one.nama, tahun) for one in self.pegawai.values() if one.aktif]

    def plans(self, orang: Perorangan) -> list[Skp]:
        """His SKP of the year."""
        own = self.of("skp", "pegawai_id", orang.pegawai_id)
        return [skp for skp in own if skp.tahun == orang.tahun]

    def counted(self, orang: Perorangan, periode: PeriodePenilaian | None = None) -> Skp | None:
        """The SKP of the year that counts: the DEFINITIF one that ends last, else the last of
        any; for a rating of those that share a day with its periode."""
        own = [
            skp
            for skp in self.plans(orang)
            if periode is None
            or (skp.periode_awal <= periode.akhir and periode.awal <= skp.periode_akhir)
        ]
        return max(
            own,
            key=lambda skp: (
                skp.status_jabatan == StatusJabatan.DEFINITIF,
                skp.periode_akhir,
                skp.id,
            ),
            default=None,
        )

    def involving(self, orang: Perorangan) -> set[int]:
        """The matrices in which any SKP of the person's year stands."""
        return {
            baris.matriks_id
            for skp in self.of("skp", "pegawai_id", orang.pegawai_id)
            if skp.tahun == orang.tahun
            for baris in self.of("baris_matriks", "skp_id", skp.id)
        }

    def pengisian(self, orang: Perorangan) -> StatusPengisian:
        plan = self.counted(orang)
        return StatusPengisian(plan.status) if plan else StatusPengisian.BELUM_BUAT

    def keterlibatan(self, orang: Perorangan) -> Keterlibatan:
        match len(self.involving(orang)):
            case 0:
                return Keterlibatan.NOL
            case 1:
                return Keterlibatan.SATU
        return Keterlibatan.LEBIH

    def rows(self, type_name: str) -> Iterable[Row]:
        """All that a type may show, of some year."""
        match type_name:
            case "Penilaian":
                return [sheet for skp in self.skp.values() for sheet in self.penilaian_of(skp)]
            case "Perorangan":
                return self.perorangan(DASHBOARDS[0])
        return self.nouns()[type_name.lower()].values()


# The type of the rows of each table, by its name.
TYPES: dict[str, type] = {
    table: get_args(of)[1]
    for table, of in get_type_hints(Data).items()
    if not table.startswith("_")
}
TABLES = [*TYPES]
NOUNS = [table for table in TABLES if table not in ("akun", "anggota_tim", "penilaian")]


def overlap(one: Skp, other: Skp) -> bool:
    """Whether the periods of two SKP share a day."""
    return one.periode_awal <= other.periode_akhir and other.periode_awal <= one.periode_akhir
