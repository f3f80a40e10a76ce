"""Text that people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.alasan import KodeKesalahan
from models.rules.teks import LONG, SHORT, clean, clean_line, fits, required


@given(st.text())
def test_cleaning_leaves_no_blank_edge_and_no_nul(text: str) -> None:
    cleaned = clean(text)
    if cleaned is None:
        assert text.replace("\x00", "").strip() == ""
    else:
        assert cleaned == cleaned.strip() != ""
        assert "\x00" not in cleaned
        assert clean(cleaned) == cleaned


@pytest.mark.parametrize("kosong", [None, "", " ", "\n\t", "\x00", " \x00 ", "\u3000"])
def test_nothing_is_none(kosong: str | None) -> None:
    assert clean(kosong) is None
    [alasan] = required(clean(kosong), "uraian", "Uraian", LONG)
    assert (alasan.code, alasan.field) == (KodeKesalahan.WAJIB_DIISI, ("input", "uraian"))


@given(st.text())
def test_a_line_is_one_line(text: str) -> None:
    line = clean_line(text)
    assert line is None or (line == " ".join(line.split()) and clean_line(line) == line)
    assert line is None or not any(letter < " " or letter == "\x7f" for letter in line)


def test_blanks_in_a_line_are_single() -> None:
    assert clean_line("  Siti\t\n  Aminah\x00\x7f ") == "Siti Aminah"


def test_the_inside_of_a_text_is_kept() -> None:
    assert clean('  Baris "satu"\n\n  baris \\dua  ') == 'Baris "satu"\n\n  baris \\dua'


def test_a_lone_surrogate_is_no_text() -> None:
    """JSON can carry half of a pair; no database can keep it."""
    (clean("a\ud800b") or "").encode()


@pytest.mark.parametrize("limit", [SHORT, LONG])
def test_the_limit_counts_characters(limit: int) -> None:
    for check in (fits, required):
        assert check("🙂" * limit, "target", "Target", limit) == ()
        [alasan] = check("🙂" * (limit + 1), "target", "Target", limit)
        assert (alasan.code, alasan.field) == (KodeKesalahan.TERLALU_PANJANG, ("input", "target"))
        assert str(limit) in alasan.message


def test_what_may_be_missing_fits() -> None:
    assert fits(None, "target", "Target", SHORT) == ()
