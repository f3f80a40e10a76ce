"""What can be watched."""

from collections.abc import AsyncIterable

import strawberry

from models.counters import PENGISIAN
from models.rules.aktor import Aktor
from models.statistik import Pandangan
from resolvers.dashboard.akses import buka
from schema.context import Info
from schema.ids import decode_optional
from schema.live import Feed
from schema.query import InstansiId, SemuaUnor, Tahun, UnorId
from schema.types.dashboard import DashboardPengisian
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
        instansi = decode_optional(instansi_id, "instansi")
        unor = decode_optional(unor_id, "unor")

        async def check(pohon: Pohon, aktor: Aktor) -> None:
            await buka(pohon, aktor, instansi, unor)

        def show(topic: StatistikTopic, since: int | None) -> DashboardPengisian:
            return DashboardPengisian.of(topic.since(since), akses.jejak)

        akses = await buka(info.context.live.hub.pohon, info.context.aktor, instansi, unor)
        pandangan = Pandangan(akses.lingkup, PENGISIAN, tahun, semua_unor)
        return Feed(StatistikTopic(pandangan), akses.jejak, show, check)
