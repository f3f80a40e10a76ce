"""What admins can do to unor (manual 2: Manajemen Unor)."""

from typing import Annotated

import strawberry
from strawberry import UNSET, argument

from models.rules.vocabulary import StatusJabatan
from resolvers.unor.aktifkan import aktifkan
from resolvers.unor.buat import buat
from resolvers.unor.ingatkan import ingatkan
from resolvers.unor.isi import IsiUnor
from resolvers.unor.nonaktifkan import nonaktifkan
from resolvers.unor.pimpinan_tetapkan import pimpinan_tetapkan
from resolvers.unor.pindahkan import pindahkan
from resolvers.unor.ubah import ubah
from schema.context import Info
from schema.ids import decode, decode_optional
from schema.mutation.given import given, stated
from schema.payload import Payload, answer
from schema.types.unor import Unor

UnorId = Annotated[strawberry.ID, argument(description="Unor yang dimaksud.")]


@strawberry.input(description="Unor yang akan dibuat.")
class UnorBuatInput:
    induk_id: strawberry.ID = strawberry.field(description="Unor di atasnya.")
    kode: str = strawberry.field(description="Kode unor, unik dalam instansinya.")
    nama: str = strawberry.field(description="Nama unor.")


@strawberry.input(description="Yang diubah; yang tidak disebut tetap seperti semula.")
class UnorUbahInput:
    kode: str | None = strawberry.field(
        description="Kode unor, unik dalam instansinya.", default=UNSET
    )
    nama: str | None = strawberry.field(description="Nama unor.", default=UNSET)


@strawberry.input(description="Tempat baru sebuah unor.")
class UnorPindahkanInput:
    induk_id: strawberry.ID = strawberry.field(
        description="Unor aktif di instansi yang sama, di luar cabangnya."
    )


@strawberry.input(description="Pimpinan sebuah unor.")
class UnorPimpinanTetapkanInput:
    pimpinan_id: strawberry.ID | None = strawberry.field(
        description="Pegawai aktif dari instansi yang sama; `null` mengosongkan jabatannya.",
        default=UNSET,
    )
    status_jabatan: StatusJabatan = strawberry.field(
        description="Dasar menduduki jabatannya.", default=StatusJabatan.DEFINITIF
    )


@strawberry.input(description="Yang diingatkan kepada orang-orang sebuah unor.")
class UnorIngatkanInput:
    tahun: int = strawberry.field(description="Tahun SKP yang ditunggu.")
    pesan: str | None = strawberry.field(description="Pesan yang disertakan.", default=None)


@strawberry.type(description="Unor yang berubah.")
class UnorPayload(Payload):
    @strawberry.field(description="Unor sesudah perubahan; kosong bila ditolak.")
    async def unor(self, info: Info) -> Unor | None:
        return await self.changed(info)  # type: ignore[no-any-return]


@strawberry.type(description="Hasil `unorBuat`.")
class UnorBuatPayload(UnorPayload):
    pass


@strawberry.type(description="Hasil `unorUbah`.")
class UnorUbahPayload(UnorPayload):
    pass


@strawberry.type(description="Hasil `unorPindahkan`.")
class UnorPindahkanPayload(UnorPayload):
    pass


@strawberry.type(description="Hasil `unorNonaktifkan`.")
class UnorNonaktifkanPayload(UnorPayload):
    pass


@strawberry.type(description="Hasil `unorAktifkan`.")
class UnorAktifkanPayload(UnorPayload):
    pass


@strawberry.type(description="Hasil `unorPimpinanTetapkan`.")
class UnorPimpinanTetapkanPayload(UnorPayload):
    pass


@strawberry.type(description="Hasil `unorIngatkan`.")
class UnorIngatkanPayload(Payload):
    @strawberry.field(
        description="Berapa orang diingatkan untuk mengajukan SKP-nya; kosong bila ditolak."
    )
    def jumlah_pegawai(self) -> int | None:
        return self.result.pegawai if self.result else None

    @strawberry.field(
        description="Berapa pejabat penilai diingatkan untuk memutuskan SKP; kosong bila ditolak."
    )
    def jumlah_pejabat_penilai(self) -> int | None:
        return self.result.pejabat_penilai if self.result else None


@strawberry.type
class UnorMutation:
    @strawberry.mutation(description="Membuat unor di bawah unor lain.")
    async def unor_buat(self, info: Info, input: UnorBuatInput) -> UnorBuatPayload | None:
        induk_id, isi = decode(input.induk_id, "unor"), IsiUnor(input.kode, input.nama)
        return await answer(UnorBuatPayload, buat(info.context.aktor, induk_id, isi))

    @strawberry.mutation(description="Mengubah kode atau nama unor.")
    async def unor_ubah(
        self, info: Info, id: UnorId, input: UnorUbahInput
    ) -> UnorUbahPayload | None:
        changes = given(input, never_null=tuple(vars(input)))
        return await answer(UnorUbahPayload, ubah(info.context.aktor, decode(id, "unor"), changes))

    @strawberry.mutation(description="Memindahkan unor beserta semua di bawahnya.")
    async def unor_pindahkan(
        self, info: Info, id: UnorId, input: UnorPindahkanInput
    ) -> UnorPindahkanPayload | None:
        keys = decode(id, "unor"), decode(input.induk_id, "unor")
        return await answer(UnorPindahkanPayload, pindahkan(info.context.aktor, *keys))

    @strawberry.mutation(
        description="Menonaktifkan unor yang tidak lagi punya pegawai dan anak yang aktif; jabatan"
        " pimpinannya menjadi lowong."
    )
    async def unor_nonaktifkan(self, info: Info, id: UnorId) -> UnorNonaktifkanPayload | None:
        return await answer(
            UnorNonaktifkanPayload, nonaktifkan(info.context.aktor, decode(id, "unor"))
        )

    @strawberry.mutation(description="Memakai kembali unor; induknya harus aktif.")
    async def unor_aktifkan(self, info: Info, id: UnorId) -> UnorAktifkanPayload | None:
        return await answer(UnorAktifkanPayload, aktifkan(info.context.aktor, decode(id, "unor")))

    @strawberry.mutation(description="Menetapkan pimpinan unor, atau mengosongkan jabatannya.")
    async def unor_pimpinan_tetapkan(
        self, info: Info, id: UnorId, input: UnorPimpinanTetapkanInput
    ) -> UnorPimpinanTetapkanPayload | None:
        pimpinan_id = decode_optional(stated(input.pimpinan_id, "pimpinanId"), "pegawai")
        return await answer(
            UnorPimpinanTetapkanPayload,
            pimpinan_tetapkan(
                info.context.aktor, decode(id, "unor"), pimpinan_id, input.status_jabatan
            ),
        )

    @strawberry.mutation(
        description="Mengingatkan semua orang di unor itu dan di bawahnya yang belum mengajukan"
        " SKP, dan pejabat penilai yang belum memutuskannya; masing-masing paling banyak sekali"
        " sehari dari Anda."
    )
    async def unor_ingatkan(
        self, info: Info, id: UnorId, input: UnorIngatkanInput
    ) -> UnorIngatkanPayload | None:
        work = ingatkan(info.context.aktor, decode(id, "unor"), input.tahun, input.pesan)
        return await answer(UnorIngatkanPayload, work)
