"""The predikat of every pair of ratings, against the table of domain 4 written anew."""

from models.rules.predikat import PREDIKAT, predikat_of
from models.rules.vocabulary import Predikat, Rating

# Hasil kerja from above to below ekspektasi; perilaku from below to above.
TABEL = """
KURANG        BAIK            SANGAT_BAIK
KURANG        BAIK            BAIK
SANGAT_KURANG BUTUH_PERBAIKAN BUTUH_PERBAIKAN
"""
HASIL_KERJA = (Rating.DI_ATAS, Rating.SESUAI, Rating.DI_BAWAH)
PERILAKU = (Rating.DI_BAWAH, Rating.SESUAI, Rating.DI_ATAS)


def test_every_pair() -> None:
    for hasil_kerja, line in zip(HASIL_KERJA, TABEL.split("\n")[1:-1], strict=True):
        for perilaku, predikat in zip(PERILAKU, line.split(), strict=True):
            assert predikat_of(hasil_kerja, perilaku) is Predikat(predikat)
    assert len(PREDIKAT) == len(Rating) ** 2


def test_one_rating_makes_no_predikat() -> None:
    for rating in (None, *Rating):
        assert predikat_of(rating, None) is None
        assert predikat_of(None, rating) is None
