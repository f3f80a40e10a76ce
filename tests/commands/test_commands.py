"""The command line as an operator uses it: what it says, and how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from commands.__main__ import app
from models.akun import Akun, Sesi
from models.counters import differences
from models.database import execute
from models.organisasi import Pegawai
from models.rules.vocabulary import Peran
from resolvers.akun.kata_sandi import cocok
from tests.dunia import Dunia, orang
from tests.salinan import COMMANDS, ROOT, jalankan

pytestmark = pytest.mark.anyio

KATA_SANDI = "kata-sandi-yang-baru"
INSTANSI = "kode;nama;jenis\nX;Instansi X;PUSAT\n"
UNOR = "kode;instansi_kode;induk_kode;nama;nip_pimpinan\nr;X;;Akar;199001012015011001\n"
PEGAWAI = (
    "nip;nama;jenis_pegawai;golongan;jenis_jabatan;nama_jabatan;instansi_kode;unor_kode;aktif\n"
    "199001012015011001;Ani;PNS;IV/a;JPT_PRATAMA;Kepala;X;r;ya\n"
)


def run(
    database: str, *arguments: str, typed: str = "", folder: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    environment = {"EKINERJA_DATABASE_URL": database, "COLUMNS": "200"}
    return jalankan(COMMANDS, arguments, environment, folder, typed)


def write(folder: Path, pegawai: str = PEGAWAI) -> str:
    for name, text in (("instansi", INSTANSI), ("unor", UNOR), ("pegawai", pegawai)):
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return str(folder)


def test_every_command_is_listed() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "commands", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for command in app.registered_commands:
        assert f" {command.name} " in ended.stdout


async def test_import_checks_then_writes_then_finds_nothing_to_do(
    database: str, tmp_path: Path
) -> None:
    folder = write(tmp_path)
    checked = run(database, "impor", folder, "--periksa")
    assert checked.returncode == 0
    assert await Pegawai.all().count() == 0

    assert run(database, "impor", folder).returncode == 0
    assert await Pegawai.all().count() == 1
    assert run(database, "impor", folder).returncode == 0
    assert await Pegawai.all().count() == 1
    assert await differences() == []


async def test_a_bad_row_is_named_and_nothing_is_written(database: str, tmp_path: Path) -> None:
    folder = write(tmp_path, PEGAWAI.replace("199001012015011001", "199013012015011001"))
    refused = run(database, "impor", folder)
    shown = refused.stdout + refused.stderr
    assert refused.returncode != 0
    assert "pegawai.csv" in shown
    assert "nip" in shown
    assert "Traceback" not in shown
    assert await Pegawai.all().count() == 0


async def test_counters_are_compared_and_put_right(dunia: Dunia, database: str) -> None:
    assert run(database, "hitung-ulang", "--periksa").returncode == 0
    await execute("UPDATE hitungan_pegawai SET total = total + 5")
    assert run(database, "hitung-ulang", "--periksa").returncode != 0
    assert len(await differences()) > 0
    assert run(database, "hitung-ulang").returncode == 0
    assert await differences() == []


async def test_an_account_is_made_reset_promoted_and_closed(dunia: Dunia, database: str) -> None:
    baru = await orang("baru", dunia.bagian)
    await baru.akun.delete()
    nip = baru.pegawai.nip

    made = run(database, "akun", "buat", nip, typed=f"{KATA_SANDI}\n{KATA_SANDI}\n")
    assert made.returncode == 0, made.stderr
    akun = await Akun.get(pegawai_id=baru.pegawai.id)
    assert akun.peran is Peran.PEGAWAI
    assert await cocok(akun.kata_sandi, KATA_SANDI)

    lain = f"{KATA_SANDI}-2"
    assert run(database, "akun", "setel-ulang", nip, typed=f"{lain}\n{lain}\n").returncode == 0
    await akun.refresh_from_db()
    assert await cocok(akun.kata_sandi, lain)

    kode = dunia.instansi.kode
    promoted = run(
        database, "akun", "ubah-peran", nip, Peran.ADMIN_INSTANSI.value, "--instansi", kode
    )
    assert promoted.returncode == 0, promoted.stderr
    await akun.refresh_from_db()
    assert (akun.peran, akun.instansi_id) == (Peran.ADMIN_INSTANSI, dunia.instansi.id)

    assert run(database, "akun", "nonaktifkan", nip).returncode == 0
    await akun.refresh_from_db()
    assert not akun.aktif
    assert await Sesi.filter(akun_id=akun.id).count() == 0


async def test_a_failing_command_says_one_line_and_ends_badly(dunia: Dunia, database: str) -> None:
    nip = dunia.staf.pegawai.nip
    for arguments, typed in (
        (("akun", "buat", "000000000000000000"), f"{KATA_SANDI}\n{KATA_SANDI}\n"),
        (("akun", "buat", nip), f"{KATA_SANDI}\n{KATA_SANDI}\n"),
        (("akun", "setel-ulang", nip), "pendek\npendek\n"),
        (("impor", "folder-yang-tidak-ada"), ""),
        (("demo",), ""),
    ):
        ended = run(database, *arguments, typed=typed)
        assert ended.returncode != 0, arguments
        assert "Traceback" not in ended.stdout + ended.stderr, arguments


async def test_a_mistyped_file_is_not_made(tmp_path: Path) -> None:
    file = tmp_path / "salah-ketik.db"
    ended = run(f"sqlite://{file}", "hitung-ulang", "--periksa")
    assert ended.returncode != 0
    assert f"{file} tidak ada; periksa EKINERJA_DATABASE_URL" in ended.stderr
    assert not file.exists()


async def test_the_demo_lists_accounts_that_can_log_in(database: str, tmp_path: Path) -> None:
    assert run(database, "demo", folder=tmp_path).returncode == 0
    accounts = json.loads((tmp_path / "data" / "demo-akun.json").read_text(encoding="utf-8"))
    first = accounts[0]
    akun = await Akun.get(pegawai__nip=first["nip"])
    assert (first["peran"], akun.peran) == (Peran.SUPER_ADMIN, Peran.SUPER_ADMIN)
    assert await cocok(akun.kata_sandi, first["kataSandi"])
    assert {account["peran"] for account in accounts} == set(Peran)
    assert await differences() == []
