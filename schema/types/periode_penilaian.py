"""Periode penilaian."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from models import scopes
from models.counters import hari_ini
from models.database import as_date
from models.rules.aktor import Aktor
from models.rules.vocabulary import JenisPeriode
from resolvers.reading.sources import ID, Arguments, Bind, One, Order, Page
from schema.declare import Connection, Node, argument, column, computed, connection, edge, noun
from schema.ids import key_if

if TYPE_CHECKING:
    from schema.types.instansi import Instansi
    from schema.types.riwayat import Riwayat


PERIODE = argument("periodeId", strawberry.ID | None, "Hanya dalam periode ini.")


def of_periode(arguments: Arguments, c: str, bind: Bind) -> str | None:
    given = arguments.get("periodeId")
    return None if given is None else f"{c}.periode_id = {bind(given, key_if('periodepenilaian'))}"


def ditutup(_: Aktor, row: dict[str, Any]) -> bool:
    return as_date(row["batas"]) < hari_ini()


@noun("periode_penilaian", scopes.periode_penilaian)
@strawberry.type(description="Periode penilaian yang ditetapkan sebuah instansi (manual 6).")
class PeriodePenilaian(Node):
    tahun: int = column("Tahunnya.")
    nama: str = column("Namanya.")
    awal: date = column("Hari pertama.")
    akhir: date = column("Hari terakhir.")
    batas_pengisian: date = column("Hari terakhir pemilik SKP boleh mengisi.")
    jenis: JenisPeriode = column("Panjangnya; TAHUNAN adalah penilaian akhir.")
    ditutup: bool = computed(
        ditutup, {"batas": "{t}.batas_pengisian"}, "Batas pengisiannya sudah lewat."
    )
    instansi: Annotated["Instansi", strawberry.lazy("schema.types.instansi")] | None = edge(
        One("{c}.id = {t}.instansi_id"), "Instansi yang menetapkannya."
    )
    riwayat: Connection[Annotated["Riwayat", strawberry.lazy("schema.types.riwayat")]] = connection(
        Page(
            "{c}.noun = 'periodepenilaian' AND {c}.noun_id = {t}.id", Order((ID,), descending=True)
        ),
        "Siapa berbuat apa terhadap periode ini, yang terbaru lebih dahulu.",
    )
