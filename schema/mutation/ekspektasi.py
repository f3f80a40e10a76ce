"""What can be done to the ekspektasi khusus of an SKP."""

import strawberry

from models.rules.vocabulary import AspekPerilaku
from resolvers.ekspektasi.tetapkan import tetapkan
from schema.context import Info
from schema.ids import decode
from schema.mutation.skp import SkpId, SkpPayload
from schema.payload import answer


@strawberry.input(description="Ekspektasi khusus atas satu aspek perilaku.")
class EkspektasiTetapkanInput:
    aspek: AspekPerilaku = strawberry.field(description="Aspek perilakunya.")
    uraian: str | None = strawberry.field(
        description="Yang diharapkan; `null` menghapus ekspektasinya."
    )


@strawberry.type(description="Hasil `ekspektasiTetapkan`.")
class EkspektasiTetapkanPayload(SkpPayload):
    pass


@strawberry.type
class EkspektasiMutation:
    @strawberry.mutation(
        description="Menulis ekspektasi khusus pejabat penilai atas perilaku pemilik SKP."
    )
    async def ekspektasi_tetapkan(
        self, info: Info, skp_id: SkpId, input: EkspektasiTetapkanInput
    ) -> EkspektasiTetapkanPayload | None:
        work = tetapkan(info.context.aktor, decode(skp_id, "skp"), input.aspek, input.uraian)
        return await answer(EkspektasiTetapkanPayload, work)
