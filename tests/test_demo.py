"""The demo: the same on every run, in order by every rule, and alive."""

import json
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random

import httpx
import pytest

from commands.simulasi.klien import Klien
from commands.simulasi.permainan import Permainan
from models.counters import PENGISIAN, differences, hari_ini
from models.database import Dialect, as_date, dialect, execute, fetch
from models.keadaan_skp import EXPRESSIONS, keadaan_of
from models.organisasi import Instansi
from models.riwayat_pengisian import read_riwayat_pengisian
from models.rules.nip import alasan_nip_salah
from models.rules.periode import overlap_refusals, periode_refusals
from models.rules.rhk import indikator_refusals
from models.rules.skp import incomplete
from models.rules.vocabulary import Pendekatan, Peran, Perspektif, StatusJabatan, StatusSkp
from models.statistik import Pandangan, read_statistik
from resolvers.akun.masuk import masuk
from resolvers.demo.akun import KATA_SANDI
from resolvers.demo.demo import DatabaseInUseError, HasilDemo, demo
from resolvers.demo.orang import semua_orang
from resolvers.impor.impor import impor
from resolvers.impor.laporan import Perubahan
from server import create_app
from settings import Settings
from tests.dunia import KEYS
from tests.perkiraan import misjudged
from tests.rekap import Naif

pytestmark = pytest.mark.anyio

TAHUN = 2026
ACTIONS = 240  # of the simulation
FILES = ("demo/instansi.csv", "demo/unor.csv", "demo/pegawai.csv", "demo-akun.json")
AFTER_IMPORT = (
    *("akun", "koreksi", "indikator", "rhk", "skp"),
    *("tim_kerja", "hitungan_penilaian", "periode_penilaian", "riwayat"),
)


async def test_everything_is_in_order(database: str, tmp_path: Path) -> None:
    """One demo, many questions: loading it for each would be slow."""
    hasil = await demo(tmp_path, TAHUN)
    if dialect() is Dialect.POSTGRES:
        assert await misjudged() == []
    assert hasil.baru
    await _organisation_is_believable()
    await _skp_follow_the_rules()
    await _offices_differ()
    await _history_ends_where_the_skp_stands()
    await _accounts_are_complete(tmp_path)
    await _admins_are_told_of_koreksi()
    await _curves_end_in_the_dashboards()
    assert await differences() == []
    laporan = await impor(tmp_path / "demo")
    assert laporan.perubahan["pegawai"] == Perubahan(tetap=len(semua_orang()))
    await _a_second_time_changes_nothing(hasil, tmp_path)


async def _organisation_is_believable() -> None:
    people = semua_orang()
    assert 1_900 <= len(people) <= 2_100
    assert len({orang.nip for orang in people}) == len(people)
    for orang in people:
        assert alasan_nip_salah(orang.nip, date(TAHUN, 1, 1), orang.jabatan.jenis_pegawai) is None
    assert {orang.jabatan.jenis_pegawai for orang in people} == {"PNS", "PPPK"}
    assert 5 <= sum(not orang.aktif for orang in people) <= 60
    units = await fetch("SELECT jalur, pimpinan_id FROM unor")
    assert 55 <= len(units) <= 70
    assert max(unit["jalur"].count("/") for unit in units) >= 4
    assert 2 <= sum(unit["pimpinan_id"] is None for unit in units) <= 6


async def _skp_follow_the_rules() -> None:
    columns = ", ".join(f"{sql.replace('{t}', 's')} AS {name}" for name, sql in EXPRESSIONS.items())
    rows = await fetch(
        f"SELECT s.*, p.aktif, {columns} FROM skp s JOIN pegawai p ON p.id = s.pegawai_id"
        " ORDER BY s.pegawai_id, s.id"
    )
    definitif: dict[int, list[tuple[date, date]]] = {}
    for row in rows:
        keadaan = keadaan_of(row)
        assert row["aktif"]
        if keadaan.status is not StatusSkp.DRAFT:
            assert incomplete(keadaan) == ()
        periode = as_date(row["periode_awal"]), as_date(row["periode_akhir"])
        others = definitif.setdefault(row["pegawai_id"], [])
        status_jabatan = StatusJabatan(row["status_jabatan"])
        assert periode_refusals(*periode) == ()
        assert overlap_refusals(periode, status_jabatan, others) == ()
        if status_jabatan is StatusJabatan.DEFINITIF:
            others.append(periode)
    drafts = [keadaan_of(row) for row in rows if row["status"] == StatusSkp.DRAFT]
    assert any(incomplete(draft) for draft in drafts)
    assert any(not incomplete(draft) for draft in drafts)
    several = Counter(row["pegawai_id"] for row in rows)
    assert sum(count > 1 for count in several.values()) >= 4
    await _rhk_and_indikator_follow_the_rules()


async def _rhk_and_indikator_follow_the_rules() -> None:
    stray = await fetch(
        "SELECT r.id FROM rhk r JOIN skp s ON s.id = r.skp_id JOIN rhk a ON a.id = r.rhk_atasan_id"
        " JOIN skp t ON t.id = a.skp_id WHERE t.pegawai_id <> s.pejabat_penilai_id"
    )
    assert stray == []
    classified = await fetch(
        "SELECT r.id FROM rhk r JOIN skp s ON s.id = r.skp_id WHERE r.klasifikasi IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM unor u WHERE u.pimpinan_id = s.pegawai_id)"
    )
    assert classified == []
    rows = await fetch(
        "SELECT DISTINCT s.pendekatan, i.target, i.perspektif FROM indikator i"
        " JOIN rhk r ON r.id = i.rhk_id JOIN skp s ON s.id = r.skp_id"
    )
    assert {row["pendekatan"] for row in rows} == set(Pendekatan)
    for row in rows:
        perspektif = Perspektif(row["perspektif"]) if row["perspektif"] else None
        assert indikator_refusals(Pendekatan(row["pendekatan"]), row["target"], perspektif) == ()


async def _offices_differ() -> None:
    rows = await fetch(
        "SELECT i.kode, count(*) AS people, sum(CASE WHEN EXISTS (SELECT 1 FROM skp s"
        " WHERE s.pegawai_id = p.id AND s.status = 'PERSETUJUAN') THEN 1 ELSE 0 END) AS approved,"
        " sum(CASE WHEN EXISTS (SELECT 1 FROM skp s WHERE s.pegawai_id = p.id) THEN 1 ELSE 0 END)"
        " AS made FROM pegawai p JOIN instansi i ON i.id = p.instansi_id WHERE p.aktif"
        " GROUP BY i.kode"
    )
    shares = sorted(row["approved"] / row["people"] for row in rows)
    assert len(shares) == 3
    assert all(later - earlier > 0.15 for earlier, later in pairwise(shares))
    assert all(row["made"] < row["people"] for row in rows)


async def _history_ends_where_the_skp_stands() -> None:
    rows = await fetch(
        "SELECT s.status, s.pegawai_id, s.pejabat_penilai_id, s.versi, r.aksi, r.ke, r.pelaku_id,"
        " r.alasan, (SELECT count(*) FROM riwayat x WHERE x.noun_id = s.id) AS steps"
        " FROM skp s LEFT JOIN riwayat r ON r.noun = 'skp' AND r.noun_id = s.id"
        " AND r.id = (SELECT max(id) FROM riwayat x WHERE x.noun = 'skp' AND x.noun_id = s.id)"
    )
    for row in rows:
        assert json.loads(row["ke"]).get("status", "DRAFT") == row["status"]
        by_penilai = row["aksi"] in ("SETUJUI", "KEMBALIKAN", "BUKA_KEMBALI")
        who = row["pejabat_penilai_id"] if by_penilai else row["pegawai_id"]
        assert row["pelaku_id"] == who
        assert (row["alasan"] is not None) == (row["aksi"] in ("KEMBALIKAN", "BUKA_KEMBALI"))
        assert row["versi"] == row["steps"]
    assert {row["aksi"] for row in rows} == {
        "BUAT",
        "AJUKAN",
        "SETUJUI",
        "KEMBALIKAN",
        "BUKA_KEMBALI",
    }


async def _accounts_are_complete(data: Path) -> None:
    rows = json.loads((data / "demo-akun.json").read_text(encoding="utf-8"))
    roles = Counter(row["peran"] for row in rows)
    assert (roles[Peran.SUPER_ADMIN], roles[Peran.ADMIN_INSTANSI]) == (1, 3)
    below = Counter(row["nipAtasan"] for row in rows if row["nipAtasan"])
    assert len(below) == 9
    assert all(5 <= count <= 8 for count in below.values())
    assert below.keys() <= {row["nip"] for row in rows}
    for row in (rows[0], rows[1], rows[-1]):
        tokens = await masuk(row["nip"], row["kataSandi"], KEYS)
        assert tokens.aktor.peran == row["peran"]


async def _admins_are_told_of_koreksi() -> None:
    told = await fetch(
        "SELECT n.koreksi_id, akun.instansi_id FROM notifikasi n"
        " JOIN akun ON akun.pegawai_id = n.pegawai_id ORDER BY 1"
    )
    waiting = await fetch(
        "SELECT k.id AS koreksi_id, p.instansi_id FROM koreksi k"
        " JOIN pegawai p ON p.id = k.pegawai_id WHERE k.status = 'DIAJUKAN' ORDER BY 1"
    )
    assert told == waiting
    assert len(told) == 3


async def _curves_end_in_the_dashboards() -> None:
    for lingkup in (await Naif.load()).lingkup()[:4]:
        state = await read_statistik(Pandangan(lingkup, PENGISIAN, TAHUN))
        kurva = await read_riwayat_pengisian(lingkup, TAHUN, None, hari_ini())
        assert kurva[-1].rekap == state.utama
        assert all(min(titik.rekap.angka) >= 0 for titik in kurva)
        assert len(kurva) > 10


async def _a_second_time_changes_nothing(first: HasilDemo, data: Path) -> None:
    (data / "demo-akun.json").unlink()
    again = await demo(data, TAHUN)
    assert not again.baru
    assert again.akun == first.akun
    assert (data / "demo-akun.json").exists()
    assert await fetch("SELECT count(*) AS n FROM akun") == [{"n": len(first.akun)}]


async def test_other_data_are_left_alone(database: str, tmp_path: Path) -> None:
    await Instansi.create(kode="X", nama="Instansi lain", jenis="PUSAT")
    with pytest.raises(DatabaseInUseError, match="EKINERJA_DATABASE_URL"):
        await demo(tmp_path, TAHUN)
    assert await Instansi.all().count() == 1
    assert not any((tmp_path / name).exists() for name in FILES)


async def test_an_interrupted_demo_is_finished_and_the_same(database: str, tmp_path: Path) -> None:
    contents = []
    for run in ("satu", "dua"):
        assert (await demo(tmp_path / run, TAHUN)).baru
        assert await differences() == []
        files = [(tmp_path / run / name).read_bytes() for name in FILES]
        plans = await fetch(
            "SELECT p.nip, s.status, s.dibuat, s.diubah, r.uraian, i.uraian AS ukuran"
            " FROM skp s JOIN pegawai p ON p.id = s.pegawai_id"
            " LEFT JOIN rhk r ON r.skp_id = s.id LEFT JOIN indikator i ON i.rhk_id = r.id"
            " ORDER BY p.nip, s.periode_awal, s.status_jabatan, r.urutan, i.urutan"
        )
        contents.append((files, plans))
        for table in AFTER_IMPORT:
            await execute(f"DELETE FROM {table}")
    assert contents[0] == contents[1]


async def test_people_at_work(database: str, tmp_path: Path) -> None:
    """The simulation's people act through the API alone, are never refused, and keep count."""
    tahun = date.today().year
    await demo(tmp_path, tahun)
    everybody = json.loads((tmp_path / "demo-akun.json").read_text(encoding="utf-8"))
    heads = sorted({row["nipAtasan"] for row in everybody if row["nipAtasan"]})[:2]
    accounts = [row for row in everybody if {row["nip"], row["nipAtasan"]} & set(heads)]
    app = create_app(Settings(database_url=database, login_attempts=1000))
    klien = Klien("http://uji", httpx.ASGITransport(app=app))
    told: list[str] = []
    permainan = Permainan(klien, accounts, tahun, told.append, Random(1))
    before = await fetch("SELECT count(*) AS n FROM riwayat")
    for _ in range(ACTIONS):
        await permainan.satu_aksi()
    await klien.aclose()
    assert permainan.jumlah == len(told) == ACTIONS
    after = await fetch("SELECT count(*) AS n FROM riwayat")
    assert after[0]["n"] == before[0]["n"] + ACTIONS
    for word in (
        "membuat",
        "menambah",
        "mengajukan",
        "menyetujui",
        "mengembalikan",
        "menilai",
        "menulis rencana aksi",
        "menulis realisasi",
        "mencatat progres",
        "memberi umpan balik",
        "membentuk Tim",
        "membagikan RHK",
    ):
        assert any(word in line for line in told), word
    assert await differences() == []


async def test_the_password_is_long_enough() -> None:
    from resolvers.akun.kata_sandi import SHORTEST

    assert len(KATA_SANDI) >= SHORTEST
