"""Whoever may no longer watch is told so at the next check, and sees nothing more."""

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AsyncExitStack, aclosing
from typing import Any

import httpx
import pytest

from models.akun import Akun, Sesi
from models.organisasi import Pegawai
from schema import live
from tests.buatan import TAHUN, buat
from tests.dunia import Dunia, Orang, pimpin
from tests.layanan import Layanan
from tests.live.di_sini import di_sini, watched
from tests.live.klien import PANTAU, token
from tests.live.test_link import eventually

pytestmark = pytest.mark.anyio

Answers = AsyncGenerator[dict[str, Any], None]


async def over_websocket(service: Layanan, siapa: Orang, variables: dict[str, Any]) -> Answers:
    """The answers, and the errors that end them."""
    async with service.soket(token(siapa)) as soket:
        payload = {"query": PANTAU, "variables": variables}
        await soket.kirim("subscribe", id="1", payload=payload)
        while True:
            message = await soket.terima()
            ended = message["type"] == "error"
            yield {"errors": message["payload"]} if ended else message["payload"]


async def over_sse(service: Layanan, siapa: Orang, variables: dict[str, Any]) -> Answers:
    headers = {"authorization": f"Bearer {token(siapa)}", "accept": "text/event-stream"}
    body = {"query": PANTAU, "variables": variables}
    async with (
        httpx.AsyncClient(timeout=10, headers=headers) as client,
        client.stream("POST", service.graphql, json=body) as answer,
    ):
        async for line in answer.aiter_lines():
            if line.startswith("data: "):
                yield json.loads(line[6:])


# Ways to lose it: who watches the biro, what happens, and what he is told.


async def account_off(dunia: Dunia) -> None:
    await Akun.filter(id=dunia.admin.akun.id).update(aktif=False)


async def person_gone(dunia: Dunia) -> None:
    await Pegawai.filter(id=dunia.admin.pegawai.id).update(aktif=False)


async def logged_out(dunia: Dunia) -> None:
    await Sesi.filter(id=dunia.admin.sesi.id).delete()


async def replaced(dunia: Dunia) -> None:
    await pimpin(dunia.biro, dunia.staf)


Loss = tuple[str, Callable[[Dunia], Awaitable[None]], str]
LOSSES: list[Loss] = [
    ("admin", account_off, "UNAUTHENTICATED"),
    ("admin", person_gone, "UNAUTHENTICATED"),
    ("admin", logged_out, "UNAUTHENTICATED"),
    ("kabiro", replaced, "NOT_FOUND"),
]


@pytest.mark.parametrize("case", LOSSES, ids=lambda case: case[1].__name__)
async def test_access_taken_away_ends_what_runs(
    dunia: Dunia, monkeypatch: pytest.MonkeyPatch, case: Loss
) -> None:
    nama, loss, code = case
    monkeypatch.setattr(live, "CHECK_AGAIN_SECONDS", 0.2)
    variables = {"tahun": TAHUN, "unorId": f"unor_{dunia.biro.id}"}
    async with asyncio.timeout(20), di_sini() as service, AsyncExitStack() as stack:
        his, other = [
            [
                await stack.enter_async_context(aclosing(over(service, siapa, variables)))
                for over in (over_websocket, over_sse)
            ]
            for siapa in (dunia.orang[nama], dunia.kepala)
        ]
        for answers in (*his, *other):
            assert "data" in await anext(answers)
        await asyncio.sleep(0.5)
        await loss(dunia)
        for answers in his:
            ended = await anext(answers)
            assert [error["extensions"]["code"] for error in ended["errors"]] == [code]
        assert watched(service.live.hub) == len(other)
        await buat(dunia.rekan)
        for answers in other:
            assert "data" in await anext(answers)
        await stack.aclose()
        await eventually(lambda: watched(service.live.hub) == 0 and not service.live._running)
