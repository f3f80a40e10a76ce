"""Unit organisasi."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from models import scopes
from models.jalur import subtree_sql
from models.rules.vocabulary import StatusJabatan
from resolvers.reading.sources import ID, Key, Many, One, Order, Page
from schema import orders
from schema.declare import Connection, Node, argument, column, connection, edge, noun
from schema.filters import (
    PegawaiFilter,
    PeroranganFilter,
    SkpFilter,
    UnorFilter,
    pegawai_where,
    perorangan_where,
    skp_where,
    unor_where,
)
from schema.types.periode_penilaian import PERIODE, of_periode

if TYPE_CHECKING:
    from schema.types.instansi import Instansi
    from schema.types.pegawai import Pegawai
    from schema.types.penilaian import PredikatOrganisasi
    from schema.types.perorangan import Perorangan
    from schema.types.riwayat import Riwayat
    from schema.types.skp import Skp


@noun("unor", scopes.unor)
@strawberry.type(description="Unit organisasi: simpul pohon organisasi sebuah instansi.")
class Unor(Node):
    kode: str = column("Kode unor, unik dalam instansinya.")
    nama: str = column("Nama unor.")
    aktif: bool = column("Masih dipakai.")
    status_pimpinan: StatusJabatan = column("Dasar pimpinannya menduduki jabatan.")
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
    predikat_organisasi: list[
        Annotated["PredikatOrganisasi", strawberry.lazy("schema.types.penilaian")]
    ] = edge(
        Many("{c}.unor_id = {t}.id", "{c}.periode_id", of_periode),
        "Predikat kinerjanya, satu untuk setiap periode yang sudah ditetapkan.",
        PERIODE,
    )
    perorangan: Connection[Annotated["Perorangan", strawberry.lazy("schema.types.perorangan")]] = (
        connection(
            Page(
                # The instansi gives the order of its index; without, everybody would be sorted.
                "{c}.instansi_id = {t}.instansi_id AND {c}.unor_id IN"
                f" (SELECT place.id FROM unor place WHERE {subtree_sql('place', '{t}')})",
                Order((Key("nama"), Key("id", "integer"))),
                where=perorangan_where,
            ),
            "Status perorangan pegawai aktif di unor ini dan di bawahnya, menurut nama (manual 7):"
            " untuk yang boleh membuka dashboardnya.",
            argument("tahun", int, "Tahun dashboardnya.", required=True),
            filter_=PeroranganFilter,
        )
    )
    riwayat: Connection[Annotated["Riwayat", strawberry.lazy("schema.types.riwayat")]] = connection(
        Page("{c}.noun = 'unor' AND {c}.noun_id = {t}.id", Order((ID,), descending=True)),
        "Siapa berbuat apa terhadap unor ini, yang terbaru lebih dahulu; untuk admin dan pimpinan.",
    )
