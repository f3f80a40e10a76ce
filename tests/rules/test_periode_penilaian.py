"""The periode of an instansi: what it may be, alone and beside others."""

import dataclasses
import itertools
from datetime import date

import pytest

from models.rules.admin import admin_refusals
from models.rules.aktor import Aktor
from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.periode_penilaian import (
    NAMA,
    IsiPeriode,
    dipakai_refusals,
    isi_refusals,
    kembar_refusals,
    perpanjang_refusals,
)
from models.rules.vocabulary import JenisPeriode, Peran

TRIWULAN = IsiPeriode(
    2026, "I", date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 10), JenisPeriode.TRIWULAN
)


def _fields(reasons: tuple[Alasan, ...]) -> dict[str, KodeKesalahan]:
    return {reason.field[-1]: reason.code for reason in reasons}


@pytest.mark.parametrize(
    ("isi", "wanted"),
    [
        ({}, {}),
        ({"nama": None}, {"nama": KodeKesalahan.WAJIB_DIISI}),
        ({"nama": "x" * NAMA}, {}),
        ({"nama": "x" * (NAMA + 1)}, {"nama": KodeKesalahan.TERLALU_PANJANG}),
        ({"awal": date(2026, 3, 30)}, {}),
        ({"awal": date(2026, 3, 31)}, {"akhir": KodeKesalahan.PERIODE_TERBALIK}),
        ({"tahun": 2025}, {"tahun": KodeKesalahan.PERIODE_LINTAS_TAHUN}),
        ({"awal": date(2025, 12, 31)}, {"tahun": KodeKesalahan.PERIODE_LINTAS_TAHUN}),
        (
            {
                "tahun": 2101,
                "awal": date(2101, 1, 1),
                "akhir": date(2101, 3, 31),
                "batas_pengisian": date(2101, 4, 30),
            },
            {"tahun": KodeKesalahan.ANGKA_TIDAK_SAH},
        ),
        ({"batas_pengisian": date(2026, 3, 1)}, {}),
        (
            {"batas_pengisian": date(2026, 2, 28)},
            {"batasPengisian": KodeKesalahan.TANGGAL_DI_LUAR_PERIODE},
        ),
    ],
)
def test_alone(isi: dict[str, object], wanted: dict[str, KodeKesalahan]) -> None:
    assert _fields(isi_refusals(dataclasses.replace(TRIWULAN, **isi))) == wanted  # type: ignore[arg-type]


@pytest.mark.parametrize("jenis", JenisPeriode)
def test_beside_others(jenis: JenisPeriode) -> None:
    isi = dataclasses.replace(TRIWULAN, jenis=jenis)
    for nama, lain in itertools.product(("I", "II"), JenisPeriode):
        wanted = {"nama": KodeKesalahan.SUDAH_ADA} if nama == "I" else {}
        if jenis is lain is JenisPeriode.TAHUNAN:
            wanted["jenis"] = KodeKesalahan.PERIODE_TAHUNAN_SUDAH_ADA
        assert _fields(kembar_refusals(isi, [(nama, lain)])) == wanted
    assert kembar_refusals(isi, []) == ()


@pytest.mark.parametrize(
    ("isi", "wanted"),
    [
        ({}, set()),
        ({"nama": "II", "batas_pengisian": date(2026, 3, 1)}, set()),
        ({"batas_pengisian": date(2026, 4, 11)}, {"batasPengisian"}),
        ({"jenis": JenisPeriode.BULANAN, "awal": date(2026, 1, 2)}, {"awal", "jenis"}),
        ({"tahun": 2027, "akhir": date(2026, 4, 1)}, {"tahun", "akhir"}),
    ],
)
def test_used(isi: dict[str, object], wanted: set[str]) -> None:
    after = dataclasses.replace(TRIWULAN, **isi)  # type: ignore[arg-type]
    assert _fields(dipakai_refusals(TRIWULAN, after)) == dict.fromkeys(
        wanted, KodeKesalahan.PERIODE_DIPAKAI
    )


def test_extending_is_later() -> None:
    for day in range(1, 30):
        refused = perpanjang_refusals(date(2026, 4, 10), date(2026, 4, day))
        assert bool(refused) == (day <= 10)


def test_who_manages_an_instansi() -> None:
    for peran, admin in itertools.product(Peran, (1, 2, None)):
        aktor = Aktor(1, 1, 1, 1, peran, admin, 0)
        allowed = peran is Peran.SUPER_ADMIN or (peran is Peran.ADMIN_INSTANSI and admin == 1)
        assert (admin_refusals(aktor, 1) == ()) == allowed
