"""The fill-in dashboard: who may open which, what it shows, and how it stays live."""

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from models.counters import recount
from models.database import execute
from models.pengisian import NASIONAL, Lingkup, Pandangan, Pengisian, read_pengisian
from models.rules.vocabulary import JenisLingkup, StatusSkp
from resolvers.akun.pembatas import Pembatas
from schema.context import Context
from subscriptions import hub as hub_module
from subscriptions import link
from subscriptions.hub import Hub
from tests.buatan import TAHUN, ajukan, buat, buat_berstatus, isi_lengkap, setujui
from tests.dunia import KEYS, SCHEMA, Dunia, Jawaban, Orang, minta, orang, pimpin, unor
from tests.langkah import TAHUN as TAHUN_LANGKAH
from tests.langkah import Langkah
from tests.rekap import Naif

pytestmark = pytest.mark.anyio

DASHBOARD = """
query ($tahun: Int!, $instansiId: ID, $unorId: ID, $semua: Boolean! = false) {
  dashboardPengisian(
    tahun: $tahun, instansiId: $instansiId, unorId: $unorId, semuaUnor: $semua
  ) {
    versi lengkap tahun
    lingkup { jenis id nama }
    jejak { nama }
    utama { ...angka }
    langsung { ...angka }
    unit { id nama jumlahAnak indukId total belumBuat draft pengajuan persetujuan }
  }
}
fragment angka on RekapPengisian { total belumBuat draft pengajuan persetujuan }
"""
PANTAU = DASHBOARD.replace("query", "subscription", 1)
ANGKA = ("total", "belumBuat", "draft", "pengajuan", "persetujuan")


def _scopes(dunia: Dunia) -> dict[str, dict[str, str]]:
    return {
        "nasional": {},
        "A": {"instansiId": f"instansi_{dunia.instansi.id}"},
        "B": {"instansiId": f"instansi_{dunia.lain.id}"},
        "akar": {"unorId": f"unor_{dunia.akar.id}"},
        "biro": {"unorId": f"unor_{dunia.biro.id}"},
        "bagian": {"unorId": f"unor_{dunia.bagian.id}"},
        "akar-b": {"unorId": f"unor_{dunia.asing.pegawai.unor_id}"},
    }


async def _buka(siapa: Orang, **scope: Any) -> Jawaban:
    return await siapa.minta(DASHBOARD, tahun=TAHUN, **scope)


# Access (domain 5).

OPEN = {
    "super": {"nasional", "A", "B", "akar", "biro", "bagian", "akar-b"},
    "admin": {"A", "akar", "biro", "bagian"},
    "kepala": {"A", "akar", "biro", "bagian"},
    "kabiro": {"biro", "bagian"},
    "kabag": {"bagian"},
    "staf": set(),
    "rekan": set(),
    "asing": set(),
}


async def test_who_may_open_what(dunia: Dunia) -> None:
    assert OPEN.keys() == dunia.orang.keys()
    for nama, siapa in dunia.orang.items():
        for scope, ids in _scopes(dunia).items():
            jawaban = await _buka(siapa, **ids)
            wanted = [] if scope in OPEN[nama] else ["NOT_FOUND"]
            assert (nama, scope, jawaban.codes) == (nama, scope, wanted)


async def test_nobody_opens_any(dunia: Dunia) -> None:
    for ids in _scopes(dunia).values():
        jawaban = await minta(None, DASHBOARD, tahun=TAHUN, **ids)
        assert jawaban.codes == ["UNAUTHENTICATED"]


async def test_an_admin_who_also_leads_elsewhere_opens_both(dunia: Dunia) -> None:
    """A person of B administers A, and leads B's root: both are his."""
    akar_b = await dunia.asing.pegawai.unor
    await pimpin(akar_b, dunia.asing)
    dunia.asing.akun.peran, dunia.asing.akun.instansi_id = dunia.admin.akun.peran, dunia.instansi.id
    await dunia.asing.akun.save(update_fields=["peran", "instansi_id"])
    for scope in ("A", "bagian", "akar-b", "B"):
        jawaban = await _buka(dunia.asing, **_scopes(dunia)[scope])
        assert (scope, jawaban.codes) == (scope, [])


JEJAK = {
    ("super", "nasional"): [],
    ("super", "A"): ["Nasional"],
    ("super", "bagian"): ["Nasional", "Instansi A", "biro"],
    ("admin", "A"): [],
    ("admin", "bagian"): ["Instansi A", "biro"],
    ("kepala", "biro"): ["Instansi A"],
    ("kabiro", "biro"): [],
    ("kabiro", "bagian"): ["biro"],
    ("kabag", "bagian"): [],
}


async def test_the_way_up_ends_where_one_may_no_longer_look(dunia: Dunia) -> None:
    for (nama, scope), wanted in JEJAK.items():
        payload = (await _buka(dunia.orang[nama], **_scopes(dunia)[scope])).payload()
        assert [satu["nama"] for satu in payload["jejak"]] == wanted, (nama, scope)


async def test_one_scope_at_a_time(dunia: Dunia) -> None:
    scopes = _scopes(dunia)
    for siapa in (dunia.super, dunia.staf):
        assert (await _buka(siapa, **scopes["A"], **scopes["biro"])).codes == ["BAD_INPUT"]


async def test_ids_that_name_no_scope(dunia: Dunia) -> None:
    for id_ in ("", "x", "unor_", "unor_999999", "unor_１", "skp_1"):
        assert (await _buka(dunia.super, unorId=id_)).codes == ["NOT_FOUND"]
        assert (await _buka(dunia.super, instansiId=id_.replace("unor", "instansi"))).codes == [
            "NOT_FOUND"
        ]
    assert (await _buka(dunia.super, instansiId=f"unor_{dunia.akar.id}")).codes == ["NOT_FOUND"]


# What it shows.


async def test_what_it_shows(dunia: Dunia) -> None:
    await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN)
    await buat(dunia.kabiro)
    payload = (await _buka(dunia.admin, **_scopes(dunia)["A"])).payload()
    assert payload["lengkap"] is True
    assert payload["tahun"] == TAHUN
    assert payload["lingkup"] == {
        "jenis": JenisLingkup.INSTANSI,
        "id": f"instansi_{dunia.instansi.id}",
        "nama": "Instansi A",
    }
    assert payload["utama"] == dict(zip(ANGKA, (6, 4, 1, 0, 1), strict=True))
    assert payload["langsung"] == dict(zip(ANGKA, (2, 2, 0, 0, 0), strict=True))
    assert payload["unit"] == [
        {
            "id": f"unor_{dunia.biro.id}",
            "nama": "biro",
            "jumlahAnak": 1,
            "indukId": f"unor_{dunia.akar.id}",
            **dict(zip(ANGKA, (4, 2, 1, 0, 1), strict=True)),
        }
    ]


async def test_a_year_without_any_skp_is_all_belum_buat(dunia: Dunia) -> None:
    await buat(dunia.staf)
    payload = (await dunia.super.minta(DASHBOARD, tahun=1999)).payload()
    assert payload["utama"] == dict(zip(ANGKA, (8, 8, 0, 0, 0), strict=True))


async def test_utama_is_langsung_and_all_units(dunia: Dunia) -> None:
    await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    await buat(dunia.kepala)
    for ids in _scopes(dunia).values():
        payload = (await _buka(dunia.super, **ids)).payload()
        parts = [*payload["unit"], payload["langsung"] or dict.fromkeys(ANGKA, 0)]
        summed = {angka: sum(part[angka] for part in parts) for angka in ANGKA}
        assert payload["utama"] == summed
        assert (payload["langsung"] is None) == (ids == {})


async def test_units_stand_by_name(dunia: Dunia) -> None:
    for nama in ("arsip", "zeni", "biro"):
        await unor(dunia.instansi, f"{nama} 2", dunia.akar)
    payload = (await _buka(dunia.admin, **_scopes(dunia)["A"])).payload()
    names = [satu["nama"] for satu in payload["unit"]]
    assert names == ["arsip 2", "biro", "biro 2", "zeni 2"]


async def test_all_units_below_when_asked(dunia: Dunia) -> None:
    await buat(dunia.staf)
    payload = (await _buka(dunia.admin, **_scopes(dunia)["A"], semua=True)).payload()
    assert {satu["nama"]: (satu["total"], satu["draft"]) for satu in payload["unit"]} == {
        "biro": (4, 1),
        "bagian": (3, 1),
    }


# Live.


@pytest.fixture
async def hub(dunia: Dunia) -> AsyncIterator[Hub]:
    """A hub that hears of every change, as in the service."""
    made = Hub(window=0.01)
    carrier = link.Link("memory://", receive=made.receive, rebuilt=made.reread)
    await made.start()
    await carrier.start()
    link.use(carrier)
    try:
        yield made
    finally:
        link.use(None)
        await carrier.stop()
        await made.stop()


class Penonton:
    """A subscriber: what it was sent, and the state that it has put together."""

    def __init__(self, hub: Hub, view: Pandangan) -> None:
        self.stream = hub.watch(view)
        self.state: Pengisian | None = None

    async def baca(self, seconds: float = 5) -> Pengisian:
        message = await asyncio.wait_for(anext(self.stream), seconds)
        if message.lengkap or self.state is None:
            assert message.lengkap
            self.state = message
        else:
            assert message.versi > self.state.versi
            self.state = replace(message, lengkap=True, unit=self.state.unit | message.unit)
        return message

    async def diam(self, seconds: float = 0.2) -> None:
        """Nothing comes. Ends the stream."""
        with pytest.raises(TimeoutError):
            await self.baca(seconds)

    async def pergi(self) -> None:
        await self.stream.aclose()


def _view(lingkup: Lingkup, tahun: int = TAHUN) -> Pandangan:
    return Pandangan(lingkup, tahun)


def _lingkup_a(dunia: Dunia) -> Lingkup:
    return Lingkup(JenisLingkup.INSTANSI, "Instansi A", dunia.instansi.id, dunia.akar.id)


def _lingkup_unor(id_: int) -> Lingkup:
    return Lingkup(JenisLingkup.UNOR, "unor", id_, id_)


async def test_the_first_message_is_complete(dunia: Dunia, hub: Hub) -> None:
    await buat(dunia.staf)
    view = _view(_lingkup_a(dunia))
    penonton = Penonton(hub, view)
    message = await penonton.baca()
    assert message == await read_pengisian(view)
    assert message.lengkap
    await penonton.pergi()


async def test_later_only_what_changed_in_absolute_numbers(dunia: Dunia, hub: Hub) -> None:
    await unor(dunia.instansi, "biro tenang", dunia.akar)
    penonton = {
        "nasional": Penonton(hub, _view(NASIONAL)),
        "A": Penonton(hub, _view(_lingkup_a(dunia))),
        "biro": Penonton(hub, _view(_lingkup_unor(dunia.biro.id))),
        "bagian": Penonton(hub, _view(_lingkup_unor(dunia.bagian.id))),
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
        assert message.utama == replace(first[nama].utama, draft=1)
        assert message.versi > first[nama].versi
        assert all(unit.rekap.draft == 1 for unit in message.unit.values())
        await satu.pergi()


async def test_what_does_not_concern_a_view_sends_nothing(dunia: Dunia, hub: Hub) -> None:
    lain = Lingkup(JenisLingkup.INSTANSI, "B", dunia.lain.id, dunia.asing.pegawai.unor_id)
    tenang = [Penonton(hub, _view(lain)), Penonton(hub, _view(NASIONAL, TAHUN + 1))]
    ramai = Penonton(hub, _view(NASIONAL))
    for satu in (*tenang, ramai):
        await satu.baca()
    await buat(dunia.staf)
    await ramai.baca()
    for satu in tenang:
        await satu.diam()
    await ramai.pergi()


async def test_a_slow_reader_gets_one_merged_message(dunia: Dunia, hub: Hub) -> None:
    lambat, cepat = (Penonton(hub, _view(_lingkup_a(dunia))) for _ in range(2))
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
    assert (message.utama.draft, message.utama.pengajuan, message.utama.persetujuan) == (0, 0, 1)
    assert lambat.state == cepat.state
    await lambat.diam()
    await cepat.pergi()


@pytest.mark.parametrize("seed", [11, 12])
async def test_every_subscriber_ends_up_with_what_the_query_says(
    dunia: Dunia, hub: Hub, seed: int
) -> None:
    langkah = Langkah(dunia, Random(seed))
    views = [
        Pandangan(lingkup, tahun, semua)
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
        wanted = await read_pengisian(view)
        while (
            satu.state is None
            or satu.state.utama != wanted.utama
            or (satu.state.unit != wanted.unit)
        ):
            await satu.baca()
        assert satu.state.langsung == wanted.langsung
        await satu.pergi()


async def test_a_late_subscriber_starts_complete(dunia: Dunia, hub: Hub) -> None:
    view = _view(_lingkup_a(dunia))
    pertama = Penonton(hub, view)
    await pertama.baca()
    await buat(dunia.staf)
    await pertama.baca()
    kedua = Penonton(hub, view)
    assert (await kedua.baca()).utama.draft == 1
    await buat(dunia.rekan)
    for satu in (pertama, kedua):
        assert (await satu.baca()).utama.draft == 2
        await satu.pergi()


async def test_leaving_cleans_up(dunia: Dunia, hub: Hub) -> None:
    view = _view(NASIONAL)
    satu, dua = Penonton(hub, view), Penonton(hub, view)
    await satu.baca()
    await dua.baca()
    await satu.pergi()
    assert list(hub._watched) == [view]
    await buat(dunia.staf)
    assert (await dua.baca()).utama.draft == 1
    await dua.pergi()
    assert not hub._watched


async def test_a_view_that_nobody_watches_costs_nothing(
    dunia: Dunia, hub: Hub, caplog: pytest.LogCaptureFixture
) -> None:
    await asyncio.sleep(0.1)  # the re-read after the link was built
    caplog.set_level(logging.DEBUG, "tortoise.db_client")
    caplog.clear()
    hub.receive([(dunia.bagian.id, TAHUN)])
    await asyncio.sleep(0.15)
    assert [record.getMessage() for record in caplog.records] == []


async def test_one_change_is_read_once_however_many_watch(
    dunia: Dunia, hub: Hub, caplog: pytest.LogCaptureFixture
) -> None:
    penonton = [Penonton(hub, _view(NASIONAL)) for _ in range(20)]
    for satu in penonton:
        await satu.baca()
    await buat(dunia.staf)
    for satu in penonton:
        await satu.baca()
    caplog.set_level(logging.DEBUG, "tortoise.db_client")
    caplog.clear()
    await execute("UPDATE hitungan_pengisian SET pengajuan = pengajuan + 1, versi = versi + 1")
    hub.receive([(dunia.bagian.id, TAHUN)])
    messages = [await satu.baca() for satu in penonton]
    assert all(message is messages[0] for message in messages)
    reads = [r for r in caplog.records if "hitungan_pegawai" in r.getMessage()]
    assert len(reads) == 1
    for satu in penonton:
        await satu.pergi()


async def test_who_leaves_before_the_first_read_takes_nobody_along(dunia: Dunia, hub: Hub) -> None:
    """Two open the same view at once; the first gives up while it is still being read."""
    view = _view(NASIONAL)
    pertama, kedua = Penonton(hub, view), Penonton(hub, view)
    tergesa = asyncio.create_task(pertama.baca())
    sabar = asyncio.create_task(kedua.baca())
    await asyncio.sleep(0)
    tergesa.cancel()
    assert (await sabar).lengkap
    await buat(dunia.staf)
    assert (await kedua.baca(1)).utama.draft == 1
    await kedua.pergi()


async def test_what_the_link_lost_is_healed_even_on_a_busy_day(
    dunia: Dunia, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Events of other places never stop; the periodic re-read comes all the same."""
    monkeypatch.setattr(hub_module, "REREAD_SECONDS", 0.2)
    hub = Hub(window=0.01)
    await hub.start()
    penonton = Penonton(hub, _view(_lingkup_a(dunia)))
    await penonton.baca()
    await buat(dunia.staf)  # no link: the hub never hears of it

    async def ramai() -> None:
        while True:
            hub.receive([(dunia.asing.pegawai.unor_id, TAHUN)])
            await asyncio.sleep(0.03)

    sibuk = asyncio.create_task(ramai())
    try:
        assert (await penonton.baca(3)).utama.draft == 1
    finally:
        sibuk.cancel()
        await penonton.pergi()
        await hub.stop()


# The subscription itself.


async def _pantau(siapa: Orang | None, hub: Hub, **scope: Any) -> Any:
    aktor = siapa.aktor if siapa else None
    context = Context(KEYS, hub, Pembatas(10), "127.0.0.1", aktor)
    return await SCHEMA.subscribe(
        PANTAU, variable_values={"tahun": TAHUN, **scope}, context_value=context
    )


async def test_the_subscription_shows_what_the_query_shows(dunia: Dunia, hub: Hub) -> None:
    scope = _scopes(dunia)["A"]
    stream = await _pantau(dunia.admin, hub, **scope)
    first = await asyncio.wait_for(anext(stream), 5)
    assert first.errors is None
    assert first.data["dashboardPengisian"] == (await _buka(dunia.admin, **scope)).payload()
    await buat(dunia.staf)
    after = (await asyncio.wait_for(anext(stream), 5)).data["dashboardPengisian"]
    asked = (await _buka(dunia.admin, **scope)).payload()
    assert after == asked | {"lengkap": False}
    await stream.aclose()


async def test_the_subscription_opens_what_the_query_opens(dunia: Dunia, hub: Hub) -> None:
    for nama, siapa in dunia.orang.items():
        for scope, ids in _scopes(dunia).items():
            stream = await _pantau(siapa, hub, **ids)
            first = await asyncio.wait_for(anext(stream), 5)
            codes = [(error.extensions or {})["code"] for error in first.errors or []]
            wanted = [] if scope in OPEN[nama] else ["NOT_FOUND"]
            assert (nama, scope, codes) == (nama, scope, wanted)
            await stream.aclose()
    stream = await _pantau(None, hub)
    first = await asyncio.wait_for(anext(stream), 5)
    assert [error.extensions["code"] for error in first.errors] == ["UNAUTHENTICATED"]
    await stream.aclose()


async def test_new_people_show_after_a_recount(dunia: Dunia, hub: Hub) -> None:
    await orang("baru", dunia.bagian)
    await recount()
    penonton = Penonton(hub, _view(_lingkup_a(dunia)))
    assert (await penonton.baca()).utama.total == 7
    await penonton.pergi()
