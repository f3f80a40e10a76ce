"""Periods: against a model that looks at every single day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.periode import (
    TAHUN,
    Periode,
    overlap_refusals,
    periode_refusals,
    tahun_refusals,
)
from models.rules.vocabulary import StatusJabatan

ACTING = [status for status in StatusJabatan if status is not StatusJabatan.DEFINITIF]

days = st.dates(date(2025, 11, 1), date(2027, 2, 28))


@st.composite
def periods(draw: st.DrawFn) -> Periode:
    awal, akhir = sorted((draw(days), draw(days)))
    return awal, akhir


def _days(periode: Periode) -> set[date]:
    awal, akhir = periode
    return {awal + timedelta(days=number) for number in range((akhir - awal).days + 1)}


def _codes(alasan: tuple[Alasan, ...]) -> list[KodeKesalahan]:
    return [satu.code for satu in alasan]


@given(days, days)
def test_a_period_begins_before_it_ends_within_one_year(awal: date, akhir: date) -> None:
    codes = _codes(periode_refusals(awal, akhir))
    if len(_days((awal, akhir))) < 2:
        assert codes == [KodeKesalahan.PERIODE_TERBALIK]
    elif len({day.year for day in _days((awal, akhir))}) > 1:
        assert codes == [KodeKesalahan.PERIODE_LINTAS_TAHUN]
    else:
        assert codes == []


def test_the_edges_of_a_year() -> None:
    assert periode_refusals(date(2026, 1, 1), date(2026, 12, 31)) == ()
    assert periode_refusals(date(2028, 2, 28), date(2028, 2, 29)) == ()
    [alasan] = periode_refusals(date(2026, 12, 31), date(2027, 1, 1))
    assert alasan.code is KodeKesalahan.PERIODE_LINTAS_TAHUN
    assert alasan.field == ("input", "periodeAkhir")
    [alasan] = periode_refusals(date(2026, 5, 5), date(2026, 5, 5))
    assert alasan.code is KodeKesalahan.PERIODE_TERBALIK
    assert alasan.field == ("input", "periodeAkhir")


def test_there_are_figures_of_1990_to_2100() -> None:
    assert {tahun for tahun in range(1900, 2200) if not tahun_refusals(tahun)} == set(TAHUN)
    assert (TAHUN[0], TAHUN[-1]) == (1990, 2100)
    [alasan] = periode_refusals(date(2101, 1, 1), date(2101, 12, 31))
    assert alasan.code is KodeKesalahan.ANGKA_TIDAK_SAH
    assert alasan.field == ("input", "periodeAwal")


@given(periods(), st.lists(periods(), max_size=4))
def test_two_definitif_never_share_a_day(periode: Periode, others: list[Periode]) -> None:
    shared = any(_days(periode) & _days(other) for other in others)
    codes = _codes(overlap_refusals(periode, StatusJabatan.DEFINITIF, others))
    assert codes == ([KodeKesalahan.PERIODE_TUMPANG_TINDIH] if shared else [])


@given(periods(), st.lists(periods(), max_size=4), st.sampled_from(ACTING))
def test_acting_posts_overlap_freely(
    periode: Periode, others: list[Periode], status: StatusJabatan
) -> None:
    assert overlap_refusals(periode, status, others) == ()


def test_acting_is_everything_but_definitif() -> None:
    assert ACTING == [StatusJabatan.PJB, StatusJabatan.PLT, StatusJabatan.PLH]


def test_the_refusal_names_the_period_in_the_way() -> None:
    other = (date(2026, 3, 1), date(2026, 4, 30))
    periode = (date(2026, 4, 30), date(2026, 6, 30))
    [alasan] = overlap_refusals(periode, StatusJabatan.DEFINITIF, [other])
    assert "01-03-2026 sampai 30-04-2026" in alasan.message
    assert alasan.field == ("input", "periodeAwal")
