"""Indikator."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from models import scopes
from models.rules.vocabulary import AspekIndikator, Perspektif
from resolvers.reading.sources import Many, One
from schema.declare import Node, column, edge, noun
from schema.types.periode_penilaian import PERIODE, of_periode

if TYPE_CHECKING:
    from schema.types.pelaksanaan import Realisasi
    from schema.types.rhk import Rhk


@noun("indikator", scopes.of_rhk, within="skp")
@strawberry.type(description="Indikator keberhasilan sebuah RHK.")
class Indikator(Node):
    uraian: str = column("Indikatornya.")
    target: str | None = column("Target; hanya pada pendekatan kuantitatif.")
    perspektif: Perspektif | None = column("Perspektif; hanya pada pendekatan kuantitatif.")
    aspek: AspekIndikator | None = column("Aspek yang diukur.")
    urutan: int = column("Tempatnya di bawah RHK; yang lebih kecil lebih dahulu.")
    realisasi: list[Annotated["Realisasi", strawberry.lazy("schema.types.pelaksanaan")]] = edge(
        Many("{c}.indikator_id = {t}.id", where=of_periode),
        "Yang dicapai, satu untuk setiap periode.",
        PERIODE,
    )
    rhk: Annotated["Rhk", strawberry.lazy("schema.types.rhk")] | None = edge(
        One("{c}.id = {t}.rhk_id"), "RHK yang diukurnya."
    )
