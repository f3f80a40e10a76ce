"""Subscriptions as the schema answers them: the texts that every transport sends."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import orjson
import pytest

from resolvers.akun.pembatas import Pembatas
from schema.context import Context
from schema.documents import InvalidError
from schema.live import Live
from subscriptions.hub import Hub
from tests.buatan import TAHUN, buat
from tests.dunia import KEYS, SCHEMA, Dunia, Orang
from tests.live.penonton import menghubungkan
from tests.test_dashboard import DASHBOARD, OPEN, _buka, _scopes

pytestmark = pytest.mark.anyio

PANTAU = DASHBOARD.replace("query", "subscription", 1)


@pytest.fixture
async def hub(dunia: Dunia) -> AsyncIterator[Hub]:
    async with menghubungkan() as made:
        yield made


def _pantau(siapa: Orang | None, hub: Hub, **scope: Any) -> Any:
    context = Context(KEYS, Live(hub), Pembatas(10), "127.0.0.1", siapa.aktor if siapa else None)
    return SCHEMA.answers(SCHEMA.prepare(PANTAU, {"tahun": TAHUN, **scope}, None), context)


async def _soon(stream: Any) -> Any:
    return orjson.loads(await asyncio.wait_for(anext(stream), 5))["data"]["dashboardPengisian"]


async def _refused(stream: Any) -> list[str]:
    with pytest.raises(InvalidError) as refused:
        await _soon(stream)
    return [(error.extensions or {})["code"] for error in refused.value.errors]


async def test_the_subscription_shows_what_the_query_shows(dunia: Dunia, hub: Hub) -> None:
    scope = _scopes(dunia)["A"]
    stream = _pantau(dunia.admin, hub, **scope)
    assert await _soon(stream) == (await _buka(dunia.admin, **scope)).payload()
    await buat(dunia.staf)
    after = await _soon(stream)
    asked = (await _buka(dunia.admin, **scope)).payload()
    assert after == asked | {"lengkap": False}
    await stream.aclose()


async def test_the_subscription_opens_what_the_query_opens(dunia: Dunia, hub: Hub) -> None:
    for nama, siapa in dunia.orang.items():
        for scope, ids in _scopes(dunia).items():
            stream = _pantau(siapa, hub, **ids)
            if scope in OPEN[nama]:
                assert (await _soon(stream))["lengkap"]
            else:
                assert (nama, scope, await _refused(stream)) == (nama, scope, ["NOT_FOUND"])
            await stream.aclose()
    assert await _refused(_pantau(None, hub)) == ["UNAUTHENTICATED"]
