"""What can be done to an RHK."""

from typing import Annotated, Any

import strawberry
from strawberry import UNSET, argument

from models.rules.vocabulary import JenisRhk, KlasifikasiRhk
from resolvers.rhk.hapus import hapus
from resolvers.rhk.isi import IsiRhk
from resolvers.rhk.tambah import tambah
from resolvers.rhk.ubah import ubah
from resolvers.rhk.urutkan import urutkan
from schema.context import Info
from schema.ids import decode, decode_optional
from schema.mutation.given import given
from schema.mutation.skp import SkpId, SkpPayload
from schema.payload import Payload, answer
from schema.types.rhk import Rhk

RhkId = Annotated[strawberry.ID, argument(description="RHK yang dimaksud.")]


@strawberry.input(description="RHK yang akan ditambahkan.")
class RhkTambahInput:
    jenis: JenisRhk = strawberry.field(description="Utama atau tambahan.")
    uraian: str = strawberry.field(description="Rencana hasil kerjanya.")
    klasifikasi: KlasifikasiRhk | None = strawberry.field(
        description="Hanya untuk JPT dan pimpinan unit kerja.", default=None
    )
    penugasan_dari: str | None = strawberry.field(description="Asal penugasan.", default=None)
    rhk_atasan_id: strawberry.ID | None = strawberry.field(
        description="RHK atasan yang diintervensi, dari `rhkKandidatIntervensi`.", default=None
    )


@strawberry.input(description="Yang diubah; yang tidak disebut tetap, `null` mengosongkan.")
class RhkUbahInput:
    jenis: JenisRhk | None = strawberry.field(description="Utama atau tambahan.", default=UNSET)
    uraian: str | None = strawberry.field(description="Rencana hasil kerjanya.", default=UNSET)
    klasifikasi: KlasifikasiRhk | None = strawberry.field(
        description="Hanya untuk JPT dan pimpinan unit kerja.", default=UNSET
    )
    penugasan_dari: str | None = strawberry.field(description="Asal penugasan.", default=UNSET)
    rhk_atasan_id: strawberry.ID | None = strawberry.field(
        description="RHK atasan yang diintervensi.", default=UNSET
    )


@strawberry.input(description="Urutan RHK yang dikehendaki.")
class RhkUrutkanInput:
    rhk_ids: list[strawberry.ID] = strawberry.field(
        description="Setiap RHK SKP ini tepat satu kali, dari yang pertama."
    )


@strawberry.type(description="RHK yang berubah.")
class RhkPayload(Payload):
    @strawberry.field(description="RHK sesudah perubahan; kosong bila ditolak.")
    async def rhk(self, info: Info) -> Rhk | None:
        return await self.changed(info)  # type: ignore[no-any-return]


@strawberry.type(description="Hasil `rhkTambah`.")
class RhkTambahPayload(RhkPayload):
    pass


@strawberry.type(description="Hasil `rhkUbah`.")
class RhkUbahPayload(RhkPayload):
    pass


@strawberry.type(description="Hasil `rhkHapus`: SKP tempat RHK itu tadinya.")
class RhkHapusPayload(SkpPayload):
    pass


@strawberry.type(description="Hasil `rhkUrutkan`.")
class RhkUrutkanPayload(SkpPayload):
    pass


@strawberry.type
class RhkMutation:
    @strawberry.mutation(description="Menambah RHK pada SKP yang masih draft (manual 3.1, 4).")
    async def rhk_tambah(
        self, info: Info, skp_id: SkpId, input: RhkTambahInput
    ) -> RhkTambahPayload | None:
        aktor, isi = info.context.aktor, IsiRhk(**_keyed(vars(input)))
        return await answer(RhkTambahPayload, tambah(aktor, decode(skp_id, "skp"), isi))

    @strawberry.mutation(description="Mengubah RHK pada SKP yang masih draft.")
    async def rhk_ubah(self, info: Info, id: RhkId, input: RhkUbahInput) -> RhkUbahPayload | None:
        aktor, changes = info.context.aktor, _keyed(given(input, never_null=("jenis",)))
        return await answer(RhkUbahPayload, ubah(aktor, decode(id, "rhk"), changes))

    @strawberry.mutation(description="Menghapus RHK beserta indikatornya.")
    async def rhk_hapus(self, info: Info, id: RhkId) -> RhkHapusPayload | None:
        return await answer(RhkHapusPayload, hapus(info.context.aktor, decode(id, "rhk")))

    @strawberry.mutation(description="Mengurutkan RHK sebuah SKP.")
    async def rhk_urutkan(
        self, info: Info, skp_id: SkpId, input: RhkUrutkanInput
    ) -> RhkUrutkanPayload | None:
        aktor, wanted = info.context.aktor, [decode(id_, "rhk") for id_ in input.rhk_ids]
        return await answer(RhkUrutkanPayload, urutkan(aktor, decode(skp_id, "skp"), wanted))


def _keyed(values: dict[str, Any]) -> dict[str, Any]:
    """With the key of the RHK atasan in place of its global id."""
    if "rhk_atasan_id" not in values:
        return values
    return {**values, "rhk_atasan_id": decode_optional(values["rhk_atasan_id"], "rhk")}
