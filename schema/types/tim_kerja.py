"""Tim kerja."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from models import scopes
from resolvers.reading.sources import ID, Many, One, Order, Page
from schema.declare import Connection, Node, column, connection, edge, noun

if TYPE_CHECKING:
    from schema.types.matriks import Matriks
    from schema.types.pegawai import Pegawai
    from schema.types.riwayat import Riwayat


@noun("tim_kerja", scopes.tim_kerja)
@strawberry.type(description="Tim kerja seorang pimpinan dalam satu tahun (manual 5.1).")
class TimKerja(Node):
    nama: str = column("Nama tim.")
    tahun: int = column("Tahun kerjanya.")
    ketua: Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")] | None = edge(
        One("{c}.id = {t}.ketua_id", implied=True), "Pimpinan yang membentuknya."
    )
    anggota: Connection[Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")]] = connection(
        Page(
            "{c}.id IN (SELECT anggota.pegawai_id FROM anggota_tim anggota"
            " WHERE anggota.tim_kerja_id = {t}.id)"
        ),
        "Anggotanya, menurut nama.",
    )
    jumlah_anggota: int = column(
        "Jumlah anggotanya.",
        "(SELECT count(*) FROM anggota_tim anggota WHERE anggota.tim_kerja_id = {t}.id)",
    )
    matriks: list[Annotated["Matriks", strawberry.lazy("schema.types.matriks")]] = edge(
        Many("{c}.tim_kerja_id = {t}.id", size=2),
        "Matriks tim ini, satu untuk setiap SKP ketuanya; untuk ketua, dan admin instansinya.",
    )
    riwayat: Connection[Annotated["Riwayat", strawberry.lazy("schema.types.riwayat")]] = connection(
        Page("{c}.noun = 'timkerja' AND {c}.noun_id = {t}.id", Order((ID,), descending=True)),
        "Siapa berbuat apa terhadap tim ini, yang terbaru lebih dahulu.",
    )
