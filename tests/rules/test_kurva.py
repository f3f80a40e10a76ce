"""The checks of the curve, on every spread of a small group, against domain 4 written anew."""

from collections.abc import Callable, Iterator

import pytest

from models.rules.alasan import KodeKesalahan
from models.rules.kurva import SYARAT, Pemeriksaan, berskala, periksa, poin_refusals
from models.rules.vocabulary import KinerjaOrganisasi, Predikat

Sebaran = dict[Predikat, int]
SK, K, BP, B, SB = Predikat

# Does it hold of so many people? In integers: 10 × a part ≤ 7 × the whole is "at most 70%".
NAIF: dict[KinerjaOrganisasi, list[Callable[[Sebaran, int], bool]]] = {
    KinerjaOrganisasi.ISTIMEWA: [
        lambda s, _: all(s[SB] > s[other] for other in (SK, K, BP, B)),
        lambda s, n: 10 * s[SB] <= 7 * n,
    ],
    KinerjaOrganisasi.BAIK: [
        lambda s, _: all(s[B] > s[other] for other in (SK, K, BP, SB)),
        lambda s, n: 10 * s[B] <= 7 * n,
        lambda s, _: s[BP] > 0 or s[K] > 0,
    ],
    KinerjaOrganisasi.BUTUH_PERBAIKAN: [
        lambda s, n: 10 * s[BP] >= 6 * n,
        lambda s, n: 10 * s[SB] <= n,
    ],
    KinerjaOrganisasi.KURANG: [
        lambda s, n: 10 * s[K] >= 6 * n,
        lambda s, n: 10 * s[BP] >= n,
        lambda s, n: 10 * s[SB] <= n,
    ],
    KinerjaOrganisasi.SANGAT_KURANG: [
        lambda s, n: 10 * s[SK] >= 6 * n,
        lambda s, n: 10 * (s[K] + s[BP]) >= n,
        lambda s, _: s[SB] == 0,
    ],
}


def _spreads(total: int, over: tuple[Predikat, ...] = tuple(Predikat)) -> Iterator[Sebaran]:
    """Every way to rate `total` people, or some of them."""
    if not over:
        yield {}
        return
    for count in range(total + 1):
        for rest in _spreads(total - count, over[1:]):
            yield {over[0]: count, **rest}


def _holds_up_to(
    naive: Callable[[Sebaran, int], bool], one: Pemeriksaan, sebaran: Sebaran, total: int
) -> None:
    """The figures say just how far it is to where the check turns."""
    predikat = one.syarat.predikat[0]

    def with_more(more: int) -> bool:
        return naive({**sebaran, predikat: sebaran[predikat] + more}, total)

    assert one.terpenuhi == naive(sebaran, total)
    if one.kurang is not None:
        assert with_more(one.kurang)
        assert not one.kurang or not with_more(one.kurang - 1)
    else:
        assert one.sisa is not None
        assert one.lebih is not None
        assert not (one.sisa and one.lebih)
        assert with_more(one.sisa - one.lebih)
        assert not with_more(one.sisa - one.lebih + 1)


@pytest.mark.parametrize("organisasi", KinerjaOrganisasi)
def test_every_spread_of_a_small_group(organisasi: KinerjaOrganisasi) -> None:
    for total in (10, 11):
        for sebaran in _spreads(total):
            checks = periksa(organisasi, sebaran, total)
            for one, naive in zip(checks, NAIF[organisasi], strict=True):
                assert one.jumlah == sum(sebaran[each] for each in one.syarat.predikat)
                _holds_up_to(naive, one, sebaran, total)


@pytest.mark.parametrize("organisasi", KinerjaOrganisasi)
def test_one_predikat_in_groups_of_any_size(organisasi: KinerjaOrganisasi) -> None:
    nobody = dict.fromkeys(Predikat, 0)
    for total in range(10, 131):
        for predikat in Predikat:
            for count in {0, 1, total // 10, total * 6 // 10, total * 7 // 10, total}:
                sebaran = {**nobody, predikat: count}
                checks = periksa(organisasi, sebaran, total)
                for one, naive in zip(checks, NAIF[organisasi], strict=True):
                    _holds_up_to(naive, one, sebaran, total)


def test_fewer_than_ten_are_not_checked() -> None:
    for total in range(10):
        for organisasi in KinerjaOrganisasi:
            assert periksa(organisasi, dict.fromkeys(Predikat, 0), total) == ()


def test_each_check_says_what_it_asks() -> None:
    aturan = [syarat.aturan for each in SYARAT.values() for syarat in each]
    assert aturan[:5] == [
        "Predikat Sangat baik yang terbanyak.",
        "Predikat Sangat baik paling banyak 70% dari semua pegawai.",
        "Predikat Baik yang terbanyak.",
        "Predikat Baik paling banyak 70% dari semua pegawai.",
        "Ada predikat Butuh perbaikan atau Kurang.",
    ]
    assert aturan[-1] == "Tidak ada predikat Sangat baik."


IDEAL = [(0, 1, 3, 7, 13), (2, 3, 6, 11, 2), (3, 4, 10, 4, 3), (2, 11, 6, 3, 2), (13, 7, 3, 1, 0)]


@pytest.mark.parametrize("poin", [*IDEAL, (1, 1, 1, 1, 1), (0, 0, 7, 0, 0), (1, 0, 0, 0, 10**9)])
def test_a_scaled_curve_is_whole_people_near_its_points(poin: tuple[int, ...]) -> None:
    weight = sum(poin)
    for total in range(150):
        spread = berskala(poin, total)
        assert sum(spread) == total
        for people, each in zip(spread, poin, strict=True):
            assert abs(people * weight - total * each) < weight  # within one person
    assert berskala(poin, weight) == [*poin]


def test_equals_share_what_is_left_in_order() -> None:
    assert [berskala((1, 1, 1, 1, 1), total) for total in (1, 3)] == [
        [1, 0, 0, 0, 0],
        [1, 1, 1, 0, 0],
    ]


def test_points_of_a_curve() -> None:
    names = ("sangatKurang", "kurang", "butuhPerbaikan", "baik", "sangatBaik")

    def reasons(*poin: int) -> list[tuple[KodeKesalahan, tuple[str, ...]]]:
        refused = poin_refusals(dict(zip(names, poin, strict=True)))
        return [(one.code, one.field) for one in refused]

    code = KodeKesalahan.ANGKA_TIDAK_SAH
    assert reasons(0, 0, 1, 0, 0) == reasons(13, 7, 3, 1, 0) == []
    assert reasons(0, 0, 0, 0, 0) == [(code, ("input",))]
    assert reasons(-1, 0, 0, 5, -3) == [
        (code, ("input", "sangatKurang")),
        (code, ("input", "sangatBaik")),
    ]
