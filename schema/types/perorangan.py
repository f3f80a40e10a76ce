"""Status perorangan: each person of a dashboard (manual 7.2, 7.3, 7.4)."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from models import scopes
from models.counters import counts_in
from models.rules.vocabulary import Keterlibatan, StatusPengisian
from resolvers.reading.sources import Many, One
from schema.declare import column, edge, noun
from schema.filters import KETERLIBATAN, PENGISIAN
from schema.types.penilaian import Penilaian
from schema.types.periode_penilaian import PERIODE, of_periode

if TYPE_CHECKING:
    from schema.types.pegawai import Pegawai
    from schema.types.skp import Skp


@noun("perorangan", scopes.perorangan)
@strawberry.type(description="Seorang pegawai aktif dalam dashboard satu tahun.")
class Perorangan:
    pegawai: Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")] | None = edge(
        One("{c}.id = {t}.pegawai_id", implied=True), "Orangnya."
    )
    tahun: int = column("Tahunnya.")
    pengisian: StatusPengisian = column("Status SKP yang dihitung tahun itu.", PENGISIAN)
    keterlibatan: Keterlibatan = column("Dalam berapa matriks.", KETERLIBATAN)
    jumlah_matriks: int = column("Jumlah matriks yang melibatkannya.")
    skp: Annotated["Skp", strawberry.lazy("schema.types.skp")] | None = edge(
        One("{c}.id = {t}.skp_id"), "SKP yang dihitung; kosong bila bukan untuk Anda."
    )
    penilaian: list[Penilaian] = edge(
        Many(
            f"{{c}}.pegawai_id = {{t}}.pegawai_id AND {{c}}.tahun = {{t}}.tahun"
            f" AND {counts_in('{c}', '{c}')}",
            "{c}.awal, {c}.periode_id",
            of_periode,
        ),
        "Penilaiannya yang dihitung, satu untuk setiap periode: dari SKP yang dihitung di antara"
        " yang beririsan dengan periode itu.",
        PERIODE,
    )
