"""The resolvers of what is written, done, said and given in a periode, and of people in a year."""

from datetime import date
from typing import Any

from models.counters import hari_ini
from models.rules.penilaian import penilaian_refusals
from models.rules.vocabulary import AksiPenilaian, Keterlibatan, StatusPengisian
from tests.naif.reading import (
    Reading,
    available,
    follows,
    has_riwayat,
    in_periode,
    names,
    resolver,
)
from tests.naif.rows import (
    Eviden,
    Indikator,
    Penilaian,
    PeriodePenilaian,
    Perorangan,
    ProgresHarian,
    Realisasi,
    RencanaAksi,
    Rhk,
    Skp,
    UmpanBalik,
)
from tests.naif.state import Sheet


@resolver("PeriodePenilaian", "ditutup")
def periode_penilaian_ditutup(_: Reading, periode: PeriodePenilaian) -> bool:
    return hari_ini() > periode.batas_pengisian


# Of an RHK and of an indikator.


@resolver("Rhk", "rencanaAksi")
def rhk_rencana_aksi(
    reading: Reading, rhk: Rhk, periode_id: str | None = None
) -> list[RencanaAksi]:
    return in_periode(reading.many(reading.data.of("rencana_aksi", "rhk_id", rhk.id)), periode_id)


@resolver("Rhk", "eviden")
def rhk_eviden(reading: Reading, rhk: Rhk, periode_id: str | None = None) -> list[Eviden]:
    return in_periode(reading.many(reading.data.of("eviden", "rhk_id", rhk.id)), periode_id)


@resolver("Rhk", "umpanBalik")
def rhk_umpan_balik(reading: Reading, rhk: Rhk, periode_id: str | None = None) -> list[UmpanBalik]:
    return in_periode(reading.many(reading.data.of("umpan_balik", "rhk_id", rhk.id)), periode_id)


@resolver("Indikator", "realisasi")
def indikator_realisasi(
    reading: Reading, indikator: Indikator, periode_id: str | None = None
) -> list[Realisasi]:
    done = reading.many(reading.data.of("realisasi", "indikator_id", indikator.id))
    return in_periode(done, periode_id)


# Of a rencana aksi.


@resolver("RencanaAksi", "progresHarian")
def rencana_aksi_progres_harian(
    reading: Reading, rencana: RencanaAksi, **arguments: Any
) -> dict[str, Any]:
    return reading.page("ProgresHarian", _progres(reading, rencana), **arguments)


@resolver("RencanaAksi", "jumlahRealisasi")
def rencana_aksi_jumlah_realisasi(reading: Reading, rencana: RencanaAksi) -> int:
    return sum(progres.realisasi for progres in _progres(reading, rencana))


@resolver("RencanaAksi", "satuan")
def rencana_aksi_satuan(reading: Reading, rencana: RencanaAksi) -> str | None:
    return min((progres.satuan for progres in _progres(reading, rencana)), default=None)


@resolver("RencanaAksi", "progresTerakhir")
def rencana_aksi_progres_terakhir(reading: Reading, rencana: RencanaAksi) -> str | None:
    return _day(max((one.tanggal for one in _progres(reading, rencana)), default=None))


def _progres(reading: Reading, rencana: RencanaAksi) -> list[ProgresHarian]:
    return reading.data.of("progres_harian", "rencana_aksi_id", rencana.id)


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


# Penilaian.


@resolver("Penilaian", "progresTerakhir")
def penilaian_progres_terakhir(reading: Reading, penilaian: Penilaian) -> str | None:
    return _day(Sheet(reading.data, penilaian).progres_terakhir())


@resolver("Penilaian", "hariTanpaProgres")
def penilaian_hari_tanpa_progres(reading: Reading, penilaian: Penilaian) -> int:
    return Sheet(reading.data, penilaian).hari_tanpa_progres()


@resolver("Penilaian", "kekurangan")
def penilaian_kekurangan(reading: Reading, penilaian: Penilaian) -> list[dict[str, Any]]:
    missing = Sheet(reading.data, penilaian).kekurangan()
    return [{"jenis": jenis, "jumlah": jumlah} for jenis, jumlah in missing.items()]


@resolver("Penilaian", "aksiTersedia")
def penilaian_aksi_tersedia(reading: Reading, penilaian: Penilaian) -> list[dict[str, Any]]:
    now = Sheet(reading.data, penilaian).keadaan()
    return [available(aksi, penilaian_refusals(reading.aktor, now, aksi)) for aksi in AksiPenilaian]


@resolver("Penilaian", "umpanBalik")
def penilaian_umpan_balik(reading: Reading, penilaian: Penilaian) -> list[UmpanBalik]:
    given = reading.many(reading.data.of("umpan_balik", "skp_id", penilaian.skp_id))
    return [one for one in given if one.periode_id == penilaian.periode_id]


# Perorangan.


@resolver("Perorangan", "pengisian")
def perorangan_pengisian(reading: Reading, orang: Perorangan) -> StatusPengisian:
    return reading.data.pengisian(orang)


@resolver("Perorangan", "keterlibatan")
def perorangan_keterlibatan(reading: Reading, orang: Perorangan) -> Keterlibatan:
    return reading.data.keterlibatan(orang)


@resolver("Perorangan", "jumlahMatriks")
def perorangan_jumlah_matriks(reading: Reading, orang: Perorangan) -> int:
    return len(reading.data.involving(orang))


@resolver("Perorangan", "skp")
def perorangan_skp(reading: Reading, orang: Perorangan) -> Skp | None:
    return reading.one(reading.data.counted(orang))


@resolver("Perorangan", "penilaian")
def perorangan_penilaian(
    reading: Reading, orang: Perorangan, periode_id: str | None = None
) -> list[Penilaian]:
    data = reading.data
    sheets = [
        (data.periode_penilaian[sheet.periode_id].awal, sheet.periode_id, sheet)
        for plan in data.plans(orang)
        for sheet in data.penilaian_of(plan)
        if data.counted(orang, data.periode_penilaian[sheet.periode_id]) == plan
    ]
    in_order = [sheet for _, _, sheet in sorted(sheets, key=lambda one: one[:2])]
    return in_periode(reading.many(in_order), periode_id)


# What leads to one row.

for type_name in (
    *("RencanaAksi", "Eviden", "Realisasi", "UmpanBalik", "Penilaian", "PredikatOrganisasi"),
):
    follows(type_name, "periode", "periode_penilaian")

for follow in (
    ("PeriodePenilaian", "instansi", "instansi"),
    ("RencanaAksi", "rhk", "rhk"),
    ("ProgresHarian", "rencanaAksi", "rencana_aksi"),
    ("Eviden", "rhk", "rhk"),
    ("Realisasi", "indikator", "indikator"),
    ("UmpanBalik", "rhk", "rhk"),
    ("UmpanBalik", "skp", "skp"),
    ("Penilaian", "pegawai", "pegawai"),
    ("Penilaian", "skp", "skp"),
    ("PredikatOrganisasi", "unor", "unor"),
    ("Perorangan", "pegawai", "pegawai"),
):
    follows(*follow)

names("UmpanBalik", "pemberi")

for type_name in ("PeriodePenilaian", "KurvaIdeal"):
    has_riwayat(type_name)
