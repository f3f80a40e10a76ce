"""The demo's periods and ratings; runs inside the demo's transaction.

Every head rates in his own way: most as the circular asks, some too kindly, so that a curve breaks
a check.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from random import Random

from models.database import Row, any_of, execute, execute_many, fetch
from models.rules.predikat import PREDIKAT
from models.rules.vocabulary import JenisPeriode, KinerjaOrganisasi, Predikat

TRIWULAN = ("Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV")
TAHUNAN = "Tahunan"

# How many of a hundred SKP are rated in each.
DINILAI = {"Triwulan I": 100, "Triwulan II": 96, "Triwulan III": 85, TAHUNAN: 40}

Gaya = Mapping[Predikat, int]  # how often each predikat is given
SEIMBANG: Gaya = {
    Predikat.SANGAT_BAIK: 14,
    Predikat.BAIK: 62,
    Predikat.BUTUH_PERBAIKAN: 12,
    Predikat.KURANG: 9,
    Predikat.SANGAT_KURANG: 3,
}
MURAH_HATI: Gaya = {Predikat.SANGAT_BAIK: 85, Predikat.BAIK: 15}
KANTOR_MURAH_HATI = ("RSUD Wijayakusuma", "Biro Umum", "Puskesmas Sokaraja")

ORGANISASI = {
    "Inspektorat Daerah": KinerjaOrganisasi.ISTIMEWA,
    "Dinas Pekerjaan Umum dan Penataan Ruang": KinerjaOrganisasi.BUTUH_PERBAIKAN,
    "Puskesmas Sokaraja": KinerjaOrganisasi.BAIK,
}


async def tulis_penilaian(tahun: int) -> None:
    """Write the periods of every instansi, and what was rated in them."""
    await _write_periods(tahun)
    await _write_organisasi()
    await _write_ratings()


async def _write_periods(tahun: int) -> None:
    rows = [
        (nama, date(tahun, 3 * place + 1, 1), _month_end(tahun, 3 * place + 3), "TRIWULAN")
        for place, nama in enumerate(TRIWULAN)
    ]
    rows.append((TAHUNAN, date(tahun, 1, 1), date(tahun, 12, 31), JenisPeriode.TAHUNAN.value))
    await execute_many(
        "INSERT INTO periode_penilaian"
        " (instansi_id, tahun, nama, awal, akhir, batas_pengisian, jenis)"
        " SELECT id, $1, $2, $3, $4, $5, $6 FROM instansi ORDER BY id",
        [(tahun, nama, awal, akhir, _batas(akhir), jenis) for nama, awal, akhir, jenis in rows],
    )


def _month_end(tahun: int, bulan: int) -> date:
    return date(tahun, bulan, 31 if bulan in (3, 12) else 30)


def _batas(akhir: date) -> date:
    """Half a month after its end; at the end of the year a whole one."""
    if akhir.month == 12:
        return date(akhir.year + 1, 1, 31)
    return date(akhir.year, akhir.month + 1, 15)


async def _write_organisasi() -> None:
    """Of every instansi's root, for all below, and of some offices."""
    insert = (
        "INSERT INTO predikat_organisasi (unor_id, periode_id, predikat)"
        " SELECT unor.id, periode.id, $1 FROM unor"
        " JOIN periode_penilaian periode ON periode.instansi_id = unor.instansi_id"
    )
    await execute(f"{insert} WHERE unor.induk_id IS NULL", [KinerjaOrganisasi.BAIK.value])
    await execute_many(
        f"{insert} WHERE unor.nama = $2",
        [(organisasi.value, nama) for nama, organisasi in ORGANISASI.items()],
    )


async def _write_ratings() -> None:
    rows = await fetch(
        "SELECT lembar.skp_id, lembar.periode_id, lembar.pejabat_penilai_id, periode.nama,"
        " EXISTS (SELECT 1 FROM unor led WHERE led.pimpinan_id = lembar.pejabat_penilai_id"
        f" AND {any_of('led.nama', '$1', 'text')}) AS murah_hati"
        " FROM lembar_penilaian lembar JOIN periode_penilaian periode"
        " ON periode.id = lembar.periode_id ORDER BY lembar.skp_id, lembar.periode_id",
        [list(KANTOR_MURAH_HATI)],
    )
    await execute_many(
        "INSERT INTO penilaian (skp_id, periode_id, hasil_kerja, perilaku, predikat)"
        " VALUES ($1, $2, $3, $4, $5)",
        list(_ratings(rows)),
    )


def _ratings(rows: list[Row]) -> Iterator[tuple[object, ...]]:
    """A person gets much the same from one periode to the next."""
    for row in rows:
        acak = Random(f"{row['skp_id']} {row['nama']}")
        if acak.randrange(100) >= DINILAI.get(row["nama"], 0):
            continue
        gaya = MURAH_HATI if row["murah_hati"] else SEIMBANG
        usual = Random(row["skp_id"]) if acak.random() < 0.7 else acak
        predikat = usual.choices(list(gaya), weights=list(gaya.values()))[0]
        hasil_kerja, perilaku = acak.choice(
            [pair for pair, follows in PREDIKAT.items() if follows is predikat]
        )
        yield row["skp_id"], row["periode_id"], hasil_kerja.value, perilaku.value, predikat.value
