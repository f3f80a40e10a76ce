"""The dashboards: pengisian, keterlibatan matriks, penilaian (manual 7)."""

from collections.abc import Iterable
from typing import Any, ClassVar, Self

import strawberry

from models import statistik
from models.penilaian import PeriodePenilaian
from models.rules.vocabulary import JenisLingkup, JenisPeriode
from schema.ids import encode


@strawberry.type(description="Yang ditampilkan sebuah dashboard.")
class LingkupDashboard:
    jenis: JenisLingkup = strawberry.field(description="Nasional, instansi atau unor.")
    id: strawberry.ID | None = strawberry.field(
        description="Pengenal instansi atau unornya; kosong untuk nasional."
    )
    nama: str = strawberry.field(description="Namanya.")

    @classmethod
    def of(cls, lingkup: statistik.Lingkup) -> "LingkupDashboard":
        noun = lingkup.jenis.lower()
        global_id = None if lingkup.id is None else encode(noun, lingkup.id)
        return cls(jenis=lingkup.jenis, id=global_id, nama=lingkup.nama)


# What the types of each dashboard have in common; no types of the schema by themselves.


@strawberry.type
class Angka:
    """Of one kind of figures. `SISA` is the field of those who count in no column, `KOLOM` are
    those of the columns, in their order."""

    SISA: ClassVar[str]
    KOLOM: ClassVar[tuple[str, ...]]

    total: int = strawberry.field(description="Seluruh pegawai aktif.")

    @classmethod
    def figures(cls, rekap: statistik.Rekap) -> dict[str, int]:
        named = dict(zip(cls.KOLOM, rekap.angka, strict=True))
        return {"total": rekap.total, cls.SISA: rekap.sisa, **named}

    @classmethod
    def of(cls, rekap: statistik.Rekap) -> Self:
        return cls(**cls.figures(rekap))


@strawberry.type
class UnitDashboard:
    id: strawberry.ID = strawberry.field(description="Pengenal instansi atau unornya.")
    nama: str = strawberry.field(description="Nama unit.")
    jumlah_anak: int = strawberry.field(
        description="Jumlah unit di bawahnya; 0 berarti tak dapat dirinci lagi."
    )
    induk_id: strawberry.ID | None = strawberry.field(
        description="Unor di atasnya; kosong untuk instansi."
    )


@strawberry.type
class Dashboard:
    versi: int = strawberry.field(
        description="Naik setiap kali ada yang berubah, selama satu langganan."
    )
    lengkap: bool = strawberry.field(
        description="`unit` memuat semuanya; bila tidak, hanya yang berubah (angka mutlak)."
    )
    lingkup: LingkupDashboard = strawberry.field(description="Yang direkap.")
    jejak: list[LingkupDashboard] = strawberry.field(
        description="Lingkup di atasnya yang boleh Anda buka, dari yang teratas."
    )


UTAMA = "Rekap seluruh lingkup."
LANGSUNG = "Pegawai yang ditempatkan langsung di unor ini; kosong untuk nasional."
UNIT = "Per instansi (nasional), atau per unor di bawahnya, menurut nama."
SENDIRI = "Hanya pegawai yang langsung di unor ini; kosong untuk instansi."
SATU_UNIT = "Rekap satu unit: sebuah instansi, atau sebuah unor beserta semua di bawahnya."


# Pengisian.


@strawberry.type
class AngkaPengisian(Angka):
    SISA = "belum_buat"
    KOLOM = ("draft", "pengajuan", "persetujuan")

    belum_buat: int = strawberry.field(description="Belum membuat SKP.")
    draft: int = strawberry.field(description="SKP-nya masih draft.")
    pengajuan: int = strawberry.field(description="SKP-nya sedang diajukan.")
    persetujuan: int = strawberry.field(description="SKP-nya sudah disetujui.")


@strawberry.type(description="Jumlah pegawai aktif menurut status SKP-nya dalam satu tahun.")
class RekapPengisian(AngkaPengisian):
    pass


@strawberry.type(description=SATU_UNIT)
class UnitPengisian(UnitDashboard, AngkaPengisian):
    sendiri: RekapPengisian | None = strawberry.field(description=SENDIRI)


@strawberry.type(
    description="Rekap pengisian SKP satu tahun. `utama` adalah `langsung` ditambah unit terdekat."
)
class DashboardPengisian(Dashboard):
    tahun: int = strawberry.field(description="Tahun yang direkap.")
    utama: RekapPengisian = strawberry.field(description=UTAMA)
    langsung: RekapPengisian | None = strawberry.field(description=LANGSUNG)
    unit: list[UnitPengisian] = strawberry.field(description=UNIT)

    @classmethod
    def of(
        cls, state: statistik.Statistik, jejak: Iterable[statistik.Lingkup]
    ) -> "DashboardPengisian":
        shown = _shown(state, jejak, RekapPengisian, UnitPengisian)
        return cls(tahun=state.pandangan.kunci, **shown)


# Keterlibatan matriks.


@strawberry.type
class AngkaMatriks(Angka):
    SISA = "nol"
    KOLOM = ("satu", "lebih")

    nol: int = strawberry.field(description="Belum terlibat dalam matriks mana pun.")
    satu: int = strawberry.field(description="Terlibat dalam satu matriks.")
    lebih: int = strawberry.field(description="Terlibat dalam dua matriks atau lebih.")


@strawberry.type(
    description="Jumlah pegawai aktif menurut banyaknya matriks yang melibatkan SKP-nya."
)
class RekapMatriks(AngkaMatriks):
    pass


@strawberry.type(description=SATU_UNIT)
class UnitMatriks(UnitDashboard, AngkaMatriks):
    sendiri: RekapMatriks | None = strawberry.field(description=SENDIRI)


@strawberry.type(
    description="Rekap keterlibatan dalam matriks satu tahun. `utama` adalah `langsung` ditambah"
    " unit terdekat."
)
class DashboardMatriks(Dashboard):
    tahun: int = strawberry.field(description="Tahun yang direkap.")
    utama: RekapMatriks = strawberry.field(description=UTAMA)
    langsung: RekapMatriks | None = strawberry.field(description=LANGSUNG)
    unit: list[UnitMatriks] = strawberry.field(description=UNIT)

    @classmethod
    def of(
        cls, state: statistik.Statistik, jejak: Iterable[statistik.Lingkup]
    ) -> "DashboardMatriks":
        shown = _shown(state, jejak, RekapMatriks, UnitMatriks)
        return cls(tahun=state.pandangan.kunci, **shown)


# Penilaian.


@strawberry.type
class AngkaPenilaian(Angka):
    SISA = "belum_dinilai"
    KOLOM = ("sangat_kurang", "kurang", "butuh_perbaikan", "baik", "sangat_baik")

    belum_dinilai: int = strawberry.field(description="Belum punya predikat.")
    sangat_kurang: int = strawberry.field(description="Predikatnya sangat kurang.")
    kurang: int = strawberry.field(description="Predikatnya kurang.")
    butuh_perbaikan: int = strawberry.field(description="Predikatnya butuh perbaikan.")
    baik: int = strawberry.field(description="Predikatnya baik.")
    sangat_baik: int = strawberry.field(description="Predikatnya sangat baik.")


@strawberry.type(description="Jumlah pegawai aktif menurut predikat SKP-nya.")
class RekapPenilaian(AngkaPenilaian):
    pass


@strawberry.type(description=SATU_UNIT)
class UnitPenilaian(UnitDashboard, AngkaPenilaian):
    sendiri: RekapPenilaian | None = strawberry.field(description=SENDIRI)


@strawberry.type(description="Periode sebuah dashboard penilaian.")
class PeriodeDashboard:
    id: strawberry.ID = strawberry.field(description="Pengenal periodenya.")
    nama: str = strawberry.field(description="Namanya.")
    jenis: JenisPeriode = strawberry.field(description="Panjangnya.")

    @classmethod
    def of(cls, periode: PeriodePenilaian) -> "PeriodeDashboard":
        global_id = encode("periodepenilaian", periode.id)
        return cls(id=global_id, nama=periode.nama, jenis=periode.jenis)


@strawberry.type(
    description="Rekap penilaian satu periode, atau penilaian akhir satu tahun. `utama` adalah"
    " `langsung` ditambah unit terdekat."
)
class DashboardPenilaian(Dashboard):
    tahun: int = strawberry.field(description="Tahun yang direkap.")
    periode: PeriodeDashboard | None = strawberry.field(
        description="Periodenya; kosong bila yang direkap penilaian akhir tahun (periode TAHUNAN"
        " setiap instansi)."
    )
    utama: RekapPenilaian = strawberry.field(description=UTAMA)
    langsung: RekapPenilaian | None = strawberry.field(description=LANGSUNG)
    unit: list[UnitPenilaian] = strawberry.field(description=UNIT)

    @classmethod
    def of(
        cls,
        state: statistik.Statistik,
        jejak: Iterable[statistik.Lingkup],
        tahun: int,
        periode: PeriodePenilaian | None,
    ) -> "DashboardPenilaian":
        shown = _shown(state, jejak, RekapPenilaian, UnitPenilaian)
        of_one = PeriodeDashboard.of(periode) if periode else None
        return cls(tahun=tahun, periode=of_one, **shown)


def _shown(
    state: statistik.Statistik,
    jejak: Iterable[statistik.Lingkup],
    rekap: type[Angka],
    unit: Any,
) -> dict[str, Any]:
    """What every dashboard shows, in its own types of a recap and of a unit."""
    return {
        "versi": state.versi,
        "lengkap": state.lengkap,
        "lingkup": LingkupDashboard.of(state.pandangan.lingkup),
        "jejak": [LingkupDashboard.of(lingkup) for lingkup in jejak],
        "utama": rekap.of(state.utama),
        "langsung": rekap.of(state.langsung) if state.langsung else None,
        "unit": [unit(**_unit(one, rekap)) for one in state.unit.values()],
    }


def _unit(unit: statistik.Unit, rekap: type[Angka]) -> dict[str, Any]:
    noun = "unor" if unit.sendiri else "instansi"
    return {
        "id": encode(noun, unit.id),
        "nama": unit.nama,
        "jumlah_anak": unit.jumlah_anak,
        "induk_id": None if unit.induk_id is None else encode(noun, unit.induk_id),
        "sendiri": rekap.of(unit.sendiri) if unit.sendiri else None,
        **rekap.figures(unit.rekap),
    }
