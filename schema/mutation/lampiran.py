"""What can be done to a lampiran."""

from typing import Annotated

import strawberry
from strawberry import argument

from models.rules.vocabulary import JenisLampiran
from resolvers.lampiran.hapus import hapus
from resolvers.lampiran.tambah import tambah
from resolvers.lampiran.ubah import ubah
from schema.context import Info
from schema.ids import decode
from schema.mutation.skp import SkpId, SkpPayload
from schema.payload import Payload, answer
from schema.types.lampiran import Lampiran

LampiranId = Annotated[strawberry.ID, argument(description="Lampiran yang dimaksud.")]


@strawberry.input(description="Lampiran yang akan ditambahkan.")
class LampiranTambahInput:
    jenis: JenisLampiran = strawberry.field(description="Bagian lampirannya.")
    uraian: str = strawberry.field(description="Isinya.")


@strawberry.input(description="Isi lampiran yang baru.")
class LampiranUbahInput:
    uraian: str = strawberry.field(description="Isinya.")


@strawberry.type(description="Lampiran yang berubah.")
class LampiranPayload(Payload):
    @strawberry.field(description="Lampiran sesudah perubahan; kosong bila ditolak.")
    async def lampiran(self, info: Info) -> Lampiran | None:
        return await self.changed(info)  # type: ignore[no-any-return]


@strawberry.type(description="Hasil `lampiranTambah`.")
class LampiranTambahPayload(LampiranPayload):
    pass


@strawberry.type(description="Hasil `lampiranUbah`.")
class LampiranUbahPayload(LampiranPayload):
    pass


@strawberry.type(description="Hasil `lampiranHapus`: SKP tempat lampiran itu tadinya.")
class LampiranHapusPayload(SkpPayload):
    pass


@strawberry.type
class LampiranMutation:
    @strawberry.mutation(description="Menambah lampiran pada SKP yang masih draft.")
    async def lampiran_tambah(
        self, info: Info, skp_id: SkpId, input: LampiranTambahInput
    ) -> LampiranTambahPayload | None:
        work = tambah(info.context.aktor, decode(skp_id, "skp"), input.jenis, input.uraian)
        return await answer(LampiranTambahPayload, work)

    @strawberry.mutation(description="Mengubah isi lampiran pada SKP yang masih draft.")
    async def lampiran_ubah(
        self, info: Info, id: LampiranId, input: LampiranUbahInput
    ) -> LampiranUbahPayload | None:
        work = ubah(info.context.aktor, decode(id, "lampiran"), input.uraian)
        return await answer(LampiranUbahPayload, work)

    @strawberry.mutation(description="Menghapus lampiran.")
    async def lampiran_hapus(self, info: Info, id: LampiranId) -> LampiranHapusPayload | None:
        aktor = info.context.aktor
        return await answer(LampiranHapusPayload, hapus(aktor, decode(id, "lampiran")))
