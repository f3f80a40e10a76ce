"""A wrong or missing setting stops the start with one line that says what to do."""

import subprocess

import pytest

from settings import Settings
from tests.layanan import Layanan
from tests.salinan import ROOT, SERVER, jalankan


def start(settings: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Start the service where it cannot start; what it said and how it ended."""
    return jalankan(SERVER, ["--port", "0", *arguments], settings)


@pytest.mark.parametrize(
    ("setting", "value", "hint"),
    [
        ("EKINERJA_DATABASE_URL", "mysql://x", "sqlite://berkas"),
        ("EKINERJA_BROADCAST_URL", "kafka://x", "redis://"),
        ("EKINERJA_MODE", "production", "EKINERJA_SECRET wajib diisi"),
        ("EKINERJA_MODE", "uji", "EKINERJA_MODE"),
        ("EKINERJA_SECRET", "pendek", "EKINERJA_SECRET"),
        ("EKINERJA_TOKEN_MINUTES", "lima", "EKINERJA_TOKEN_MINUTES"),
        ("EKINERJA_WINDOW_MS", "0", "EKINERJA_WINDOW_MS"),
        ("EKINERJA_DRAIN_SECONDS", "lima", "tulis bilangan"),
        ("EKINERJA_DRAIN_SECONDS", "61", "paling banyak 60"),
        ("EKINERJA_PROXY", "*", "10.0.0.5,192.168.0.0/24"),
        ("EKINERJA_DATABSE_URL", "sqlite://x", "maksudnya EKINERJA_DATABASE_URL?"),
    ],
)
def test_the_start_stops_with_one_line(setting: str, value: str, hint: str) -> None:
    ended = start({setting: value})
    [line] = ended.stderr.splitlines()
    assert ended.returncode != 0
    assert line.startswith("Pengaturan salah: ")
    assert hint in line


def test_the_readme_shows_every_setting() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    missing = [name for name in Settings.model_fields if f"`EKINERJA_{name.upper()}`" not in readme]
    assert missing == []


def test_a_database_that_cannot_be_used_is_told_in_one_line_without_its_password() -> None:
    url = "postgres://orang:rahasia@127.0.0.1:1/tidak-ada"
    ended = start({"EKINERJA_DATABASE_URL": url})
    [line] = ended.stderr.splitlines()
    assert line.startswith(
        "Basis data postgres://orang:…@127.0.0.1:1/tidak-ada tidak dapat dipakai"
    )
    assert "rahasia" not in line


@pytest.mark.anyio
async def test_a_second_process_on_the_same_database_is_refused(
    service: Layanan, database: str
) -> None:
    ended = start({"EKINERJA_DATABASE_URL": database})
    [line] = ended.stderr.splitlines()
    assert "sudah dilayani proses lain" in line
