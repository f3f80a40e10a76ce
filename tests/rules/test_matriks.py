"""Who changes a matrix, and whose SKP stand in it."""

import itertools
from datetime import date

from models.rules.aktor import Aktor
from models.rules.alasan import KodeKesalahan
from models.rules.matriks import Pihak, bagi_refusals, baris_refusals, pimpinan_refusals
from models.rules.vocabulary import Peran, StatusSkp

PIMPINAN, INSTANSI = 1, 10
AWAL, AKHIR = date(2026, 3, 1), date(2026, 8, 31)
TOP = Pihak(100, PIMPINAN, INSTANSI, (AWAL, AKHIR))


def test_only_its_pimpinan() -> None:
    for pegawai_id, peran in itertools.product((PIMPINAN, 2), Peran):
        reasons = pimpinan_refusals(Aktor(1, 1, pegawai_id, 1, peran, 10, 0), PIMPINAN)
        wanted = [] if pegawai_id == PIMPINAN else [KodeKesalahan.BUKAN_PIMPINAN]
        assert [one.code for one in reasons] == wanted


def test_every_row() -> None:
    days = (date(2026, 1, 1), AWAL, date(2026, 5, 5), AKHIR, date(2026, 9, 1))
    periods = [(awal, akhir) for awal, akhir in itertools.product(days, days) if awal <= akhir]
    for owner, instansi, period, present in itertools.product(
        (PIMPINAN, 2), (INSTANSI, 11), periods, (True, False)
    ):
        shared = [day for day in days if AWAL <= day <= AKHIR and period[0] <= day <= period[1]]
        wanted = [
            kode
            for fails, kode in (
                (owner == PIMPINAN, KodeKesalahan.SKP_TIDAK_SESUAI),
                (instansi != INSTANSI, KodeKesalahan.LINTAS_INSTANSI),
                (not shared, KodeKesalahan.SKP_TIDAK_SESUAI),
                (present, KodeKesalahan.SUDAH_ADA),
            )
            if fails
        ]
        reasons = baris_refusals(TOP, Pihak(101, owner, instansi, period), present)
        assert [one.code for one in reasons] == wanted


def test_an_rhk_is_handed_out_to_a_draft_in_the_matrix_under_a_column() -> None:
    for present, status, is_kolom in itertools.product((True, False), StatusSkp, (True, False)):
        wanted = [KodeKesalahan.SKP_TIDAK_SESUAI]
        if present:
            wanted = [] if status is StatusSkp.DRAFT else [KodeKesalahan.STATUS_TIDAK_SESUAI]
            wanted += [] if is_kolom else [KodeKesalahan.RHK_ATASAN_TIDAK_SESUAI]
        assert [one.code for one in bagi_refusals(present, status, is_kolom)] == wanted
