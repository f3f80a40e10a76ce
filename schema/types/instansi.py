"""Instansi."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from models import scopes
from models.rules.vocabulary import JenisInstansi
from resolvers.reading.sources import Page
from schema import orders
from schema.declare import Connection, Node, column, connection, noun
from schema.filters import (
    PegawaiFilter,
    SkpFilter,
    UnorFilter,
    pegawai_where,
    skp_where,
    unor_where,
)

if TYPE_CHECKING:
    from schema.types.pegawai import Pegawai
    from schema.types.skp import Skp
    from schema.types.unor import Unor


@noun("instansi", scopes.instansi)
@strawberry.type(description="Instansi pemerintah, pusat atau daerah.")
class Instansi(Node):
    kode: str = column("Kode instansi.")
    nama: str = column("Nama instansi.")
    jenis: JenisInstansi = column("Pusat atau daerah.")
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
