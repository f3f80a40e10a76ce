"""The demo's accounts, as its file lists them."""

import json
from pathlib import Path
from typing import Any

from commands.jalankan import gagal

BERKAS_AKUN = Path("data") / "demo-akun.json"


def baca_akun(path: Path) -> list[dict[str, Any]]:
    """The accounts in a file; without it the command ends and says what to do."""
    try:
        accounts: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        gagal(f"{path} tidak ada; muat dulu demonya dengan: scripts/ekinerja demo")
    except ValueError:
        gagal(f"{path} rusak; buat ulang dengan: scripts/ekinerja demo")
    return accounts
