"""A hub as the service has it, and those who watch."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from models.counters import PENGISIAN
from models.rules.vocabulary import JenisLingkup
from models.statistik import Lingkup, Pandangan, Statistik
from subscriptions import exchange
from subscriptions.exchange import Exchange
from subscriptions.hub import Hub
from subscriptions.statistik import StatistikTopic
from tests.buatan import TAHUN
from tests.dunia import Dunia


@asynccontextmanager
async def menghubungkan(url: str = "memory://", window: float = 0.01) -> AsyncIterator[Hub]:
    """A hub that hears of every change in this process, and of others' over the link `url`."""
    hub = Hub(window)
    others = Exchange(url, window, hub.receive, hub.missed)
    await hub.start()
    await others.start()
    exchange.use(others)
    try:
        yield hub
    finally:
        exchange.use(None)
        await others.stop()
        await hub.stop()


async def _states(hub: Hub, pandangan: Pandangan) -> AsyncGenerator[Statistik, None]:
    """What a subscriber is sent."""
    with hub.watching(StatistikTopic(pandangan)) as (topic, slot):
        await hub.loaded(topic)
        versi: int | None = None
        while True:
            if versi != topic.versi:
                message = topic.since(versi)
                versi = topic.versi
                yield message
            await slot.stirred()


class Penonton:
    """A subscriber: what it was sent, and the state that it has put together."""

    def __init__(self, hub: Hub, pandangan: Pandangan) -> None:
        self.stream = _states(hub, pandangan)
        self.state: Statistik | None = None

    async def baca(self, seconds: float = 5) -> Statistik:
        message = await asyncio.wait_for(anext(self.stream), seconds)
        if message.lengkap or self.state is None:
            assert message.lengkap
            self.state = message
        else:
            assert message.versi > self.state.versi
            self.state = replace(message, lengkap=True, unit=self.state.unit | message.unit)
        return message

    async def diam(self, seconds: float = 0.2) -> None:
        """Nothing comes. Ends the stream."""
        with pytest.raises(TimeoutError):
            await self.baca(seconds)

    async def pergi(self) -> None:
        await self.stream.aclose()


def pandangan(lingkup: Lingkup, tahun: int = TAHUN) -> Pandangan:
    return Pandangan(lingkup, PENGISIAN, tahun)


def lingkup_a(dunia: Dunia) -> Lingkup:
    return Lingkup(JenisLingkup.INSTANSI, "Instansi A", dunia.instansi.id, dunia.akar.id)


def lingkup_unor(id_: int) -> Lingkup:
    return Lingkup(JenisLingkup.UNOR, "unor", id_, id_)
