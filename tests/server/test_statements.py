"""Statements end: in time, or when nobody waits for them any more."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest
from tortoise.transactions import in_transaction

from models.database import Dialect, dialect, execute, fetch_value
from models.organisasi import Pegawai
from models.skp import Skp
from tests.buatan import SKP_BUAT, masukan_skp
from tests.dunia import Dunia
from tests.layanan import Layanan, kode, layanan

pytestmark = pytest.mark.anyio

ORANG = 50_000
CARI = " ".join(f'a{n}: pegawai(filter: {{cari: "x{n}"}}) {{ totalCount }}' for n in range(190))
LAMBAT = f'{{ instansi(kode: "A") {{ {CARI} }} }}'  # reads everybody so many times: ten seconds
CEPAT = "{ saya { nama } }"
SAMBUNGAN = 2  # that read at the same time, on either database


@pytest.fixture
async def ramai(dunia: Dunia) -> Dunia:
    """The small world, and so many people more in it."""
    await execute(
        "INSERT INTO pegawai (nip, nama, instansi_id, unor_id, jenis_pegawai, golongan,"
        " jenis_jabatan, nama_jabatan, aktif)"
        " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
        f" WHERE i < {ORANG}) SELECT CAST(199000000000000000 + i AS text), 'pegawai', $1, $2,"
        " 'PNS', 'III/a', 'PELAKSANA', 'pelaksana', TRUE FROM n",
        [dunia.instansi.id, dunia.bagian.id],
    )
    return dunia


@pytest.fixture
def terburu(ramai: Dunia, database: str) -> Iterator[Layanan]:
    """A service that gives a statement little time."""
    with layanan(database, EKINERJA_QUERY_SECONDS="0.3") as running:
        yield running


@pytest.fixture
def sabar(ramai: Dunia, database: str) -> Iterator[Layanan]:
    """A service that gives a statement more time than a test has."""
    with layanan(
        database, EKINERJA_QUERY_SECONDS="60", EKINERJA_DATABASE_POOL=str(SAMBUNGAN)
    ) as running:
        yield running


async def test_a_statement_that_takes_too_long_is_ended(ramai: Dunia, terburu: Layanan) -> None:
    token = await terburu.token(ramai.super.pegawai)
    both = f"{{ saya {{ nama }} {LAMBAT[1:]}"
    async with asyncio.timeout(30), terburu.soket(token) as soket:
        for late in (await terburu.minta(token, both), await soket.minta({"query": both})):
            assert kode(late) == "TIMEOUT"
            assert late["data"] == {"saya": {"nama": "super"}, "instansi": None}
        for _ in range(SAMBUNGAN):  # and its connection reads on
            await asyncio.gather(*(terburu.minta(token, LAMBAT) for _ in range(SAMBUNGAN)))
            answers = await asyncio.gather(*(terburu.minta(token, CEPAT) for _ in range(SAMBUNGAN)))
            assert answers == [{"data": {"saya": {"nama": "super"}}}] * SAMBUNGAN


# Ways to leave in the middle of a statement.


async def close_the_connection(service: Layanan, token: str) -> None:
    asking = asyncio.create_task(service.minta(token, LAMBAT))
    await asyncio.sleep(1)
    assert not asking.done()
    asking.cancel()
    with suppress(asyncio.CancelledError):
        await asking


async def close_the_websocket(service: Layanan, token: str) -> None:
    async with service.soket(token) as soket:
        await soket.kirim("subscribe", id="1", payload={"query": LAMBAT})
        await asyncio.sleep(1)


async def complete_the_operation(service: Layanan, token: str) -> None:
    async with service.soket(token) as soket:
        await soket.kirim("subscribe", id="1", payload={"query": LAMBAT})
        await asyncio.sleep(1)
        await soket.kirim("complete", id="1")
        assert (await soket.minta({"query": CEPAT}, id_="2"))["data"]["saya"]


LEAVE: list[Callable[[Layanan, str], Awaitable[None]]] = [
    close_the_connection,
    close_the_websocket,
    complete_the_operation,
]


async def test_who_leaves_takes_his_statement_along(ramai: Dunia, sabar: Layanan) -> None:
    token = await sabar.token(ramai.super.pegawai)
    for leave in LEAVE:
        await asyncio.gather(*(leave(sabar, token) for _ in range(SAMBUNGAN)))
        async with asyncio.timeout(5):  # every connection was busy, and is free again
            answer = await sabar.minta(token, CEPAT)
            assert answer == {"data": {"saya": {"nama": "super"}}}
            while await _running() > 0:  # noqa: ASYNC110 - the server's end is not ours
                await asyncio.sleep(0.1)


async def _running() -> int:
    """How many statements PostgreSQL is carrying out; SQLite has no list of them."""
    if dialect() is Dialect.SQLITE:
        return 0
    count = await fetch_value(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        " AND state = 'active' AND pid <> pg_backend_pid()"
    )
    return int(count)


async def test_a_change_that_has_begun_is_seen_through(dunia: Dunia, service: Layanan) -> None:
    token = await service.token(dunia.staf.pegawai)
    await _send_and_leave(
        service, token, {"query": SKP_BUAT, "variables": {"input": masukan_skp()}}
    )
    await _skp_is_made(dunia)


@pytest.mark.parametrize("takes_back", [True, False])
async def test_a_change_that_has_begun_over_a_websocket_is_seen_through(
    dunia: Dunia, service: Layanan, takes_back: bool
) -> None:
    """Whether the client takes it back, or goes."""
    token = await service.token(dunia.staf.pegawai)
    payload = {"query": SKP_BUAT, "variables": {"input": masukan_skp()}}
    async with in_transaction(dialect().value):  # the change has begun, and waits for this to end
        await Pegawai.filter(id=dunia.staf.pegawai.id).update(golongan="III/d")
        async with service.soket(token) as soket:
            await soket.kirim("subscribe", id="1", payload=payload)
            await asyncio.sleep(1)
            if takes_back:
                await soket.kirim("complete", id="1")
                await asyncio.sleep(0.2)
    await _skp_is_made(dunia)


async def _skp_is_made(dunia: Dunia) -> None:
    for _ in range(100):
        if await Skp.filter(pegawai_id=dunia.staf.pegawai.id).exists():
            return
        await asyncio.sleep(0.1)
    raise AssertionError("SKP tidak dibuat dalam 10 detik")


async def _send_and_leave(service: Layanan, token: str, request: dict[str, Any]) -> None:
    """POST, and close the connection before an answer can come."""
    body = json.dumps(request)
    _, writer = await asyncio.open_connection("127.0.0.1", service.port)
    writer.write(
        f"POST /graphql HTTP/1.1\r\nHost: uji\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()
    )
    await writer.drain()
    writer.close()
    await writer.wait_closed()
