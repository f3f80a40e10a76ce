"""Counters equal a recount after every step of a random walk, and dashboards a naive count."""

import shutil
import tempfile
from datetime import date
from pathlib import Path
from random import Random

import anyio
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.counters import KETERLIBATAN, PENGISIAN, PENILAIAN, differences, recount
from models.database import close_database, execute, fetch, open_database
from models.organisasi import Pegawai
from models.rules.vocabulary import StatusJabatan, StatusSkp
from models.statistik import Pandangan, Statistik, read_statistik
from tests.buatan import HAPUS, buat, buat_berstatus, hitungan
from tests.dunia import Dunia, buat_dunia, pimpin
from tests.langkah import TAHUN, Langkah
from tests.rekap import Naif

pytestmark = pytest.mark.anyio


Terlihat = dict[tuple[object, Pandangan], Statistik]


async def _periksa(lama: Terlihat) -> None:
    """Every dashboard equals a count by hand, and its versi tells of every change while the tree
    is as it is."""
    naif = await Naif.load()
    tree = frozenset((id_, row["induk_id"], row["aktif"]) for id_, row in naif.unor.items())
    kinds = [(jenis, tahun) for jenis in (PENGISIAN, KETERLIBATAN) for tahun in TAHUN]
    kinds += [(PENILAIAN, periode_id) for periode_id in naif.periode]
    for lingkup in naif.lingkup():
        for jenis, kunci in kinds:
            pandangan = Pandangan(lingkup, jenis, kunci, semua=True)
            state = await read_statistik(pandangan)
            assert state.utama == naif.utama(lingkup, kunci, jenis)
            assert state.langsung == naif.langsung(lingkup, kunci, jenis)
            below = {id_: unit.rekap for id_, unit in state.unit.items()}
            assert below == naif.semua(lingkup, kunci, jenis)
            _periksa_versi(state, lama.get((tree, pandangan), state))
            lama[tree, pandangan] = state


def _periksa_versi(state: Statistik, before: Statistik) -> None:
    assert state.versi >= before.versi
    if (state.utama, state.langsung, state.unit) != (before.utama, before.langsung, before.unit):
        assert state.versi > before.versi


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
async def test_a_random_walk(dunia: Dunia, seed: int) -> None:
    langkah = Langkah(dunia, Random(seed))
    lama: Terlihat = {}
    for step in range(100):
        await langkah.maju()
        assert await differences() == []
        if step % 5 == 4:
            await _periksa(lama)
    assert langkah.berhasil > 50


@settings(max_examples=15, deadline=None)
@given(acak=st.randoms(use_true_random=False), panjang=st.integers(1, 30))
def test_any_walk_keeps_the_counters(sqlite_template: Path, acak: Random, panjang: int) -> None:
    """As above, but a walk that fails is shrunk to its shortest."""

    async def walk(file: Path) -> None:
        shutil.copy(sqlite_template, file)
        await open_database(f"sqlite://{file}")
        try:
            langkah = Langkah(await buat_dunia(), acak)
            for _ in range(panjang):
                await langkah.maju()
                assert await differences() == []
        finally:
            await close_database()

    with tempfile.TemporaryDirectory() as folder:
        anyio.run(walk, Path(folder) / "jalan.db")


async def test_the_definitif_that_ends_last_counts(dunia: Dunia) -> None:
    await buat_berstatus(
        dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN, (date(2026, 4, 1), date(2026, 9, 30))
    )
    assert await hitungan(dunia.bagian.id) == (0, 0, 1)
    await buat(dunia.staf, (date(2026, 1, 1), date(2026, 3, 31)))
    assert await hitungan(dunia.bagian.id) == (0, 0, 1)
    await buat(dunia.staf, status_jabatan=StatusJabatan.PLT)
    assert await hitungan(dunia.bagian.id) == (0, 0, 1)
    await buat(dunia.staf, (date(2026, 10, 1), date(2026, 12, 31)))
    assert await hitungan(dunia.bagian.id) == (1, 0, 0)


async def test_inactive_people_do_not_count(dunia: Dunia) -> None:
    await buat(dunia.staf)
    await Pegawai.filter(id=dunia.staf.pegawai.id).update(aktif=False)
    await recount()
    assert await hitungan(dunia.bagian.id) == (0, 0, 0)
    await _periksa({})


async def test_a_person_counts_in_his_present_unor(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    await Pegawai.filter(id=dunia.staf.pegawai.id).update(unor_id=dunia.biro.id)
    await recount()
    assert (await hitungan(dunia.bagian.id), await hitungan(dunia.biro.id)) == (
        (0, 0, 0),
        (1, 0, 0),
    )
    assert (await dunia.staf.minta(HAPUS, id=skp_id)).user_errors() == []
    assert await hitungan(dunia.biro.id) == (0, 0, 0)
    await _periksa({})


async def test_leading_does_not_move_anybody(dunia: Dunia) -> None:
    await buat(dunia.staf)
    await pimpin(dunia.biro, dunia.staf)
    assert await differences() == []


DAMAGE = [
    ("UPDATE hitungan_pengisian SET draft = draft + 3", 1),
    ("UPDATE hitungan_pengisian SET draft = 0, persetujuan = 9", 1),
    ("DELETE FROM hitungan_pengisian", 1),
    ("UPDATE hitungan_pegawai SET total = 0", 4),
    ("DELETE FROM hitungan_pegawai", 4),
    (
        "INSERT INTO hitungan_pengisian (unor_id, tahun, draft, pengajuan, persetujuan, versi)"
        " VALUES (1, 1999, 1, 2, 3, 1)",
        1,
    ),
]


async def test_recount_repairs_what_is_damaged_and_nothing_else(dunia: Dunia) -> None:
    await buat(dunia.staf)
    whole = await fetch("SELECT unor_id, total FROM hitungan_pegawai ORDER BY unor_id")
    for damage, wrong in DAMAGE:
        await execute(damage)
        found = await differences()
        assert len({difference.share.cell for difference in found}) == wrong
        assert all("seharusnya" in str(difference) for difference in found)
        assert len(await recount()) == wrong
        assert await differences() == []
        assert await hitungan(dunia.bagian.id) == (1, 0, 0)
        assert await fetch("SELECT unor_id, total FROM hitungan_pegawai ORDER BY unor_id") == whole


async def test_recount_of_what_is_right_changes_nothing(dunia: Dunia) -> None:
    await buat(dunia.staf)
    tables = ("hitungan_pegawai", "hitungan_pengisian")
    before = [await fetch(f"SELECT * FROM {table} ORDER BY unor_id") for table in tables]
    assert await recount() == []
    assert [await fetch(f"SELECT * FROM {table} ORDER BY unor_id") for table in tables] == before
