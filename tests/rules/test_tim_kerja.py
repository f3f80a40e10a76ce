"""Who makes and changes a team, and who is in it."""

import itertools

import pytest

from models.rules.aktor import Aktor
from models.rules.alasan import KodeKesalahan
from models.rules.tim_kerja import (
    NAMA,
    Calon,
    anggota_refusals,
    ketua_refusals,
    nama_refusals,
    pembuat_refusals,
)
from models.rules.vocabulary import Peran

KETUA, INSTANSI = 1, 10


def test_whoever_leads_makes_and_the_ketua_changes() -> None:
    assert pembuat_refusals(True) == ()
    assert [one.code for one in pembuat_refusals(False)] == [KodeKesalahan.BUKAN_PIMPINAN]
    for pegawai_id, peran in itertools.product((KETUA, 2), Peran):
        codes = [
            one.code for one in ketua_refusals(Aktor(1, 1, pegawai_id, 1, peran, None, 0), KETUA)
        ]
        assert codes == ([] if pegawai_id == KETUA else [KodeKesalahan.BUKAN_KETUA])


@pytest.mark.parametrize("taken", [True, False])
def test_a_name_tells_teams_apart(taken: bool) -> None:
    for nama, kode in (
        (None, KodeKesalahan.WAJIB_DIISI),
        ("x" * (NAMA + 1), KodeKesalahan.TERLALU_PANJANG),
        ("x" * NAMA, KodeKesalahan.SUDAH_ADA if taken else None),
    ):
        assert [one.code for one in nama_refusals(nama, taken)] == ([kode] if kode else [])


@pytest.mark.parametrize("banyak", [0, 1, 3])
def test_every_member(banyak: int) -> None:
    everybody = itertools.product((KETUA, 2), (True, False), (INSTANSI, 11))
    for pegawai_id, aktif, instansi_id in everybody:
        wanted = [
            kode
            for fails, kode in (
                (pegawai_id == KETUA, KodeKesalahan.PEGAWAI_TIDAK_SESUAI),
                (not aktif, KodeKesalahan.PEGAWAI_TIDAK_AKTIF),
                (instansi_id != INSTANSI, KodeKesalahan.LINTAS_INSTANSI),
            )
            if fails
        ]
        calon = [Calon(pegawai_id, "Budi", instansi_id, aktif)] * banyak
        reasons = anggota_refusals(KETUA, INSTANSI, calon)
        assert [one.code for one in reasons] == wanted * banyak
        assert all("Budi" in one.message for one in reasons)
