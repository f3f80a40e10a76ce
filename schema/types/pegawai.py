"""Pegawai."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from models import scopes
from models.pejabat_penilai import pejabat_penilai_sql
from models.rules.vocabulary import JenisJabatan, JenisPegawai
from resolvers.reading.sources import ID, Many, One, Order, Page
from schema.declare import Connection, Node, argument, column, connection, edge, noun
from schema.filters import of_year

if TYPE_CHECKING:
    from schema.types.instansi import Instansi
    from schema.types.riwayat import Riwayat
    from schema.types.skp import Skp
    from schema.types.unor import Unor


LATEST_FIRST = "{c}.periode_akhir DESC, {c}.id DESC"


def is_atasan(t: str, c: str) -> str:
    atasan = pejabat_penilai_sql("place", f"{t}.id")
    return f"{c}.id = (SELECT {atasan} FROM unor place WHERE place.id = {t}.unor_id)"


@noun("pegawai", scopes.pegawai)
@strawberry.type(description="Pegawai ASN.")
class Pegawai(Node):
    nip: str = column("Nomor induk pegawai, 18 angka.")
    nama: str = column("Nama lengkap.")
    jenis_pegawai: JenisPegawai = column("PNS atau PPPK.")
    golongan: str = column("Golongan ruang.")
    jenis_jabatan: JenisJabatan = column("Jenjang jabatan.")
    nama_jabatan: str = column("Nama jabatan.")
    aktif: bool = column("Masih bekerja.")
    instansi: Annotated["Instansi", strawberry.lazy("schema.types.instansi")] | None = edge(
        One("{c}.id = {t}.instansi_id"), "Instansi tempatnya bekerja."
    )
    unor: Annotated["Unor", strawberry.lazy("schema.types.unor")] | None = edge(
        One("{c}.id = {t}.unor_id"), "Unor tempatnya bekerja."
    )
    atasan: Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")] | None = edge(
        One(is_atasan, implied=True),
        "Pejabat penilai menurut pohon unor saat ini; kosong bila tidak ada.",
    )
    skp: list[Annotated["Skp", strawberry.lazy("schema.types.skp")]] = edge(
        Many("{c}.pegawai_id = {t}.id", LATEST_FIRST, of_year, size=2),
        "SKP-nya yang boleh Anda lihat, yang terakhir lebih dahulu.",
        argument("tahun", int | None, "Hanya SKP tahun ini."),
    )
    skp_terakhir: Annotated["Skp", strawberry.lazy("schema.types.skp")] | None = edge(
        One("{c}.pegawai_id = {t}.id", LATEST_FIRST, of_year),
        "SKP terakhirnya yang boleh Anda lihat.",
        argument("tahun", int | None, "Yang terakhir pada tahun ini."),
    )
    pejabat_penilai_ditetapkan: (
        Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")] | None
    ) = edge(
        One("{c}.id = {t}.pejabat_penilai_id", implied=True),
        "Pejabat penilai yang ditetapkan admin, menggantikan pohon unor; kosong bila tidak ada.",
    )
    riwayat: Connection[Annotated["Riwayat", strawberry.lazy("schema.types.riwayat")]] = connection(
        Page("{c}.noun = 'pegawai' AND {c}.noun_id = {t}.id", Order((ID,), descending=True)),
        "Siapa berbuat apa terhadap data pegawai ini, yang terbaru lebih dahulu; untuk ia sendiri,"
        " admin, dan yang memimpinnya.",
    )
