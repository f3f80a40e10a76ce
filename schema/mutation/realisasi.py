"""What can be done to the realisasi of an indikator."""

import strawberry
from strawberry import UNSET

from resolvers.realisasi.tetapkan import tetapkan
from schema.context import Info
from schema.ids import decode
from schema.mutation.given import stated
from schema.mutation.indikator import IndikatorId, IndikatorPayload
from schema.mutation.periode_penilaian import NOUN as PERIODE
from schema.payload import answer


@strawberry.input(description="Realisasi sebuah indikator dalam satu periode.")
class RealisasiTetapkanInput:
    periode_id: strawberry.ID = strawberry.field(description="Periode penilaiannya.")
    realisasi: str | None = strawberry.field(
        description="Yang dicapai; `null` menghapus realisasinya.", default=UNSET
    )
    sumber_data: str | None = strawberry.field(
        description="Dari mana angkanya; wajib bersama realisasi.", default=None
    )


@strawberry.type(description="Hasil `realisasiTetapkan`.")
class RealisasiTetapkanPayload(IndikatorPayload):
    pass


@strawberry.type
class RealisasiMutation:
    @strawberry.mutation(description="Menulis realisasi dan sumber datanya (manual 6.1.2).")
    async def realisasi_tetapkan(
        self, info: Info, indikator_id: IndikatorId, input: RealisasiTetapkanInput
    ) -> RealisasiTetapkanPayload | None:
        key, periode_id = decode(indikator_id, "indikator"), decode(input.periode_id, PERIODE)
        wanted = stated(input.realisasi, "realisasi")
        work = tetapkan(info.context.aktor, key, periode_id, wanted, input.sumber_data)
        return await answer(RealisasiTetapkanPayload, work)
