"""Unor and pegawai: who manages them, and what must hold afterwards."""

import itertools
from dataclasses import replace

import pytest

from models.rules.admin import admin_refusals
from models.rules.aktor import Aktor
from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.struktur import (
    ATASAN,
    INDUK,
    PIMPINAN,
    TINGKAT_TERBANYAK,
    UNOR,
    KeadaanPegawai,
    KeadaanUnor,
    atasan_refusals,
    induk_refusals,
    nonaktif_pegawai_refusals,
    nonaktif_unor_refusals,
    penempatan_refusals,
    pimpinan_refusals,
    pindah_unor_refusals,
    unor_aktif_refusals,
)
from models.rules.vocabulary import Peran

HERE, THERE = 1, 2
AKAR = KeadaanUnor(1, HERE, "1/", True)
BIRO = KeadaanUnor(2, HERE, "1/2/", True)
BAGIAN = KeadaanUnor(3, HERE, "1/2/3/", True)
LAIN = KeadaanUnor(20, HERE, "1/20/", True)  # its path begins like that of the biro
ASING = KeadaanUnor(9, THERE, "9/", True)
BOTH = (True, False)


def _aktor(peran: Peran, dikelola: int | None = None, pegawai_id: int = 5) -> Aktor:
    return Aktor(1, 1, pegawai_id, HERE, peran, dikelola, 0)


def _reasons(alasan: tuple[Alasan, ...]) -> list[tuple[KodeKesalahan, tuple[str, ...]]]:
    return [(satu.code, satu.field) for satu in alasan]


def _codes(alasan: tuple[Alasan, ...]) -> list[KodeKesalahan]:
    return [satu.code for satu in alasan]


@pytest.mark.parametrize(("peran", "instansi_id"), [*itertools.product(Peran, (HERE, THERE))])
def test_admins_manage_their_scope(peran: Peran, instansi_id: int) -> None:
    dikelola = THERE if peran is Peran.ADMIN_INSTANSI else None
    manages = peran is Peran.SUPER_ADMIN or (peran is Peran.ADMIN_INSTANSI and instansi_id == THERE)
    wanted = [] if manages else [KodeKesalahan.BUKAN_ADMIN]
    assert _codes(admin_refusals(_aktor(peran, dikelola), instansi_id)) == wanted


@pytest.mark.parametrize(
    ("unor", "induk", "aktif"),
    [*itertools.product((AKAR, BIRO, BAGIAN, LAIN), (AKAR, BIRO, BAGIAN, LAIN, ASING), BOTH)],
)
def test_a_unor_moves_to_an_active_place_outside_its_branch(
    unor: KeadaanUnor, induk: KeadaanUnor, aktif: bool
) -> None:
    below = {AKAR.id: {1, 2, 3, 20}, BIRO.id: {2, 3}, BAGIAN.id: {3}, LAIN.id: {20}}
    refusals = pindah_unor_refusals(unor, replace(induk, aktif=aktif), tinggi=1)
    if unor is AKAR:
        wanted: list[tuple[KodeKesalahan, tuple[str, ...]]] = [(KodeKesalahan.UNOR_AKAR, ())]
    elif induk is ASING:
        wanted = [(KodeKesalahan.LINTAS_INSTANSI, INDUK)]
    elif induk.id in below[unor.id]:
        wanted = [(KodeKesalahan.UNOR_MELINGKAR, INDUK)]
    else:
        wanted = [] if aktif else [(KodeKesalahan.UNOR_TIDAK_AKTIF, INDUK)]
    assert _reasons(refusals) == wanted


@pytest.mark.parametrize(("tingkat", "tinggi"), [*itertools.product((1, 34, 35, 36), (1, 2, 35))])
def test_the_tree_is_only_so_deep(tingkat: int, tinggi: int) -> None:
    induk = replace(AKAR, jalur="1/" * tingkat)
    too_deep = tingkat + tinggi > TINGKAT_TERBANYAK
    assert _reasons(induk_refusals(induk, tinggi)) == (
        [(KodeKesalahan.UNOR_TERLALU_DALAM, INDUK)] if too_deep else []
    )


@pytest.mark.parametrize(
    ("unor", "pegawai", "anak"), [*itertools.product((AKAR, BIRO), (0, 1, 3), (0, 1, 3))]
)
def test_only_an_empty_unor_is_given_up(unor: KeadaanUnor, pegawai: int, anak: int) -> None:
    refusals = nonaktif_unor_refusals(replace(unor, pegawai_aktif=pegawai, anak_aktif=anak))
    if unor is AKAR:
        assert _codes(refusals) == [KodeKesalahan.UNOR_AKAR]
        return
    wanted = [KodeKesalahan.UNOR_BERPEGAWAI] * bool(pegawai)
    wanted += [KodeKesalahan.UNOR_BERANAK] * bool(anak)
    assert _codes(refusals) == wanted


@pytest.mark.parametrize("aktif", BOTH)
def test_nothing_is_put_into_a_unor_that_was_given_up(aktif: bool) -> None:
    wanted = [] if aktif else [(KodeKesalahan.UNOR_TIDAK_AKTIF, UNOR)]
    assert _reasons(unor_aktif_refusals(replace(BIRO, aktif=aktif), UNOR)) == wanted


@pytest.mark.parametrize(
    ("instansi_id", "aktif", "unor_aktif"), [*itertools.product((HERE, THERE), BOTH, BOTH)]
)
def test_a_pimpinan_is_an_active_person_of_the_instansi(
    instansi_id: int, aktif: bool, unor_aktif: bool
) -> None:
    unor = replace(BIRO, aktif=unor_aktif)
    wanted: list[tuple[KodeKesalahan, tuple[str, ...]]] = []
    if not unor_aktif:
        wanted.append((KodeKesalahan.UNOR_TIDAK_AKTIF, ()))
    if instansi_id == THERE:
        wanted.append((KodeKesalahan.LINTAS_INSTANSI, PIMPINAN))
    elif not aktif:
        wanted.append((KodeKesalahan.PEGAWAI_TIDAK_AKTIF, PIMPINAN))
    assert _reasons(pimpinan_refusals(unor, KeadaanPegawai(7, instansi_id, aktif))) == wanted
    assert pimpinan_refusals(unor, None) == ()


@pytest.mark.parametrize(
    ("peran", "instansi_id", "aktif"),
    [*itertools.product((Peran.SUPER_ADMIN, Peran.ADMIN_INSTANSI), (HERE, THERE), BOTH)],
)
def test_only_a_super_admin_moves_somebody_to_another_instansi(
    peran: Peran, instansi_id: int, aktif: bool
) -> None:
    unor = replace(BIRO, instansi_id=instansi_id, aktif=aktif)
    wanted = [] if aktif else [(KodeKesalahan.UNOR_TIDAK_AKTIF, UNOR)]
    if peran is Peran.ADMIN_INSTANSI and instansi_id == THERE:
        wanted = [(KodeKesalahan.LINTAS_INSTANSI, UNOR)]
    aktor = _aktor(peran, HERE if peran is Peran.ADMIN_INSTANSI else None)
    assert _reasons(penempatan_refusals(aktor, KeadaanPegawai(7, HERE, True), unor)) == wanted


@pytest.mark.parametrize(
    ("atasan_id", "instansi_id", "aktif"), [*itertools.product((7, 8), (HERE, THERE), BOTH)]
)
def test_an_atasan_is_another_active_person_of_the_instansi(
    atasan_id: int, instansi_id: int, aktif: bool
) -> None:
    wanted: list[tuple[KodeKesalahan, tuple[str, ...]]] = []
    if atasan_id == 7:
        wanted = [(KodeKesalahan.PEGAWAI_TIDAK_SESUAI, ATASAN)]
    elif instansi_id == THERE:
        wanted = [(KodeKesalahan.LINTAS_INSTANSI, ATASAN)]
    elif not aktif:
        wanted = [(KodeKesalahan.PEGAWAI_TIDAK_AKTIF, ATASAN)]
    pegawai = KeadaanPegawai(7, HERE, True)
    atasan = KeadaanPegawai(atasan_id, instansi_id, aktif)
    assert _reasons(atasan_refusals(pegawai, atasan)) == wanted
    assert atasan_refusals(pegawai, None) == ()


@pytest.mark.parametrize("pegawai_id", [5, 7])
def test_nobody_retires_himself(pegawai_id: int) -> None:
    refusals = nonaktif_pegawai_refusals(
        _aktor(Peran.SUPER_ADMIN), KeadaanPegawai(pegawai_id, HERE, True)
    )
    wanted = [KodeKesalahan.PEGAWAI_TIDAK_SESUAI] if pegawai_id == 5 else []
    assert _codes(refusals) == wanted
