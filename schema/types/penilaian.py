"""Penilaian: an SKP in a periode, rated or not (manual 6)."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from models import scopes
from models.counters import hari_ini
from models.database import as_date
from models.keadaan_penilaian import KEADAAN, KEKURANGAN, keadaan_of, kekurangan_of
from models.rules.aktor import Aktor
from models.rules.penilaian import penilaian_refusals
from models.rules.vocabulary import AksiPenilaian, Kekurangan, KinerjaOrganisasi, Predikat, Rating
from resolvers.reading.sources import Many, One
from schema.declare import Node, column, computed, edge, noun
from schema.errors import UserError

if TYPE_CHECKING:
    from schema.types.pegawai import Pegawai
    from schema.types.pelaksanaan import UmpanBalik
    from schema.types.periode_penilaian import PeriodePenilaian
    from schema.types.skp import Skp
    from schema.types.unor import Unor


@strawberry.type(description="Sebuah aksi penilaian dan apakah Anda boleh melakukannya sekarang.")
class AksiPenilaianTersedia:
    aksi: AksiPenilaian = strawberry.field(description="Aksinya.")
    boleh: bool = strawberry.field(description="Boleh dilakukan sekarang.")
    alasan: list[UserError] = strawberry.field(
        description="Semua sebab mengapa belum boleh, dan apa yang harus dilakukan."
    )


@strawberry.type(description="Yang masih kurang dari sebuah penilaian.")
class KekuranganPenilaian:
    jenis: Kekurangan = strawberry.field(description="Yang kurang.")
    jumlah: int = strawberry.field(description="Pada berapa RHK, indikator atau penilaian.")


def aksi_tersedia(aktor: Aktor, row: dict[str, Any]) -> list[AksiPenilaianTersedia]:
    """Every action, with what the rules say of it for whoever asks."""
    keadaan = keadaan_of(row, hari_ini())
    reasons = {aksi: penilaian_refusals(aktor, keadaan, aksi) for aksi in AksiPenilaian}
    return [
        AksiPenilaianTersedia(
            aksi=aksi, boleh=not why, alasan=[UserError.of(reason) for reason in why]
        )
        for aksi, why in reasons.items()
    ]


def kekurangan(_: Aktor, row: dict[str, Any]) -> list[KekuranganPenilaian]:
    return [
        KekuranganPenilaian(jenis=jenis, jumlah=jumlah)
        for jenis, jumlah in kekurangan_of(row).items()
    ]


def hari_tanpa_progres(_: Aktor, row: dict[str, Any]) -> int:
    last = max(as_date(row["terakhir"] or row["awal"]), as_date(row["awal"]))
    until = min(hari_ini(), as_date(row["akhir"]))
    return max(0, (until - last).days)


TERAKHIR = (
    "(SELECT max(kerja.tanggal) FROM progres_harian kerja"
    " JOIN rencana_aksi rencana ON rencana.id = kerja.rencana_aksi_id"
    " JOIN rhk r ON r.id = rencana.rhk_id"
    " WHERE r.skp_id = {t}.skp_id AND rencana.periode_id = {t}.periode_id)"
)


@noun("lembar_penilaian", scopes.lembar_penilaian)
@strawberry.type(description="Penilaian sebuah SKP yang disetujui dalam satu periode.")
class Penilaian:
    hasil_kerja: Rating | None = column("Rating hasil kerja; kosong bila belum dinilai.")
    perilaku: Rating | None = column("Rating perilaku kerja; kosong bila belum dinilai.")
    predikat: Predikat | None = column("Mengikuti kedua rating; kosong bila belum lengkap.")
    progres_terakhir: date | None = column(
        "Hari progres harian terakhir dalam periode ini; kosong bila belum ada.", TERAKHIR
    )
    hari_tanpa_progres: int = computed(
        hari_tanpa_progres,
        {"terakhir": TERAKHIR, "awal": "{t}.awal", "akhir": "{t}.akhir"},
        "Berapa hari sejak progres terakhir, atau sejak periode dimulai bila belum ada;"
        " dihitung sampai hari ini, paling jauh sampai periode berakhir.",
    )
    kekurangan: list[KekuranganPenilaian] = computed(
        kekurangan, KEKURANGAN, "Yang masih kurang, supaya penilaian ini lengkap."
    )
    aksi_tersedia: list[AksiPenilaianTersedia] = computed(
        aksi_tersedia, KEADAAN, "Setiap aksi: boleh sekarang, atau mengapa belum."
    )
    pegawai: Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")] | None = edge(
        One("{c}.id = {t}.pegawai_id", implied=True), "Pemilik SKP."
    )
    skp: Annotated["Skp", strawberry.lazy("schema.types.skp")] | None = edge(
        One("{c}.id = {t}.skp_id"), "SKP-nya; kosong bila bukan untuk Anda."
    )
    periode: (
        Annotated["PeriodePenilaian", strawberry.lazy("schema.types.periode_penilaian")] | None
    ) = edge(One("{c}.id = {t}.periode_id"), "Periodenya.")
    umpan_balik: list[Annotated["UmpanBalik", strawberry.lazy("schema.types.pelaksanaan")]] = edge(
        Many("{c}.skp_id = {t}.skp_id AND {c}.periode_id = {t}.periode_id"),
        "Umpan balik dalam periode ini, atas RHK dan atas perilaku.",
    )


@noun("predikat_organisasi", scopes.predikat_organisasi)
@strawberry.type(description="Predikat kinerja sebuah unor dalam satu periode.")
class PredikatOrganisasi(Node):
    predikat: KinerjaOrganisasi = column("Predikatnya; menentukan kurva yang ideal.")
    unor: Annotated["Unor", strawberry.lazy("schema.types.unor")] | None = edge(
        One("{c}.id = {t}.unor_id"), "Unornya."
    )
    periode: (
        Annotated["PeriodePenilaian", strawberry.lazy("schema.types.periode_penilaian")] | None
    ) = edge(One("{c}.id = {t}.periode_id"), "Periodenya.")
