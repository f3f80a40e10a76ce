"""What can be watched."""

import time
from collections.abc import AsyncGenerator
from contextlib import aclosing

import strawberry

from models.pengisian import Pandangan
from models.rules.aktor import Aktor
from resolvers.akun.token import still_good
from resolvers.dashboard.akses import Akses, buka
from schema.context import Info
from schema.ids import decode_optional
from schema.query import InstansiId, SemuaUnor, Tahun, UnorId
from schema.types.dashboard import DashboardPengisian

CHECK_AGAIN_SECONDS = 30


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
    ) -> AsyncGenerator[DashboardPengisian, None]:
        aktor = info.context.aktor
        instansi = decode_optional(instansi_id, "instansi")
        unor = decode_optional(unor_id, "unor")
        akses = await _allowed(aktor, instansi, unor)
        checked = time.monotonic()
        view = Pandangan(akses.lingkup, tahun, semua_unor)
        async with aclosing(info.context.hub.watch(view)) as states:
            async for state in states:
                if time.monotonic() - checked > CHECK_AGAIN_SECONDS:
                    akses, checked = await _allowed(aktor, instansi, unor), time.monotonic()
                yield DashboardPengisian.of(state, akses.jejak)


async def _allowed(aktor: Aktor, instansi: int | None, unor: int | None) -> Akses:
    """Access may have changed since the token was signed, and changes while a stream runs."""
    await still_good(aktor)
    return await buka(aktor, instansi, unor)
