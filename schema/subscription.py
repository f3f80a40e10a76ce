"""What can be watched. Each field gives a feed: what is watched, and how it is shown."""

import asyncio
from collections.abc import AsyncIterable, Callable, Coroutine, Iterable
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

import strawberry

from models.counters import KETERLIBATAN, PENGISIAN, hari_ini
from models.riwayat_pengisian import Titik, read_riwayat_pengisian
from models.rules.aktor import Aktor
from models.statistik import Lingkup, Pandangan, Statistik
from resolvers.dashboard.akses import Akses, buka
from resolvers.dashboard.penilaian import buka_penilaian
from resolvers.reading.sources import Noun
from schema import reader
from schema.context import Info
from schema.ids import decode, decode_optional
from schema.kurva import KurvaSubscription
from schema.live import Check, Feed, Watched
from schema.query import (
    Dari,
    InstansiId,
    PeriodeId,
    SemuaUnor,
    Tahun,
    TahunAkhir,
    UnorId,
    asked_penilaian,
    opened,
)
from schema.types.dashboard import DashboardMatriks, DashboardPengisian, DashboardPenilaian
from schema.types.matriks import Matriks
from schema.types.riwayat_pengisian import RiwayatPengisian
from schema.types.saya import Saya
from schema.types.skp import Skp
from subscriptions.notifikasi import NotifikasiTopic
from subscriptions.pantauan import MATRIKS, SATU_SKP, PantauanTopic
from subscriptions.pohon import Pohon
from subscriptions.statistik import StatistikTopic

Id = Annotated[strawberry.ID, strawberry.argument(description="Pengenal globalnya.")]

Points = asyncio.Future[list[Titik]]


@strawberry.type(description="Yang dapat dipantau langsung.")
class Subscription(KurvaSubscription):
    @strawberry.subscription(
        description="Seperti query-nya: seluruhnya pada pesan pertama, lalu hanya yang berubah."
    )
    async def dashboard_pengisian(
        self,
        info: Info,
        tahun: Tahun,
        instansi_id: InstansiId = None,
        unor_id: UnorId = None,
        semua_unor: SemuaUnor = False,
    ) -> AsyncIterable[DashboardPengisian]:
        akses, check = await _opened(info, tahun, instansi_id, unor_id)
        pandangan = Pandangan(akses.lingkup, PENGISIAN, tahun, semua_unor)
        return _figures(pandangan, DashboardPengisian.of, akses.jejak, check)

    @strawberry.subscription(
        description="Seperti query-nya: seluruhnya pada pesan pertama, lalu hanya yang berubah."
    )
    async def dashboard_matriks(
        self,
        info: Info,
        tahun: Tahun,
        instansi_id: InstansiId = None,
        unor_id: UnorId = None,
        semua_unor: SemuaUnor = False,
    ) -> AsyncIterable[DashboardMatriks]:
        akses, check = await _opened(info, tahun, instansi_id, unor_id)
        pandangan = Pandangan(akses.lingkup, KETERLIBATAN, tahun, semua_unor)
        return _figures(pandangan, DashboardMatriks.of, akses.jejak, check)

    @strawberry.subscription(
        description="Seperti query-nya: seluruhnya pada pesan pertama, lalu hanya yang berubah."
    )
    async def dashboard_penilaian(
        self,
        info: Info,
        *,
        tahun: TahunAkhir = None,
        periode_id: PeriodeId = None,
        instansi_id: InstansiId = None,
        unor_id: UnorId = None,
        semua_unor: SemuaUnor = False,
    ) -> AsyncIterable[DashboardPenilaian]:
        asked = asked_penilaian(tahun, periode_id, instansi_id, unor_id)
        pohon = info.context.live.hub.pohon
        dibuka = await buka_penilaian(pohon, info.context.aktor, asked)

        async def check(pohon: Pohon, aktor: Aktor) -> None:
            await buka_penilaian(pohon, aktor, asked)

        def shown(state: Statistik, jejak: Iterable[Lingkup]) -> DashboardPenilaian:
            return DashboardPenilaian.of(state, jejak, dibuka.tahun, dibuka.periode)

        return _figures(dibuka.pandangan(semua_unor), shown, dibuka.akses.jejak, check)

    @strawberry.subscription(
        description="Seperti query-nya: seluruhnya pada pesan pertama, lalu hanya titik hari ini."
    )
    async def riwayat_pengisian(
        self,
        info: Info,
        tahun: Tahun,
        instansi_id: InstansiId = None,
        unor_id: UnorId = None,
        dari: Dari = None,
    ) -> AsyncIterable[RiwayatPengisian]:
        akses, check = await _opened(info, tahun, instansi_id, unor_id)

        past = _Past(akses.lingkup, tahun, dari)
        pandangan = Pandangan(akses.lingkup, PENGISIAN, tahun)
        return Feed(StatistikTopic(pandangan), "riwayat", past.show, check)

    @strawberry.subscription(
        description="Seperti query-nya; datang lagi setiap kali SKP itu, yang melekat padanya, atau"
        " RHK yang dapat diintervensinya berubah."
    )
    async def skp(self, info: Info, id: Id) -> AsyncIterable[Skp]:
        return _row(info, Skp, SATU_SKP, decode(id, "skp"))

    @strawberry.subscription(
        description="Seperti query-nya; datang lagi setiap kali matriks itu, atau SKP di dalamnya,"
        " berubah."
    )
    async def matriks(self, info: Info, id: Id) -> AsyncIterable[Matriks]:
        return _row(info, Matriks, MATRIKS, decode(id, "matriks"))

    @strawberry.subscription(
        description="Seperti query-nya; datang lagi setiap kali ada pemberitahuan baru untuk Anda,"
        " atau yang ditandai dibaca."
    )
    async def saya(self, info: Info) -> AsyncIterable[Saya]:
        aktor = info.context.aktor

        async def show(_: NotifikasiTopic, __: int | None) -> object:
            return await reader.by_key(info, aktor.akun_id)

        return Feed(NotifikasiTopic(aktor.pegawai_id), _seen_by(aktor), show)


def _seen_by(aktor: Aktor) -> Aktor:
    """What somebody may see depends on all that his token says, but for the session."""
    return replace(aktor, sesi_id=0, berakhir=0)


def _row(info: Info, type_: type, jenis: str, key: int) -> Feed[Any]:
    """A feed of one row, with all that is selected of it. It ends when the row is gone, or out of
    the actor's sight."""
    noun: Noun = type_.__noun__  # type: ignore[attr-defined]

    async def show(_: PantauanTopic, __: int | None) -> object:
        return await reader.by_key(info, key)

    seen_by = _seen_by(info.context.aktor)
    return Feed(PantauanTopic(jenis, key), seen_by, show, row=Watched(noun, key))


def _figures(
    pandangan: Pandangan,
    shown: Callable[[Statistik, Iterable[Lingkup]], Any],
    jejak: tuple[Lingkup, ...],
    check: Check,
) -> Feed[Any]:
    """A feed of the figures of a view."""

    def show(topic: StatistikTopic, since: int | None) -> Any:
        return shown(topic.since(since), jejak)

    return Feed(StatistikTopic(pandangan), jejak, show, check)


async def _opened(
    info: Info, tahun: int, instansi_id: strawberry.ID | None, unor_id: strawberry.ID | None
) -> tuple[Akses, Check]:
    """The scope asked for, and how to see whether it may still be looked at. Raises NotFoundError,
    BadInputError."""
    instansi = decode_optional(instansi_id, "instansi")
    unor = decode_optional(unor_id, "unor")

    async def check(pohon: Pohon, aktor: Aktor) -> None:
        await buka(pohon, aktor, instansi, unor)

    return await opened(info, info.context.live.hub.pohon, tahun, instansi_id, unor_id), check


class _Past:
    """A curve that is watched. The points before today stay as they are, and are read once a day,
    or when units came or went."""

    def __init__(self, lingkup: Lingkup, tahun: int, dari: date | None) -> None:
        self._lingkup = lingkup
        self._tahun = tahun
        self._dari = dari
        self._day: date | None = None
        self._first = 0  # the topic's versi when the day's first message was made
        self._points: Points | None = None

    def show(
        self, topic: StatistikTopic, since: int | None
    ) -> RiwayatPengisian | Coroutine[Any, Any, RiwayatPengisian]:
        """Everything for who has nothing of today yet, else today's point alone."""
        today = hari_ini()
        if self._day != today or self._first < topic.whole_at:
            self._day, self._first, self._points = today, topic.versi, None
        whole = since is None or since < self._first
        state = topic.since(None if whole else since)
        now = Titik(today, state.utama)
        return self._whole(state, now) if whole else RiwayatPengisian.of(state, [now])

    async def _whole(self, state: Statistik, now: Titik) -> RiwayatPengisian:
        if self._points is None:
            reading = read_riwayat_pengisian(self._lingkup, self._tahun, self._dari, now.tanggal)
            self._points = asyncio.ensure_future(reading)
        points = self._points
        try:
            past = await asyncio.shield(points)
        except Exception:
            self._points = None
            raise
        return RiwayatPengisian.of(state, [*past[:-1], now])
