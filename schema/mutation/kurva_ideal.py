"""What can be done to an ideal curve."""

import strawberry

from models.rules.vocabulary import KinerjaOrganisasi
from resolvers.kurva_ideal.ubah import Poin, ubah
from schema.context import Info
from schema.payload import Payload, answer
from schema.types.kurva import KurvaIdeal


@strawberry.input(description="Titik-titik sebuah kurva ideal; yang dibaca perbandingannya.")
class KurvaIdealUbahInput:
    organisasi: KinerjaOrganisasi = strawberry.field(description="Kurva untuk predikat ini.")
    sangat_kurang: int = strawberry.field(description="Titik predikat sangat kurang.")
    kurang: int = strawberry.field(description="Titik predikat kurang.")
    butuh_perbaikan: int = strawberry.field(description="Titik predikat butuh perbaikan.")
    baik: int = strawberry.field(description="Titik predikat baik.")
    sangat_baik: int = strawberry.field(description="Titik predikat sangat baik.")


@strawberry.type(description="Hasil `kurvaIdealUbah`.")
class KurvaIdealUbahPayload(Payload):
    @strawberry.field(description="Kurva sesudah perubahan; kosong bila ditolak.")
    async def kurva_ideal(self, info: Info) -> KurvaIdeal | None:
        return await self.changed(info)  # type: ignore[no-any-return]


@strawberry.type
class KurvaIdealMutation:
    @strawberry.mutation(description="Mengubah kurva ideal, untuk seluruh instansi.")
    async def kurva_ideal_ubah(
        self, info: Info, input: KurvaIdealUbahInput
    ) -> KurvaIdealUbahPayload | None:
        values = dict(vars(input))
        work = ubah(info.context.aktor, values.pop("organisasi"), Poin(**values))
        return await answer(KurvaIdealUbahPayload, work)
