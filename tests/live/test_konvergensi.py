"""Whoever watches ends up with what is true, whatever many do at once, and wherever they do it."""

import asyncio
from collections.abc import Iterator

import pytest

from models.counters import differences
from models.statistik import NASIONAL
from tests.buatan import TAHUN
from tests.dunia import Dunia
from tests.layanan import Layanan, layanan
from tests.live.klien import converge, progress, watching, working
from tests.live.penonton import lingkup_a, lingkup_unor
from tests.rekap import Naif

pytestmark = pytest.mark.anyio

MUTATIONS = 150


@pytest.fixture
def bersama(
    request: pytest.FixtureRequest, dunia: Dunia, database: str, link: str, proses: int
) -> Iterator[Layanan]:
    """A service of so many processes with this link between them."""
    url = database if link == "postgres" else f"{link}://"
    if link == "redis":
        url = request.getfixturevalue("redis_url")
    with layanan(
        database, proses=proses, EKINERJA_BROADCAST_URL=url, EKINERJA_WINDOW_MS="50"
    ) as running:
        yield running


@pytest.mark.parametrize(
    ("database_url", "link", "proses"),
    [
        ("sqlite", "memory", 1),
        ("postgres", "memory", 1),
        ("postgres", "postgres", 2),
        ("postgres", "redis", 2),
    ],
    indirect=["database_url"],
)
async def test_everybody_ends_up_with_the_truth(dunia: Dunia, bersama: Layanan) -> None:
    async with asyncio.timeout(50), watching(bersama, dunia, each=2) as watchers:
        async with working(bersama, dunia) as workers:
            await progress(workers, MUTATIONS)
        assert sum(worker.unanswered for worker in workers) == 0
        await converge(bersama, dunia, watchers, 5)
        assert not any(watcher.lost for watcher in watchers)
        for worker in workers:
            await worker.check()
        assert await differences() == []
        naif = await Naif.load()
        scopes = (NASIONAL, lingkup_a(dunia), lingkup_unor(dunia.biro.id))
        for watcher in watchers:
            assert watcher.gambar.messages > 5
        by_hand = [naif.utama(lingkup, TAHUN) for lingkup in scopes]
        shown = [watchers[4 * place].gambar.utama for place in range(3)]
        for rekap, utama in zip(by_hand, shown, strict=True):
            figures = (rekap.total, rekap.sisa, *rekap.angka)
            assert tuple(utama.values()) == figures
