"""The audit trail."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from models import scopes
from models.rules.aktor import Aktor
from resolvers.reading.sources import One
from schema.declare import Node, column, computed, edge, noun

if TYPE_CHECKING:
    from schema.types.pegawai import Pegawai


@strawberry.type(description="Satu nilai yang berubah.")
class Perubahan:
    nama: str = strawberry.field(description="Nama nilainya.")
    dari: str | None = strawberry.field(description="Nilai sebelumnya.")
    ke: str | None = strawberry.field(description="Nilai sesudahnya.")


def perubahan(_: Aktor, row: dict[str, Any]) -> list[Perubahan]:
    """The values that are not what they were."""
    dari, ke = (json.loads(row[side] or "{}") for side in ("dari", "ke"))
    names = list(dict.fromkeys([*dari, *ke]))
    return [
        Perubahan(nama=name, dari=_shown(dari.get(name)), ke=_shown(ke.get(name)))
        for name in names
        if dari.get(name) != ke.get(name)
    ]


def _shown(value: object) -> str | None:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)


@noun("riwayat", scopes.riwayat)
@strawberry.type(description="Satu kejadian: siapa berbuat apa, kapan.")
class Riwayat(Node):
    aksi: str = column("Yang dilakukan: BUAT, UBAH, AJUKAN, SETUJUI, RHK_TAMBAH, PINDAHKAN, …")
    waktu: datetime = column("Kapan.")
    alasan: str | None = column("Alasan yang disertakan.")
    pelaku: Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")] | None = edge(
        One("{c}.id = {t}.pelaku_id"), "Siapa."
    )
    perubahan: list[Perubahan] = computed(
        perubahan, {"dari": "{t}.dari", "ke": "{t}.ke"}, "Nilai yang berubah."
    )
