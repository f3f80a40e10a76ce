"""The orders in which lists can be had."""

from collections.abc import Mapping
from enum import StrEnum

from resolvers.reading.sources import BY_NAME, ID, Key, Order


class UnorUrut(StrEnum):
    """Urutan daftar unor."""

    NAMA = "NAMA"
    NAMA_TURUN = "NAMA_TURUN"
    KODE = "KODE"


class PegawaiUrut(StrEnum):
    """Urutan daftar pegawai."""

    NAMA = "NAMA"
    NAMA_TURUN = "NAMA_TURUN"
    NIP = "NIP"


class SkpUrut(StrEnum):
    """Urutan daftar SKP."""

    TERBARU = "TERBARU"
    TERLAMA = "TERLAMA"
    DIUBAH_TERAKHIR = "DIUBAH_TERAKHIR"


DESCRIPTIONS: dict[type[StrEnum], dict[str, str]] = {
    UnorUrut: {
        "NAMA": "Menurut nama, A ke Z.",
        "NAMA_TURUN": "Menurut nama, Z ke A.",
        "KODE": "Menurut kode.",
    },
    PegawaiUrut: {
        "NAMA": "Menurut nama, A ke Z.",
        "NAMA_TURUN": "Menurut nama, Z ke A.",
        "NIP": "Menurut NIP.",
    },
    SkpUrut: {
        "TERBARU": "Periode yang terakhir lebih dahulu.",
        "TERLAMA": "Periode yang pertama lebih dahulu.",
        "DIUBAH_TERAKHIR": "Yang terakhir berubah lebih dahulu.",
    },
}

_BY_NAME_DESCENDING = Order(BY_NAME.keys, descending=True)
_BY_PERIOD = (Key("periode_akhir", "date"), ID)

UNOR: Mapping[UnorUrut, Order] = {
    UnorUrut.NAMA: BY_NAME,
    UnorUrut.NAMA_TURUN: _BY_NAME_DESCENDING,
    UnorUrut.KODE: Order((Key("kode"), ID)),
}
PEGAWAI: Mapping[PegawaiUrut, Order] = {
    PegawaiUrut.NAMA: BY_NAME,
    PegawaiUrut.NAMA_TURUN: _BY_NAME_DESCENDING,
    PegawaiUrut.NIP: Order((Key("nip"), ID)),
}
SKP: Mapping[SkpUrut, Order] = {
    SkpUrut.TERBARU: Order(_BY_PERIOD, descending=True),
    SkpUrut.TERLAMA: Order(_BY_PERIOD),
    SkpUrut.DIUBAH_TERAKHIR: Order((Key("diubah", "timestamptz"), ID), descending=True),
}
