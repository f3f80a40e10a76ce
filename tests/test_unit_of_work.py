"""The edge of every use case: fail closed, all or nothing, and word of it only after the commit."""

import asyncio

import pytest
from tortoise.exceptions import IntegrityError

from models.database import Dialect, dialect, execute
from models.errors import ConflictError, UnauthenticatedError
from models.organisasi import Unor
from models.riwayat import Riwayat
from models.skp import Rhk, Skp
from resolvers.unit_of_work import PolicyNotConsultedError, unit_of_work
from subscriptions import exchange
from subscriptions.events import Event
from subscriptions.exchange import Exchange
from tests.buatan import SKP_BUAT, buat, kunci, masukan_skp, tambah_rhk
from tests.dunia import Dunia

pytestmark = pytest.mark.anyio


async def test_without_a_policy_nothing_is_committed(dunia: Dunia) -> None:
    with pytest.raises(PolicyNotConsultedError):
        async with unit_of_work(dunia.staf.aktor):
            await Unor.filter(id=dunia.biro.id).update(nama="berubah")
    assert (await Unor.get(id=dunia.biro.id)).nama == "biro"


async def test_what_fails_later_takes_the_trail_along(dunia: Dunia) -> None:
    with pytest.raises(RuntimeError):
        async with unit_of_work(dunia.staf.aktor) as work:
            work.demand(())
            await work.record("skp", 1, "UBAH")
            raise RuntimeError
    assert await Riwayat.all().count() == 0


async def test_a_key_that_went_meanwhile_is_a_conflict(dunia: Dunia) -> None:
    rhk_id = await tambah_rhk(dunia.staf, await buat(dunia.staf))
    with pytest.raises(ConflictError):
        async with unit_of_work(dunia.staf.aktor) as work:
            work.demand(())
            await Rhk.filter(id=kunci(rhk_id)).update(rhk_atasan_id=999_999)


async def test_waiting_for_all_the_time_that_a_statement_has_is_a_conflict(dunia: Dunia) -> None:
    if dialect() is Dialect.SQLITE:
        pytest.skip("SQLite has no such limit")
    with pytest.raises(ConflictError):
        async with unit_of_work(dunia.staf.aktor) as work:
            work.demand(())
            await execute("SET LOCAL statement_timeout = '50ms'")
            await execute("SELECT pg_sleep(5)")


async def test_a_mistake_of_ours_is_no_conflict(dunia: Dunia) -> None:
    skp_id = kunci(await buat(dunia.staf))
    with pytest.raises(IntegrityError):
        async with unit_of_work(dunia.staf.aktor) as work:
            work.demand(())
            await execute("UPDATE skp SET status = 'LAIN' WHERE id = $1", [skp_id])


async def test_an_ended_session_changes_nothing(dunia: Dunia) -> None:
    await dunia.staf.sesi.delete()
    with pytest.raises(UnauthenticatedError):
        async with unit_of_work(dunia.staf.aktor):
            raise AssertionError


async def test_others_hear_of_it_once_it_is_committed(dunia: Dunia) -> None:
    """Not while it may still be undone."""
    heard: list[tuple[Event, ...]] = []
    others = Exchange("memory://", 0.01, lambda events: heard.append(tuple(events)), lambda: None)
    exchange.use(others)  # not started: what it tells it hears at once
    try:
        reversed_ = masukan_skp() | {"periodeAkhir": "2026-01-01"}
        refused = await dunia.staf.minta(SKP_BUAT, input=reversed_)
        assert refused.user_errors() != []
        assert heard == []
        async with unit_of_work(dunia.staf.aktor) as work:
            work.demand()
            work.events.append(Event("skp", 1))
            await asyncio.sleep(0.05)
            assert heard == []
        assert heard == [(Event("skp", 1),)]
        heard.clear()
        await buat(dunia.staf)
    finally:
        exchange.use(None)
    told = {event for events in heard for event in events}
    assert told == {
        Event("pengisian", dunia.bagian.id, 2026),
        Event("skp", dunia.staf.pegawai.id),
    }
    assert await Skp.all().count() == 1
