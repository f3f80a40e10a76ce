"""What can be done to an eviden."""

from typing import Annotated

import strawberry
from strawberry import UNSET, argument

from resolvers.eviden.hapus import hapus
from resolvers.eviden.isi import IsiEviden
from resolvers.eviden.tambah import tambah
from resolvers.eviden.ubah import ubah
from schema.context import Info
from schema.ids import decode
from schema.mutation.given import given
from schema.mutation.periode_penilaian import NOUN as PERIODE
from schema.mutation.rhk import RhkId, RhkPayload
from schema.payload import Payload, answer
from schema.types.pelaksanaan import Eviden

EvidenId = Annotated[strawberry.ID, argument(description="Eviden yang dimaksud.")]


@strawberry.input(description="Eviden yang akan ditambahkan.")
class EvidenTambahInput:
    periode_id: strawberry.ID = strawberry.field(description="Periode penilaiannya.")
    nama: str = strawberry.field(description="Nama buktinya.")
    tautan: str = strawberry.field(description="Alamatnya, http atau https.")


@strawberry.input(description="Yang diubah; yang tidak disebut tetap seperti semula.")
class EvidenUbahInput:
    nama: str | None = strawberry.field(description="Nama buktinya.", default=UNSET)
    tautan: str | None = strawberry.field(description="Alamatnya, http atau https.", default=UNSET)


@strawberry.type(description="Eviden yang berubah.")
class EvidenPayload(Payload):
    @strawberry.field(description="Eviden sesudah perubahan; kosong bila ditolak.")
    async def eviden(self, info: Info) -> Eviden | None:
        return await self.changed(info)  # type: ignore[no-any-return]


@strawberry.type(description="Hasil `evidenTambah`.")
class EvidenTambahPayload(EvidenPayload):
    pass


@strawberry.type(description="Hasil `evidenUbah`.")
class EvidenUbahPayload(EvidenPayload):
    pass


@strawberry.type(description="Hasil `evidenHapus`: RHK tempat eviden itu tadinya.")
class EvidenHapusPayload(RhkPayload):
    pass


@strawberry.type
class EvidenMutation:
    @strawberry.mutation(description="Menambah eviden pada RHK (manual 6.1.2).")
    async def eviden_tambah(
        self, info: Info, rhk_id: RhkId, input: EvidenTambahInput
    ) -> EvidenTambahPayload | None:
        key, periode_id = decode(rhk_id, "rhk"), decode(input.periode_id, PERIODE)
        work = tambah(info.context.aktor, key, periode_id, IsiEviden(input.nama, input.tautan))
        return await answer(EvidenTambahPayload, work)

    @strawberry.mutation(description="Mengubah eviden.")
    async def eviden_ubah(
        self, info: Info, id: EvidenId, input: EvidenUbahInput
    ) -> EvidenUbahPayload | None:
        aktor, changes = info.context.aktor, given(input, never_null=tuple(vars(input)))
        return await answer(EvidenUbahPayload, ubah(aktor, decode(id, "eviden"), changes))

    @strawberry.mutation(description="Menghapus eviden.")
    async def eviden_hapus(self, info: Info, id: EvidenId) -> EvidenHapusPayload | None:
        return await answer(EvidenHapusPayload, hapus(info.context.aktor, decode(id, "eviden")))
