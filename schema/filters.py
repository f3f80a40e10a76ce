"""What lists can be narrowed by: the inputs, and the SQL condition that each stands for.

A part left out, or null, narrows nothing; what is given must hold together.
"""

from collections.abc import Callable
from typing import Any

import strawberry

from models.counters import counts_in
from models.database import any_of, any_selected
from models.jalur import subtree_sql
from models.rules.teks import is_storable
from models.rules.vocabulary import (
    JenisInstansi,
    JenisJabatan,
    Keterlibatan,
    Pendekatan,
    Predikat,
    StatusKoreksi,
    StatusPengisian,
    StatusSkp,
)
from resolvers.reading.sources import Arguments, Bind, spell
from schema import ids

LONGEST = 200  # characters of a name
Condition = Callable[[str, Any, Bind], str]  # (alias, value, bind) → SQL


@strawberry.input(description="Menyaring instansi.")
class InstansiFilter:
    cari: str | None = strawberry.field(
        description="Bagian nama, atau awal kode; huruf besar dan kecil sama saja.", default=None
    )
    jenis: list[JenisInstansi] | None = strawberry.field(
        description="Salah satu tingkat pemerintahan ini.", default=None
    )


@strawberry.input(description="Menyaring unor.")
class UnorFilter:
    cari: str | None = strawberry.field(
        description="Bagian nama, atau awal kode; huruf besar dan kecil sama saja.", default=None
    )
    aktif: bool | None = strawberry.field(description="Masih dipakai, atau tidak.", default=None)
    unor_id: strawberry.ID | None = strawberry.field(
        description="Unor ini dan semua di bawahnya.", default=None
    )


@strawberry.input(description="Menyaring pegawai.")
class PegawaiFilter:
    cari: str | None = strawberry.field(
        description="Bagian nama, atau awal NIP; huruf besar dan kecil sama saja.", default=None
    )
    jenis_jabatan: list[JenisJabatan] | None = strawberry.field(
        description="Salah satu jenjang ini.", default=None
    )
    aktif: bool | None = strawberry.field(description="Masih bekerja, atau tidak.", default=None)
    unor_id: strawberry.ID | None = strawberry.field(
        description="Ditempatkan di unor ini atau di bawahnya.", default=None
    )


@strawberry.input(description="Menyaring SKP.")
class SkpFilter:
    cari: str | None = strawberry.field(
        description="Bagian nama, atau awal NIP pemiliknya.", default=None
    )
    tahun: int | None = strawberry.field(description="Tahun SKP.", default=None)
    status: list[StatusSkp] | None = strawberry.field(
        description="Salah satu status ini.", default=None
    )
    pendekatan: Pendekatan | None = strawberry.field(description="Pendekatannya.", default=None)
    unor_id: strawberry.ID | None = strawberry.field(
        description="Dibuat di unor ini atau di bawahnya.", default=None
    )


@strawberry.input(description="Menyaring baris matriks.")
class BarisMatriksFilter:
    cari: str | None = strawberry.field(
        description="Bagian nama, atau awal NIP pemiliknya.", default=None
    )
    status: list[StatusSkp] | None = strawberry.field(
        description="Salah satu status SKP ini.", default=None
    )


@strawberry.input(description="Menyaring penilaian bawahan.")
class PenilaianFilter:
    cari: str | None = strawberry.field(
        description="Bagian nama, atau awal NIP pemilik SKP.", default=None
    )
    periode_id: strawberry.ID | None = strawberry.field(
        description="Hanya dalam periode ini.", default=None
    )
    tahun: int | None = strawberry.field(description="Tahun SKP.", default=None)
    predikat: list[Predikat] | None = strawberry.field(
        description="Salah satu predikat ini.", default=None
    )
    dinilai: bool | None = strawberry.field(
        description="Sudah punya predikat, atau belum.", default=None
    )


@strawberry.input(description="Menyaring status perorangan.")
class PeroranganFilter:
    cari: str | None = strawberry.field(description="Bagian nama, atau awal NIP.", default=None)
    pengisian: list[StatusPengisian] | None = strawberry.field(
        description="Salah satu status pengisian ini (manual 7.2).", default=None
    )
    keterlibatan: list[Keterlibatan] | None = strawberry.field(
        description="Keterlibatan dalam matriks (manual 7.3).", default=None
    )
    predikat: list[Predikat] | None = strawberry.field(
        description="Salah satu predikat ini, dalam periode yang disebut; tanpa periode, pada"
        " penilaian akhir tahun (manual 7.4).",
        default=None,
    )
    dinilai: bool | None = strawberry.field(
        description="Sudah punya predikat, atau belum, dalam periode itu.", default=None
    )
    periode_id: strawberry.ID | None = strawberry.field(
        description="Periode untuk `predikat` dan `dinilai`.", default=None
    )


@strawberry.input(description="Menyaring koreksi.")
class KoreksiFilter:
    cari: str | None = strawberry.field(
        description="Bagian nama, atau awal NIP pelapornya.", default=None
    )
    status: list[StatusKoreksi] | None = strawberry.field(
        description="Salah satu status ini.", default=None
    )


def of_year(arguments: Arguments, c: str, bind: Bind) -> str | None:
    """By the argument `tahun`."""
    tahun = arguments.get("tahun")
    return None if tahun is None else f"{c}.tahun = {bind(tahun)}"


def instansi_where(arguments: Arguments, instansi: str, bind: Bind) -> str | None:
    return _narrowed(arguments, instansi, bind, _INSTANSI)


def unor_where(arguments: Arguments, unor: str, bind: Bind) -> str | None:
    return _narrowed(arguments, unor, bind, _UNOR)


def pegawai_where(arguments: Arguments, pegawai: str, bind: Bind) -> str | None:
    return _narrowed(arguments, pegawai, bind, _PEGAWAI)


def skp_where(arguments: Arguments, skp: str, bind: Bind) -> str | None:
    return _narrowed(arguments, skp, bind, _SKP)


def baris_matriks_where(arguments: Arguments, baris: str, bind: Bind) -> str | None:
    return _narrowed(arguments, baris, bind, _BARIS_MATRIKS)


def penilaian_where(arguments: Arguments, lembar: str, bind: Bind) -> str | None:
    return _narrowed(arguments, lembar, bind, _PENILAIAN)


def perorangan_where(arguments: Arguments, orang: str, bind: Bind) -> str | None:
    """Of one tahun."""
    tahun = bind(arguments["tahun"])
    of_year = f"{orang}.tahun = {tahun}"
    narrowed = _narrowed(arguments, orang, bind, _PERORANGAN)
    rated = _rated(arguments.get("filter") or {}, orang, tahun, bind)
    return " AND ".join(part for part in (of_year, narrowed, rated) if part)


def koreksi_where(arguments: Arguments, koreksi: str, bind: Bind) -> str | None:
    return _narrowed(arguments, koreksi, bind, _KOREKSI)


def _rated(given: dict[str, Any], orang: str, tahun: str, bind: Bind) -> str | None:
    """By the rating of the SKP that counts, in the periode given, else the year's last."""
    predikat, dinilai = given.get("predikat"), given.get("dinilai")
    if predikat is None and dinilai is None:
        return None
    periode_id = given.get("periodeId")
    periode = (
        f"periode.jenis = 'TAHUNAN' AND periode.tahun = {tahun}"
        if periode_id is None
        else f"periode.id = {bind(periode_id, ids.key_if('periodepenilaian'))}"
    )
    # From the few that are rated so; as a condition on each person it would try everybody.
    rating = (
        f"{orang}.pegawai_id IN (SELECT plan.pegawai_id FROM penilaian"
        " JOIN skp plan ON plan.id = penilaian.skp_id"
        " JOIN pegawai pemilik ON pemilik.id = plan.pegawai_id"
        " JOIN periode_penilaian periode ON periode.id = penilaian.periode_id"
        " AND periode.instansi_id = pemilik.instansi_id"
        f" WHERE {counts_in('plan', 'periode')} AND plan.tahun = {tahun} AND {periode} AND {{}})"
    )
    parts = []
    if predikat is not None:
        parts.append(rating.format(any_of("penilaian.predikat", bind(predikat), "text")))
    if dinilai is not None:
        has = rating.format("penilaian.predikat IS NOT NULL")
        parts.append(has if dinilai else f"NOT {has}")
    return " AND ".join(parts)


def _narrowed(
    arguments: Arguments, t: str, bind: Bind, conditions: dict[str, Condition]
) -> str | None:
    given = arguments.get("filter") or {}
    parts = [
        condition(t, given[name], bind)
        for name, condition in conditions.items()
        if given.get(name) is not None
    ]
    return " AND ".join(parts) or None


def _named(t: str, teks: Any, bind: Bind, number: str) -> str:
    """Its name has the text somewhere, or its number begins with it."""
    name, start = f"lower({t}.nama)", f"lower({t}.{number})"
    return (
        f"({name} LIKE lower({bind(teks, _inside)}) ESCAPE '\\'"
        f" OR {start} LIKE lower({bind(teks, _start)}) ESCAPE '\\')"
    )


def _inside(teks: str) -> str | None:
    start = _start(teks)
    return None if start is None else f"%{start}"


def _start(teks: str) -> str | None:
    if len(teks) > LONGEST or not is_storable(teks):
        return None  # nothing is like it
    escaped = teks.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"{escaped}%"


def _of_owner(t: str, teks: Any, bind: Bind) -> str:
    owner = _named("pemilik", teks, bind, "nip")
    return f"EXISTS (SELECT 1 FROM pegawai pemilik WHERE pemilik.id = {t}.pegawai_id AND {owner})"


def _of_skp(t: str, condition: str) -> str:
    return f"EXISTS (SELECT 1 FROM skp plan WHERE plan.id = {t}.skp_id AND {condition})"


def _in_subtree(expression: str, unor_id: Any, bind: Bind) -> str:
    return any_selected(
        expression,
        f"SELECT place.id FROM unor top JOIN unor place ON {subtree_sql('place', 'top')}"
        f" WHERE top.id = {bind(unor_id, ids.key_if('unor'))}",
    )


def _active(t: str, aktif: bool, _: Bind) -> str:
    return f"{t}.aktif" if aktif else f"NOT {t}.aktif"


# Of a row of the view `perorangan`.
PENGISIAN = "coalesce((SELECT plan.status FROM skp plan WHERE plan.id = {t}.skp_id), 'BELUM_BUAT')"
KETERLIBATAN = "CASE {t}.jumlah_matriks WHEN 0 THEN 'NOL' WHEN 1 THEN 'SATU' ELSE 'LEBIH' END"

_INSTANSI: dict[str, Condition] = {
    "cari": lambda t, teks, bind: _named(t, teks, bind, "kode"),
    "jenis": lambda t, values, bind: any_of(f"{t}.jenis", bind(values), "text"),
}
_UNOR: dict[str, Condition] = {
    "cari": lambda t, teks, bind: _named(t, teks, bind, "kode"),
    "aktif": _active,
    "unorId": lambda t, unor_id, bind: _in_subtree(f"{t}.id", unor_id, bind),
}
_PEGAWAI: dict[str, Condition] = {
    "cari": lambda t, teks, bind: _named(t, teks, bind, "nip"),
    "jenisJabatan": lambda t, values, bind: any_of(f"{t}.jenis_jabatan", bind(values), "text"),
    "aktif": _active,
    "unorId": lambda t, unor_id, bind: _in_subtree(f"{t}.unor_id", unor_id, bind),
}
_SKP: dict[str, Condition] = {
    "cari": _of_owner,
    "tahun": lambda t, tahun, bind: f"{t}.tahun = {bind(tahun)}",
    "status": lambda t, values, bind: any_of(f"{t}.status", bind(values), "text"),
    "pendekatan": lambda t, value, bind: f"{t}.pendekatan = {bind(value)}",
    "unorId": lambda t, unor_id, bind: _in_subtree(f"{t}.unor_id", unor_id, bind),
}
_BARIS_MATRIKS: dict[str, Condition] = {
    "cari": lambda t, teks, bind: _of_skp(t, _of_owner("plan", teks, bind)),
    "status": lambda t, values, bind: _of_skp(t, any_of("plan.status", bind(values), "text")),
}
_PENILAIAN: dict[str, Condition] = {
    "cari": _of_owner,
    "periodeId": lambda t, periode_id, bind: (
        f"{t}.periode_id = {bind(periode_id, ids.key_if('periodepenilaian'))}"
    ),
    "tahun": lambda t, tahun, bind: f"{t}.tahun = {bind(tahun)}",
    "predikat": lambda t, values, bind: any_of(f"{t}.predikat", bind(values), "text"),
    "dinilai": lambda t, yes, _: f"{t}.predikat IS {'NOT ' if yes else ''}NULL",
}
_PERORANGAN: dict[str, Condition] = {
    "cari": lambda t, teks, bind: _named(t, teks, bind, "nip"),
    "pengisian": lambda t, values, bind: any_of(spell(PENGISIAN, t), bind(values), "text"),
    "keterlibatan": lambda t, values, bind: any_of(spell(KETERLIBATAN, t), bind(values), "text"),
}
_KOREKSI: dict[str, Condition] = {
    "cari": _of_owner,
    "status": lambda t, values, bind: any_of(f"{t}.status", bind(values), "text"),
}
