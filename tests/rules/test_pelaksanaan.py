"""What the owner writes in a periode, and what is said of it: rule by rule."""

import dataclasses
import itertools
from datetime import date, timedelta

import pytest

from models.rules.aktor import Aktor
from models.rules.alasan import KodeKesalahan
from models.rules.pelaksanaan import (
    TAUTAN,
    jam_refusals,
    jumlah_refusals,
    rencana_aksi_hapus_refusals,
    satuan_refusals,
    sesuai_refusals,
    tanggal_refusals,
    tautan_refusals,
)
from models.rules.skp import KeadaanSkp
from models.rules.umpan_balik import (
    asal_of,
    ekspektasi_refusals,
    hal_refusals,
    pemberi_refusals,
)
from models.rules.vocabulary import (
    AsalUmpanBalik,
    AspekPerilaku,
    Pendekatan,
    Peran,
    StatusSkp,
)

MARET = (date(2026, 3, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    "tautan",
    [
        "https://drive.google.com/file/d/1?usp=sharing#x",
        "http://10.0.0.1:8080",
        "https://[::1]/a",
        "HTTPS://A.GO.ID",
        "https://a.go.id/ä/%20",
        "https://a/" + "x" * (TAUTAN - len("https://a/")),
        None,
    ],
)
def test_a_link(tautan: str | None) -> None:
    assert tautan_refusals(tautan) == ()


@pytest.mark.parametrize(
    "tautan",
    [
        *("a", "a.go.id/1", "//a.go.id", "https:", "https://", "https:///a", "https:a.go.id"),
        *("ftp://a.go.id", "file:///etc/passwd", "data:text/html,x", "javascript://a/%0aalert(1)"),
        *("https://?a", "https://#a", "https://:80/", "https://user@", "https://[::1", "http://a]"),
        *("https://a:99999/", "https://a:b/", "https://a b", "https://a/\n", "https://a/\x7f"),
        *("https://a/ b", " https://a", "https://a\u2028b"),
    ],
)
def test_no_link(tautan: str) -> None:
    codes = [reason.code for reason in tautan_refusals(tautan)]
    assert codes == [KodeKesalahan.TAUTAN_TIDAK_SAH]


def test_a_link_that_is_too_long() -> None:
    codes = [reason.code for reason in tautan_refusals("https://a/" + "x" * TAUTAN)]
    assert codes == [KodeKesalahan.TERLALU_PANJANG]


def test_a_day_is_within_both_and_not_in_the_future() -> None:
    skp, hari_ini = (date(2026, 3, 10), date(2026, 12, 31)), date(2026, 3, 20)
    for day in range(-40, 60):
        tanggal = MARET[0] + timedelta(days=day)
        reasons = tanggal_refusals(tanggal, skp, MARET, hari_ini)
        assert (reasons == ()) == (date(2026, 3, 10) <= tanggal <= hari_ini)
        late = tanggal_refusals(tanggal, skp, MARET, date(2027, 1, 1))
        assert (late == ()) == (date(2026, 3, 10) <= tanggal <= MARET[1])
    assert tanggal_refusals(MARET[0], (date(2025, 1, 1), date(2025, 12, 31)), MARET, hari_ini)


def test_a_periode_is_for_an_skp_of_its_instansi_and_time() -> None:
    for awal, panjang, same in itertools.product(range(-40, 40), (1, 20, 60), (True, False)):
        skp = (MARET[0] + timedelta(days=awal), MARET[0] + timedelta(days=awal + panjang))
        shared = any(skp[0] <= MARET[0] + timedelta(days=day) <= skp[1] for day in range(31))
        for named, field in ((True, ("input", "periodeId")), (False, ())):
            reasons = sesuai_refusals(skp, MARET, same, named=named)
            assert [reason.field for reason in reasons] == ([] if shared and same else [field])


@pytest.mark.parametrize("jam", ["", "8:00", "24:00", "08:60", "08:00:00", "08.00", "٠٨:٠٠", "a"])
def test_hours_that_cannot_be_read(jam: str) -> None:
    for pair, wrong in (((jam, "23:59"), 1), (("00:00", jam), 1), ((jam, jam), 2)):
        codes = [reason.code for reason in jam_refusals(*pair, [("00:00", "23:59")])]
        assert codes == [KodeKesalahan.JAM_TIDAK_SAH] * wrong


def test_hours_never_overlap() -> None:
    hours = [f"{hour:02}:00" for hour in range(6)]
    for mulai, selesai, lain_mulai, lain_selesai in itertools.product(hours, repeat=4):
        if lain_mulai >= lain_selesai:
            continue
        codes = [one.code for one in jam_refusals(mulai, selesai, [(lain_mulai, lain_selesai)] * 2)]
        if mulai >= selesai:
            assert codes == [KodeKesalahan.JAM_TIDAK_SAH]
        elif selesai <= lain_mulai or lain_selesai <= mulai:
            assert codes == []
        else:
            assert codes == [KodeKesalahan.JAM_TUMPANG_TINDIH]


def test_numbers_and_their_satuan() -> None:
    assert [bool(jumlah_refusals(jumlah)) for jumlah in (-5, -1, 0, 1)] == [
        True,
        True,
        False,
        False,
    ]
    for satuan, used in itertools.product(("berkas", "lembar", None), repeat=2):
        refused = satuan_refusals(satuan, used)
        assert bool(refused) == (None not in (satuan, used) and satuan != used)


def test_what_keeps_a_rencana_aksi() -> None:
    for progres, is_last, hasil in itertools.product((0, 2), (True, False), (0, 3)):
        refused = rencana_aksi_hapus_refusals(progres, is_last, hasil)
        assert bool(refused) == (progres > 0 or (is_last and hasil > 0))
        assert all(str(progres or hasil) in one.message for one in refused)


SKP = KeadaanSkp(
    status=StatusSkp.PERSETUJUAN,
    pegawai_id=1,
    pejabat_penilai_id=2,
    pendekatan=Pendekatan.KUANTITATIF,
    rhk_utama=1,
    rhk_tanpa_indikator=0,
    indikator_tak_lengkap=0,
    utama_tanpa_intervensi=0,
    ada_kandidat=False,
    rhk_diintervensi=0,
    terisi=0,
    dinilai=False,
)


def _aktor(pegawai_id: int) -> Aktor:
    return Aktor(1, 1, pegawai_id, 1, Peran.SUPER_ADMIN, None, 0)


def test_umpan_balik_is_about_one_thing() -> None:
    for siapa, rhk_id, aspek in itertools.product((2, 3), (7, None), (AspekPerilaku.LOYAL, None)):
        asal = asal_of(_aktor(siapa), SKP)
        assert (asal is AsalUmpanBalik.ATASAN) == (siapa == 2)
        codes = [reason.code for reason in hal_refusals(asal, rhk_id, aspek)]
        if (rhk_id is None) == (aspek is None):
            assert codes == [KodeKesalahan.UMPAN_BALIK_SATU_HAL]
        elif rhk_id and siapa != 2:
            assert codes == [KodeKesalahan.BUKAN_PEJABAT_PENILAI]
        else:
            assert codes == []
    assert pemberi_refusals(_aktor(3), 3) == ()
    assert [one.code for one in pemberi_refusals(_aktor(2), 3)] == [KodeKesalahan.BUKAN_PEMBERI]


def test_who_sets_an_ekspektasi_and_when() -> None:
    for siapa, status in itertools.product((1, 2, 3), StatusSkp):
        skp = dataclasses.replace(SKP, status=status)
        codes = [reason.code for reason in ekspektasi_refusals(_aktor(siapa), skp)]
        if siapa != 2:
            assert codes == [KodeKesalahan.BUKAN_PEJABAT_PENILAI]
        else:
            draft = status is StatusSkp.DRAFT
            assert codes == ([KodeKesalahan.STATUS_TIDAK_SESUAI] if draft else [])
