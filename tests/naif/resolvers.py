"""One resolver per field that is more than a column, as one would write them by hand: those of the
root, of people and of where they work."""

from collections.abc import Mapping
from typing import Any

from tests.naif.errors import BadInputError, NotFoundError
from tests.naif.filters import FIRST, order
from tests.naif.reading import (
    Reading,
    follows,
    has_riwayat,
    in_periode,
    names,
    resolver,
)
from tests.naif.rows import (
    Akun,
    Instansi,
    Notifikasi,
    Noun,
    Pegawai,
    PeriodePenilaian,
    PredikatOrganisasi,
    Skp,
    TimKerja,
    Unor,
)
from tests.naif.wire import global_id, parsed_id

# Query.


@resolver("Query", "saya")
def saya(reading: Reading, _: None) -> Akun:
    return reading.data.akun[reading.aktor.akun_id]


@resolver("Query", "node")
def node(reading: Reading, _: None, id: str) -> Noun:
    noun, key = parsed_id(id) or ("", 0)
    table: Mapping[int, Noun] = reading.data.nouns().get(noun, {})
    return _only(reading, table.get(key))


@resolver("Query", "daftarInstansi")
def daftar_instansi(reading: Reading, _: None, **arguments: Any) -> dict[str, Any]:
    return reading.page("Instansi", reading.data.instansi.values(), **arguments)


@resolver("Query", "daftarKurvaIdeal")
def daftar_kurva_ideal(reading: Reading, _: None, **arguments: Any) -> dict[str, Any]:
    return reading.page("KurvaIdeal", reading.data.kurva_ideal.values(), **arguments)


@resolver("Query", "instansi")
def query_instansi(
    reading: Reading,
    _: None,
    id: str | None = None,
    kode: str | None = None,
) -> Noun:
    return _by_either(reading, "instansi", id, "kode", kode)


@resolver("Query", "unor")
def query_unor(reading: Reading, _: None, id: str) -> Noun:
    return _by_id(reading, "unor", id)


@resolver("Query", "pegawai")
def query_pegawai(
    reading: Reading,
    _: None,
    id: str | None = None,
    nip: str | None = None,
) -> Noun:
    return _by_either(reading, "pegawai", id, "nip", nip)


@resolver("Query", "skp")
def query_skp(reading: Reading, _: None, id: str) -> Noun:
    return _by_id(reading, "skp", id)


@resolver("Query", "timKerja")
def query_tim_kerja(reading: Reading, _: None, id: str) -> Noun:
    return _by_id(reading, "timkerja", id)


@resolver("Query", "matriks")
def query_matriks(reading: Reading, _: None, id: str) -> Noun:
    return _by_id(reading, "matriks", id)


@resolver("Query", "periodePenilaian")
def query_periode_penilaian(reading: Reading, _: None, id: str) -> Noun:
    return _by_id(reading, "periodepenilaian", id)


@resolver("Query", "cariPegawai")
def query_cari_pegawai(reading: Reading, _: None, nip: str) -> Pegawai:
    people = filter(reading.visibility.finds, reading.data.pegawai.values())
    found = next((one for one in people if one.nip == nip), None)
    if found is None:
        raise NotFoundError
    return found


def _by_id(reading: Reading, noun: str, id_: str) -> Noun:
    named, key = parsed_id(id_) or ("", 0)
    return _only(reading, reading.data.nouns()[noun].get(key) if named == noun else None)


def _by_either(
    reading: Reading, noun: str, id_: str | None, column: str, value: str | None
) -> Noun:
    if (id_ is None) == (value is None):
        raise BadInputError
    if id_ is not None:
        return _by_id(reading, noun, id_)
    rows = reading.data.nouns()[noun].values()
    return _only(reading, next((row for row in rows if getattr(row, column) == value), None))


def _only(reading: Reading, row: Noun | None) -> Noun:
    """The row; hidden and missing are one and the same."""
    if row is None or not reading.visibility.sees(row):
        raise NotFoundError
    return row


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


@resolver("Saya", "skpBawahan")
def saya_skp_bawahan(reading: Reading, akun: Akun, **arguments: Any) -> dict[str, Any]:
    plans = reading.data.of("skp", "pejabat_penilai_id", akun.pegawai_id)
    return reading.page("Skp", plans, **arguments)


@resolver("Saya", "penilaianBawahan")
def saya_penilaian_bawahan(reading: Reading, akun: Akun, **arguments: Any) -> dict[str, Any]:
    plans = reading.data.of("skp", "pejabat_penilai_id", akun.pegawai_id)
    sheets = [sheet for plan in plans for sheet in reading.data.penilaian_of(plan)]
    return reading.page("Penilaian", sheets, **arguments)


@resolver("Saya", "timKerjaDipimpin")
def saya_tim_kerja_dipimpin(
    reading: Reading, akun: Akun, tahun: int | None = None
) -> list[TimKerja]:
    return _teams(reading, reading.data.of("tim_kerja", "ketua_id", akun.pegawai_id), tahun)


@resolver("Saya", "timKerjaDiikuti")
def saya_tim_kerja_diikuti(
    reading: Reading, akun: Akun, tahun: int | None = None
) -> list[TimKerja]:
    memberships = reading.data.of("anggota_tim", "pegawai_id", akun.pegawai_id)
    return _teams(reading, [reading.data.tim_kerja[one.tim_kerja_id] for one in memberships], tahun)


def _teams(reading: Reading, teams: list[TimKerja], tahun: int | None) -> list[TimKerja]:
    of_year = [tim for tim in reading.many(teams) if tahun in (None, tim.tahun)]
    return sorted(of_year, key=lambda tim: (-tim.tahun, tim.nama, tim.id))


@resolver("Saya", "umpanBalikDiberikan")
def saya_umpan_balik_diberikan(reading: Reading, akun: Akun, **arguments: Any) -> dict[str, Any]:
    given = reading.data.of("umpan_balik", "pemberi_id", akun.pegawai_id)
    return reading.page("UmpanBalik", given, **arguments)


@resolver("Saya", "koreksi")
def saya_koreksi(reading: Reading, akun: Akun, **arguments: Any) -> dict[str, Any]:
    own = reading.data.of("koreksi", "pegawai_id", akun.pegawai_id)
    return reading.page("Koreksi", own, **arguments)


# Instansi.


@resolver("Instansi", "akar")
def instansi_akar(reading: Reading, instansi: Instansi) -> Unor | None:
    roots = (unor for unor in reading.data.unor.values() if unor.induk_id is None)
    return reading.one(next((one for one in roots if one.instansi_id == instansi.id), None))


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


@resolver("Instansi", "periodePenilaian")
def instansi_periode_penilaian(
    reading: Reading, instansi: Instansi, tahun: int | None = None
) -> list[PeriodePenilaian]:
    periods = reading.many(reading.data.of("periode_penilaian", "instansi_id", instansi.id))
    of_year = [periode for periode in periods if tahun in (None, periode.tahun)]
    return sorted(of_year, key=lambda periode: (-periode.tahun, periode.awal, periode.id))


@resolver("Instansi", "koreksi")
def instansi_koreksi(reading: Reading, instansi: Instansi, **arguments: Any) -> dict[str, Any]:
    reported = [
        koreksi
        for koreksi in reading.data.koreksi.values()
        if reading.data.pegawai[koreksi.pegawai_id].instansi_id == instansi.id
    ]
    return reading.page("Koreksi", reported, by=FIRST, **arguments)


# Unor.


@resolver("Unor", "anak")
def unor_anak(reading: Reading, unor: Unor, **arguments: Any) -> dict[str, Any]:
    below = (other for other in reading.data.unor.values() if other.induk_id == unor.id)
    return reading.page("Unor", below, **arguments)


@resolver("Unor", "pegawai")
def unor_pegawai(reading: Reading, unor: Unor, **arguments: Any) -> dict[str, Any]:
    people = (one for one in reading.data.pegawai.values() if one.unor_id == unor.id)
    return reading.page("Pegawai", people, **arguments)


@resolver("Unor", "skp")
def unor_skp(reading: Reading, unor: Unor, **arguments: Any) -> dict[str, Any]:
    plans = (skp for skp in reading.data.skp.values() if skp.unor_id == unor.id)
    return reading.page("Skp", plans, **arguments)


@resolver("Unor", "predikatOrganisasi")
def unor_predikat_organisasi(
    reading: Reading, unor: Unor, periode_id: str | None = None
) -> list[PredikatOrganisasi]:
    given = reading.many(reading.data.of("predikat_organisasi", "unor_id", unor.id))
    return sorted(in_periode(given, periode_id), key=lambda one: one.periode_id)


@resolver("Unor", "perorangan")
def unor_perorangan(reading: Reading, unor: Unor, tahun: int, **arguments: Any) -> dict[str, Any]:
    people = [
        orang
        for orang in reading.data.perorangan(tahun)
        if reading.data.is_below(reading.data.pegawai[orang.pegawai_id].unor_id, unor.id)
    ]
    return reading.page("Perorangan", people, **arguments)


# Pegawai.


@resolver("Pegawai", "atasan")
def pegawai_atasan(reading: Reading, pegawai: Pegawai) -> Pegawai | None:
    return reading.data.pejabat_penilai(pegawai)


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


@resolver("PegawaiDicari", "id")
def pegawai_dicari_id(_: Reading, pegawai: Pegawai) -> str:
    return global_id("pegawai", pegawai.id)


@resolver("PegawaiDicari", "skp")
def pegawai_dicari_skp(reading: Reading, pegawai: Pegawai, tahun: int | None = None) -> list[Skp]:
    plans = filter(reading.visibility.finds, reading.data.of("skp", "pegawai_id", pegawai.id))
    of_year = [skp for skp in plans if tahun in (None, skp.tahun)]
    return order("Skp", "TERBARU").sorted(of_year)


@resolver("SkpDicari", "id")
def skp_dicari_id(_: Reading, skp: Skp) -> str:
    return global_id("skp", skp.id)


# What leads to one row, and to the riwayat.

for follow in (
    ("Unor", "instansi", "instansi"),
    ("Unor", "induk", "unor"),
    ("Unor", "pimpinan", "pegawai"),
    ("Pegawai", "instansi", "instansi"),
    ("Pegawai", "unor", "unor"),
    ("PegawaiDicari", "unor", "unor"),
    ("Koreksi", "pegawai", "pegawai"),
    ("Koreksi", "usulanUnor", "unor"),
):
    follows(*follow)

names("Pegawai", "pejabatPenilaiDitetapkan", "pejabat_penilai_id")
names("Koreksi", "usulanAtasan")
names("Koreksi", "pemutus")

for type_name in ("Unor", "Pegawai", "Koreksi"):
    has_riwayat(type_name)
