"""What a person is told."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from models import scopes
from models.rules.vocabulary import JenisNotifikasi
from resolvers.reading.sources import One
from schema.declare import Node, column, edge, noun

if TYPE_CHECKING:
    from schema.types.koreksi import Koreksi
    from schema.types.pegawai import Pegawai
    from schema.types.skp import Skp


@noun("notifikasi", scopes.notifikasi)
@strawberry.type(description="Satu pemberitahuan untuk Anda.")
class Notifikasi(Node):
    jenis: JenisNotifikasi = column("Yang diberitahukan.")
    waktu: datetime = column("Kapan terjadi.")
    dibaca: datetime | None = column("Kapan ditandai dibaca; kosong bila belum.")
    alasan: str | None = column("Alasan, atau pesan, yang disertakan.")
    tahun: int | None = column("Tahun SKP yang ditunggu; kosong untuk pemberitahuan lain.")
    skp: Annotated["Skp", strawberry.lazy("schema.types.skp")] | None = edge(
        One("{c}.id = {t}.skp_id"), "SKP-nya; kosong bila kini bukan untuk Anda."
    )
    koreksi: Annotated["Koreksi", strawberry.lazy("schema.types.koreksi")] | None = edge(
        One("{c}.id = {t}.koreksi_id"), "Laporan koreksinya; kosong bila kini bukan untuk Anda."
    )
    pelaku: Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")] | None = edge(
        One("{c}.id = {t}.pelaku_id"), "Siapa yang melakukannya."
    )
