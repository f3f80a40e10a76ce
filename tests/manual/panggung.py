"""The stage on which the manual's chapters are played: a served world, and people who act in it
over HTTP and watch over WebSocket."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from models.counters import differences
from tests.dunia import Dunia, Orang
from tests.layanan import Layanan, Soket
from tests.live.klien import token

SECONDS = 10  # that a screen may take


@dataclass
class Layar:
    """A screen that stays open: what it was shown last."""

    soket: Soket
    tampil: Any = None

    async def sampai(self, holds: Callable[[Any], bool]) -> Any:
        """What is shown once it `holds`."""
        async with asyncio.timeout(SECONDS):
            while self.tampil is None or not holds(self.tampil):
                message = json.loads(await self.soket.connection.recv())
                assert message["type"] == "next", message
                [self.tampil] = message["payload"]["data"].values()
        return self.tampil


@dataclass
class Pelaku:
    """Somebody at his screen."""

    layanan: Layanan
    orang: Orang
    token: str

    @property
    def id(self) -> str:
        return f"pegawai_{self.orang.pegawai.id}"

    @property
    def nip(self) -> str:
        return self.orang.pegawai.nip

    async def minta(self, document: str, **variables: Any) -> Any:
        """What the only root field gives; nothing may be refused."""
        answer = await self.layanan.minta(self.token, document, **variables)
        assert "errors" not in answer, answer
        [value] = answer["data"].values()
        assert not (value or {}).get("userErrors"), value
        return value

    async def ditolak(self, document: str, **variables: Any) -> list[str]:
        """The codes of why he may not."""
        answer = await self.layanan.minta(self.token, document, **variables)
        if "errors" in answer:
            return [error["extensions"]["code"] for error in answer["errors"]]
        [value] = answer["data"].values()
        assert all(error["message"].endswith(".") for error in value["userErrors"]), value
        return [error["code"] for error in value["userErrors"]]

    @asynccontextmanager
    async def pantau(self, document: str, **variables: Any) -> AsyncIterator[Layar]:
        """Keep a screen open."""
        async with self.layanan.soket(self.token) as soket:
            payload = {"query": document, "variables": variables}
            await soket.kirim("subscribe", id="1", payload=payload)
            layar = Layar(soket)
            await layar.sampai(lambda _: True)
            yield layar


class Panggung:
    """The world, and everybody in it at a screen."""

    def __init__(self, dunia: Dunia, layanan: Layanan) -> None:
        self.dunia = dunia
        self.layanan = layanan

    def __getattr__(self, nama: str) -> Pelaku:
        orang = self.dunia.orang[nama]
        return Pelaku(self.layanan, orang, token(orang))


async def counters_are_a_recount() -> None:
    assert await differences() == []
