"""What can be done to an umpan balik."""

from typing import Annotated

import strawberry
from strawberry import argument

from models.rules.vocabulary import AspekPerilaku
from resolvers.umpan_balik.hapus import hapus
from resolvers.umpan_balik.isi import IsiUmpanBalik
from resolvers.umpan_balik.tambah import tambah
from resolvers.umpan_balik.ubah import ubah
from schema.context import Info
from schema.ids import decode, decode_optional
from schema.mutation.periode_penilaian import NOUN as PERIODE
from schema.mutation.skp import SkpId
from schema.payload import Payload, RemovedPayload, answer
from schema.types.pelaksanaan import UmpanBalik

NOUN = "umpanbalik"

UmpanBalikId = Annotated[strawberry.ID, argument(description="Umpan balik yang dimaksud.")]


@strawberry.input(description="Umpan balik atas tepat satu hal: sebuah RHK, atau sebuah aspek.")
class UmpanBalikTambahInput:
    periode_id: strawberry.ID = strawberry.field(description="Periode penilaiannya.")
    uraian: str = strawberry.field(description="Isinya.")
    rhk_id: strawberry.ID | None = strawberry.field(
        description="RHK SKP itu; hanya untuk pejabat penilainya.", default=None
    )
    aspek: AspekPerilaku | None = strawberry.field(
        description="Aspek perilakunya; pejabat penilai atau rekan kerja.", default=None
    )


@strawberry.input(description="Umpan balik yang dikehendaki.")
class UmpanBalikUbahInput:
    uraian: str = strawberry.field(description="Isinya.")


@strawberry.type(description="Umpan balik yang berubah.")
class UmpanBalikPayload(Payload):
    @strawberry.field(description="Umpan balik sesudah perubahan; kosong bila ditolak.")
    async def umpan_balik(self, info: Info) -> UmpanBalik | None:
        return await self.changed(info)  # type: ignore[no-any-return]


@strawberry.type(description="Hasil `umpanBalikTambah`.")
class UmpanBalikTambahPayload(UmpanBalikPayload):
    pass


@strawberry.type(description="Hasil `umpanBalikUbah`.")
class UmpanBalikUbahPayload(UmpanBalikPayload):
    pass


@strawberry.type(description="Hasil `umpanBalikHapus`.")
class UmpanBalikHapusPayload(RemovedPayload):
    noun = NOUN


@strawberry.type
class UmpanBalikMutation:
    @strawberry.mutation(
        description="Memberi umpan balik kepada bawahan atau rekan kerja (manual 6.2.1, 6.2.3)."
    )
    async def umpan_balik_tambah(
        self, info: Info, skp_id: SkpId, input: UmpanBalikTambahInput
    ) -> UmpanBalikTambahPayload | None:
        rhk_id = decode_optional(input.rhk_id, "rhk")
        isi = IsiUmpanBalik(input.uraian, rhk_id, input.aspek)
        key, periode_id = decode(skp_id, "skp"), decode(input.periode_id, PERIODE)
        work = tambah(info.context.aktor, key, periode_id, isi)
        return await answer(UmpanBalikTambahPayload, work)

    @strawberry.mutation(description="Mengubah umpan balik yang Anda berikan.")
    async def umpan_balik_ubah(
        self, info: Info, id: UmpanBalikId, input: UmpanBalikUbahInput
    ) -> UmpanBalikUbahPayload | None:
        work = ubah(info.context.aktor, decode(id, NOUN), input.uraian)
        return await answer(UmpanBalikUbahPayload, work)

    @strawberry.mutation(description="Menarik kembali umpan balik yang Anda berikan.")
    async def umpan_balik_hapus(
        self, info: Info, id: UmpanBalikId
    ) -> UmpanBalikHapusPayload | None:
        return await answer(UmpanBalikHapusPayload, hapus(info.context.aktor, decode(id, NOUN)))
