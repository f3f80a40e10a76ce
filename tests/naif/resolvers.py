"""One resolver per field that is more than a column, as one would write them by hand."""

import json
from typing import Any

from models.rules.skp import refusals
from models.rules.vocabulary import AksiSkp
from tests.naif.errors import BadInputError
from tests.naif.filters import order
from tests.naif.reading import Reading, resolver
from tests.naif.rows import (
    Akun,
    Indikator,
    Instansi,
    Notifikasi,
    Pegawai,
    Rhk,
    Riwayat,
    Row,
    Skp,
    Unor,
)
from tests.naif.state import keadaan
from tests.naif.wire import global_id, parsed_id

# Query.


@resolver("Query", "saya")
def saya(reading: Reading, _: None) -> Akun:
    return reading.data.akun[reading.aktor.akun_id]


@resolver("Query", "node")
def node(reading: Reading, _: None, id: str) -> Row:
    noun, key = parsed_id(id) or ("", 0)
    return reading.only(reading.data.nouns().get(noun, {}).get(key))


@resolver("Query", "daftarInstansi")
def daftar_instansi(reading: Reading, _: None, **arguments: Any) -> dict[str, Any]:
    return reading.page("Instansi", reading.data.instansi.values(), **arguments)


@resolver("Query", "instansi")
def query_instansi(
    reading: Reading,
    _: None,
    id: str | None = None,
    kode: str | None = None,
) -> Row:
    return _by_either(reading, "instansi", id, "kode", kode)


@resolver("Query", "unor")
def query_unor(reading: Reading, _: None, id: str) -> Row:
    return _by_id(reading, "unor", id)


@resolver("Query", "pegawai")
def query_pegawai(
    reading: Reading,
    _: None,
    id: str | None = None,
    nip: str | None = None,
) -> Row:
    return _by_either(reading, "pegawai", id, "nip", nip)


@resolver("Query", "skp")
def query_skp(reading: Reading, _: None, id: str) -> Row:
    return _by_id(reading, "skp", id)


def _by_id(reading: Reading, noun: str, id_: str) -> Row:
    named, key = parsed_id(id_) or ("", 0)
    return reading.only(reading.data.nouns()[noun].get(key) if named == noun else None)


def _by_either(reading: Reading, noun: str, id_: str | None, column: str, value: str | None) -> Row:
    if (id_ is None) == (value is None):
        raise BadInputError
    if id_ is not None:
        return _by_id(reading, noun, id_)
    rows = reading.data.nouns()[noun].values()
    return reading.only(next((row for row in rows if getattr(row, column) == value), None))


# Saya.


@resolver("Saya", "id")
def saya_id(reading: Reading, akun: Akun) -> str:
    return global_id("akun", akun.id)


@resolver("Saya", "nip")
def saya_nip(reading: Reading, akun: Akun) -> str:
    return reading.data.pegawai[akun.pegawai_id].nip


@resolver("Saya", "nama")
def saya_nama(reading: Reading, akun: Akun) -> str:
    return reading.data.pegawai[akun.pegawai_id].nama


@resolver("Saya", "pegawai")
def saya_pegawai(reading: Reading, akun: Akun) -> Pegawai | None:
    return reading.one(reading.data.pegawai[akun.pegawai_id])


@resolver("Saya", "instansi")
def saya_instansi(reading: Reading, akun: Akun) -> Instansi | None:
    own = reading.data.pegawai[akun.pegawai_id].instansi_id
    return reading.one(reading.data.instansi[akun.instansi_id or own])


@resolver("Saya", "memimpin")
def saya_memimpin(reading: Reading, akun: Akun) -> list[Unor]:
    led = [unor for unor in reading.data.unor.values() if unor.pimpinan_id == akun.pegawai_id]
    return sorted(reading.many(led), key=lambda unor: (unor.nama, unor.id))


@resolver("Saya", "notifikasi")
def saya_notifikasi(reading: Reading, akun: Akun, **arguments: Any) -> dict[str, Any]:
    return reading.page("Notifikasi", _told(reading, akun), **arguments)


@resolver("Saya", "notifikasiBelumDibaca")
def saya_notifikasi_belum_dibaca(reading: Reading, akun: Akun) -> int:
    return sum(one.dibaca is None for one in _told(reading, akun))


def _told(reading: Reading, akun: Akun) -> list[Notifikasi]:
    told = reading.data.notifikasi.values()
    return [one for one in told if one.pegawai_id == akun.pegawai_id]


# Instansi.


@resolver("Instansi", "unor")
def instansi_unor(reading: Reading, instansi: Instansi, **arguments: Any) -> dict[str, Any]:
    unor = (unor for unor in reading.data.unor.values() if unor.instansi_id == instansi.id)
    return reading.page("Unor", unor, **arguments)


@resolver("Instansi", "pegawai")
def instansi_pegawai(reading: Reading, instansi: Instansi, **arguments: Any) -> dict[str, Any]:
    people = (one for one in reading.data.pegawai.values() if one.instansi_id == instansi.id)
    return reading.page("Pegawai", people, **arguments)


@resolver("Instansi", "skp")
def instansi_skp(reading: Reading, instansi: Instansi, **arguments: Any) -> dict[str, Any]:
    plans = (
        skp
        for skp in reading.data.skp.values()
        if reading.data.unor[skp.unor_id].instansi_id == instansi.id
    )
    return reading.page("Skp", plans, **arguments)


# Unor.


@resolver("Unor", "instansi")
def unor_instansi(reading: Reading, unor: Unor) -> Instansi | None:
    return reading.one(reading.data.instansi[unor.instansi_id])


@resolver("Unor", "induk")
def unor_induk(reading: Reading, unor: Unor) -> Unor | None:
    return reading.one(reading.data.unor.get(unor.induk_id or 0))


@resolver("Unor", "anak")
def unor_anak(reading: Reading, unor: Unor, **arguments: Any) -> dict[str, Any]:
    below = (other for other in reading.data.unor.values() if other.induk_id == unor.id)
    return reading.page("Unor", below, **arguments)


@resolver("Unor", "pimpinan")
def unor_pimpinan(reading: Reading, unor: Unor) -> Pegawai | None:
    return reading.one(reading.data.pegawai.get(unor.pimpinan_id or 0))


@resolver("Unor", "pegawai")
def unor_pegawai(reading: Reading, unor: Unor, **arguments: Any) -> dict[str, Any]:
    people = (one for one in reading.data.pegawai.values() if one.unor_id == unor.id)
    return reading.page("Pegawai", people, **arguments)


@resolver("Unor", "skp")
def unor_skp(reading: Reading, unor: Unor, **arguments: Any) -> dict[str, Any]:
    plans = (skp for skp in reading.data.skp.values() if skp.unor_id == unor.id)
    return reading.page("Skp", plans, **arguments)


# Pegawai.


@resolver("Pegawai", "instansi")
def pegawai_instansi(reading: Reading, pegawai: Pegawai) -> Instansi | None:
    return reading.one(reading.data.instansi[pegawai.instansi_id])


@resolver("Pegawai", "unor")
def pegawai_unor(reading: Reading, pegawai: Pegawai) -> Unor | None:
    return reading.one(reading.data.unor[pegawai.unor_id])


@resolver("Pegawai", "atasan")
def pegawai_atasan(reading: Reading, pegawai: Pegawai) -> Pegawai | None:
    return reading.one(reading.data.pejabat_penilai(pegawai))


@resolver("Pegawai", "skp")
def pegawai_skp(reading: Reading, pegawai: Pegawai, tahun: int | None = None) -> list[Skp]:
    own = [
        skp
        for skp in reading.data.skp.values()
        if skp.pegawai_id == pegawai.id and tahun in (None, skp.tahun)
    ]
    return order("Skp", "TERBARU").sorted(reading.many(own))


@resolver("Pegawai", "skpTerakhir")
def pegawai_skp_terakhir(
    reading: Reading, pegawai: Pegawai, tahun: int | None = None
) -> Skp | None:
    return next(iter(pegawai_skp(reading, pegawai, tahun)), None)


# SKP.


@resolver("Skp", "pegawai")
def skp_pegawai(reading: Reading, skp: Skp) -> Pegawai | None:
    return reading.one(reading.data.pegawai[skp.pegawai_id])


@resolver("Skp", "pejabatPenilai")
def skp_pejabat_penilai(reading: Reading, skp: Skp) -> Pegawai | None:
    return reading.one(reading.data.pegawai.get(skp.pejabat_penilai_id or 0))


@resolver("Skp", "unor")
def skp_unor(reading: Reading, skp: Skp) -> Unor | None:
    return reading.one(reading.data.unor[skp.unor_id])


@resolver("Skp", "rhk")
def skp_rhk(reading: Reading, skp: Skp) -> list[Rhk]:
    return reading.many(reading.data.rhk_of(skp))


@resolver("Skp", "rhkKandidatIntervensi")
def skp_rhk_kandidat_intervensi(reading: Reading, skp: Skp) -> list[Rhk]:
    return reading.many(reading.data.kandidat_of(skp))


@resolver("Skp", "riwayat")
def skp_riwayat(reading: Reading, skp: Skp, **arguments: Any) -> dict[str, Any]:
    trail = (
        riwayat
        for riwayat in reading.data.riwayat.values()
        if (riwayat.noun, riwayat.noun_id) == ("skp", skp.id)
    )
    return reading.page("Riwayat", trail, **arguments)


@resolver("Skp", "aksiTersedia")
def skp_aksi_tersedia(reading: Reading, skp: Skp) -> list[dict[str, Any]]:
    now = keadaan(reading.data, skp)
    reasons = {aksi: refusals(reading.aktor, now, aksi) for aksi in AksiSkp}
    return [
        {
            "aksi": aksi,
            "boleh": not why,
            "alasan": [
                {"message": one.message, "field": list(one.field) or None, "code": one.code}
                for one in why
            ],
        }
        for aksi, why in reasons.items()
    ]


@resolver("Skp", "jumlahRhk")
def skp_jumlah_rhk(reading: Reading, skp: Skp) -> int:
    return len(reading.data.rhk_of(skp))


@resolver("Skp", "jumlahIndikator")
def skp_jumlah_indikator(reading: Reading, skp: Skp) -> int:
    return sum(len(reading.data.indikator_of(rhk)) for rhk in reading.data.rhk_of(skp))


# RHK and indikator.


@resolver("Rhk", "skp")
def rhk_skp(reading: Reading, rhk: Rhk) -> Skp | None:
    return reading.one(reading.data.skp[rhk.skp_id])


@resolver("Rhk", "indikator")
def rhk_indikator(reading: Reading, rhk: Rhk) -> list[Indikator]:
    return reading.many(reading.data.indikator_of(rhk))


@resolver("Rhk", "rhkAtasan")
def rhk_rhk_atasan(reading: Reading, rhk: Rhk) -> Rhk | None:
    return reading.one(reading.data.rhk.get(rhk.rhk_atasan_id or 0))


@resolver("Rhk", "rhkBawahan")
def rhk_rhk_bawahan(reading: Reading, rhk: Rhk) -> list[Rhk]:
    below = [other for other in reading.data.rhk.values() if other.rhk_atasan_id == rhk.id]
    return reading.many(sorted(below, key=lambda other: other.id))


@resolver("Indikator", "rhk")
def indikator_rhk(reading: Reading, indikator: Indikator) -> Rhk | None:
    return reading.one(reading.data.rhk[indikator.rhk_id])


# Riwayat.


@resolver("Riwayat", "pelaku")
def riwayat_pelaku(reading: Reading, riwayat: Riwayat) -> Pegawai | None:
    return reading.one(reading.data.pegawai.get(riwayat.pelaku_id or 0))


@resolver("Notifikasi", "skp")
def notifikasi_skp(reading: Reading, notifikasi: Notifikasi) -> Skp | None:
    return reading.one(reading.data.skp.get(notifikasi.skp_id or 0))


@resolver("Notifikasi", "pelaku")
def notifikasi_pelaku(reading: Reading, notifikasi: Notifikasi) -> Pegawai | None:
    return reading.one(reading.data.pegawai.get(notifikasi.pelaku_id or 0))


@resolver("Riwayat", "perubahan")
def riwayat_perubahan(reading: Reading, riwayat: Riwayat) -> list[dict[str, Any]]:
    dari, ke = json.loads(riwayat.dari or "{}"), json.loads(riwayat.ke or "{}")
    names = [*dari, *(name for name in ke if name not in dari)]
    return [
        {"nama": name, "dari": _text(dari.get(name)), "ke": _text(ke.get(name))}
        for name in names
        if dari.get(name) != ke.get(name)
    ]


def _text(value: object) -> str | None:
    return None if value is None else str(value)
