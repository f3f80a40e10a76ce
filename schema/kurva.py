"""The curve of the ratings at the roots: asked for, tried out, and watched (manual 6.2.2)."""

from collections.abc import AsyncIterable
from typing import Annotated

import strawberry
from strawberry import argument

from models.kurva import (
    KurvaPenilaian,
    read_kurva,
    read_kurva_unor,
    read_pratinjau_kurva,
)
from models.rules.aktor import Aktor
from models.rules.vocabulary import Rating
from resolvers.kurva.buka import buka_kurva, buka_kurva_unor
from resolvers.kurva.periode import periode_in_scope
from resolvers.reading.sources import ID, Order, Page
from schema.context import Info
from schema.declare import Connection, connection
from schema.ids import decode
from schema.live import Feed
from schema.types.kurva import Kurva, KurvaIdeal
from subscriptions.kurva_unor import KurvaUnorTopic
from subscriptions.pantauan import KURVA, PantauanTopic
from subscriptions.pohon import Pohon

PERIODE = "periodepenilaian"

PejabatPenilaiId = Annotated[strawberry.ID, argument(description="Pegawai yang menilai.")]
PeriodeId = Annotated[strawberry.ID, argument(description="Periode penilaiannya.")]
UnorId = Annotated[strawberry.ID, argument(description="Unor ini dan semua di bawahnya.")]


@strawberry.input(description="Rating yang dipertimbangkan untuk sebuah SKP bawahan Anda.")
class PenilaianCalonInput:
    skp_id: strawberry.ID = strawberry.field(description="SKP-nya.")
    hasil_kerja: Rating | None = strawberry.field(
        description="Rating hasil kerja; tetap seperti sekarang bila kosong.", default=None
    )
    perilaku: Rating | None = strawberry.field(
        description="Rating perilaku kerja; tetap seperti sekarang bila kosong.", default=None
    )

    @property
    def ratings(self) -> dict[str, Rating]:
        named = {"hasil_kerja": self.hasil_kerja, "perilaku": self.perilaku}
        return {name: rating for name, rating in named.items() if rating is not None}


Calon = Annotated[
    list[PenilaianCalonInput],
    argument(description="Rating yang dipertimbangkan; belum disimpan."),
]


@strawberry.type
class KurvaQuery:
    daftar_kurva_ideal: Connection[KurvaIdeal] | None = connection(
        Page("TRUE", Order((ID,))), "Kurva ideal, satu untuk setiap predikat kinerja organisasi."
    )

    @strawberry.field(
        description="Kurva penilaian atas orang yang dinilai seorang pejabat penilai: untuknya"
        " sendiri, admin, dan pimpinan di atasnya (manual 6.2.2)."
    )
    async def kurva(
        self, info: Info, pejabat_penilai_id: PejabatPenilaiId, periode_id: PeriodeId
    ) -> Kurva | None:
        aktor, pejabat = info.context.aktor, decode(pejabat_penilai_id, "pegawai")
        periode = await buka_kurva(aktor, pejabat, decode(periode_id, PERIODE))
        return Kurva.of(await read_kurva(periode, pejabat))

    @strawberry.field(
        description="Kurva penilaian atas pegawai aktif sebuah unor dan semua di bawahnya: untuk"
        " yang boleh membuka dashboardnya."
    )
    async def kurva_unor(self, info: Info, unor_id: UnorId, periode_id: PeriodeId) -> Kurva | None:
        aktor, unor = info.context.aktor, decode(unor_id, "unor")
        _, periode = await buka_kurva_unor(Pohon(), aktor, unor, decode(periode_id, PERIODE))
        return Kurva.of(await read_kurva_unor(periode, unor))

    @strawberry.field(
        description="Kurva Anda sendiri seandainya rating ini sudah diberikan; tidak ada yang"
        " disimpan."
    )
    async def pratinjau_kurva(
        self, info: Info, periode_id: PeriodeId, penilaian: Calon
    ) -> Kurva | None:
        aktor = info.context.aktor
        periode = await periode_in_scope(aktor, decode(periode_id, PERIODE))
        ratings = {decode(one.skp_id, "skp"): one.ratings for one in penilaian}
        return Kurva.of(await read_pratinjau_kurva(periode, aktor.pegawai_id, ratings))


@strawberry.type
class KurvaSubscription:
    @strawberry.subscription(
        description="Seperti query-nya; datang lagi setiap kali penilaian pejabat itu berubah."
    )
    async def kurva(
        self, info: Info, pejabat_penilai_id: PejabatPenilaiId, periode_id: PeriodeId
    ) -> AsyncIterable[Kurva]:
        aktor, pejabat = info.context.aktor, decode(pejabat_penilai_id, "pegawai")
        key = decode(periode_id, PERIODE)
        periode = await buka_kurva(aktor, pejabat, key)

        async def check(_: Pohon, aktor: Aktor) -> None:
            await buka_kurva(aktor, pejabat, key)

        async def show(_: PantauanTopic, __: int | None) -> Kurva:
            return Kurva.of(await read_kurva(periode, pejabat))

        return Feed(PantauanTopic(KURVA, pejabat), "kurva", show, check)

    @strawberry.subscription(
        description="Seperti query-nya; datang lagi setiap kali penilaian di sana berubah."
    )
    async def kurva_unor(
        self, info: Info, unor_id: UnorId, periode_id: PeriodeId
    ) -> AsyncIterable[Kurva]:
        aktor, pohon = info.context.aktor, info.context.live.hub.pohon
        unor, key = decode(unor_id, "unor"), decode(periode_id, PERIODE)
        akses, periode = await buka_kurva_unor(pohon, aktor, unor, key)

        async def check(pohon: Pohon, aktor: Aktor) -> None:
            await buka_kurva_unor(pohon, aktor, unor, key)

        def show(topic: KurvaUnorTopic, _: int | None) -> Kurva:
            assert topic.acuan is not None
            return Kurva.of(KurvaPenilaian(periode, topic.acuan, topic.since(None).utama))

        return Feed(KurvaUnorTopic(akses.lingkup, periode), "kurva", show, check)
