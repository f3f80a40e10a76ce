"""Matriks Peran Hasil: rows, columns and cells."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from models import scopes
from models.rules.vocabulary import StatusSkp
from resolvers.reading.sources import ID, Many, One, Order, Page
from schema.declare import Connection, Node, column, connection, edge, noun
from schema.filters import BarisMatriksFilter, baris_matriks_where

if TYPE_CHECKING:
    from schema.types.dicari import SkpDicari
    from schema.types.pegawai import Pegawai
    from schema.types.rhk import Rhk
    from schema.types.skp import Skp
    from schema.types.tim_kerja import TimKerja

OF_ROW = "(SELECT plan.{0} FROM skp plan WHERE plan.id = {{t}}.skp_id)"


@noun("matriks", scopes.matriks)
@strawberry.type(
    description="Matriks Peran Hasil sebuah SKP pimpinan: semua bawahannya, atau satu tim kerja."
    " Kolomnya RHK pimpinan, barisnya SKP orang lain, selnya RHK baris yang mengintervensi kolom."
)
class Matriks(Node):
    skp: Annotated["Skp", strawberry.lazy("schema.types.skp")] | None = edge(
        One("{c}.id = {t}.skp_id"), "SKP pimpinan."
    )
    tim_kerja: Annotated["TimKerja", strawberry.lazy("schema.types.tim_kerja")] | None = edge(
        One("{c}.id = {t}.tim_kerja_id"), "Tim kerjanya; kosong untuk matriks keseluruhan."
    )
    kolom: list[Annotated["Rhk", strawberry.lazy("schema.types.rhk")]] = edge(
        Many("{c}.skp_id = {t}.skp_id", "{c}.urutan, {c}.id", implied=True),
        "RHK pimpinan, menurut urutan.",
    )
    baris: Connection[Annotated["BarisMatriks", strawberry.lazy("schema.types.matriks")]] = (
        connection(
            Page("{c}.matriks_id = {t}.id", Order((ID,)), where=baris_matriks_where, owned=True),
            "SKP di dalamnya, yang lebih dahulu masuk lebih dahulu.",
            filter_=BarisMatriksFilter,
        )
    )
    jumlah_baris: int = column(
        "Jumlah SKP di dalamnya.",
        "(SELECT count(*) FROM baris_matriks baris WHERE baris.matriks_id = {t}.id)",
    )


@noun("baris_matriks", scopes.baris_matriks, within="matriks")
@strawberry.type(description="Satu SKP dalam sebuah matriks.")
class BarisMatriks(Node):
    status: StatusSkp = column("Status SKP-nya.", OF_ROW.format("status"))
    pegawai: Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")] | None = edge(
        One("{c}.id = " + OF_ROW.format("pegawai_id"), implied=True), "Pemilik SKP itu."
    )
    skp: Annotated["Skp", strawberry.lazy("schema.types.skp")] | None = edge(
        One("{c}.id = {t}.skp_id"), "SKP-nya; kosong selama masih draft."
    )
    skp_ringkas: Annotated["SkpDicari", strawberry.lazy("schema.types.dicari")] = edge(
        One("{c}.id = {t}.skp_id", always=True, implied=True),
        "SKP yang sama tanpa isinya, juga selama masih draft.",
    )
    sel: list[Annotated["SelMatriks", strawberry.lazy("schema.types.matriks")]] = edge(
        Many("{c}.baris_id = {t}.id", "{c}.urutan, {c}.rhk_id", owned=True),
        "Selnya, satu untuk setiap kolom.",
    )
    matriks: Annotated["Matriks", strawberry.lazy("schema.types.matriks")] | None = edge(
        One("{c}.id = {t}.matriks_id"), "Matriks tempatnya."
    )


@noun("sel_matriks", scopes.sel_matriks, within="matriks")
@strawberry.type(description="Pertemuan satu baris dan satu kolom.")
class SelMatriks:
    kolom: Annotated["Rhk", strawberry.lazy("schema.types.rhk")] | None = edge(
        One("{c}.id = {t}.rhk_id", implied=True), "RHK pimpinan."
    )
    rhk: list[Annotated["Rhk", strawberry.lazy("schema.types.rhk")]] = edge(
        Many("{c}.skp_id = {t}.skp_id AND {c}.rhk_atasan_id = {t}.rhk_id", "{c}.urutan, {c}.id"),
        "RHK baris ini yang mengintervensinya dan boleh Anda lihat.",
    )
