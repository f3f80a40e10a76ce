"""The viewer."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from models import scopes
from models.rules.vocabulary import Peran
from resolvers.reading.sources import ID, Key, Many, One, Order, Page
from schema import orders
from schema.declare import Connection, argument, column, connection, edge, noun
from schema.filters import (
    KoreksiFilter,
    PenilaianFilter,
    SkpFilter,
    koreksi_where,
    of_year,
    penilaian_where,
    skp_where,
)

if TYPE_CHECKING:
    from schema.types.instansi import Instansi
    from schema.types.koreksi import Koreksi
    from schema.types.notifikasi import Notifikasi
    from schema.types.pegawai import Pegawai
    from schema.types.pelaksanaan import UmpanBalik
    from schema.types.penilaian import Penilaian
    from schema.types.skp import Skp
    from schema.types.tim_kerja import TimKerja
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
    skp_bawahan: Connection[Annotated["Skp", strawberry.lazy("schema.types.skp")]] = connection(
        Page(
            "{c}.pejabat_penilai_id = {t}.pegawai_id",
            orders.SKP[orders.SkpUrut.TERBARU],
            where=skp_where,
            orders=orders.SKP,
        ),
        "SKP yang diajukan kepada Anda atau Anda setujui (manual 5.2).",
        filter_=SkpFilter,
        urut=orders.SkpUrut,
    )
    penilaian_bawahan: Connection[
        Annotated["Penilaian", strawberry.lazy("schema.types.penilaian")]
    ] = connection(
        Page(
            "{c}.pejabat_penilai_id = {t}.pegawai_id",
            Order((Key("nama"), Key("skp_id", "integer"), Key("periode_id", "integer"))),
            where=penilaian_where,
        ),
        "Penilaian bawahan Anda, menurut nama, dengan yang masih kurang (manual 6.2.1).",
        filter_=PenilaianFilter,
    )
    tim_kerja_dipimpin: list[Annotated["TimKerja", strawberry.lazy("schema.types.tim_kerja")]] = (
        edge(
            Many("{c}.ketua_id = {t}.pegawai_id", "{c}.tahun DESC, {c}.nama, {c}.id", of_year),
            "Tim kerja yang Anda pimpin.",
            argument("tahun", int | None, "Hanya tahun ini."),
        )
    )
    tim_kerja_diikuti: list[Annotated["TimKerja", strawberry.lazy("schema.types.tim_kerja")]] = (
        edge(
            Many(
                "{c}.id IN (SELECT anggota.tim_kerja_id FROM anggota_tim anggota"
                " WHERE anggota.pegawai_id = {t}.pegawai_id)",
                "{c}.tahun DESC, {c}.nama, {c}.id",
                of_year,
            ),
            "Tim kerja yang beranggotakan Anda.",
            argument("tahun", int | None, "Hanya tahun ini."),
        )
    )
    umpan_balik_diberikan: Connection[
        Annotated["UmpanBalik", strawberry.lazy("schema.types.pelaksanaan")]
    ] = connection(
        Page("{c}.pemberi_id = {t}.pegawai_id", Order((ID,), descending=True)),
        "Umpan balik yang Anda berikan, yang terbaru lebih dahulu.",
    )
    koreksi: Connection[Annotated["Koreksi", strawberry.lazy("schema.types.koreksi")]] = connection(
        Page("{c}.pegawai_id = {t}.pegawai_id", Order((ID,), descending=True), koreksi_where),
        "Koreksi yang Anda ajukan, yang terbaru lebih dahulu.",
        filter_=KoreksiFilter,
    )
