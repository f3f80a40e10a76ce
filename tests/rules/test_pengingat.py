"""Who reminds whom, and of which years."""

import itertools

import pytest

from models.rules.aktor import Aktor
from models.rules.pengingat import pengingat_refusals, tahun_pengingat_refusals
from models.rules.vocabulary import Peran

HERE, THERE = 1, 2


@pytest.mark.parametrize(
    ("peran", "dikelola", "leads"), [*itertools.product(Peran, (HERE, THERE), (True, False))]
)
def test_whoever_leads_or_administers(peran: Peran, dikelola: int, leads: bool) -> None:
    aktor = Aktor(1, 1, 5, HERE, peran, dikelola if peran is Peran.ADMIN_INSTANSI else None, 0)
    administers = peran is Peran.SUPER_ADMIN or aktor.admin_instansi_id == HERE
    assert (pengingat_refusals(aktor, HERE, leads) == ()) == (leads or administers)


@pytest.mark.parametrize("tahun", range(2023, 2030))
def test_of_years_that_people_work_on(tahun: int) -> None:
    assert (tahun_pengingat_refusals(tahun, 2026) == ()) == (tahun in (2025, 2026, 2027))
