"""The hub: a change is read once, and everybody ends up with what a query says."""

import asyncio
import logging
from collections.abc import AsyncIterator, Collection
from dataclasses import replace
from random import Random
from typing import ClassVar, Self

import pytest

from models.counters import PENGISIAN
from models.database import execute
from models.rules.vocabulary import JenisLingkup
from models.statistik import NASIONAL, Lingkup, Pandangan, read_statistik
from subscriptions import hub as hub_module
from subscriptions.events import Event
from subscriptions.hub import Hub
from subscriptions.pohon import Pohon
from subscriptions.topic import Slot
from tests.buatan import TAHUN, ajukan, buat, isi_lengkap, setujui
from tests.dunia import Dunia, unor
from tests.langkah import TAHUN as TAHUN_LANGKAH
from tests.langkah import Langkah
from tests.live.penonton import Penonton, lingkup_a, lingkup_unor, menghubungkan, pandangan
from tests.rekap import DRAFT, Naif

pytestmark = pytest.mark.anyio


@pytest.fixture
async def hub(dunia: Dunia) -> AsyncIterator[Hub]:
    """A hub that hears of every change, as in the service."""
    async with menghubungkan() as made:
        yield made


async def test_the_first_message_is_complete(dunia: Dunia, hub: Hub) -> None:
    await buat(dunia.staf)
    view = pandangan(lingkup_a(dunia))
    penonton = Penonton(hub, view)
    message = await penonton.baca()
    assert message == await read_statistik(view)
    assert message.lengkap
    await penonton.pergi()


async def test_later_only_what_changed_in_absolute_numbers(dunia: Dunia, hub: Hub) -> None:
    await unor(dunia.instansi, "biro tenang", dunia.akar)
    penonton = {
        "nasional": Penonton(hub, pandangan(NASIONAL)),
        "A": Penonton(hub, pandangan(lingkup_a(dunia))),
        "biro": Penonton(hub, pandangan(lingkup_unor(dunia.biro.id))),
        "bagian": Penonton(hub, pandangan(lingkup_unor(dunia.bagian.id))),
    }
    first = {nama: await satu.baca() for nama, satu in penonton.items()}
    await buat(dunia.staf)
    changed = {
        "nasional": {dunia.instansi.id},
        "A": {dunia.biro.id},
        "biro": {dunia.bagian.id},
        "bagian": set(),
    }
    for nama, satu in penonton.items():
        message = await satu.baca()
        assert not message.lengkap
        assert message.unit.keys() == changed[nama]
        assert message.utama == replace(first[nama].utama, angka=(1, 0, 0))
        assert message.versi > first[nama].versi
        assert all(unit.rekap.angka[DRAFT] == 1 for unit in message.unit.values())
        await satu.pergi()


async def test_what_does_not_concern_a_view_sends_nothing(dunia: Dunia, hub: Hub) -> None:
    lain = Lingkup(JenisLingkup.INSTANSI, "B", dunia.lain.id, dunia.asing.pegawai.unor_id)
    tenang = [Penonton(hub, pandangan(lain)), Penonton(hub, pandangan(NASIONAL, TAHUN + 1))]
    ramai = Penonton(hub, pandangan(NASIONAL))
    for satu in (*tenang, ramai):
        await satu.baca()
    await buat(dunia.staf)
    await ramai.baca()
    for satu in tenang:
        await satu.diam()
    await ramai.pergi()


async def test_a_slow_reader_gets_one_merged_message(dunia: Dunia, hub: Hub) -> None:
    lambat, cepat = (Penonton(hub, pandangan(lingkup_a(dunia))) for _ in range(2))
    for satu in (lambat, cepat):
        await satu.baca()
    skp_id = await buat(dunia.staf)
    await cepat.baca()
    await isi_lengkap(dunia.staf, skp_id)
    await ajukan(dunia.staf, skp_id)
    await cepat.baca()
    await setujui(dunia.kabag, skp_id)
    await cepat.baca()
    message = await lambat.baca()
    assert not message.lengkap
    assert message.utama.angka == (0, 0, 1)
    assert lambat.state == cepat.state
    await lambat.diam()
    await cepat.pergi()


@pytest.mark.parametrize("seed", [11, 12])
async def test_every_subscriber_ends_up_with_what_the_query_says(
    dunia: Dunia, hub: Hub, seed: int
) -> None:
    langkah = Langkah(dunia, Random(seed))
    views = [
        Pandangan(lingkup, PENGISIAN, tahun, semua)
        for lingkup in (await Naif.load()).lingkup()
        for tahun in TAHUN_LANGKAH
        for semua in (False, True)
    ]
    penonton = [Penonton(hub, view) for view in views]
    for satu in penonton:
        await satu.baca()
    for _ in range(30):
        await langkah.maju()
    assert langkah.berhasil > 15
    for view, satu in zip(views, penonton, strict=True):
        wanted = await read_statistik(view)
        while (
            satu.state is None
            or satu.state.utama != wanted.utama
            or (satu.state.unit != wanted.unit)
        ):
            await satu.baca()
        assert satu.state.langsung == wanted.langsung
        await satu.pergi()


async def test_a_late_subscriber_starts_complete(dunia: Dunia, hub: Hub) -> None:
    view = pandangan(lingkup_a(dunia))
    pertama = Penonton(hub, view)
    await pertama.baca()
    await buat(dunia.staf)
    await pertama.baca()
    kedua = Penonton(hub, view)
    assert (await kedua.baca()).utama.angka[DRAFT] == 1
    await buat(dunia.rekan)
    for satu in (pertama, kedua):
        assert (await satu.baca()).utama.angka[DRAFT] == 2
        await satu.pergi()


async def test_leaving_cleans_up(dunia: Dunia, hub: Hub) -> None:
    view = pandangan(NASIONAL)
    satu, dua = Penonton(hub, view), Penonton(hub, view)
    await satu.baca()
    await dua.baca()
    await satu.pergi()
    assert list(hub._topics) == [view]
    await buat(dunia.staf)
    assert (await dua.baca()).utama.angka[DRAFT] == 1
    await dua.pergi()
    hub._drop_idle(asyncio.get_running_loop().time() + 100)
    assert not hub._topics


async def test_a_view_that_nobody_watches_costs_nothing(
    dunia: Dunia, hub: Hub, caplog: pytest.LogCaptureFixture
) -> None:
    await asyncio.sleep(0.1)  # the re-read after the link was built
    caplog.set_level(logging.DEBUG, "tortoise.db_client")
    caplog.clear()
    hub.receive([Event(PENGISIAN, dunia.bagian.id, TAHUN)])
    await asyncio.sleep(0.15)
    assert [record.getMessage() for record in caplog.records] == []


async def test_one_change_is_read_once_however_many_watch(
    dunia: Dunia, hub: Hub, caplog: pytest.LogCaptureFixture
) -> None:
    penonton = [Penonton(hub, pandangan(NASIONAL)) for _ in range(20)]
    for satu in penonton:
        await satu.baca()
    await buat(dunia.staf)
    for satu in penonton:
        await satu.baca()
    caplog.set_level(logging.DEBUG, "tortoise.db_client")
    caplog.clear()
    await execute("UPDATE hitungan_pengisian SET pengajuan = pengajuan + 1, versi = versi + 1")
    hub.receive([Event(PENGISIAN, dunia.bagian.id, TAHUN)])
    messages = [await satu.baca() for satu in penonton]
    assert all(message == messages[0] for message in messages)
    reads = [r for r in caplog.records if "hitungan_pegawai" in r.getMessage()]
    assert len(reads) == 1
    for satu in penonton:
        await satu.pergi()


async def test_who_leaves_before_the_first_read_takes_nobody_along(dunia: Dunia, hub: Hub) -> None:
    """Two open the same view at once; the first gives up while it is still being read."""
    view = pandangan(NASIONAL)
    pertama, kedua = Penonton(hub, view), Penonton(hub, view)
    tergesa = asyncio.create_task(pertama.baca())
    sabar = asyncio.create_task(kedua.baca())
    await asyncio.sleep(0)
    tergesa.cancel()
    assert (await sabar).lengkap
    await buat(dunia.staf)
    assert (await kedua.baca(1)).utama.angka[DRAFT] == 1
    await kedua.pergi()


async def test_what_the_link_lost_is_healed_even_on_a_busy_day(
    dunia: Dunia, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Events of other places never stop; the periodic re-read comes all the same."""
    monkeypatch.setattr(hub_module, "REREAD_SECONDS", 0.2)
    hub = Hub(window=0.01)
    await hub.start()
    penonton = Penonton(hub, pandangan(lingkup_a(dunia)))
    await penonton.baca()
    await buat(dunia.staf)  # no link: the hub never hears of it

    async def ramai() -> None:
        while True:
            hub.receive([Event(PENGISIAN, dunia.asing.pegawai.unor_id, TAHUN)])
            await asyncio.sleep(0.03)

    sibuk = asyncio.create_task(ramai())
    try:
        assert (await penonton.baca(3)).utama.angka[DRAFT] == 1
    finally:
        sibuk.cancel()
        await penonton.pergi()
        await hub.stop()


class Nilai:
    """Something watched whose reading takes as long as the test wants: it shows what stood there
    when the reading began."""

    key = "nilai"

    READ_TOGETHER: ClassVar[int] = 1

    def __init__(self) -> None:
        self.versi = self.ada = self.terbaca = 0
        self.slots: set[Slot] = set()
        self.boleh = asyncio.Event()

    @classmethod
    async def refresh(
        cls, topics: Collection[Self], events: Collection[Event], pohon: Pohon
    ) -> Collection[Self]:
        return await cls.reread(topics)

    @classmethod
    async def reread(cls, topics: Collection[Self]) -> Collection[Self]:
        for topic in topics:
            stood = topic.ada
            await topic.boleh.wait()
            topic.terbaca = stood
            topic.versi += 1
        return topics


@pytest.mark.parametrize("told", [True, False])
async def test_what_happens_during_the_first_reading_is_not_lost(told: bool) -> None:
    """Whether word of it comes, or only that something was missed."""
    hub, topic = Hub(window=0.01), Nilai()
    await hub.start()
    with hub.watching(topic) as (_, slot):
        loading = asyncio.create_task(hub.loaded(topic))
        await asyncio.sleep(0.05)
        topic.ada = 1
        if told:
            hub.receive([Event(PENGISIAN, 1, TAHUN)])
        else:
            hub.missed()
        await asyncio.sleep(0.05)
        topic.boleh.set()
        await loading
        await asyncio.wait_for(slot.stirred(), 5)
        assert topic.terbaca == 1
    await hub.stop()


async def test_a_reading_that_a_change_overtook_is_not_remembered(dunia: Dunia) -> None:
    pohon, id_ = Pohon(), dunia.bagian.id
    for read in (pohon.tempat([id_]), pohon.root(dunia.instansi.id)):
        reading = asyncio.create_task(read)
        await asyncio.sleep(0)
        pohon.forget()
        assert await reading
    await execute("UPDATE unor SET nama = 'lain'")
    assert (await pohon.tempat([id_]))[id_].nama == "lain"
    root = await pohon.root(dunia.instansi.id)
    assert root is not None
    assert root.nama == "lain"
