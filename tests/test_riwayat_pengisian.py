"""The fill-in curve: what the figures were on each day, whatever happened since."""

from datetime import timedelta
from random import Random
from typing import Any

import pytest

from models.counters import hari_ini
from models.database import execute
from models.riwayat_pengisian import Titik, read_riwayat_pengisian
from models.rules.vocabulary import StatusSkp
from models.statistik import NASIONAL, Rekap
from tests.buatan import TAHUN, ajukan, buat, buat_berstatus, isi_lengkap
from tests.dunia import Dunia
from tests.langkah import TAHUN as TAHUN_LANGKAH
from tests.langkah import Langkah
from tests.rekap import Naif

pytestmark = pytest.mark.anyio

RIWAYAT = """
query ($tahun: Int!, $instansiId: ID, $unorId: ID, $dari: Date, $sampai: Date) {
  riwayatPengisian(
    tahun: $tahun, instansiId: $instansiId, unorId: $unorId, dari: $dari, sampai: $sampai
  ) {
    lengkap tahun lingkup { nama }
    titik { tanggal total belumBuat draft pengajuan persetujuan }
  }
}
"""
PEOPLE = 8  # of the small world, in both instansi


async def mundur(hari: int) -> None:
    """Let everything that has happened so far have happened that many days earlier."""
    for table in ("harian_pegawai", "harian_pengisian"):
        rows = f"(SELECT max(tanggal) FROM {table})"
        before = hari_ini() - timedelta(days=hari)
        await execute(f"UPDATE {table} SET tanggal = $1 WHERE tanggal = {rows}", [before])


async def test_each_day_that_moved_has_a_point(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    await mundur(10)
    await isi_lengkap(dunia.staf, skp_id)
    await ajukan(dunia.staf, skp_id)
    today = hari_ini()
    assert await read_riwayat_pengisian(NASIONAL, TAHUN, None, today) == [
        Titik(today - timedelta(days=10), Rekap(PEOPLE, (1, 0, 0))),
        Titik(today, Rekap(PEOPLE, (0, 1, 0))),
    ]


async def test_the_last_point_is_the_dashboard_after_any_walk(dunia: Dunia) -> None:
    langkah = Langkah(dunia, Random(5))
    for _ in range(25):
        await langkah.maju()
    naif = await Naif.load()
    for lingkup in naif.lingkup():
        for tahun in TAHUN_LANGKAH:
            kurva = await read_riwayat_pengisian(lingkup, tahun, None, hari_ini())
            assert kurva[-1] == Titik(hari_ini(), naif.utama(lingkup, tahun))


async def test_what_happens_later_leaves_earlier_days_alone(dunia: Dunia) -> None:
    """Also when a unor or a person goes elsewhere: the people took part where they were."""
    await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    await mundur(3)
    day = hari_ini() - timedelta(days=3)
    before = await read_riwayat_pengisian(NASIONAL, TAHUN, None, day)
    await buat(dunia.rekan)
    assert await read_riwayat_pengisian(NASIONAL, TAHUN, None, day) == before
    assert before == [Titik(day, Rekap(PEOPLE, (0, 1, 0)))]


async def test_a_year_without_any_skp_has_today_alone(dunia: Dunia) -> None:
    today = hari_ini()
    nothing = Titik(today, Rekap(PEOPLE, (0, 0, 0)))
    assert await read_riwayat_pengisian(NASIONAL, 1999, None, today) == [nothing]


async def test_the_query_shows_a_scope_between_two_days(dunia: Dunia) -> None:
    await buat(dunia.staf)
    await mundur(10)
    await buat(dunia.rekan)
    await mundur(5)
    await buat(dunia.kabag)

    async def titik(**lain: Any) -> list[tuple[str, int]]:
        biro = f"unor_{dunia.biro.id}"
        jawaban = await dunia.kabiro.minta(RIWAYAT, tahun=TAHUN, unorId=biro, **lain)
        assert jawaban.payload()["lingkup"] == {"nama": "biro"}
        return [(satu["tanggal"], satu["draft"]) for satu in jawaban.payload()["titik"]]

    hari = [(hari_ini() - timedelta(days=days)).isoformat() for days in (10, 5, 0)]
    assert await titik() == [(hari[0], 1), (hari[1], 2), (hari[2], 3)]
    assert await titik(dari=hari[1]) == [(hari[1], 2), (hari[2], 3)]
    assert await titik(sampai=hari[1]) == [(hari[0], 1), (hari[1], 2)]
    besok = (hari_ini() + timedelta(days=1)).isoformat()
    assert await titik(sampai=besok) == await titik()
    assert await titik(dari=besok) == []


async def test_who_may_not_open_a_dashboard_may_not_see_its_curve(dunia: Dunia) -> None:
    for siapa, codes in ((dunia.staf, ["NOT_FOUND"]), (dunia.super, [])):
        assert (await siapa.minta(RIWAYAT, tahun=TAHUN)).codes == codes
