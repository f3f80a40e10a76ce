"""What can be done to a progres harian."""

from datetime import date
from typing import Annotated

import strawberry
from strawberry import UNSET, argument

from resolvers.progres_harian.hapus import hapus
from resolvers.progres_harian.isi import IsiProgres
from resolvers.progres_harian.tambah import tambah
from resolvers.progres_harian.ubah import ubah
from schema.context import Info
from schema.ids import decode
from schema.mutation.given import given
from schema.mutation.rencana_aksi import NOUN as RENCANA_AKSI
from schema.mutation.rencana_aksi import RencanaAksiId, RencanaAksiPayload
from schema.payload import Payload, answer
from schema.types.pelaksanaan import ProgresHarian

NOUN = "progresharian"

ProgresHarianId = Annotated[strawberry.ID, argument(description="Progres yang dimaksud.")]


@strawberry.input(description="Yang dikerjakan pada satu hari.")
class ProgresHarianTambahInput:
    tanggal: date = strawberry.field(description="Harinya; dalam periode, paling lambat hari ini.")
    jam_mulai: str = strawberry.field(description="Jam mulai, seperti 08:00.")
    jam_selesai: str = strawberry.field(description="Jam selesai, seperti 10:30.")
    kegiatan: str = strawberry.field(description="Yang dikerjakan.")
    realisasi: int = strawberry.field(description="Hasilnya, dalam satuan itu; paling sedikit 0.")
    satuan: str = strawberry.field(description="Satuan hasilnya; satu untuk satu rencana aksi.")
    tautan: str | None = strawberry.field(description="Alamat buktinya.", default=None)


@strawberry.input(description="Yang diubah; yang tidak disebut tetap, `null` mengosongkan.")
class ProgresHarianUbahInput:
    tanggal: date | None = strawberry.field(description="Harinya.", default=UNSET)
    jam_mulai: str | None = strawberry.field(description="Jam mulai.", default=UNSET)
    jam_selesai: str | None = strawberry.field(description="Jam selesai.", default=UNSET)
    kegiatan: str | None = strawberry.field(description="Yang dikerjakan.", default=UNSET)
    realisasi: int | None = strawberry.field(description="Hasilnya.", default=UNSET)
    satuan: str | None = strawberry.field(description="Satuan hasilnya.", default=UNSET)
    tautan: str | None = strawberry.field(description="Alamat buktinya.", default=UNSET)


@strawberry.type(description="Progres harian yang berubah.")
class ProgresHarianPayload(Payload):
    @strawberry.field(description="Progres sesudah perubahan; kosong bila ditolak.")
    async def progres_harian(self, info: Info) -> ProgresHarian | None:
        return await self.changed(info)  # type: ignore[no-any-return]


@strawberry.type(description="Hasil `progresHarianTambah`.")
class ProgresHarianTambahPayload(ProgresHarianPayload):
    pass


@strawberry.type(description="Hasil `progresHarianUbah`.")
class ProgresHarianUbahPayload(ProgresHarianPayload):
    pass


@strawberry.type(description="Hasil `progresHarianHapus`: rencana aksi tempat progres itu tadinya.")
class ProgresHarianHapusPayload(RencanaAksiPayload):
    pass


@strawberry.type
class ProgresHarianMutation:
    @strawberry.mutation(description="Menambah progres harian pada rencana aksi.")
    async def progres_harian_tambah(
        self, info: Info, rencana_aksi_id: RencanaAksiId, input: ProgresHarianTambahInput
    ) -> ProgresHarianTambahPayload | None:
        aktor, isi = info.context.aktor, IsiProgres(**vars(input))
        work = tambah(aktor, decode(rencana_aksi_id, RENCANA_AKSI), isi)
        return await answer(ProgresHarianTambahPayload, work)

    @strawberry.mutation(description="Mengubah progres harian.")
    async def progres_harian_ubah(
        self, info: Info, id: ProgresHarianId, input: ProgresHarianUbahInput
    ) -> ProgresHarianUbahPayload | None:
        fixed = tuple(name for name in vars(input) if name != "tautan")
        work = ubah(info.context.aktor, decode(id, NOUN), given(input, never_null=fixed))
        return await answer(ProgresHarianUbahPayload, work)

    @strawberry.mutation(description="Menghapus progres harian.")
    async def progres_harian_hapus(
        self, info: Info, id: ProgresHarianId
    ) -> ProgresHarianHapusPayload | None:
        return await answer(ProgresHarianHapusPayload, hapus(info.context.aktor, decode(id, NOUN)))
