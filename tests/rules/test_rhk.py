"""What an RHK and an indikator may hold."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.rhk import (
    indikator_refusals,
    intervensi_refusals,
    klasifikasi_refusals,
    urutan_refusals,
)
from models.rules.vocabulary import KlasifikasiRhk, Pendekatan, Perspektif


def _reasons(alasan: tuple[Alasan, ...]) -> list[tuple[KodeKesalahan, tuple[str, ...]]]:
    return [(satu.code, satu.field) for satu in alasan]


@pytest.mark.parametrize("klasifikasi", [None, *KlasifikasiRhk])
@pytest.mark.parametrize("memimpin", [True, False])
def test_only_jpt_and_pimpinan_classify(klasifikasi: KlasifikasiRhk | None, memimpin: bool) -> None:
    refused = klasifikasi is not None and not memimpin
    wanted = [(KodeKesalahan.KLASIFIKASI_TIDAK_BERLAKU, ("input", "klasifikasi"))]
    assert _reasons(klasifikasi_refusals(klasifikasi, memimpin)) == (wanted if refused else [])


def test_only_candidates_are_intervened() -> None:
    assert intervensi_refusals(True) == ()
    assert _reasons(intervensi_refusals(False)) == [
        (KodeKesalahan.RHK_ATASAN_TIDAK_SESUAI, ("input", "rhkAtasanId"))
    ]


@pytest.mark.parametrize(
    ("pendekatan", "target", "perspektif"),
    [*itertools.product(Pendekatan, [None, "1"], [None, *Perspektif])],
)
def test_target_and_perspektif_are_quantitative(
    pendekatan: Pendekatan, target: str | None, perspektif: Perspektif | None
) -> None:
    wanted = []
    if pendekatan is Pendekatan.KUALITATIF and target:
        wanted.append((KodeKesalahan.TARGET_TIDAK_BERLAKU, ("input", "target")))
    if pendekatan is Pendekatan.KUALITATIF and perspektif:
        wanted.append((KodeKesalahan.PERSPEKTIF_TIDAK_BERLAKU, ("input", "perspektif")))
    assert _reasons(indikator_refusals(pendekatan, target, perspektif)) == wanted


present = st.lists(st.integers(1, 20), unique=True, max_size=6)


@given(st.data(), present)
def test_any_order_of_all_of_them(data: st.DataObject, ids: list[int]) -> None:
    assert urutan_refusals(data.draw(st.permutations(ids)), ids) == ()


@given(st.lists(st.integers(1, 20), max_size=6), present)
def test_each_exactly_once(wanted: list[int], ids: list[int]) -> None:
    whole = len(wanted) == len(ids) and set(wanted) == set(ids)
    refused = [(KodeKesalahan.URUTAN_TIDAK_LENGKAP, ("input", "rhkIds"))]
    assert _reasons(urutan_refusals(wanted, ids)) == ([] if whole else refused)
