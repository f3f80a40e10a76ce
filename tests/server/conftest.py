"""One service that the tests of the transport share: what it serves matters little to them."""

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from models.database import close_database, open_database
from tests.dunia import Dunia, buat_dunia
from tests.layanan import Layanan, layanan


@dataclass(frozen=True)
class Bersama:
    """A service over a small world, and the tokens of two people who are logged in there. They are
    good at any other service over a copy of that world."""

    service: Layanan
    dunia: Dunia
    cetakan: Path  # of the world, as a SQLite file
    staf: str
    super: str


@pytest.fixture(scope="session")
def bersama(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bersama]:
    """For tests that change nothing which another one reads."""
    folder = tmp_path_factory.mktemp("bersama")
    cetakan = Path(shutil.copy(sqlite_template, folder / "cetakan.db"))
    dunia = asyncio.run(_dunia(f"sqlite://{cetakan}"))
    file = shutil.copy(cetakan, folder / "uji.db")
    with layanan(f"sqlite://{file}", EKINERJA_LOGIN_ATTEMPTS="1000") as service:
        staf = asyncio.run(service.token(dunia.staf.pegawai))
        super_admin = asyncio.run(service.token(dunia.super.pegawai))
        yield Bersama(service, dunia, cetakan, staf, super_admin)


async def _dunia(url: str) -> Dunia:
    await open_database(url)
    try:
        return await buat_dunia()
    finally:
        await close_database()
