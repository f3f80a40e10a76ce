"""Real clients of a service: those who watch, over WebSocket or server-sent events, and those who
work and remember what they were told."""

import asyncio
import json
import time
from collections import defaultdict
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, suppress
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Any

import httpx
from websockets.exceptions import WebSocketException

from models.database import fetch
from models.rules.vocabulary import JenisRhk, Perspektif, StatusSkp
from resolvers.akun.token import Keys, sign
from settings import DEVELOPMENT_SECRET
from tests.buatan import (
    AJUKAN,
    BUKA_KEMBALI,
    HAPUS,
    INDIKATOR_TAMBAH,
    KANDIDAT,
    KEMBALIKAN,
    RHK_TAMBAH,
    SETUJUI,
    SKP_BUAT,
    TAHUN,
    masukan_skp,
)
from tests.dunia import Dunia, Orang
from tests.layanan import Layanan

ANGKA = ("total", "belumBuat", "draft", "pengajuan", "persetujuan")
BAGIAN = ANGKA[1:]
ISI = """
 ($tahun: Int!, $instansiId: ID, $unorId: ID, $semuaUnor: Boolean! = false) {
  dashboardPengisian(
    tahun: $tahun, instansiId: $instansiId, unorId: $unorId, semuaUnor: $semuaUnor
  ) {
    versi lengkap
    utama { total belumBuat draft pengajuan persetujuan }
    langsung { total belumBuat draft pengajuan persetujuan }
    unit { id indukId nama jumlahAnak total belumBuat draft pengajuan persetujuan }
  }
}
"""
PANTAU, LIHAT = f"subscription {ISI}", f"query {ISI}"
LOST = (OSError, httpx.TransportError, WebSocketException, asyncio.IncompleteReadError)

Message = dict[str, Any]
Stream = AsyncGenerator[Message, None]


def token(siapa: Orang, seconds: int = 900) -> str:
    """What logging in would give."""
    aktor = replace(siapa.aktor, berakhir=int(time.time()) + seconds)
    return sign(aktor, Keys(DEVELOPMENT_SECRET, seconds, seconds))


async def websocket(service: Layanan, token: str, variables: Message) -> Stream:
    """The dashboards of a subscription."""
    async with service.soket(token) as soket:
        payload = {"query": PANTAU, "variables": variables}
        await soket.kirim("subscribe", id="1", payload=payload)
        async for text in soket.connection:
            message = json.loads(text)
            if message["type"] != "next":
                raise ConnectionError(text)
            yield message["payload"]["data"]["dashboardPengisian"]
    raise ConnectionError


async def sse(service: Layanan, token: str, variables: Message) -> Stream:
    """The same as events."""
    headers = {"authorization": f"Bearer {token}", "accept": "text/event-stream"}
    body = {"query": PANTAU, "variables": variables}
    async with (
        httpx.AsyncClient(timeout=60, headers=headers) as client,
        client.stream("POST", service.graphql, json=body) as answer,
    ):
        async for line in answer.aiter_lines():
            if line.startswith("data: "):
                message = json.loads(line[6:])
                if "errors" in message:
                    raise ConnectionError(line)
                yield message["data"]["dashboardPengisian"]
    raise ConnectionError


class Gambar:
    """What a subscriber has put together from what it was sent, all of which must make sense."""

    def __init__(self) -> None:
        self.versi = self.messages = 0
        self.utama: Message = {}
        self.langsung: Message | None = None
        self.unit: dict[str, Message] = {}

    @property
    def state(self) -> tuple[Message, Message | None, dict[str, Message]]:
        return self.utama, self.langsung, self.unit

    def take(self, message: Message) -> None:
        assert message["lengkap"] or self.messages
        before, rise = self.state, message["versi"] - self.versi
        assert rise > 0
        self.messages += 1
        self.versi = message["versi"]
        self.utama, self.langsung = message["utama"], message["langsung"]
        kept = {} if message["lengkap"] else self.unit
        self.unit = {**kept, **{unit["id"]: unit for unit in message["unit"]}}
        assert self.state != before or rise > 1  # more than one change may undo each other
        self._agree()

    def _agree(self) -> None:
        """Every sum is the sum of its parts."""
        nearest = [unit for unit in self.unit.values() if unit["indukId"] not in self.unit]
        parts = [self.langsung or dict.fromkeys(ANGKA, 0), *nearest]
        assert self.utama == {angka: sum(part[angka] for part in parts) for angka in ANGKA}
        for figures in (self.utama, *self.unit.values()):
            assert figures["total"] == sum(figures[angka] for angka in BAGIAN)


class Pengamat:
    """Watches one view, and begins anew when the connection is lost; how often, `lost` tells."""

    def __init__(
        self,
        service: Layanan,
        stream: Callable[[Layanan, str, Message], Stream],
        token: str,
        variables: Message,
    ) -> None:
        self.gambar = Gambar()
        self.variables = variables
        self.lost = 0
        self._open: Callable[[], Stream] = partial(stream, service, token, variables)
        self._stirred = asyncio.Event()
        self._watching = asyncio.create_task(self._watch())

    async def _watch(self) -> None:
        while True:
            with suppress(*LOST):
                async with aclosing(self._open()) as messages:
                    async for message in messages:
                        self.gambar.take(message)
                        self._stirred.set()
            self.lost += 1
            self.gambar = Gambar()
            await asyncio.sleep(0.1)

    async def until(self, wanted: Callable[[Gambar], bool]) -> None:
        """Wait for it; fails as the watching does."""
        async with asyncio.timeout(20):
            while not wanted(self.gambar):
                self._stirred.clear()
                stirred = asyncio.create_task(self._stirred.wait())
                await asyncio.wait({stirred, self._watching}, return_when=asyncio.FIRST_COMPLETED)
                stirred.cancel()
                if self._watching.done():
                    self._watching.result()

    async def leave(self) -> None:
        self._watching.cancel()
        with suppress(asyncio.CancelledError):
            await self._watching


def views(dunia: Dunia) -> list[Message]:
    """Nasional, an instansi, a unor, and every unor of an instansi."""
    scopes: list[Message] = [
        {},
        {"instansiId": f"instansi_{dunia.instansi.id}"},
        {"unorId": f"unor_{dunia.biro.id}"},
        {"instansiId": f"instansi_{dunia.instansi.id}", "semuaUnor": True},
    ]
    return [{"tahun": TAHUN, **scope} for scope in scopes]


@asynccontextmanager
async def watching(service: Layanan, dunia: Dunia, each: int = 1) -> AsyncIterator[list[Pengamat]]:
    """Everybody who watches: each view, so many times, over either transport."""
    super_admin = token(dunia.super)
    async with AsyncExitStack() as stack:
        watchers = [
            Pengamat(service, stream, super_admin, view)
            for view in views(dunia)
            for stream in (websocket, sse)
            for _ in range(each)
        ]
        for watcher in watchers:
            stack.push_async_callback(watcher.leave)
        for watcher in watchers:
            await watcher.until(lambda gambar: gambar.messages > 0)
        yield watchers


async def converge(
    service: Layanan, dunia: Dunia, watchers: list[Pengamat], seconds: float
) -> None:
    """Everybody comes to see what a fresh query answers."""
    super_admin = token(dunia.super)
    async with asyncio.timeout(seconds):
        for view in views(dunia):
            answer = await service.minta(super_admin, LIHAT, **view)
            wanted = Gambar()
            wanted.take(answer["data"]["dashboardPengisian"])
            for watcher in watchers:
                if watcher.variables == view:
                    await watcher.until(lambda seen, wanted=wanted: seen.state == wanted.state)  # type: ignore[misc]


class Pekerja:
    """Makes SKP for the months of a year, fills, submits, approves and deletes them, and remembers
    what was acknowledged: for each SKP the statuses that it may have, None when it is gone."""

    def __init__(
        self, url: str, client: httpx.AsyncClient, pemilik: Orang, penilai: Orang, acak: Random
    ) -> None:
        self._url = url
        self._client = client
        self._pemilik, self._penilai = token(pemilik), token(penilai)
        self._pegawai_id = pemilik.pegawai.id
        self._acak = acak
        self._month: dict[int, str] = {}
        self._status: dict[str, set[StatusSkp | None]] = {}
        self._rhk: dict[str, set[str]] = defaultdict(set)
        self.acknowledged = self.unanswered = self._perhaps_made = 0

    async def work(self, enough: asyncio.Event) -> None:
        while not enough.is_set():
            await self._step()

    async def _step(self) -> None:
        month = self._acak.randint(1, 12)
        if month not in self._month:
            await self._make(month)
            return
        skp_id = self._month[month]
        if len(self._status[skp_id]) == 1:
            [status] = self._status[skp_id]
            await self._go_on(skp_id, month, status)

    async def _make(self, month: int) -> None:
        first = date(TAHUN, month, 1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        payload = await self._ask(self._pemilik, SKP_BUAT, input=masukan_skp((first, last)))
        if payload is None or not (payload["skp"] or payload["userErrors"]):
            self._perhaps_made += 1  # who was answered without the SKP knows no more than who waits
        elif payload["skp"]:
            self._month[month] = payload["skp"]["id"]
            self._status[payload["skp"]["id"]] = {StatusSkp.DRAFT}

    async def _go_on(self, skp_id: str, month: int, status: StatusSkp | None) -> None:
        asks = {"id": skp_id, "alasan": "Perbaiki."}
        match status, self._acak.random():
            case StatusSkp.DRAFT, chance if chance < 0.7:
                await self._fill(skp_id)
                await self._change(skp_id, StatusSkp.PENGAJUAN, self._pemilik, AJUKAN, id=skp_id)
            case StatusSkp.DRAFT, _:
                await self._change(skp_id, None, self._pemilik, HAPUS, id=skp_id)
            case StatusSkp.PENGAJUAN, chance if chance < 0.6:
                await self._change(skp_id, StatusSkp.PERSETUJUAN, self._penilai, SETUJUI, id=skp_id)
            case StatusSkp.PENGAJUAN, _:
                await self._change(skp_id, StatusSkp.DRAFT, self._penilai, KEMBALIKAN, **asks)
            case StatusSkp.PERSETUJUAN, _:
                await self._change(skp_id, StatusSkp.DRAFT, self._penilai, BUKA_KEMBALI, **asks)
            case None, _:
                del self._month[month]

    async def _fill(self, skp_id: str) -> None:
        found = await self._ask(self._pemilik, KANDIDAT, id=skp_id)
        atasan = next((one["id"] for one in (found or {}).get("rhkKandidatIntervensi", [])), None)
        masukan = {"jenis": JenisRhk.UTAMA, "uraian": "Layanan", "rhkAtasanId": atasan}
        payload = await self._ask(self._pemilik, RHK_TAMBAH, skpId=skp_id, input=masukan)
        if payload and payload["rhk"]:
            rhk_id = payload["rhk"]["id"]
            self._rhk[skp_id].add(rhk_id)
            masukan = {"uraian": "Berkas", "target": "1", "perspektif": Perspektif.ANGGARAN}
            await self._ask(self._pemilik, INDIKATOR_TAMBAH, rhkId=rhk_id, input=masukan)

    async def _change(
        self, skp_id: str, to: StatusSkp | None, token: str, document: str, **variables: Any
    ) -> None:
        payload = await self._ask(token, document, **variables)
        if payload is None:
            self._status[skp_id].add(to)
        elif not payload["userErrors"]:
            self._status[skp_id] = {to}

    async def _ask(self, token: str, document: str, **variables: Any) -> Any:
        """The payload; None when nobody knows what became of it."""
        try:
            answer = await self._client.post(
                self._url,
                json={"query": document, "variables": variables},
                headers={"authorization": f"Bearer {token}"},
            )
            payload = next(iter(answer.json()["data"].values()))
        except (httpx.TransportError, ValueError, KeyError, AttributeError, TypeError):
            payload = None
        if payload is None:
            self.unanswered += 1
            await asyncio.sleep(0.05)
        else:
            self.acknowledged += not payload.get("userErrors")
        return payload

    async def check(self) -> None:
        """All that was acknowledged is in the database, and nothing that nobody asked for."""
        rows = await fetch("SELECT id, status FROM skp WHERE pegawai_id = $1", [self._pegawai_id])
        there = {f"skp_{row['id']}": StatusSkp(row["status"]) for row in rows}
        for skp_id, statuses in self._status.items():
            assert there.get(skp_id) in statuses, (skp_id, there.get(skp_id), statuses)
        assert len(there.keys() - self._status.keys()) <= self._perhaps_made
        filled = {f"rhk_{row['id']}" for row in await fetch("SELECT id FROM rhk")}
        for skp_id in there.keys() & self._rhk.keys():
            assert self._rhk[skp_id] <= filled


PENILAI = {
    "staf": "kabag",
    "rekan": "kabag",
    "kabag": "kabiro",
    "kabiro": "kepala",
    "asing": "super",
}


@asynccontextmanager
async def working(service: Layanan, dunia: Dunia) -> AsyncIterator[list[Pekerja]]:
    """Several people work at once till the block ends; what they were in the middle of is
    finished."""
    enough = asyncio.Event()
    async with httpx.AsyncClient(timeout=20) as client, asyncio.TaskGroup() as tasks:
        workers = [
            Pekerja(
                service.graphql, client, dunia.orang[nama], dunia.orang[penilai], Random(number)
            )
            for number, (nama, penilai) in enumerate(PENILAI.items())
        ]
        for worker in workers:
            tasks.create_task(worker.work(enough))
        try:
            yield workers
        finally:
            enough.set()


async def progress(workers: list[Pekerja], count: int) -> None:
    """Wait till so much more was acknowledged."""
    wanted = count + sum(worker.acknowledged for worker in workers)
    while sum(worker.acknowledged for worker in workers) < wanted:  # noqa: ASYNC110
        await asyncio.sleep(0.05)
