"""What the files say is what the database says: the first time, again, and after any edit."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from models.counters import differences
from models.database import Dialect, dialect
from resolvers.impor.impor import impor
from resolvers.impor.laporan import Perubahan
from tests.impor.acak import berkas_benar, gaya, lalu_diubah
from tests.impor.berkas import (
    Berkas,
    Gaya,
    contoh,
    isi_basis_data,
    isi_berkas,
    jalur_salah,
    kosongkan,
    nip_ke,
    pegawai,
    tulis,
    unor,
)
from tests.perkiraan import misjudged

pytestmark = pytest.mark.anyio

WRITTEN = ("instansi", "unor", "pegawai", "hitungan_pegawai", "harian_pegawai")

many = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@many
@given(berkas=berkas_benar(), gaya=gaya)
async def test_any_tree_comes_in_as_written(
    database: str, tmp_path: Path, berkas: Berkas, gaya: Gaya
) -> None:
    await kosongkan()
    tulis(tmp_path, berkas, gaya)
    laporan = await impor(tmp_path)
    assert laporan.masalah == []
    assert await isi_basis_data() == isi_berkas(berkas)
    assert await jalur_salah() == []
    assert await differences() == []
    assert laporan.perubahan == {
        noun: Perubahan(baru=len(rows)) for noun, rows in isi_berkas(berkas).items()
    }


@many
@given(berkas=berkas_benar())
async def test_repeating_changes_nothing(database: str, tmp_path: Path, berkas: Berkas) -> None:
    await kosongkan()
    tulis(tmp_path, berkas)
    await impor(tmp_path)
    laporan = await impor(tmp_path)
    assert laporan.perubahan == {
        noun: Perubahan(tetap=len(rows)) for noun, rows in isi_berkas(berkas).items()
    }
    assert await isi_basis_data() == isi_berkas(berkas)


@many
@given(versions=lalu_diubah)
async def test_any_edit_ends_as_the_files_say(
    database: str, tmp_path: Path, versions: tuple[Berkas, Berkas]
) -> None:
    await kosongkan()
    lama, baru = versions
    tulis(tmp_path, lama)
    await impor(tmp_path)
    tulis(tmp_path, baru)
    laporan = await impor(tmp_path)
    assert laporan.masalah == []
    before, wanted = isi_berkas(lama), isi_berkas(baru)
    # Whom the second files do not name stays as the first ones left him.
    wanted["pegawai"] = before["pegawai"] | wanted["pegawai"]
    assert await isi_basis_data() == wanted
    assert await jalur_salah() == []
    assert await differences() == []
    for noun, rows in isi_berkas(baru).items():
        expected = Perubahan(
            baru=len(rows.keys() - before[noun].keys()),
            tetap=len([key for key in rows if before[noun].get(key) == rows[key]]),
        )
        expected.berubah = len(rows) - expected.baru - expected.tetap
        assert laporan.perubahan[noun] == expected


async def test_checking_only_counts_and_writes_nothing(database: str, tmp_path: Path) -> None:
    tulis(tmp_path, contoh())
    laporan = await impor(tmp_path, check_only=True)
    assert laporan.perubahan["pegawai"] == Perubahan(baru=6)
    assert not laporan.disimpan
    assert await isi_basis_data() == {"instansi": {}, "unor": {}, "pegawai": {}}


async def test_a_new_root_takes_the_old_ones_place(database: str, tmp_path: Path) -> None:
    tulis(tmp_path, contoh())
    await impor(tmp_path)
    berkas = contoh()
    berkas.unor[0]["induk_kode"] = "00"
    berkas.unor.append(unor("00", "A", "", "Akar baru"))
    tulis(tmp_path, berkas)
    assert (await impor(tmp_path)).masalah == []
    assert await isi_basis_data() == isi_berkas(berkas)
    assert await jalur_salah() == []


async def test_two_units_change_places(database: str, tmp_path: Path) -> None:
    tulis(tmp_path, contoh())
    await impor(tmp_path)
    berkas = contoh()
    berkas.unor[1]["induk_kode"], berkas.unor[2]["induk_kode"] = "03", "01"
    tulis(tmp_path, berkas)
    assert (await impor(tmp_path)).masalah == []
    assert await isi_basis_data() == isi_berkas(berkas)
    assert await jalur_salah() == []


async def test_a_pimpinan_may_stand_in_the_database_alone(database: str, tmp_path: Path) -> None:
    tulis(tmp_path, contoh())
    await impor(tmp_path)
    berkas = contoh()
    berkas.pegawai.clear()
    berkas.unor[3]["nip_pimpinan"] = nip_ke(3)
    tulis(tmp_path, berkas)
    laporan = await impor(tmp_path)
    assert laporan.masalah == []
    assert laporan.perubahan["unor"] == Perubahan(berubah=1, tetap=4)
    assert (await isi_basis_data())["unor"]["A", "04"] == ("01", "Kosong", nip_ke(3))


async def test_more_rows_than_one_statement_takes(database: str, tmp_path: Path) -> None:
    berkas = contoh()
    berkas.pegawai += [pegawai(nip_ke(number), "A", "03") for number in range(6, 5_100)]
    tulis(tmp_path, berkas)
    stages: list[tuple[str, int, int]] = []
    laporan = await impor(tmp_path, progress=lambda *args: stages.append(args))
    assert laporan.perubahan["pegawai"] == Perubahan(baru=5_100)
    assert await differences() == []
    if dialect() is Dialect.POSTGRES:
        assert await misjudged(*WRITTEN) == []
    assert [done for stage, done, _ in stages if stage == "Menulis pegawai"] == [5000, 5100]
