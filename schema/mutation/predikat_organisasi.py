"""What can be done to the predikat of a unor."""

import strawberry
from strawberry import UNSET

from models.errors import BadInputError
from models.rules.vocabulary import KinerjaOrganisasi
from resolvers.predikat_organisasi.tetapkan import tetapkan
from schema.context import Info
from schema.ids import decode
from schema.mutation.periode_penilaian import NOUN as PERIODE
from schema.mutation.unor import UnorId
from schema.payload import Payload, answer
from schema.types.unor import Unor


@strawberry.input(description="Predikat kinerja sebuah unor dalam satu periode.")
class PredikatOrganisasiTetapkanInput:
    periode_id: strawberry.ID = strawberry.field(description="Periode penilaiannya.")
    predikat: KinerjaOrganisasi | None = strawberry.field(
        description="Predikatnya; harus disebut, `null` menghapusnya.", default=UNSET
    )


@strawberry.type(description="Hasil `predikatOrganisasiTetapkan`.")
class PredikatOrganisasiTetapkanPayload(Payload):
    @strawberry.field(description="Unor sesudah perubahan; kosong bila ditolak.")
    async def unor(self, info: Info) -> Unor | None:
        return await self.changed(info)  # type: ignore[no-any-return]


@strawberry.type
class PredikatOrganisasiMutation:
    @strawberry.mutation(
        description="Menetapkan predikat kinerja sebuah unor; menentukan kurva idealnya."
    )
    async def predikat_organisasi_tetapkan(
        self, info: Info, unor_id: UnorId, input: PredikatOrganisasiTetapkanInput
    ) -> PredikatOrganisasiTetapkanPayload | None:
        aktor, periode = info.context.aktor, decode(input.periode_id, PERIODE)
        if input.predikat is UNSET:
            raise BadInputError("Sebutkan `predikat`; `null` menghapusnya.")
        work = tetapkan(aktor, decode(unor_id, "unor"), periode, input.predikat)
        return await answer(PredikatOrganisasiTetapkanPayload, work)
