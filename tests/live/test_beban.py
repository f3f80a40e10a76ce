"""Many watch, some of them badly: what that costs, and whom."""

import asyncio
import statistics
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import asyncpg
import orjson
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosedError

from models.counters import PENGISIAN
from models.database import execute
from schema.transport.websocket import TRY_AGAIN_LATER
from serving.sockets import raise_file_limit
from subscriptions.events import Event
from subscriptions.exchange import Exchange
from tests.buatan import SKP_BUAT, TAHUN, masukan_skp
from tests.dunia import Dunia
from tests.layanan import PROTOCOL, Layanan, Soket, layanan
from tests.live.di_sini import di_sini
from tests.live.klien import PANTAU, token
from tests.live.tipis import Tipis, connected, tipis

pytestmark = pytest.mark.anyio

postgres = pytest.mark.parametrize("database_url", ["postgres"], indirect=True)

ORANG = 2_000
UNOR = 300
PERUBAHAN = 25
SALINAN = " ".join(f"n{place}: nama" for place in range(16))
BESAR = f"(tahun: {TAHUN}, instansiId: $id) {{ versi lengkap utama {{ draft }} unit {{ id draft"
PANTAU_BESAR = f"subscription ($id: ID!) {{ dashboardPengisian{BESAR} {SALINAN} }} }} }}"
LIHAT_BESAR = f"query ($id: ID!) {{ dashboardPengisian{BESAR} }} }} }}"


@asynccontextmanager
async def statements(postgres_url: str, database: str) -> AsyncIterator[Callable[[], Any]]:
    """Have the server write every statement down. Yields how many there were since it was asked
    last, by connections that were opened within the block."""
    admin = await asyncpg.connect(postgres_url)
    place = 0

    async def count() -> int:
        nonlocal place
        text: str = await admin.fetchval("SELECT pg_read_file('log', $1, 100000000)", place)
        place += len(text.encode())
        return text.count("LOG:  execute") + text.count("LOG:  statement")

    await admin.execute(f"ALTER DATABASE {database} SET log_statement = 'all'")
    try:
        await count()
        yield count
    finally:
        await admin.execute(f"ALTER DATABASE {database} RESET log_statement")
        await admin.close()


async def everybody(service: Layanan, token: str) -> list[Tipis]:
    """So many connections, acknowledged."""
    turn = asyncio.Semaphore(100)

    async def one() -> Tipis:
        async with turn:
            client = await connected(service)
            await client.open(token)
            return client

    return await asyncio.gather(*(one() for _ in range(ORANG)))


@postgres
async def test_thousands_who_join_at_once_cost_a_handful_of_statements(
    dunia: Dunia, database: str, postgres_url: str
) -> None:
    raise_file_limit()
    async with asyncio.timeout(60), statements(postgres_url, "uji") as count:
        with layanan(database, EKINERJA_CONNECTIONS="5000", EKINERJA_DRAIN_SECONDS="0") as service:
            clients = await everybody(service, token(dunia.super))
            await count()
            payload = {"query": PANTAU, "variables": {"tahun": TAHUN}}
            for client in clients:
                client.send(type="subscribe", id="1", payload=payload)
            [first] = set(await asyncio.gather(*(client.text() for client in clients)))
            assert await count() < 5
            assert shown(first)["lengkap"]
            made = await service.minta(token(dunia.staf), SKP_BUAT, input=masukan_skp())
            assert made["data"]["skpBuat"]["userErrors"] == []
            [then] = set(await asyncio.gather(*(client.text() for client in clients)))
            assert shown(then)["utama"]["draft"] == shown(first)["utama"]["draft"] + 1
            for client in clients:
                client.close()


def shown(text: bytes) -> Any:
    return orjson.loads(text)["payload"]["data"]["dashboardPengisian"]


class Banyak:
    """Many unor below the root of instansi A, all of which change at once."""

    def __init__(self, dunia: Dunia, others: Exchange) -> None:
        self._dunia = dunia
        self._others = others

    async def make(self) -> None:
        await execute(
            "INSERT INTO unor (id, instansi_id, induk_id, kode, nama, jalur)"
            " SELECT n, $1, $2, CAST(n AS text), rpad(CAST(n AS text), 180, ' unor'),"
            f" CAST($3 AS text) || n || '/' FROM generate_series(1001, {1000 + UNOR}) n",
            [self._dunia.instansi.id, self._dunia.akar.id, self._dunia.akar.jalur],
        )
        await execute(
            f"INSERT INTO hitungan_pengisian (unor_id, tahun) SELECT id, {TAHUN} FROM unor"
            " WHERE id > 1000"
        )

    async def change(self) -> None:
        await execute(
            "UPDATE hitungan_pengisian SET draft = draft + 1, versi = versi + 1"
            " WHERE unor_id > 1000"
        )
        self._others.tell(Event(PENGISIAN, 1001 + number, TAHUN) for number in range(UNOR))


class Pembaca:
    """Merges what comes over one connection."""

    def __init__(self, client: Tipis) -> None:
        self._client = client
        self.versi: list[int] = []
        self.unit: dict[str, int] = {}
        self.utama: dict[str, int] = {}

    def ask(self, dunia: Dunia) -> None:
        variables = {"id": f"instansi_{dunia.instansi.id}"}
        payload = {"query": PANTAU_BESAR, "variables": variables}
        self._client.send(type="subscribe", id="1", payload=payload)

    async def read(self) -> None:
        message = shown(await self._client.text())
        self.versi.append(message["versi"])
        self.utama = message["utama"]
        self.unit |= {unit["id"]: unit["draft"] for unit in message["unit"]}


@asynccontextmanager
async def told(database: str) -> AsyncIterator[Exchange]:
    """This process among those of the service."""
    others = Exchange(database, 0.02, lambda _: None, lambda: None)
    await others.start()
    try:
        yield others
    finally:
        await others.stop()


@postgres
async def test_who_stops_reading_costs_nobody_anything(dunia: Dunia, database: str) -> None:
    with layanan(
        database,
        EKINERJA_BROADCAST_URL=database,
        EKINERJA_WINDOW_MS="20",
        EKINERJA_COST_LIMIT="1000000",
    ) as service:
        super_admin = token(dunia.super)
        async with (
            asyncio.timeout(60),
            told(database) as others,
            tipis(service, super_admin) as one,
            tipis(service, super_admin, buffer=4_096) as another,
        ):
            banyak = Banyak(dunia, others)
            await banyak.make()
            prompt, stalled = Pembaca(one), Pembaca(another)
            for reader in (prompt, stalled):
                reader.ask(dunia)
                await reader.read()
            before, took = 0, []
            for number in range(PERUBAHAN):
                began = time.monotonic()
                await banyak.change()
                await prompt.read()
                took.append(time.monotonic() - began)
                before = before or (number == 5 and memory(service)) or 0
            assert statistics.median(took) < 1
            assert memory(service) - before < 12_000  # kB; each message is of about 900
            await _catches_up(stalled, prompt)
            variables = {"id": f"instansi_{dunia.instansi.id}"}
            answer = await service.minta(super_admin, LIHAT_BESAR, **variables)
            fresh = answer["data"]["dashboardPengisian"]
            assert stalled.utama == fresh["utama"]
            assert stalled.unit == {unit["id"]: unit["draft"] for unit in fresh["unit"]}


async def _catches_up(stalled: Pembaca, prompt: Pembaca) -> None:
    """What was on its way already, and then all that was missed in one."""
    while stalled.versi[-1] < prompt.versi[-1]:
        await stalled.read()
    *on_the_way, last = stalled.versi
    assert last == prompt.versi[-1]
    assert len(on_the_way) < PERUBAHAN / 2
    assert max(on_the_way) < prompt.versi[PERUBAHAN // 2]


def memory(service: Layanan) -> int:
    """What the service's process holds, in kB."""
    lines = Path(f"/proc/{service.process.pid}/status").read_text(encoding="ascii").splitlines()
    [resident] = [line for line in lines if line.startswith("VmRSS")]
    return int(resident.split()[1])


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_an_account_has_so_many_connections_and_no_more(dunia: Dunia) -> None:
    super_admin = token(dunia.super)
    async with (
        asyncio.timeout(20),
        di_sini(connections=2) as service,
        service.soket(super_admin),
    ):
        async with service.soket(super_admin), service.soket(token(dunia.admin)):
            assert await refused(service, super_admin) == TRY_AGAIN_LATER
        async with service.soket(super_admin) as soket:
            assert (await soket.minta({"query": "{ saya { nama } }"}))["data"]["saya"]


async def refused(service: Layanan, token: str) -> int | None:
    """What a greeting is answered by closing with."""
    async with connect(service.websocket, subprotocols=[PROTOCOL]) as connection:
        soket = Soket(connection)
        await soket.kirim("connection_init", payload={"Authorization": f"Bearer {token}"})
        with pytest.raises(ConnectionClosedError):
            await soket.terima()
        return connection.close_code
