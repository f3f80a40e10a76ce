"""Subscriptions as the schema answers them: the texts that every transport sends."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import orjson
import pytest

from models.counters import hari_ini
from models.database import execute
from models.rules.vocabulary import StatusSkp
from resolvers.akun.pembatas import Pembatas
from schema import live as live_module
from schema.context import Context
from schema.documents import InvalidError
from schema.live import Live
from subscriptions.hub import Hub
from tests.buatan import TAHUN, buat, buat_berstatus
from tests.dunia import KEYS, SCHEMA, Dunia, Orang, pimpin
from tests.live.penonton import menghubungkan
from tests.mutations.test_notifikasi_tandai_dibaca import TANDAI
from tests.test_dashboard import DASHBOARD, OPEN, _buka, _scopes
from tests.test_riwayat_pengisian import mundur

pytestmark = pytest.mark.anyio

PANTAU = DASHBOARD.replace("query", "subscription", 1)
RIWAYAT = """
subscription ($tahun: Int!) {
  riwayatPengisian(tahun: $tahun) { versi lengkap titik { tanggal draft } }
}
"""
SAYA = "subscription { saya { notifikasiBelumDibaca notifikasi { nodes { jenis skp { id } } } } }"


@pytest.fixture
async def hub(dunia: Dunia) -> AsyncIterator[Hub]:
    async with menghubungkan() as made:
        yield made


def _ikuti(siapa: Orang | None, live: Live, document: str, **variables: Any) -> Any:
    context = Context(KEYS, live, Pembatas(10), "127.0.0.1", siapa.aktor if siapa else None)
    return SCHEMA.answers(SCHEMA.prepare(document, variables, None), context)


def _pantau(siapa: Orang | None, live: Live, **scope: Any) -> Any:
    return _ikuti(siapa, live, PANTAU, tahun=TAHUN, **scope)


async def _soon(stream: Any) -> Any:
    [shown] = orjson.loads(await asyncio.wait_for(anext(stream), 5))["data"].values()
    return shown


async def _refused(stream: Any) -> list[str]:
    with pytest.raises(InvalidError) as refused:
        await _soon(stream)
    return [(error.extensions or {})["code"] for error in refused.value.errors]


async def test_years_that_there_are_figures_of(dunia: Dunia, hub: Hub) -> None:
    for name in ("dashboardPengisian", "dashboardMatriks", "dashboardPenilaian"):
        document = f"subscription ($tahun: Int!) {{ {name}(tahun: $tahun) {{ tahun }} }}"
        stream = _ikuti(dunia.super, Live(hub), document, tahun=2100)
        assert await _soon(stream) == {"tahun": 2100}
        stream = _ikuti(dunia.super, Live(hub), document, tahun=2101)
        assert await _refused(stream) == ["BAD_INPUT"]


async def test_the_subscription_shows_what_the_query_shows(dunia: Dunia, hub: Hub) -> None:
    scope = _scopes(dunia)["A"]
    stream = _pantau(dunia.admin, Live(hub), **scope)
    assert await _soon(stream) == (await _buka(dunia.admin, **scope)).payload()
    await buat(dunia.staf)
    after = await _soon(stream)
    asked = (await _buka(dunia.admin, **scope)).payload()
    assert after == asked | {"lengkap": False}
    await stream.aclose()


async def test_the_subscription_opens_what_the_query_opens(dunia: Dunia, hub: Hub) -> None:
    for nama, siapa in dunia.orang.items():
        for scope, ids in _scopes(dunia).items():
            stream = _pantau(siapa, Live(hub), **ids)
            if scope in OPEN[nama]:
                assert (await _soon(stream))["lengkap"]
            else:
                assert (nama, scope, await _refused(stream)) == (nama, scope, ["NOT_FOUND"])
            await stream.aclose()
    assert await _refused(_pantau(None, Live(hub))) == ["UNAUTHENTICATED"]


async def test_one_text_for_all_who_show_the_same(dunia: Dunia, hub: Hub) -> None:
    live = Live(hub)
    streams = [_pantau(dunia.super, live) for _ in range(20)]
    first = {id(await asyncio.wait_for(anext(stream), 5)) for stream in streams}
    assert len(first) == 1
    await buat(dunia.staf)
    later = {id(await asyncio.wait_for(anext(stream), 5)) for stream in streams}
    assert len(later) == 1
    for stream in streams:
        await stream.aclose()


async def test_the_curve_is_live_at_its_last_point(dunia: Dunia, hub: Hub) -> None:
    await buat(dunia.rekan)
    await mundur(4)
    stream = _ikuti(dunia.super, Live(hub), RIWAYAT, tahun=TAHUN)
    first = await _soon(stream)
    assert first["lengkap"]
    assert [titik["draft"] for titik in first["titik"]] == [1, 1]
    await buat(dunia.staf)
    later = await _soon(stream)
    assert not later["lengkap"]
    assert later["versi"] > first["versi"]
    [titik] = later["titik"]
    assert (titik["tanggal"], titik["draft"]) == (hari_ini().isoformat(), 2)
    await stream.aclose()


async def test_who_is_told_something_sees_it_at_once_and_nobody_else(
    dunia: Dunia, hub: Hub
) -> None:
    live = Live(hub)
    penilai, lain = (_ikuti(siapa, live, SAYA) for siapa in (dunia.kabag, dunia.kabiro))
    for stream in (penilai, lain):
        assert await _soon(stream) == {"notifikasiBelumDibaca": 0, "notifikasi": {"nodes": []}}
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    told = {"jenis": "SKP_DIAJUKAN", "skp": {"id": skp_id}}
    assert await _soon(penilai) == {"notifikasiBelumDibaca": 1, "notifikasi": {"nodes": [told]}}
    await dunia.kabag.minta(TANDAI)
    assert (await _soon(penilai))["notifikasiBelumDibaca"] == 0
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(anext(lain), 0.3)
    await penilai.aclose()


@pytest.mark.parametrize("kehilangan", ["UNAUTHENTICATED", "NOT_FOUND"])
async def test_who_may_no_longer_watch_is_sent_away(
    dunia: Dunia, hub: Hub, monkeypatch: pytest.MonkeyPatch, kehilangan: str
) -> None:
    monkeypatch.setattr(live_module, "CHECK_AGAIN_SECONDS", 0.05)
    live = Live(hub)
    await live.start()
    stream = _pantau(dunia.kabag, live, unorId=f"unor_{dunia.bagian.id}")
    tetap = _pantau(dunia.kabiro, live, unorId=f"unor_{dunia.bagian.id}")
    try:
        await _soon(stream)
        await _soon(tetap)
        if kehilangan == "NOT_FOUND":
            await pimpin(dunia.bagian, dunia.rekan)
        else:
            await execute("DELETE FROM sesi WHERE id = $1", [dunia.kabag.aktor.sesi_id])
        assert await _refused(stream) == [kehilangan]
        await buat(dunia.staf)
        assert not (await _soon(tetap))["lengkap"]
    finally:
        await tetap.aclose()
        await live.stop()
