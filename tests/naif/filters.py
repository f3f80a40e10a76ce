"""The filters and the orders of lists (arguments `filter` and `urut`)."""

import string
from collections.abc import Callable, Mapping
from typing import Any

from models.rules.vocabulary import JenisPeriode
from tests.naif.data import Data
from tests.naif.pages import Order
from tests.naif.rows import (
    BarisMatriks,
    Instansi,
    Koreksi,
    Pegawai,
    Penilaian,
    PeriodePenilaian,
    Perorangan,
    Skp,
    Unor,
)
from tests.naif.wire import parsed_id

_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)

Filter = Mapping[str, Any]


def passes(data: Data, row: Any, filter_: Filter | None) -> bool:
    """Whether a row passes every part of the filter that is given."""
    given = {name: value for name, value in (filter_ or {}).items() if value is not None}
    if isinstance(row, Perorangan):
        rating = {name: given.pop(name) for name in RATING if name in given}
        return is_rated(data, row, rating) and passes_each(data, row, given)
    return passes_each(data, row, given)


def passes_each(data: Data, row: Any, given: Filter) -> bool:
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


def is_owner_called(data: Data, pegawai_id: int, cari: str) -> bool:
    return is_called(data.pegawai[pegawai_id], cari)


def is_of(row: Penilaian, global_id: str) -> bool:
    """Whether a sheet is of the periode of that id."""
    return parsed_id(global_id) == ("periodepenilaian", row.periode_id)


def is_rated(data: Data, orang: Perorangan, given: Filter) -> bool:
    """Whether the rating of the SKP that counts, in the periode given or in the TAHUNAN ones of the
    year, is as given: in periods of the instansi where the person is now."""
    instansi_id = data.pegawai[orang.pegawai_id].instansi_id
    predikat = {
        nilai.predikat
        for plan in data.plans(orang)
        for nilai in data.of("penilaian", "skp_id", plan.id)
        if nilai.predikat is not None
        and data.counted(orang, data.periode_penilaian[nilai.periode_id]) == plan
        and (periode := data.periode_penilaian[nilai.periode_id]).instansi_id == instansi_id
        and _is_meant(periode, orang.tahun, given.get("periodeId"))
    }
    if "predikat" in given and predikat.isdisjoint(given["predikat"]):
        return False
    dinilai: bool = given.get("dinilai", bool(predikat))
    return bool(predikat) == dinilai


def _is_meant(periode: PeriodePenilaian, tahun: int, global_id: str | None) -> bool:
    if global_id is None:
        return periode.jenis == JenisPeriode.TAHUNAN and periode.tahun == tahun
    return parsed_id(global_id) == ("periodepenilaian", periode.id)


RATING = ("predikat", "dinilai", "periodeId")  # of the filter of Perorangan: they hang together

# By the type of the rows, and the part of its filter.
TESTS: dict[tuple[type, str], Callable[[Data, Any, Any], bool]] = {
    (Instansi, "cari"): lambda _, instansi, cari: (
        contains(instansi.nama, cari) or lower(instansi.kode).startswith(lower(cari))
    ),
    (Instansi, "jenis"): lambda _, instansi, some: instansi.jenis in some,
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
    (Koreksi, "cari"): lambda data, one, cari: is_owner_called(data, one.pegawai_id, cari),
    (Koreksi, "status"): lambda _, one, some: one.status in some,
    (BarisMatriks, "cari"): lambda data, one, cari: is_owner_called(
        data, data.skp[one.skp_id].pegawai_id, cari
    ),
    (BarisMatriks, "status"): lambda data, one, some: data.skp[one.skp_id].status in some,
    (Penilaian, "cari"): lambda data, one, cari: is_owner_called(data, one.pegawai_id, cari),
    (Penilaian, "periodeId"): lambda _, one, id_: is_of(one, id_),
    (Penilaian, "tahun"): lambda _, one, tahun: one.tahun == tahun,
    (Penilaian, "predikat"): lambda _, one, some: one.predikat in some,
    (Penilaian, "dinilai"): lambda _, one, yes: (one.predikat is not None) == yes,
    (Perorangan, "cari"): lambda data, one, cari: is_owner_called(data, one.pegawai_id, cari),
    (Perorangan, "pengisian"): lambda data, one, some: data.pengisian(one) in some,
    (Perorangan, "keterlibatan"): lambda data, one, some: data.keterlibatan(one) in some,
}

BY_NAME = Order(lambda row: (row.nama, row.id))
FIRST = Order(lambda row: (row.id,))
TRAIL = Order(FIRST.keys, descending=True)

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
USUAL = {
    "Instansi": BY_NAME,
    "Unor": BY_NAME,
    "Pegawai": BY_NAME,
    "Skp": ORDERS["TERBARU"],
    "Koreksi": TRAIL,
    "BarisMatriks": FIRST,
    "KurvaIdeal": FIRST,
    "ProgresHarian": Order(lambda row: (row.tanggal, row.id), descending=True),
    "UmpanBalik": TRAIL,
    "Penilaian": Order(lambda row: (row.nama, row.skp_id, row.periode_id)),
    "Perorangan": Order(lambda row: (row.nama, row.pegawai_id)),
    "Riwayat": TRAIL,
    "Notifikasi": TRAIL,
}


def order(noun: str, urut: str | None) -> Order:
    """The order of a list of `noun` (the type's name) under the argument `urut`."""
    return USUAL[noun] if urut is None else ORDERS[urut]
