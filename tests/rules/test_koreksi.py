"""Reports of wrong data: what each jenis proposes, and what its acceptance takes."""

import itertools

import pytest

from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.koreksi import (
    IsiKoreksi,
    Putusan,
    ajukan_refusals,
    putuskan_refusals,
    terima_refusals,
)
from models.rules.teks import LONG
from models.rules.vocabulary import JenisJabatan, JenisKoreksi, StatusKoreksi


def _reasons(alasan: tuple[Alasan, ...]) -> set[tuple[KodeKesalahan, str]]:
    return {(satu.code, satu.field[-1]) for satu in alasan}


@pytest.mark.parametrize(
    ("jenis", "uraian", "atasan", "unor", "menunggu"),
    [
        *itertools.product(
            JenisKoreksi, (None, "salah", "x" * (LONG + 1)), (None, 1), (None, 2), (True, False)
        )
    ],
)
def test_a_report_proposes_what_its_jenis_is_about(
    jenis: JenisKoreksi, uraian: str | None, atasan: int | None, unor: int | None, menunggu: bool
) -> None:
    wanted = set()
    if uraian is None:
        wanted.add((KodeKesalahan.WAJIB_DIISI, "uraian"))
    elif len(uraian) > LONG:
        wanted.add((KodeKesalahan.TERLALU_PANJANG, "uraian"))
    if atasan and jenis is not JenisKoreksi.PEJABAT_PENILAI:
        wanted.add((KodeKesalahan.MASUKAN_TIDAK_BERLAKU, "usulanAtasanId"))
    if unor and jenis is not JenisKoreksi.UNOR:
        wanted.add((KodeKesalahan.MASUKAN_TIDAK_BERLAKU, "usulanUnorId"))
    if menunggu:
        wanted.add((KodeKesalahan.SUDAH_ADA, "jenis"))
    assert _reasons(ajukan_refusals(IsiKoreksi(jenis, uraian, atasan, unor), menunggu)) == wanted


@pytest.mark.parametrize("status", StatusKoreksi)
def test_it_is_decided_once(status: StatusKoreksi) -> None:
    wanted = [] if status is StatusKoreksi.DIAJUKAN else [KodeKesalahan.KOREKSI_SUDAH_DIPUTUSKAN]
    assert [reason.code for reason in putuskan_refusals(status)] == wanted


USULAN = ((None, None), (1, None), (None, 2))
PUTUSAN = list(
    itertools.starmap(
        Putusan,
        itertools.product(
            (None, "baik", "x" * (LONG + 1)),
            (None, 3),
            (None, 4),
            (None, JenisJabatan.PELAKSANA),
            (None, "analis"),
        ),
    )
)
APPLIES = {
    JenisKoreksi.PEJABAT_PENILAI: {"atasanId"},
    JenisKoreksi.UNOR: {"unorId", "jenisJabatan", "namaJabatan"},
    JenisKoreksi.JABATAN: {"jenisJabatan", "namaJabatan"},
    JenisKoreksi.LAINNYA: set(),
}


@pytest.mark.parametrize(("jenis", "usulan"), [*itertools.product(JenisKoreksi, USULAN)])
def test_accepting_needs_what_the_jenis_puts_right(
    jenis: JenisKoreksi, usulan: tuple[int | None, int | None]
) -> None:
    for putusan in PUTUSAN:
        given = {
            "atasanId": putusan.atasan_id,
            "unorId": putusan.unor_id,
            "jenisJabatan": putusan.jenis_jabatan,
            "namaJabatan": putusan.nama_jabatan,
        }
        sent = {name for name, value in given.items() if value is not None}
        wanted = {(KodeKesalahan.MASUKAN_TIDAK_BERLAKU, name) for name in sent - APPLIES[jenis]}
        if len(putusan.tanggapan or "") > LONG:
            wanted.add((KodeKesalahan.TERLALU_PANJANG, "tanggapan"))
        needed = {
            JenisKoreksi.PEJABAT_PENILAI: ("atasanId", "atasanId" in sent or usulan[0]),
            JenisKoreksi.UNOR: ("unorId", "unorId" in sent or usulan[1]),
            JenisKoreksi.JABATAN: ("namaJabatan", sent & APPLIES[JenisKoreksi.JABATAN]),
            JenisKoreksi.LAINNYA: ("tanggapan", putusan.tanggapan),
        }
        name, there = needed[jenis]
        if not there:
            wanted.add((KodeKesalahan.WAJIB_DIISI, name))
        assert _reasons(terima_refusals(jenis, putusan, *usulan)) == wanted
