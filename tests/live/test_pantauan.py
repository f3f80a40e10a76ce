"""Rows that are watched: an SKP, with what it may intervene."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from models.database import execute
from models.rules.vocabulary import StatusSkp
from schema import live as live_module
from schema.live import Live
from subscriptions.hub import Hub
from tests.buatan import (
    BUKA_KEMBALI,
    HAPUS,
    ajukan,
    berhasil,
    buat,
    buat_berstatus,
    isi_lengkap,
    kunci,
    tambah_rhk,
)
from tests.dunia import Dunia
from tests.live.penonton import menghubungkan
from tests.live.test_subscription import _ikuti, _refused, _soon
from tests.mutations.test_pegawai_pejabat_penilai_tetapkan import TETAPKAN
from tests.mutations.test_pegawai_ubah import UBAH as PEGAWAI_UBAH
from tests.organisasi import id_pegawai
from tests.penilai import buat_periode

pytestmark = pytest.mark.anyio

PERPANJANG = """
mutation ($id: ID!, $input: PeriodePenilaianPerpanjangInput!) {
  periodePenilaianPerpanjang(id: $id, input: $input) { userErrors { code } }
}
"""
SKP = """
subscription ($id: ID!) { skp(id: $id) { status versi rhkKandidatIntervensi { uraian } } }
"""


@pytest.fixture
async def hub(dunia: Dunia) -> AsyncIterator[Hub]:
    async with menghubungkan() as made:
        yield made


async def _nothing_comes(stream: Any) -> None:
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.5):
            await anext(stream)


async def test_an_atasans_rhk_shows_as_he_writes_it(dunia: Dunia, hub: Hub) -> None:
    """Without a button (docs/aturan.md)."""
    skp_id = await buat(dunia.staf)
    stream = _ikuti(dunia.staf, Live(hub), SKP, id=skp_id)
    assert (await _soon(stream))["rhkKandidatIntervensi"] == []
    atasan = await buat(dunia.kabag)
    await tambah_rhk(dunia.kabag, atasan, uraian="Layanan cepat")
    shown = await _soon(stream)
    while not shown["rhkKandidatIntervensi"]:
        shown = await _soon(stream)
    assert shown["rhkKandidatIntervensi"] == [{"uraian": "Layanan cepat"}]
    await tambah_rhk(dunia.rekan, await buat(dunia.rekan))
    await _nothing_comes(stream)


async def test_another_pejabat_penilai_shows_as_he_is_named(dunia: Dunia, hub: Hub) -> None:
    berubah = "subscription ($id: ID!) { skp(id: $id) { pejabatPenilaiBerubah } }"
    stream = _ikuti(dunia.staf, Live(hub), berubah, id=await buat(dunia.staf))
    assert await _soon(stream) == {"pejabatPenilaiBerubah": False}
    masukan = {"atasanId": id_pegawai(dunia.rekan)}
    berhasil(await dunia.admin.minta(TETAPKAN, id=id_pegawai(dunia.staf), input=masukan))
    assert await _soon(stream) == {"pejabatPenilaiBerubah": True}


async def test_another_jabatan_shows_as_it_is_written(dunia: Dunia, hub: Hub) -> None:
    berubah = "subscription ($id: ID!) { skp(id: $id) { jabatanBerubah } }"
    stream = _ikuti(dunia.staf, Live(hub), berubah, id=await buat(dunia.staf))
    assert await _soon(stream) == {"jabatanBerubah": False}
    masukan = {"namaJabatan": "Analis"}
    berhasil(await dunia.admin.minta(PEGAWAI_UBAH, id=id_pegawai(dunia.staf), input=masukan))
    assert await _soon(stream) == {"jabatanBerubah": True}


async def test_a_view_is_shared_by_those_who_may_see_the_same(dunia: Dunia, hub: Hub) -> None:
    live = Live(hub)
    skp_id = await buat(dunia.staf)
    streams = [_ikuti(dunia.staf, live, SKP, id=skp_id) for _ in range(3)]
    for stream in streams:
        await _soon(stream)
    await isi_lengkap(dunia.staf, skp_id)
    await ajukan(dunia.staf, skp_id)
    for stream in streams:
        shown = await _soon(stream)
        while shown["status"] != "PENGAJUAN":
            shown = await _soon(stream)
    assert len(live._views) == 1


async def test_it_ends_when_the_skp_is_gone_or_out_of_sight(dunia: Dunia, hub: Hub) -> None:
    live = Live(hub)
    approved = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN)
    mine, atasans = (_ikuti(siapa, live, SKP, id=approved) for siapa in (dunia.staf, dunia.kabag))
    for stream in (mine, atasans):
        assert (await _soon(stream))["status"] == "PERSETUJUAN"
    await dunia.kabag.minta(BUKA_KEMBALI, id=approved, alasan="Perbaiki.")
    assert await _refused(atasans) == ["NOT_FOUND"]
    assert (await _soon(mine))["status"] == "DRAFT"
    await dunia.staf.minta(HAPUS, id=approved)
    assert await _refused(mine) == ["NOT_FOUND"]


async def test_it_ends_for_those_alone_who_no_longer_see_it(
    dunia: Dunia, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without any change that they would hear of, and however many are looked at together."""
    monkeypatch.setattr(live_module, "CHECK_AGAIN_SECONDS", 0.05)
    monkeypatch.setattr(live_module, "ROWS_AT_ONCE", 2)
    ids = [
        await buat_berstatus(siapa, dunia.kabag, StatusSkp.PERSETUJUAN)
        for siapa in (dunia.staf, dunia.rekan)
    ]
    live = Live(hub)
    await live.start()
    watchers = [(siapa, id_) for siapa in (dunia.kabag, dunia.admin, dunia.super) for id_ in ids]
    lost, *kept = [_ikuti(siapa, live, SKP, id=id_) for siapa, id_ in watchers]
    try:
        for stream in (lost, *kept):
            await _soon(stream)
        params = [dunia.kabiro.pegawai.id, kunci(ids[0])]
        await execute("UPDATE skp SET pejabat_penilai_id = $1 WHERE id = $2", params)
        assert await _refused(lost) == ["NOT_FOUND"]
        await asyncio.sleep(0.3)  # some rounds more
        assert sum(not one.ended for one in live._running) == len(kept)
    finally:
        await live.stop()


async def test_who_may_not_see_it_may_not_watch_it(dunia: Dunia, hub: Hub) -> None:
    skp_id = await buat(dunia.staf)
    for siapa in (dunia.rekan, dunia.kabag, dunia.asing):
        assert await _refused(_ikuti(siapa, Live(hub), SKP, id=skp_id)) == ["NOT_FOUND"]
    assert await _refused(_ikuti(None, Live(hub), SKP, id=skp_id)) == ["UNAUTHENTICATED"]


async def test_what_nobody_told_of_is_seen_at_the_next_full_reading(dunia: Dunia, hub: Hub) -> None:
    skp_id = await buat(dunia.staf)
    await asyncio.sleep(0.2)  # what was told of so far is through
    stream = _ikuti(dunia.staf, Live(hub), SKP, id=skp_id)
    first = await _soon(stream)
    await execute("UPDATE skp SET versi = versi + 1 WHERE pegawai_id = $1", [dunia.staf.pegawai.id])
    hub.missed()
    assert (await _soon(stream))["versi"] == first["versi"] + 1


LEMBAR = """
subscription ($id: ID!) {
  skp(id: $id) { penilaian { periode { nama batasPengisian } aksiTersedia { aksi boleh } } }
}
"""


async def test_a_periode_that_is_extended_opens_the_page_that_is_open(
    dunia: Dunia, hub: Hub
) -> None:
    closed = await buat_periode(dunia.instansi)
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN)
    stream = _ikuti(dunia.staf, Live(hub), LEMBAR, id=skp_id)
    [lembar] = (await _soon(stream))["penilaian"]
    assert not any(one["boleh"] for one in lembar["aksiTersedia"])
    later = {"batasPengisian": "2099-12-31", "alasan": "Jaringan terganggu."}
    berhasil(await dunia.admin.minta(PERPANJANG, id=closed, input=later))
    while lembar["periode"]["batasPengisian"] != "2099-12-31":
        [lembar] = (await _soon(stream))["penilaian"]
    assert any(one["boleh"] for one in lembar["aksiTersedia"])
