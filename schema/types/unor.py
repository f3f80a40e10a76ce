"""Unit organisasi."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from models import scopes
from resolvers.reading.sources import One, Page
from schema import orders
from schema.declare import Connection, Node, column, connection, edge, noun
from schema.filters import (
    PegawaiFilter,
    SkpFilter,
    UnorFilter,
    pegawai_where,
    skp_where,
    unor_where,
)

if TYPE_CHECKING:
    from schema.types.instansi import Instansi
    from schema.types.pegawai import Pegawai
    from schema.types.skp import Skp


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
        Page("{c}.induk_id = {t}.id", where=unor_where, orders=orders.UNOR),
        "Unor tepat di bawahnya.",
        filter_=UnorFilter,
        urut=orders.UnorUrut,
    )
    pimpinan: Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")] | None = edge(
        One("{c}.id = {t}.pimpinan_id"), "Pimpinan unor; kosong bila lowong."
    )
    pegawai: Connection[Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")]] = connection(
        Page("{c}.unor_id = {t}.id", where=pegawai_where, orders=orders.PEGAWAI),
        "Pegawai yang ditempatkan langsung di unor ini.",
        filter_=PegawaiFilter,
        urut=orders.PegawaiUrut,
    )
    skp: Connection[Annotated["Skp", strawberry.lazy("schema.types.skp")]] = connection(
        Page(
            "{c}.unor_id = {t}.id",
            orders.SKP[orders.SkpUrut.TERBARU],
            where=skp_where,
            orders=orders.SKP,
        ),
        "SKP yang dibuat di unor ini dan boleh Anda lihat.",
        filter_=SkpFilter,
        urut=orders.SkpUrut,
    )
