"""An SKP in a periode: every status × aksi × actor × deadline × rencana aksi."""

import itertools
from datetime import date, timedelta

import pytest

from models.rules.aktor import Aktor
from models.rules.alasan import KodeKesalahan
from models.rules.penilaian import KeadaanPenilaian, penilaian_refusals
from models.rules.vocabulary import AksiPenilaian, Peran, StatusSkp

PEMILIK, PENILAI, REKAN = 1, 2, 3
BATAS = date(2026, 4, 10)
DITULIS = {"semua": 0, "sebagian": 1, "tidak satu pun": 2}  # RHK without one, of two
OWNERS = {AksiPenilaian.ISI_RENCANA_AKSI, AksiPenilaian.ISI_EVIDEN, AksiPenilaian.ISI_REALISASI}


def _aktor(pegawai_id: int, peran: Peran = Peran.PEGAWAI, instansi: int = 1) -> Aktor:
    return Aktor(pegawai_id, pegawai_id, pegawai_id, instansi, peran, None, 0)


AKTOR = {
    "pemilik": _aktor(PEMILIK),
    "pejabat penilai": _aktor(PENILAI),
    "rekan": _aktor(REKAN),
    "admin": _aktor(4, Peran.ADMIN_INSTANSI),
    "penilai yang pindah": _aktor(PENILAI, instansi=2),
    "rekan di tempat lain": _aktor(5, Peran.SUPER_ADMIN, instansi=2),
    "pemilik yang juga super": _aktor(PEMILIK, Peran.SUPER_ADMIN),
}


def _wrong_person(aktor: Aktor, aksi: AksiPenilaian, rekan: int | None) -> KodeKesalahan | None:
    siapa = aktor.pegawai_id
    if aksi in OWNERS:
        return None if siapa == PEMILIK else KodeKesalahan.BUKAN_PEMILIK
    if siapa == PENILAI:
        return None
    if aksi is AksiPenilaian.NILAI:
        return KodeKesalahan.BUKAN_PEJABAT_PENILAI
    if siapa == PEMILIK:
        return KodeKesalahan.PEGAWAI_TIDAK_SESUAI
    if rekan is None:
        return KodeKesalahan.PEGAWAI_TIDAK_AKTIF
    return None if aktor.instansi_id == rekan else KodeKesalahan.LINTAS_INSTANSI


def _wanted(status: StatusSkp, aksi: AksiPenilaian, lewat: bool, tanpa: int) -> object:
    if status is not StatusSkp.PERSETUJUAN:
        return [KodeKesalahan.STATUS_TIDAK_SESUAI]
    closed = [KodeKesalahan.PERIODE_DITUTUP] if lewat and aksi in OWNERS else []
    first = aksi in (AksiPenilaian.ISI_EVIDEN, AksiPenilaian.ISI_REALISASI) and tanpa == 2
    return closed + ([KodeKesalahan.TANPA_RENCANA_AKSI] if first else [])


@pytest.mark.parametrize("aksi", AksiPenilaian)
def test_every_state_and_actor(aksi: AksiPenilaian) -> None:
    for status, siapa, day, tanpa, rekan in itertools.product(
        StatusSkp, AKTOR.values(), (-1, 0, 1), DITULIS.values(), (1, None)
    ):
        hari_ini = BATAS + timedelta(days=day)
        keadaan = KeadaanPenilaian(status, PEMILIK, PENILAI, BATAS, hari_ini, 2, tanpa, rekan)
        reasons = penilaian_refusals(siapa, keadaan, aksi)
        wrong = _wrong_person(siapa, aksi, rekan)
        wanted = [wrong] if wrong else _wanted(status, aksi, day > 0, tanpa)
        assert [alasan.code for alasan in reasons] == wanted
        assert all(len(one.message) > 30 and one.message.endswith(".") for one in reasons)


def test_without_a_pejabat_penilai_nobody_rates() -> None:
    keadaan = KeadaanPenilaian(StatusSkp.PERSETUJUAN, PEMILIK, None, BATAS, BATAS, 1, 0)
    for siapa in AKTOR.values():
        codes = [one.code for one in penilaian_refusals(siapa, keadaan, AksiPenilaian.NILAI)]
        assert codes == [KodeKesalahan.BUKAN_PEJABAT_PENILAI]
