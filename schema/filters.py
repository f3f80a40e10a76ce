"""What lists can be narrowed by: the inputs, and the SQL condition that each stands for.

A part left out, or null, narrows nothing; what is given must hold together.
"""

from collections.abc import Callable
from typing import Any

import strawberry

from models.database import any_of, any_selected
from models.rules.teks import is_storable
from models.rules.vocabulary import JenisJabatan, Pendekatan, StatusSkp
from models.scopes import subtree_sql
from resolvers.reading.sources import Arguments, Bind
from schema import ids

LONGEST = 200  # characters of a name
Condition = Callable[[str, Any, Bind], str]  # (alias, value, bind) → SQL


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


def unor_where(arguments: Arguments, unor: str, bind: Bind) -> str | None:
    return _narrowed(arguments, unor, bind, _UNOR)


def pegawai_where(arguments: Arguments, pegawai: str, bind: Bind) -> str | None:
    return _narrowed(arguments, pegawai, bind, _PEGAWAI)


def skp_where(arguments: Arguments, skp: str, bind: Bind) -> str | None:
    return _narrowed(arguments, skp, bind, _SKP)


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


def _in_subtree(expression: str, unor_id: Any, bind: Bind) -> str:
    return any_selected(
        expression,
        f"SELECT place.id FROM unor top JOIN unor place ON {subtree_sql('place', 'top')}"
        f" WHERE top.id = {bind(unor_id, _unor_key)}",
    )


def _unor_key(global_id: str) -> int:
    return ids.key_of(global_id) if ids.noun_of(global_id) == "unor" else 0


def _active(t: str, aktif: bool, _: Bind) -> str:
    return f"{t}.aktif" if aktif else f"NOT {t}.aktif"


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
