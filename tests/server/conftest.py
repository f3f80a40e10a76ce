"""The small world, served by a real process."""

from collections.abc import Iterator

import pytest

from tests.dunia import Dunia
from tests.layanan import Layanan, layanan


@pytest.fixture
def service(dunia: Dunia, database: str) -> Iterator[Layanan]:
    """A service over the test's world."""
    with layanan(database, EKINERJA_LOGIN_ATTEMPTS="1000", EKINERJA_WINDOW_MS="50") as running:
        yield running
