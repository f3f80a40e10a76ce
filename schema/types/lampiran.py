"""Lampiran."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from models import scopes
from models.rules.vocabulary import JenisLampiran
from resolvers.reading.sources import One
from schema.declare import Node, column, edge, noun

if TYPE_CHECKING:
    from schema.types.skp import Skp


@noun("lampiran", scopes.of_skp, within="skp")
@strawberry.type(description="Satu baris lampiran sebuah SKP.")
class Lampiran(Node):
    jenis: JenisLampiran = column("Bagian lampirannya.")
    uraian: str = column("Isinya.")
    urutan: int = column("Tempatnya dalam bagian itu; yang lebih kecil lebih dahulu.")
    skp: Annotated["Skp", strawberry.lazy("schema.types.skp")] | None = edge(
        One("{c}.id = {t}.skp_id"), "SKP tempatnya."
    )
