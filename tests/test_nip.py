"""The NIP rule: every well-formed number passes, and each wrong part is named by its digits."""

from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.nip import alasan_nip_salah
from models.rules.vocabulary import JenisPegawai

TODAY = date(2026, 7, 1)


@dataclass(frozen=True)
class Parts:
    """A NIP taken apart; `str()` puts it together."""

    birth: str
    year: str
    code: str
    sex: str
    number: str
    jenis: JenisPegawai

    def __str__(self) -> str:
        return self.birth + self.year + self.code + self.sex + self.number


@st.composite
def well_formed(draw: st.DrawFn) -> Parts:
    birth = draw(st.dates(date(1900, 1, 1), date(2025, 12, 31)))
    jenis = draw(st.sampled_from(JenisPegawai))
    codes = st.integers(1, 12) if jenis is JenisPegawai.PNS else st.integers(21, 99)
    return Parts(
        birth=f"{birth:%Y%m%d}",
        year=str(draw(st.integers(birth.year + 1, TODAY.year + 1))),
        code=f"{draw(codes):02}",
        sex=draw(st.sampled_from("12")),
        number=f"{draw(st.integers(1, 999)):03}",
        jenis=jenis,
    )


def other(jenis: JenisPegawai) -> JenisPegawai:
    return JenisPegawai.PPPK if jenis is JenisPegawai.PNS else JenisPegawai.PNS


@given(well_formed())
def test_well_formed_passes_with_and_without_jenis(parts: Parts) -> None:
    assert alasan_nip_salah(str(parts), TODAY, parts.jenis) is None
    assert alasan_nip_salah(str(parts), TODAY) is None


@given(well_formed())
def test_pns_and_pppk_are_told_apart(parts: Parts) -> None:
    reason = alasan_nip_salah(str(parts), TODAY, other(parts.jenis))
    assert reason is not None
    assert "13-14" in reason
    assert other(parts.jenis) in reason


@given(well_formed(), st.integers(0, 17), st.sampled_from("x -.²٣"))
def test_only_ascii_digits(parts: Parts, position: int, wrong: str) -> None:
    nip = str(parts)
    reason = alasan_nip_salah(nip[:position] + wrong + nip[position + 1 :], TODAY)
    assert reason is not None
    assert "18 angka" in reason


@given(st.text("0123456789", max_size=40).filter(lambda text: len(text) != 18))
def test_only_eighteen(text: str) -> None:
    reason = alasan_nip_salah(text, TODAY)
    assert reason is not None
    assert "18 angka" in reason


@given(well_formed(), st.integers(0, 99_999_999))
def test_birth_is_a_real_past_date(parts: Parts, digits: int) -> None:
    birth = f"{digits:08}"
    reason = alasan_nip_salah(str(replace(parts, birth=birth, year="2027")), TODAY)
    try:
        plausible = date(1900, 1, 1) <= date.fromisoformat(birth) < TODAY
    except ValueError:
        plausible = False
    assert (reason is None) == plausible
    assert reason is None or "1-8" in reason


@given(well_formed(), st.integers(0, 9999))
def test_year_lies_after_birth_and_not_far_ahead(parts: Parts, year: int) -> None:
    reason = alasan_nip_salah(str(replace(parts, year=f"{year:04}")), TODAY)
    assert (reason is None) == (int(parts.birth[:4]) < year <= 2027)
    assert reason is None or "9-12" in reason


@given(well_formed(), st.integers(0, 99))
def test_code_is_a_month_or_a_pppk_code(parts: Parts, code: int) -> None:
    nip = str(replace(parts, code=f"{code:02}"))
    allowed = {
        None: 1 <= code <= 12 or code >= 21,
        JenisPegawai.PNS: 1 <= code <= 12,
        JenisPegawai.PPPK: code >= 21,
    }
    for jenis, fine in allowed.items():
        reason = alasan_nip_salah(nip, TODAY, jenis)
        assert (reason is None) == fine
        assert reason is None or "13-14" in reason


@given(well_formed(), st.sampled_from("03456789"))
def test_sex_is_one_or_two(parts: Parts, sex: str) -> None:
    reason = alasan_nip_salah(str(replace(parts, sex=sex)), TODAY)
    assert reason is not None
    assert "angka 15" in reason


@given(well_formed())
def test_number_is_not_zero(parts: Parts) -> None:
    reason = alasan_nip_salah(str(replace(parts, number="000")), TODAY)
    assert reason is not None
    assert "16-18" in reason


@pytest.mark.parametrize("birth", ["20260701", "20260702", "18991231", "19990229"])
def test_edges_of_the_birth_date(birth: str) -> None:
    assert alasan_nip_salah(f"{birth}2027011001", TODAY) is not None
