"""What can be done to a tim kerja."""

from collections.abc import Iterable
from typing import Annotated

import strawberry
from strawberry import UNSET, argument

from resolvers.tim_kerja.anggota_hapus import anggota_hapus
from resolvers.tim_kerja.anggota_tambah import anggota_tambah
from resolvers.tim_kerja.buat import TimBaru, buat
from resolvers.tim_kerja.hapus import hapus
from resolvers.tim_kerja.ubah import ubah
from schema.context import Info
from schema.ids import decode
from schema.mutation.given import given
from schema.payload import Payload, RemovedPayload, answer
from schema.types.tim_kerja import TimKerja

TimKerjaId = Annotated[strawberry.ID, argument(description="Tim kerja yang dimaksud.")]


@strawberry.input(description="Tim kerja yang akan dibentuk; Anda ketuanya.")
class TimKerjaBuatInput:
    nama: str = strawberry.field(description="Nama tim, yang membedakannya dari tim Anda lainnya.")
    tahun: int = strawberry.field(description="Tahun kerjanya.")
    anggota_ids: list[strawberry.ID] = strawberry.field(
        description="Pegawai seinstansi yang menjadi anggotanya.", default_factory=list
    )


@strawberry.input(description="Yang diubah; yang tidak disebut tetap seperti semula.")
class TimKerjaUbahInput:
    nama: str | None = strawberry.field(description="Nama tim.", default=UNSET)


@strawberry.input(description="Anggota yang akan ditambahkan; yang sudah menjadi anggota tetap.")
class TimKerjaAnggotaTambahInput:
    anggota_ids: list[strawberry.ID] = strawberry.field(description="Pegawai seinstansi.")


@strawberry.input(description="Anggota yang akan dikeluarkan; yang bukan anggota dilewati.")
class TimKerjaAnggotaHapusInput:
    anggota_ids: list[strawberry.ID] = strawberry.field(description="Anggota tim ini.")


@strawberry.type(description="Tim kerja yang berubah.")
class TimKerjaPayload(Payload):
    @strawberry.field(description="Tim sesudah perubahan; kosong bila ditolak.")
    async def tim_kerja(self, info: Info) -> TimKerja | None:
        return await self.changed(info)  # type: ignore[no-any-return]


@strawberry.type(description="Hasil `timKerjaBuat`.")
class TimKerjaBuatPayload(TimKerjaPayload):
    pass


@strawberry.type(description="Hasil `timKerjaUbah`.")
class TimKerjaUbahPayload(TimKerjaPayload):
    pass


@strawberry.type(description="Hasil `timKerjaAnggotaTambah`.")
class TimKerjaAnggotaTambahPayload(TimKerjaPayload):
    pass


@strawberry.type(description="Hasil `timKerjaAnggotaHapus`.")
class TimKerjaAnggotaHapusPayload(TimKerjaPayload):
    pass


@strawberry.type(description="Hasil `timKerjaHapus`.")
class TimKerjaHapusPayload(RemovedPayload):
    noun = "timkerja"


@strawberry.type
class TimKerjaMutation:
    @strawberry.mutation(description="Membentuk tim kerja (manual 5.1).")
    async def tim_kerja_buat(
        self, info: Info, input: TimKerjaBuatInput
    ) -> TimKerjaBuatPayload | None:
        baru = TimBaru(input.nama, input.tahun, _pegawai(input.anggota_ids))
        return await answer(TimKerjaBuatPayload, buat(info.context.aktor, baru))

    @strawberry.mutation(description="Mengganti nama tim kerja Anda.")
    async def tim_kerja_ubah(
        self, info: Info, id: TimKerjaId, input: TimKerjaUbahInput
    ) -> TimKerjaUbahPayload | None:
        nama = given(input, never_null=("nama",)).get("nama")
        work = ubah(info.context.aktor, decode(id, "timkerja"), nama)
        return await answer(TimKerjaUbahPayload, work)

    @strawberry.mutation(description="Membubarkan tim kerja Anda beserta matriksnya.")
    async def tim_kerja_hapus(self, info: Info, id: TimKerjaId) -> TimKerjaHapusPayload | None:
        return await answer(TimKerjaHapusPayload, hapus(info.context.aktor, decode(id, "timkerja")))

    @strawberry.mutation(description="Menambah anggota tim kerja Anda.")
    async def tim_kerja_anggota_tambah(
        self, info: Info, id: TimKerjaId, input: TimKerjaAnggotaTambahInput
    ) -> TimKerjaAnggotaTambahPayload | None:
        aktor, tim_id = info.context.aktor, decode(id, "timkerja")
        work = anggota_tambah(aktor, tim_id, _pegawai(input.anggota_ids))
        return await answer(TimKerjaAnggotaTambahPayload, work)

    @strawberry.mutation(
        description="Mengeluarkan anggota dari tim kerja Anda dan dari matriksnya."
    )
    async def tim_kerja_anggota_hapus(
        self, info: Info, id: TimKerjaId, input: TimKerjaAnggotaHapusInput
    ) -> TimKerjaAnggotaHapusPayload | None:
        aktor, tim_id = info.context.aktor, decode(id, "timkerja")
        work = anggota_hapus(aktor, tim_id, _pegawai(input.anggota_ids))
        return await answer(TimKerjaAnggotaHapusPayload, work)


def _pegawai(ids: Iterable[strawberry.ID]) -> set[int]:
    return {decode(id_, "pegawai") for id_ in ids}
