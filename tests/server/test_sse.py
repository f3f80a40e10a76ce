"""Operations over server-sent events: the distinct connections mode of the graphql-sse protocol."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from schema.transport import sse
from tests.buatan import HAPUS, SKP_BUAT, TAHUN, buat, masukan_skp
from tests.dunia import Dunia
from tests.layanan import kode
from tests.live.di_sini import DiSini, di_sini, watched
from tests.live.klien import LIHAT, PANTAU, token
from tests.live.test_link import eventually
from tests.server.conftest import Bersama

pytestmark = pytest.mark.anyio

# The database makes no difference here.
satu_basis_data = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

SIAPA = {"query": "{ saya { nama } }"}
PANTAU_TAHUN = {"query": PANTAU, "variables": {"tahun": TAHUN}}
Event = tuple[str, Any]


@asynccontextmanager
async def opened(
    url: str, token: str | None, body: dict[str, Any], **lain: str
) -> AsyncIterator[httpx.Response]:
    """The answer to an operation, as it begins."""
    headers = {"accept": "text/event-stream", **lain}
    if token:
        headers["authorization"] = f"Bearer {token}"
    async with (
        httpx.AsyncClient(timeout=10, headers=headers) as client,
        client.stream("POST", url, json=body) as answer,
    ):
        yield answer


async def events(answer: httpx.Response) -> AsyncIterator[Event]:
    """Each event's name and data; a comment has the name "komentar"."""
    name, data = "", ""
    async for line in answer.aiter_lines():
        field, _, value = line.partition(":")
        match field, value.removeprefix(" "):
            case "event", given:
                name = given
            case "data", given:
                data = given
            case "", _ if line:
                name = "komentar"
            case _:
                yield name, json.loads(data) if data else None
                name, data = "", ""


async def all_events(url: str, token: str | None, body: dict[str, Any]) -> list[Event]:
    async with asyncio.timeout(10), opened(url, token, body) as answer:
        assert answer.status_code == httpx.codes.OK
        assert answer.headers["content-type"] == "text/event-stream; charset=utf-8"
        assert answer.headers["cache-control"] == "no-store"
        return [event async for event in events(answer)]


@pytest.mark.parametrize(
    "body",
    [
        SIAPA,
        {"query": LIHAT, "variables": {"tahun": TAHUN}},
        {"query": '{ saya { nama } skp(id: "skp_999") { id } }'},
        {"query": "query A { saya { nama } } query B { saya { nip } }", "operationName": "B"},
        {"query": "{ tidakAda }"},
        {"query": "{"},
        {"query": "query ($id: ID!) { skp(id: $id) { id } }"},
    ],
    ids=lambda body: body["query"],
)
async def test_a_query_answers_as_over_http_and_completes(
    bersama: Bersama, body: dict[str, Any]
) -> None:
    over_http = await bersama.service.kirim("POST", bersama.super, json=body)
    shown = await all_events(bersama.service.graphql, bersama.super, body)
    assert shown == [("next", over_http.json()), ("complete", None)]


async def test_a_get_answers_as_a_post(bersama: Bersama) -> None:
    accept = {"accept": "text/event-stream", "authorization": f"Bearer {bersama.super}"}
    async with httpx.AsyncClient(headers=accept) as client:
        answer = await client.get(bersama.service.graphql, params=SIAPA)
    assert [event async for event in events(answer)] == [
        ("next", {"data": {"saya": {"nama": "super"}}}),
        ("complete", None),
    ]


async def test_without_a_token_nothing_is_watched(bersama: Bersama) -> None:
    for bad in (None, "palsu"):
        answer, complete = await all_events(bersama.service.graphql, bad, PANTAU_TAHUN)
        assert kode(answer[1]) == "UNAUTHENTICATED"
        assert complete == ("complete", None)


async def test_who_may_not_open_a_dashboard_may_not_watch_it(bersama: Bersama) -> None:
    answer, complete = await all_events(bersama.service.graphql, bersama.staf, PANTAU_TAHUN)
    assert kode(answer[1]) == "NOT_FOUND"
    assert complete == ("complete", None)


async def test_who_takes_json_too_gets_no_events(bersama: Bersama) -> None:
    both = "application/json, text/event-stream"
    url, body = bersama.service.graphql, {"query": PANTAU, "variables": {"tahun": TAHUN}}
    async with opened(url, bersama.super, body, accept=both) as answer:
        assert answer.status_code == httpx.codes.BAD_REQUEST
        assert kode(json.loads(await answer.aread())) == "BAD_INPUT"


@satu_basis_data
async def test_a_mutation_changes_what_it_would_over_http(dunia: Dunia) -> None:
    async with di_sini() as service:
        body = {"query": SKP_BUAT, "variables": {"input": masukan_skp()}}
        [(_, made), _] = await all_events(service.graphql, token(dunia.staf), body)
        skp_id = made["data"]["skpBuat"]["skp"]["id"]
        gone = await service.minta(token(dunia.staf), HAPUS, id=skp_id)
        assert gone["data"]["skpHapus"] == {"id": skp_id, "userErrors": []}


@satu_basis_data
async def test_a_subscription_brings_everything_and_then_what_changes(dunia: Dunia) -> None:
    async with asyncio.timeout(10), di_sini() as service, watching(service, dunia) as stream:
        name, first = await anext(stream)
        asked = await service.minta(token(dunia.super), LIHAT, tahun=TAHUN)
        assert (name, first) == ("next", asked)
        await buat(dunia.staf)
        name, then = await anext(stream)
        assert not then["data"]["dashboardPengisian"]["lengkap"]
        assert [unit["nama"] for unit in then["data"]["dashboardPengisian"]["unit"]] == [
            "Instansi A"
        ]


@asynccontextmanager
async def watching(service: DiSini, dunia: Dunia) -> AsyncIterator[AsyncIterator[Event]]:
    async with opened(service.graphql, token(dunia.super), PANTAU_TAHUN) as answer:
        yield events(answer)


@satu_basis_data
async def test_a_client_that_goes_leaves_nothing_behind(dunia: Dunia) -> None:
    async with asyncio.timeout(10), di_sini(connections=2) as service:
        for _ in range(3):  # more than it may have at once
            async with watching(service, dunia) as one, watching(service, dunia) as another:
                await anext(one)
                await anext(another)
                assert watched(service.live.hub) == 2
            await eventually(lambda: watched(service.live.hub) == 0)
            assert not service.live._running
            assert not service.live._views


@satu_basis_data
async def test_an_account_has_so_many_streams_and_no_more(dunia: Dunia) -> None:
    async with (
        asyncio.timeout(10),
        di_sini(connections=1) as service,
        watching(service, dunia) as stream,
    ):
        await anext(stream)
        async with opened(service.graphql, token(dunia.super), PANTAU_TAHUN) as answer:
            assert answer.status_code == httpx.codes.TOO_MANY_REQUESTS
        assert len(await all_events(service.graphql, token(dunia.super), SIAPA)) == 2


@satu_basis_data
async def test_a_stream_ends_with_its_token(dunia: Dunia) -> None:
    async with asyncio.timeout(10), di_sini() as service:
        short = token(dunia.super, seconds=2)
        first, last, complete = await all_events(service.graphql, short, PANTAU_TAHUN)
    assert "data" in first[1]
    assert kode(last[1]) == "UNAUTHENTICATED"
    assert complete == ("complete", None)


@satu_basis_data
async def test_a_quiet_stream_shows_signs_of_life(
    dunia: Dunia, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sse, "KEEP_ALIVE", 0.2)
    async with asyncio.timeout(10), di_sini() as service, watching(service, dunia) as stream:
        names = [(await anext(stream))[0] for _ in range(5)]
        assert names.count("next") == 1
        await buat(dunia.staf)
        names = [(await anext(stream))[0] for _ in range(5)]
        assert names.count("next") == 1
        assert names.count("komentar") == 4
