"""A wrong or missing setting stops the start with one line that says what to do."""

import os
import subprocess
import sys

import pytest

from settings import Settings
from tests.layanan import ROOT


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
    ],
)
def test_the_start_stops_with_one_line(setting: str, value: str, hint: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "server"],
        cwd=ROOT,
        env={**os.environ, setting: value},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    [line] = ended.stderr.splitlines()
    assert ended.returncode != 0
    assert line.startswith("Pengaturan salah: ")
    assert hint in line


def test_the_readme_shows_every_setting() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    missing = [name for name in Settings.model_fields if f"`EKINERJA_{name.upper()}`" not in readme]
    assert missing == []
