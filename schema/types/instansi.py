"""Instansi."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from models import scopes
from models.rules.vocabulary import JenisInstansi
from resolvers.reading.sources import ID, Many, One, Order, Page
from schema import orders
from schema.declare import Connection, Node, argument, column, connection, edge, noun
from schema.filters import (
    KoreksiFilter,
    PegawaiFilter,
    SkpFilter,
    UnorFilter,
    koreksi_where,
    of_year,
    pegawai_where,
    skp_where,
    unor_where,
)

if TYPE_CHECKING:
    from schema.types.koreksi import Koreksi
    from schema.types.pegawai import Pegawai
    from schema.types.periode_penilaian import PeriodePenilaian
    from schema.types.skp import Skp
    from schema.types.unor import Unor


@noun("instansi", scopes.instansi)
@strawberry.type(description="Instansi pemerintah, pusat atau daerah.")
class Instansi(Node):
    kode: str = column("Kode instansi.")
    nama: str = column("Nama instansi.")
    jenis: JenisInstansi = column("Pusat atau daerah.")
    akar: Annotated["Unor", strawberry.lazy("schema.types.unor")] | None = edge(
        One("{c}.instansi_id = {t}.id AND {c}.induk_id IS NULL"),
        "Unor teratasnya, yang membawahi semua unor lain.",
    )
    unor: Connection[Annotated["Unor", strawberry.lazy("schema.types.unor")]] = connection(
        Page("{c}.instansi_id = {t}.id", where=unor_where, orders=orders.UNOR),
        "Seluruh unor instansi ini.",
        filter_=UnorFilter,
        urut=orders.UnorUrut,
    )
    pegawai: Connection[Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")]] = connection(
        Page("{c}.instansi_id = {t}.id", where=pegawai_where, orders=orders.PEGAWAI),
        "Pegawai instansi ini yang boleh Anda lihat.",
        filter_=PegawaiFilter,
        urut=orders.PegawaiUrut,
    )
    skp: Connection[Annotated["Skp", strawberry.lazy("schema.types.skp")]] = connection(
        Page(
            "{c}.unor_id IN (SELECT place.id FROM unor place WHERE place.instansi_id = {t}.id)",
            orders.SKP[orders.SkpUrut.TERBARU],
            where=skp_where,
            orders=orders.SKP,
        ),
        "SKP di instansi ini yang boleh Anda lihat.",
        filter_=SkpFilter,
        urut=orders.SkpUrut,
    )
    periode_penilaian: list[
        Annotated["PeriodePenilaian", strawberry.lazy("schema.types.periode_penilaian")]
    ] = edge(
        Many("{c}.instansi_id = {t}.id", "{c}.tahun DESC, {c}.awal, {c}.id", of_year, size=20),
        "Periode penilaiannya, tahun terakhir lebih dahulu.",
        argument("tahun", int | None, "Hanya tahun ini."),
    )
    koreksi: Connection[Annotated["Koreksi", strawberry.lazy("schema.types.koreksi")]] = connection(
        Page(
            "EXISTS (SELECT 1 FROM pegawai orang"
            " WHERE orang.id = {c}.pegawai_id AND orang.instansi_id = {t}.id)",
            Order((ID,)),
            where=koreksi_where,
        ),
        "Koreksi yang diajukan pegawainya dan boleh Anda lihat, yang terlama lebih dahulu.",
        filter_=KoreksiFilter,
    )
