"""Koreksi."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from models import scopes
from models.rules.vocabulary import JenisKoreksi, StatusKoreksi
from resolvers.reading.sources import ID, One, Order, Page
from schema.declare import Connection, Node, column, connection, edge, noun

if TYPE_CHECKING:
    from schema.types.pegawai import Pegawai
    from schema.types.riwayat import Riwayat
    from schema.types.unor import Unor


@noun("koreksi", scopes.koreksi)
@strawberry.type(description="Laporan seorang pegawai bahwa datanya keliru.")
class Koreksi(Node):
    jenis: JenisKoreksi = column("Data yang keliru.")
    uraian: str = column("Apa yang keliru, dan yang seharusnya.")
    status: StatusKoreksi = column("Sampai di mana.")
    diajukan: datetime = column("Kapan diajukan.")
    diputuskan: datetime | None = column("Kapan diputuskan; kosong selama menunggu.")
    tanggapan: str | None = column("Tanggapan admin.")
    pegawai: Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")] | None = edge(
        One("{c}.id = {t}.pegawai_id"), "Yang melaporkan."
    )
    usulan_atasan: Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")] | None = edge(
        One("{c}.id = {t}.usulan_atasan_id", implied=True), "Atasan yang diusulkannya."
    )
    usulan_unor: Annotated["Unor", strawberry.lazy("schema.types.unor")] | None = edge(
        One("{c}.id = {t}.usulan_unor_id"), "Unor yang diusulkannya."
    )
    pemutus: Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")] | None = edge(
        One("{c}.id = {t}.pemutus_id", implied=True), "Admin yang memutuskan."
    )
    riwayat: Connection[Annotated["Riwayat", strawberry.lazy("schema.types.riwayat")]] = connection(
        Page("{c}.noun = 'koreksi' AND {c}.noun_id = {t}.id", Order((ID,), descending=True)),
        "Siapa berbuat apa terhadap koreksi ini, yang terbaru lebih dahulu.",
    )
