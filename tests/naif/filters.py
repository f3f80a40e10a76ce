"""The filters and the orders of lists (arguments `filter` and `urut`)."""

import string
from collections.abc import Callable, Mapping
from typing import Any

from tests.naif.pages import Order
from tests.naif.rows import Data, Pegawai, Skp, Unor
from tests.naif.wire import parsed_id

_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)

Filter = Mapping[str, Any]


def passes(data: Data, row: Any, filter_: Filter | None) -> bool:
    """Whether a row passes every part of the filter that is given."""
    given = {name: value for name, value in (filter_ or {}).items() if value is not None}
    return all(TESTS[type(row), name](data, row, value) for name, value in given.items())


def contains(text: str, part: str) -> bool:
    """Whether `part` is somewhere in `text`, in upper or lower case."""
    return lower(part) in lower(text)


def lower(text: str) -> str:
    """Of the letters of ASCII alone, since SQLite knows no more."""
    return text.translate(_LOWER)


def within(data: Data, unor_id: int, global_id: str) -> bool:
    """Whether a unor is the one of that id or lies below it."""
    noun, key = parsed_id(global_id) or ("", 0)
    return noun == "unor" and data.is_below(unor_id, key)


def is_called(pegawai: Pegawai, cari: str) -> bool:
    return contains(pegawai.nama, cari) or pegawai.nip.startswith(cari)


# By the type of the rows, and the part of its filter.
TESTS: dict[tuple[type, str], Callable[[Data, Any, Any], bool]] = {
    (Unor, "cari"): lambda _, unor, cari: (
        contains(unor.nama, cari) or lower(unor.kode).startswith(lower(cari))
    ),
    (Unor, "aktif"): lambda _, unor, aktif: unor.aktif == aktif,
    (Unor, "unorId"): lambda data, unor, id_: within(data, unor.id, id_),
    (Pegawai, "cari"): lambda _, pegawai, cari: is_called(pegawai, cari),
    (Pegawai, "jenisJabatan"): lambda _, pegawai, some: pegawai.jenis_jabatan in some,
    (Pegawai, "aktif"): lambda _, pegawai, aktif: pegawai.aktif == aktif,
    (Pegawai, "unorId"): lambda data, pegawai, id_: within(data, pegawai.unor_id, id_),
    (Skp, "cari"): lambda data, skp, cari: is_called(data.pegawai[skp.pegawai_id], cari),
    (Skp, "tahun"): lambda _, skp, tahun: skp.tahun == tahun,
    (Skp, "status"): lambda _, skp, some: skp.status in some,
    (Skp, "pendekatan"): lambda _, skp, pendekatan: skp.pendekatan == pendekatan,
    (Skp, "unorId"): lambda data, skp, id_: within(data, skp.unor_id, id_),
}

BY_NAME = Order(lambda row: (row.nama, row.id))
TRAIL = Order(lambda row: (row.id,), descending=True)

# By the values of `urut`, whatever is sorted.
ORDERS = {
    "NAMA": BY_NAME,
    "NAMA_TURUN": Order(BY_NAME.keys, descending=True),
    "NIP": Order(lambda pegawai: (pegawai.nip, pegawai.id)),
    "KODE": Order(lambda unor: (unor.kode, unor.id)),
    "TERBARU": Order(lambda skp: (skp.periode_akhir, skp.id), descending=True),
    "TERLAMA": Order(lambda skp: (skp.periode_akhir, skp.id)),
    "DIUBAH_TERAKHIR": Order(lambda skp: (skp.diubah, skp.id), descending=True),
}
# Of a list by the type of its rows, when `urut` is not given.
USUAL = {"Instansi": BY_NAME, "Unor": BY_NAME, "Pegawai": BY_NAME, "Riwayat": TRAIL}
USUAL["Skp"] = ORDERS["TERBARU"]
USUAL["Notifikasi"] = TRAIL


def order(noun: str, urut: str | None) -> Order:
    """The order of a list of `noun` (the type's name) under the argument `urut`."""
    return USUAL[noun] if urut is None else ORDERS[urut]
