"""What can be done to the ekspektasi khusus of an SKP."""

import strawberry
from strawberry import UNSET

from models.rules.vocabulary import AspekPerilaku
from resolvers.ekspektasi.tetapkan import tetapkan
from schema.context import Info
from schema.ids import decode
from schema.mutation.given import stated
from schema.mutation.skp import SkpId, SkpPayload
from schema.payload import answer


@strawberry.input(description="Ekspektasi khusus atas satu aspek perilaku.")
class EkspektasiTetapkanInput:
    aspek: AspekPerilaku = strawberry.field(description="Aspek perilakunya.")
    uraian: str | None = strawberry.field(
        description="Yang diharapkan; `null` menghapus ekspektasinya.", default=UNSET
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
        key, uraian = decode(skp_id, "skp"), stated(input.uraian, "uraian")
        work = tetapkan(info.context.aktor, key, input.aspek, uraian)
        return await answer(EkspektasiTetapkanPayload, work)
