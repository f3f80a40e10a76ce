"""What can be watched. Each field gives a feed: what is watched, and how it is shown."""

from collections.abc import AsyncIterable
from dataclasses import replace
from datetime import date

import strawberry

from models.counters import PENGISIAN, hari_ini
from models.kurva import Titik, read_kurva
from models.rules.aktor import Aktor
from models.statistik import Lingkup, Pandangan
from resolvers.dashboard.akses import Akses, buka
from schema import reader
from schema.context import Info
from schema.ids import decode_optional
from schema.live import Check, Feed
from schema.query import Dari, InstansiId, SemuaUnor, Tahun, UnorId
from schema.types.dashboard import DashboardPengisian
from schema.types.kurva import RiwayatPengisian
from schema.types.saya import Saya
from subscriptions.notifikasi import NotifikasiTopic
from subscriptions.pohon import Pohon
from subscriptions.statistik import StatistikTopic


@strawberry.type(description="Yang dapat dipantau langsung.")
class Subscription:
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
        akses, check = await _opened(info, instansi_id, unor_id)

        def show(topic: StatistikTopic, since: int | None) -> DashboardPengisian:
            return DashboardPengisian.of(topic.since(since), akses.jejak)

        pandangan = Pandangan(akses.lingkup, PENGISIAN, tahun, semua_unor)
        return Feed(StatistikTopic(pandangan), akses.jejak, show, check)

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
        akses, check = await _opened(info, instansi_id, unor_id)

        async def show(topic: StatistikTopic, since: int | None) -> RiwayatPengisian:
            state = topic.since(since)
            points = await past.points() if state.lengkap else []
            return RiwayatPengisian.of(state, [*points, Titik(hari_ini(), state.utama)])

        past = _Past(akses.lingkup, tahun, dari)
        pandangan = Pandangan(akses.lingkup, PENGISIAN, tahun)
        return Feed(StatistikTopic(pandangan), "riwayat", show, check)

    @strawberry.subscription(
        description="Seperti query-nya; datang lagi setiap kali ada pemberitahuan baru untuk Anda,"
        " atau yang ditandai dibaca."
    )
    async def saya(self, info: Info) -> AsyncIterable[Saya]:
        aktor = info.context.aktor

        async def check(_: Pohon, __: Aktor) -> None:
            """One's own is never forbidden."""

        async def show(_: NotifikasiTopic, __: int | None) -> object:
            return await reader.by_key(info, aktor.akun_id)

        # What he may see depends on all that his token says, but for the session.
        scope = replace(aktor, sesi_id=0, berakhir=0)
        return Feed(NotifikasiTopic(aktor.pegawai_id), scope, show, check)


async def _opened(
    info: Info, instansi_id: strawberry.ID | None, unor_id: strawberry.ID | None
) -> tuple[Akses, Check]:
    """The scope asked for, and how to see whether it may still be looked at. Raises NotFoundError,
    BadInputError."""
    instansi = decode_optional(instansi_id, "instansi")
    unor = decode_optional(unor_id, "unor")

    async def check(pohon: Pohon, aktor: Aktor) -> None:
        await buka(pohon, aktor, instansi, unor)

    pohon = info.context.live.hub.pohon
    return await buka(pohon, info.context.aktor, instansi, unor), check


class _Past:
    """The points of the days before today, which stay as they are: read once a day."""

    def __init__(self, lingkup: Lingkup, tahun: int, dari: date | None) -> None:
        self._lingkup = lingkup
        self._tahun = tahun
        self._dari = dari
        self._read_on: date | None = None
        self._points: list[Titik] = []

    async def points(self) -> list[Titik]:
        today = hari_ini()
        if self._read_on != today:
            points = await read_kurva(self._lingkup, self._tahun, self._dari, today)
            self._points = points[:-1]
            self._read_on = today
        return self._points
