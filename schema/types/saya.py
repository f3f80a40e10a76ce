"""The viewer."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from models import scopes
from models.rules.vocabulary import Peran
from resolvers.reading.sources import ID, Many, One, Order, Page
from schema.declare import Connection, column, connection, edge, noun

if TYPE_CHECKING:
    from schema.types.instansi import Instansi
    from schema.types.notifikasi import Notifikasi
    from schema.types.pegawai import Pegawai
    from schema.types.unor import Unor

OWNER = "(SELECT p.{0} FROM pegawai p WHERE p.id = {{t}}.pegawai_id)"


@noun("akun", scopes.akun)
@strawberry.type(description="Anda: akun yang sedang masuk.")
class Saya:
    id: strawberry.ID = column("Pengenal akun.", "{t}.id")
    nip: str = column("NIP Anda.", OWNER.format("nip"))
    nama: str = column("Nama Anda.", OWNER.format("nama"))
    peran: Peran = column("Kewenangan akun Anda.")
    pegawai: Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")] = edge(
        One("{c}.id = {t}.pegawai_id", always=True), "Data kepegawaian Anda."
    )
    instansi: Annotated["Instansi", strawberry.lazy("schema.types.instansi")] | None = edge(
        One("{c}.id = coalesce({t}.instansi_id, " + OWNER.format("instansi_id") + ")"),
        "Instansi yang Anda kelola; bila tidak mengelola, instansi tempat Anda bekerja."
        " Kosong sesudah Anda pindah instansi, sampai masuk kembali.",
    )
    memimpin: list[Annotated["Unor", strawberry.lazy("schema.types.unor")]] = edge(
        Many("{c}.pimpinan_id = {t}.pegawai_id", "{c}.nama, {c}.id"),
        "Unor yang Anda pimpin, menurut nama.",
    )
    notifikasi: Connection[Annotated["Notifikasi", strawberry.lazy("schema.types.notifikasi")]] = (
        connection(
            Page("{c}.pegawai_id = {t}.pegawai_id", Order((ID,), descending=True), owned=True),
            "Pemberitahuan untuk Anda, yang terbaru lebih dahulu.",
        )
    )
    notifikasi_belum_dibaca: int = column(
        "Berapa yang belum dibaca.",
        "(SELECT count(*) FROM notifikasi n WHERE n.pegawai_id = {t}.pegawai_id"
        " AND n.dibaca IS NULL)",
    )
