"""The dashboard's subscription over graphql-transport-ws, from a real client."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from gql import Client, gql
from gql.transport.websockets import WebsocketsTransport
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from models.rules.vocabulary import StatusSkp
from resolvers.akun.token import Keys, sign
from settings import DEVELOPMENT_SECRET
from tests.buatan import buat_berstatus
from tests.dunia import Dunia
from tests.layanan import Layanan

pytestmark = pytest.mark.anyio

PANTAU = """
subscription Pantau($tahun: Int!, $instansiId: ID, $unorId: ID) {
  dashboardPengisian(tahun: $tahun, instansiId: $instansiId, unorId: $unorId) {
    versi lengkap
    utama { total belumBuat draft pengajuan persetujuan }
    unit { id nama draft pengajuan persetujuan }
  }
}
"""
AJUKAN = "mutation Ajukan($id: ID!) { skpAjukan(id: $id) { userErrors { code } } }"
PROTOCOL = "graphql-transport-ws"
MALFORMED = (
    "5",
    "[]",
    "null",
    "{",
    '"x"',
    "{}",
    '{"type": 1}',
    '{"type": "apa"}',
    '{"type": "subscribe", "id": "1", "payload": null}',
    '{"type": "subscribe", "id": 1, "payload": {"query": "{ saya { nip } }"}}',
    '{"type": "subscribe", "id": "1", "payload": {"query": 5}}',
    '{"type": "subscribe", "id": "1", "payload": {"query": "{ saya }", "variables": []}}',
    '{"type": "complete", "id": []}',
    '{"type": "ping", "payload": "\\ud800"}',
    "[" * 30_000,
)


@asynccontextmanager
async def pantau(
    service: Layanan, token: str, **variables: Any
) -> AsyncIterator[AsyncIterator[Any]]:
    """Subscribe with a standard client; yields the stream of dashboards."""
    transport = WebsocketsTransport(
        url=service.websocket,
        subprotocols=[PROTOCOL],
        init_payload={"Authorization": f"Bearer {token}"},
    )
    async with Client(transport=transport) as session:
        request = gql(PANTAU)
        request.variable_values = {"tahun": 2026, **variables}

        async with aclosing(session.subscribe(request)) as answers:
            yield (answer["dashboardPengisian"] async for answer in answers)


async def soon(stream: AsyncIterator[Any]) -> Any:
    return await asyncio.wait_for(anext(stream), 5)


async def test_an_open_dashboard_moves_within_a_second(dunia: Dunia, service: Layanan) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.DRAFT)
    staf = await service.token(dunia.staf.pegawai)
    super_admin = await service.token(dunia.super.pegawai)
    async with pantau(service, super_admin) as stream:
        first = await soon(stream)
        assert first["lengkap"]
        assert len(first["unit"]) == 2
        assert first["utama"]["draft"] == 1

        started = time.monotonic()
        answer = await service.minta(staf, AJUKAN, id=skp_id)
        assert answer["data"]["skpAjukan"]["userErrors"] == []
        moved = await soon(stream)

        assert time.monotonic() - started < 1
        assert not moved["lengkap"]
        assert moved["versi"] > first["versi"]
        assert (moved["utama"]["draft"], moved["utama"]["pengajuan"]) == (0, 1)
        assert [unit["nama"] for unit in moved["unit"]] == ["Instansi A"]


async def test_a_view_hears_nothing_of_another_instansi(dunia: Dunia, service: Layanan) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.DRAFT)
    staf = await service.token(dunia.staf.pegawai)
    super_admin = await service.token(dunia.super.pegawai)
    async with pantau(service, super_admin, instansiId=f"instansi_{dunia.lain.id}") as stream:
        await soon(stream)
        await service.minta(staf, AJUKAN, id=skp_id)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(anext(stream), 1)


async def test_who_may_not_open_a_dashboard_may_not_watch_it(
    dunia: Dunia, service: Layanan
) -> None:
    token = await service.token(dunia.staf.pegawai)
    async with opened(service, {"Authorization": f"Bearer {token}"}) as socket:
        await send(socket, subscribe("1"))
        answer = await receive(socket)
    [error] = answer["payload"] if answer["type"] == "error" else answer["payload"]["errors"]
    assert error["extensions"]["code"] == "NOT_FOUND"


async def test_the_connection_ends_with_its_token(dunia: Dunia, service: Layanan) -> None:
    token = signed(dunia, seconds=2)
    async with opened(service, {"Authorization": f"Bearer {token}"}) as socket:
        await send(socket, subscribe("1"))
        assert (await receive(socket))["type"] == "next"
        assert await closed(socket) == 4403


async def test_without_a_good_token_there_is_no_connection(service: Layanan) -> None:
    for header in (None, "Bearer palsu", "Bearer", "x", 5):
        async with connect(service.websocket, subprotocols=[PROTOCOL]) as socket:  # type: ignore[list-item]
            payload = {} if header is None else {"Authorization": header}
            await send(socket, {"type": "connection_init", "payload": payload})
            assert await closed(socket) == 4403


async def test_a_malformed_frame_closes_the_connection_as_the_protocol_says(
    dunia: Dunia, service: Layanan
) -> None:
    for frame in MALFORMED:
        async with opened(service, {"Authorization": f"Bearer {signed(dunia)}"}) as socket:
            await socket.send(frame)
            assert await closed(socket) == 4400, frame


def signed(dunia: Dunia, seconds: int = 60) -> str:
    """A token of the super admin's that ends soon."""
    short = replace(dunia.super.aktor, berakhir=int(time.time()) + seconds)
    return sign(short, Keys(DEVELOPMENT_SECRET, seconds, seconds))


@asynccontextmanager
async def opened(service: Layanan, payload: dict[str, Any]) -> AsyncIterator[ClientConnection]:
    """A connection that has been acknowledged, frame by frame."""
    async with connect(service.websocket, subprotocols=[PROTOCOL]) as socket:  # type: ignore[list-item]
        await send(socket, {"type": "connection_init", "payload": payload})
        assert (await receive(socket))["type"] == "connection_ack"
        yield socket


def subscribe(id_: str) -> dict[str, Any]:
    payload = {"query": PANTAU, "variables": {"tahun": 2026}}
    return {"id": id_, "type": "subscribe", "payload": payload}


async def send(socket: ClientConnection, message: dict[str, Any]) -> None:
    await socket.send(json.dumps(message))


async def receive(socket: ClientConnection) -> Any:
    return json.loads(await asyncio.wait_for(socket.recv(), 5))


async def closed(socket: ClientConnection) -> int:
    """The code that the server closes with."""
    try:
        while True:
            await asyncio.wait_for(socket.recv(), 10)
    except ConnectionClosed:
        assert socket.close_code is not None
        return socket.close_code
