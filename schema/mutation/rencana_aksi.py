"""What can be done to a rencana aksi."""

from typing import Annotated

import strawberry
from strawberry import argument

from resolvers.rencana_aksi.hapus import hapus
from resolvers.rencana_aksi.tambah import tambah
from resolvers.rencana_aksi.ubah import ubah
from schema.context import Info
from schema.ids import decode
from schema.mutation.periode_penilaian import NOUN as PERIODE
from schema.mutation.rhk import RhkId, RhkPayload
from schema.payload import Payload, answer
from schema.types.pelaksanaan import RencanaAksi

NOUN = "rencanaaksi"

RencanaAksiId = Annotated[strawberry.ID, argument(description="Rencana aksi yang dimaksud.")]


@strawberry.input(description="Rencana aksi yang akan ditambahkan.")
class RencanaAksiTambahInput:
    periode_id: strawberry.ID = strawberry.field(description="Periode penilaiannya.")
    uraian: str = strawberry.field(description="Yang akan dilakukan.")


@strawberry.input(description="Rencana aksi yang dikehendaki.")
class RencanaAksiUbahInput:
    uraian: str = strawberry.field(description="Yang akan dilakukan.")


@strawberry.type(description="Rencana aksi yang berubah.")
class RencanaAksiPayload(Payload):
    @strawberry.field(description="Rencana aksi sesudah perubahan; kosong bila ditolak.")
    async def rencana_aksi(self, info: Info) -> RencanaAksi | None:
        return await self.changed(info)  # type: ignore[no-any-return]


@strawberry.type(description="Hasil `rencanaAksiTambah`.")
class RencanaAksiTambahPayload(RencanaAksiPayload):
    pass


@strawberry.type(description="Hasil `rencanaAksiUbah`.")
class RencanaAksiUbahPayload(RencanaAksiPayload):
    pass


@strawberry.type(description="Hasil `rencanaAksiHapus`: RHK tempat rencana aksi itu tadinya.")
class RencanaAksiHapusPayload(RhkPayload):
    pass


@strawberry.type
class RencanaAksiMutation:
    @strawberry.mutation(description="Menambah rencana aksi pada RHK (manual 6.1.1).")
    async def rencana_aksi_tambah(
        self, info: Info, rhk_id: RhkId, input: RencanaAksiTambahInput
    ) -> RencanaAksiTambahPayload | None:
        key, periode_id = decode(rhk_id, "rhk"), decode(input.periode_id, PERIODE)
        work = tambah(info.context.aktor, key, periode_id, input.uraian)
        return await answer(RencanaAksiTambahPayload, work)

    @strawberry.mutation(description="Mengubah rencana aksi.")
    async def rencana_aksi_ubah(
        self, info: Info, id: RencanaAksiId, input: RencanaAksiUbahInput
    ) -> RencanaAksiUbahPayload | None:
        work = ubah(info.context.aktor, decode(id, NOUN), input.uraian)
        return await answer(RencanaAksiUbahPayload, work)

    @strawberry.mutation(description="Menghapus rencana aksi yang belum dipakai.")
    async def rencana_aksi_hapus(
        self, info: Info, id: RencanaAksiId
    ) -> RencanaAksiHapusPayload | None:
        return await answer(RencanaAksiHapusPayload, hapus(info.context.aktor, decode(id, NOUN)))
