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


def _aktor(pegawai_id: int, peran: Peran = Peran.PEGAWAI) -> Aktor:
    return Aktor(pegawai_id, pegawai_id, pegawai_id, 1, peran, None, 0)


AKTOR = {
    "pemilik": _aktor(PEMILIK),
    "pejabat penilai": _aktor(PENILAI),
    "rekan": _aktor(REKAN),
    "admin": _aktor(4, Peran.ADMIN_INSTANSI),
    "pemilik yang juga super": _aktor(PEMILIK, Peran.SUPER_ADMIN),
}


def _wanted(siapa: int, status: StatusSkp, aksi: AksiPenilaian, lewat: bool, tanpa: int) -> object:
    person = {
        AksiPenilaian.NILAI: (siapa == PENILAI, KodeKesalahan.BUKAN_PEJABAT_PENILAI),
        AksiPenilaian.BERI_UMPAN_BALIK: (siapa != PEMILIK, KodeKesalahan.PEGAWAI_TIDAK_SESUAI),
    }
    allowed, code = person.get(aksi, (siapa == PEMILIK, KodeKesalahan.BUKAN_PEMILIK))
    if not allowed:
        return [code]
    if status is not StatusSkp.PERSETUJUAN:
        return [KodeKesalahan.STATUS_TIDAK_SESUAI]
    closed = [KodeKesalahan.PERIODE_DITUTUP] if lewat and aksi in OWNERS else []
    first = aksi in (AksiPenilaian.ISI_EVIDEN, AksiPenilaian.ISI_REALISASI) and tanpa == 2
    return closed + ([KodeKesalahan.TANPA_RENCANA_AKSI] if first else [])


@pytest.mark.parametrize("aksi", AksiPenilaian)
def test_every_state_and_actor(aksi: AksiPenilaian) -> None:
    for status, siapa, day, tanpa in itertools.product(
        StatusSkp, AKTOR.values(), (-1, 0, 1), DITULIS.values()
    ):
        hari_ini = BATAS + timedelta(days=day)
        keadaan = KeadaanPenilaian(status, PEMILIK, PENILAI, BATAS, hari_ini, 2, tanpa)
        reasons = penilaian_refusals(siapa, keadaan, aksi)
        wanted = _wanted(siapa.pegawai_id, status, aksi, day > 0, tanpa)
        assert [alasan.code for alasan in reasons] == wanted
        assert all(len(one.message) > 30 and one.message.endswith(".") for one in reasons)


def test_without_a_pejabat_penilai_nobody_rates() -> None:
    keadaan = KeadaanPenilaian(StatusSkp.PERSETUJUAN, PEMILIK, None, BATAS, BATAS, 1, 0)
    for siapa in AKTOR.values():
        codes = [one.code for one in penilaian_refusals(siapa, keadaan, AksiPenilaian.NILAI)]
        assert codes == [KodeKesalahan.BUKAN_PEJABAT_PENILAI]
