"""Rencana hasil kerja."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from models import scopes
from models.rules.vocabulary import JenisRhk, KlasifikasiRhk
from resolvers.reading.sources import Many, One
from schema.declare import Node, column, edge, noun

if TYPE_CHECKING:
    from schema.types.indikator import Indikator
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
    rhk_atasan: Annotated["Rhk", strawberry.lazy("schema.types.rhk")] | None = edge(
        One("{c}.id = {t}.rhk_atasan_id"), "RHK atasan yang diintervensi."
    )
    rhk_bawahan: list[Annotated["Rhk", strawberry.lazy("schema.types.rhk")]] = edge(
        Many("{c}.rhk_atasan_id = {t}.id"), "RHK bawahan yang mengintervensi RHK ini."
    )
