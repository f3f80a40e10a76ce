"""Several processes behind one port, over PostgreSQL: what happens when one of them ends, when the
supervisor ends, and when somebody is in the middle of something."""

import asyncio
import os
import signal
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from serving.draining import FAREWELL
from serving.process import GRACE_SECONDS
from tests.dunia import Dunia
from tests.layanan import MASUK, PROTOCOL, Layanan, Soket, kode, layanan
from tests.server.test_settings import start

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.parametrize("database_url", ["postgres"], indirect=True),
]

PANTAU = "subscription { dashboardPengisian(tahun: 2026) { lengkap } }"
NAMA = "{ saya { nama } }"
MASUK_GAGAL, TERLALU_SERING = "MASUK_GAGAL", "RATE_LIMITED"
SKEMA = "{ __schema { types { name description fields { name description } } } }"


@pytest.fixture
def dua(dunia: Dunia, database: str) -> Iterator[Layanan]:
    """The service in two processes."""
    with layanan(
        database, proses=2, EKINERJA_BROADCAST_URL=database, EKINERJA_LOGIN_ATTEMPTS="1000"
    ) as running:
        yield running


def anak(service: Layanan) -> set[int]:
    """The processes that serve."""
    shown = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(service.process.pid)],
        capture_output=True,
        text=True,
        check=False,
    )
    return {int(pid) for pid in shown.stdout.split()}


def sockets(pid: int) -> int:
    """How many sockets a process has open."""
    return sum(link.startswith("socket:") for link in _links(pid))


def _links(pid: int) -> list[str]:
    """What a process has open."""
    links = []
    for each in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed since
            links.append(str(each.readlink()))
    return links


def lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def becomes(true: Callable[[], bool], seconds: float) -> bool:
    """Whether it is so within that time."""
    for _ in range(int(seconds / 0.05)):
        if true():
            return True
        await asyncio.sleep(0.05)
    return False


async def opened(stack: AsyncExitStack, service: Layanan, token: str, count: int) -> list[Soket]:
    return [await stack.enter_async_context(service.soket(token)) for _ in range(count)]


async def code(soket: Soket) -> int | None:
    """What the service closes it with."""
    with pytest.raises(ConnectionClosed):
        while True:
            await asyncio.wait_for(soket.connection.recv(), 15)
    return soket.connection.close_code


@asynccontextmanager
async def held_up(database: str) -> AsyncIterator[None]:
    """Nobody reads who is who until the block ends."""
    connection = await asyncpg.connect(database)
    try:
        async with connection.transaction():
            await connection.execute("LOCK TABLE pegawai IN ACCESS EXCLUSIVE MODE")
            yield
    finally:
        await connection.close()


async def test_two_processes_share_the_connections_and_the_news(dunia: Dunia, dua: Layanan) -> None:
    token = await dua.token(dunia.super.pegawai)
    before = {pid: sockets(pid) for pid in anak(dua)}
    assert len(before) == 2
    async with AsyncExitStack() as stack:
        sokets = await opened(stack, dua, token, 24)
        assert all(sockets(pid) > count for pid, count in before.items())
        for soket in sokets:
            await soket.kirim("subscribe", id="1", payload={"query": PANTAU})
            assert (await soket.terima())["payload"]["data"]["dashboardPengisian"]["lengkap"]


async def test_a_killed_process_is_replaced_and_the_others_go_on(
    dunia: Dunia, dua: Layanan
) -> None:
    token = await dua.token(dunia.super.pegawai)
    first, other = anak(dua)
    os.kill(first, signal.SIGKILL)
    assert await becomes(lambda: first not in anak(dua), 5)
    for _ in range(5):
        assert (await dua.minta(token, NAMA))["data"]["saya"]
    assert await becomes(lambda: len(anak(dua)) == 2, 20)
    assert other in anak(dua)
    new = (anak(dua) - {other}).pop()
    before = await _steady(new)
    async with AsyncExitStack() as stack:
        await opened(stack, dua, token, 24)
        assert sockets(new) > before


async def _steady(pid: int) -> int:
    """The number of sockets of a process once it serves: it has some to the database then."""
    assert await becomes(lambda: _listens(pid), 20)
    return sockets(pid)


def _listens(pid: int) -> bool:
    """Whether a process has one of the listening sockets (state 0A) of its machine."""
    table = Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]
    listening = {f"socket:[{row.split()[9]}]" for row in table if row.split()[3] == "0A"}
    return not listening.isdisjoint(_links(pid))


async def test_sigterm_ends_all_in_good_order(dunia: Dunia, dua: Layanan) -> None:
    token = await dua.token(dunia.super.pegawai)
    children = anak(dua)
    async with AsyncExitStack() as stack:
        sokets = await opened(stack, dua, token, 12)
        began = time.monotonic()
        dua.isyarat(signal.SIGTERM)
        assert {await code(soket) for soket in sokets} == {1012}
    assert dua.tunggu(15) == 0
    assert time.monotonic() - began < GRACE_SECONDS
    assert not any(map(lives, children))


async def test_the_processes_end_with_their_supervisor(dunia: Dunia, dua: Layanan) -> None:
    children = anak(dua)
    dua.process.kill()
    assert await becomes(lambda: not any(map(lives, children)), 10)


async def test_what_is_under_way_is_answered(dunia: Dunia, database: str, dua: Layanan) -> None:
    token = await dua.token(dunia.staf.pegawai)
    async with held_up(database):
        under_way = asyncio.create_task(dua.minta(token, NAMA))
        await asyncio.sleep(0.5)
        dua.isyarat(signal.SIGTERM)
        await asyncio.sleep(1)
        assert not under_way.done()
    assert (await under_way)["data"]["saya"]
    assert dua.tunggu(15) == 0


async def test_a_second_signal_ends_all_at_once(dunia: Dunia, database: str, dua: Layanan) -> None:
    token = await dua.token(dunia.staf.pegawai)
    children = anak(dua)
    async with held_up(database):
        under_way = asyncio.create_task(dua.minta(token, NAMA))
        await asyncio.sleep(0.5)
        dua.isyarat(signal.SIGINT)
        await asyncio.sleep(0.5)
        assert any(map(lives, children))
        dua.isyarat(signal.SIGINT)
        assert await asyncio.to_thread(dua.tunggu, 5) == 1
        assert not any(map(lives, children))
    with pytest.raises((httpx.TransportError, ValueError)):  # a failure, or no answer at all
        await under_way


async def test_who_stops_reading_holds_no_stop_up(dunia: Dunia, dua: Layanan) -> None:
    token = await dua.token(dunia.super.pegawai)
    with socket.socket() as narrow:
        narrow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        narrow.connect(("127.0.0.1", dua.port))
        async with connect(
            dua.websocket, sock=narrow, subprotocols=[PROTOCOL], max_queue=1
        ) as connection:
            soket = Soket(connection)
            await soket.kirim("connection_init", payload={"Authorization": f"Bearer {token}"})
            assert (await soket.terima())["type"] == "connection_ack"
            for number in range(200):  # far more than any buffer between the two holds
                await soket.kirim("subscribe", id=str(number), payload={"query": SKEMA})
                await asyncio.sleep(0.01)
            began = time.monotonic()
            dua.isyarat(signal.SIGTERM)
            assert await asyncio.to_thread(dua.tunggu, 15) == 0
            took = time.monotonic() - began
            connection.transport.abort()
    assert FAREWELL < took < GRACE_SECONDS  # it was waited for, but not long


@pytest.mark.parametrize(
    ("sqlite", "link", "asked"),
    [
        (True, "memory://", ["EKINERJA_DATABASE_URL=postgres://", "EKINERJA_BROADCAST_URL="]),
        (True, "redis://x", ["EKINERJA_DATABASE_URL=postgres://"]),
        (False, "memory://", ["EKINERJA_BROADCAST_URL=postgres://"]),
    ],
)
async def test_processes_that_would_not_hear_each_other_are_refused(
    database_url: str, tmp_path: Path, sqlite: bool, link: str, asked: list[str]
) -> None:
    url = f"sqlite://{tmp_path}/uji.db" if sqlite else database_url
    settings = {"EKINERJA_DATABASE_URL": url, "EKINERJA_BROADCAST_URL": link}
    ended = start(settings, "--proses", "2")
    [line] = ended.stderr.splitlines()
    assert ended.returncode == 1
    assert line.startswith("--proses 2 belum dapat dipakai; isi dulu ")
    assert [hint for hint in asked if hint in line] == asked
    assert line.count("EKINERJA_") == len(asked)


@pytest.mark.parametrize("count", ["1", "2"])
async def test_a_port_that_is_taken_is_refused_rather_than_shared(
    dua: Layanan, database: str, count: str
) -> None:
    settings = {"EKINERJA_DATABASE_URL": database, "EKINERJA_BROADCAST_URL": database}
    ended = start(settings, "--port", str(dua.port), "--proses", count)
    [line] = ended.stderr.splitlines()
    assert ended.returncode == 1
    assert "Pilih --port lain" in line


async def test_attempts_are_counted_by_the_address_that_a_trusted_proxy_tells(
    dunia: Dunia, database: str
) -> None:
    with layanan(database, EKINERJA_PROXY="127.0.0.1", EKINERJA_LOGIN_ATTEMPTS="1") as service:
        async with httpx.AsyncClient(timeout=60) as client:  # a hundred attempts for an address
            attempt = partial(_attempt, client, service.graphql)
            assert await attempt("ani", "203.0.113.1") == MASUK_GAGAL
            for _ in range(99):
                assert await attempt("ani", "203.0.113.1") == TERLALU_SERING
            assert await attempt("budi", "203.0.113.1") == TERLALU_SERING
            assert await attempt("citra", "203.0.113.2") == MASUK_GAGAL


async def _attempt(client: httpx.AsyncClient, url: str, nip: str, forwarded: str) -> str:
    """A failing log-in through a proxy; how it was refused."""
    masuk = {"nip": nip, "kataSandi": "salah-salah-salah"}
    request = {"query": MASUK, "variables": {"input": masuk}}
    headers = {"x-forwarded-for": forwarded}
    answer: Any = (await client.post(url, json=request, headers=headers)).json()
    if "errors" in answer:
        return kode(answer)
    return str(answer["data"]["masuk"]["userErrors"][0]["code"])
