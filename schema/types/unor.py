"""Unit organisasi."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from models import scopes
from resolvers.reading.sources import One, Page
from schema.declare import Connection, Node, column, connection, edge, noun

if TYPE_CHECKING:
    from schema.types.instansi import Instansi
    from schema.types.pegawai import Pegawai


@noun("unor", scopes.unor)
@strawberry.type(description="Unit organisasi: simpul pohon organisasi sebuah instansi.")
class Unor(Node):
    kode: str = column("Kode unor, unik dalam instansinya.")
    nama: str = column("Nama unor.")
    aktif: bool = column("Masih dipakai.")
    instansi: Annotated["Instansi", strawberry.lazy("schema.types.instansi")] | None = edge(
        One("{c}.id = {t}.instansi_id"), "Instansi pemiliknya."
    )
    induk: Annotated["Unor", strawberry.lazy("schema.types.unor")] | None = edge(
        One("{c}.id = {t}.induk_id"), "Unor di atasnya; kosong pada akar."
    )
    anak: Connection[Annotated["Unor", strawberry.lazy("schema.types.unor")]] = connection(
        Page("{c}.induk_id = {t}.id"), "Unor tepat di bawahnya, menurut nama."
    )
    pimpinan: Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")] | None = edge(
        One("{c}.id = {t}.pimpinan_id"), "Pimpinan unor; kosong bila lowong."
    )
    pegawai: Connection[Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")]] = connection(
        Page("{c}.unor_id = {t}.id"), "Pegawai yang ditempatkan langsung di unor ini, menurut nama."
    )
