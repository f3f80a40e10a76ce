"""Rencana hasil kerja."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from models import scopes
from models.rules.vocabulary import JenisRhk, KlasifikasiRhk
from resolvers.reading.sources import Many, One
from schema.declare import Node, column, edge, noun
from schema.types.periode_penilaian import PERIODE, of_periode

if TYPE_CHECKING:
    from schema.types.indikator import Indikator
    from schema.types.pegawai import Pegawai
    from schema.types.pelaksanaan import Eviden, RencanaAksi, UmpanBalik
    from schema.types.skp import Skp


@noun("rhk", scopes.rhk, within="skp")
@strawberry.type(description="Rencana hasil kerja (RHK) dalam sebuah SKP.")
class Rhk(Node):
    jenis: JenisRhk = column("Utama atau tambahan.")
    klasifikasi: KlasifikasiRhk | None = column("Hanya pada SKP JPT dan pimpinan unit kerja.")
    uraian: str = column("Rencana hasil kerjanya.")
    penugasan_dari: str | None = column("Asal penugasan.")
    urutan: int = column("Tempatnya dalam SKP; yang lebih kecil lebih dahulu.")
    skp: Annotated["Skp", strawberry.lazy("schema.types.skp")] | None = edge(
        One("{c}.id = {t}.skp_id"), "SKP tempatnya; kosong bila SKP itu bukan untuk Anda."
    )
    indikator: list[Annotated["Indikator", strawberry.lazy("schema.types.indikator")]] = edge(
        Many("{c}.rhk_id = {t}.id", "{c}.urutan, {c}.id", owned=True, size=3),
        "Indikator keberhasilannya.",
    )
    rencana_aksi: list[Annotated["RencanaAksi", strawberry.lazy("schema.types.pelaksanaan")]] = (
        edge(
            Many("{c}.rhk_id = {t}.id", where=of_periode),
            "Rencana aksinya, yang lebih dahulu ditulis lebih dahulu.",
            PERIODE,
        )
    )
    eviden: list[Annotated["Eviden", strawberry.lazy("schema.types.pelaksanaan")]] = edge(
        Many("{c}.rhk_id = {t}.id", where=of_periode), "Bukti hasilnya.", PERIODE
    )
    umpan_balik: list[Annotated["UmpanBalik", strawberry.lazy("schema.types.pelaksanaan")]] = edge(
        Many("{c}.rhk_id = {t}.id", where=of_periode),
        "Umpan balik pejabat penilai atasnya.",
        PERIODE,
    )
    pembagi: Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")] | None = edge(
        One("{c}.id = {t}.pembagi_id"),
        "Pimpinan yang menambahkannya dari matriks; kosong bila ditulis pemiliknya sendiri.",
    )
    rhk_atasan: Annotated["Rhk", strawberry.lazy("schema.types.rhk")] | None = edge(
        One("{c}.id = {t}.rhk_atasan_id"), "RHK atasan yang diintervensi."
    )
    rhk_bawahan: list[Annotated["Rhk", strawberry.lazy("schema.types.rhk")]] = edge(
        Many("{c}.rhk_atasan_id = {t}.id"), "RHK bawahan yang mengintervensi RHK ini."
    )
