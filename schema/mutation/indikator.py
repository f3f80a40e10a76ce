"""What can be done to an indikator."""

from typing import Annotated

import strawberry
from strawberry import UNSET, argument

from models.rules.vocabulary import AspekIndikator, Perspektif
from resolvers.indikator.hapus import hapus
from resolvers.indikator.isi import IsiIndikator
from resolvers.indikator.tambah import tambah
from resolvers.indikator.ubah import ubah
from schema.context import Info
from schema.ids import decode
from schema.mutation.given import given
from schema.mutation.rhk import RhkId, RhkPayload
from schema.payload import Payload, answer
from schema.types.indikator import Indikator

IndikatorId = Annotated[strawberry.ID, argument(description="Indikator yang dimaksud.")]


@strawberry.input(description="Indikator yang akan ditambahkan.")
class IndikatorTambahInput:
    uraian: str = strawberry.field(description="Indikatornya.")
    target: str | None = strawberry.field(description="Hanya pada KUANTITATIF.", default=None)
    perspektif: Perspektif | None = strawberry.field(
        description="Hanya pada KUANTITATIF.", default=None
    )
    aspek: AspekIndikator | None = strawberry.field(description="Aspek yang diukur.", default=None)


@strawberry.input(description="Yang diubah; yang tidak disebut tetap, `null` mengosongkan.")
class IndikatorUbahInput:
    uraian: str | None = strawberry.field(description="Indikatornya.", default=UNSET)
    target: str | None = strawberry.field(description="Hanya pada KUANTITATIF.", default=UNSET)
    perspektif: Perspektif | None = strawberry.field(
        description="Hanya pada KUANTITATIF.", default=UNSET
    )
    aspek: AspekIndikator | None = strawberry.field(description="Aspek yang diukur.", default=UNSET)


@strawberry.type(description="Indikator yang berubah.")
class IndikatorPayload(Payload):
    @strawberry.field(description="Indikator sesudah perubahan; kosong bila ditolak.")
    async def indikator(self, info: Info) -> Indikator | None:
        return await self.changed(info)  # type: ignore[no-any-return]


@strawberry.type(description="Hasil `indikatorTambah`.")
class IndikatorTambahPayload(IndikatorPayload):
    pass


@strawberry.type(description="Hasil `indikatorUbah`.")
class IndikatorUbahPayload(IndikatorPayload):
    pass


@strawberry.type(description="Hasil `indikatorHapus`: RHK tempat indikator itu tadinya.")
class IndikatorHapusPayload(RhkPayload):
    pass


@strawberry.type
class IndikatorMutation:
    @strawberry.mutation(description="Menambah indikator pada RHK (manual 3.1, 3.2, 4).")
    async def indikator_tambah(
        self, info: Info, rhk_id: RhkId, input: IndikatorTambahInput
    ) -> IndikatorTambahPayload | None:
        aktor, isi = info.context.aktor, IsiIndikator(**vars(input))
        return await answer(IndikatorTambahPayload, tambah(aktor, decode(rhk_id, "rhk"), isi))

    @strawberry.mutation(description="Mengubah indikator pada SKP yang masih draft.")
    async def indikator_ubah(
        self, info: Info, id: IndikatorId, input: IndikatorUbahInput
    ) -> IndikatorUbahPayload | None:
        aktor, changes = info.context.aktor, given(input)
        return await answer(IndikatorUbahPayload, ubah(aktor, decode(id, "indikator"), changes))

    @strawberry.mutation(description="Menghapus indikator.")
    async def indikator_hapus(self, info: Info, id: IndikatorId) -> IndikatorHapusPayload | None:
        aktor = info.context.aktor
        return await answer(IndikatorHapusPayload, hapus(aktor, decode(id, "indikator")))
