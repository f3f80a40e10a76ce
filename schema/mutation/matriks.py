"""What a pimpinan can do to his matriks."""

from typing import Annotated

import strawberry
from strawberry import argument

from models.rules.vocabulary import JenisRhk
from resolvers.matriks.pegawai_hapus import pegawai_hapus
from resolvers.matriks.pegawai_tambah import pegawai_tambah
from resolvers.matriks.rhk_tambah import rhk_tambah
from resolvers.matriks.sinkronkan import sinkronkan
from resolvers.rhk.isi import IsiRhk
from schema.context import Info
from schema.ids import decode
from schema.mutation.rhk import RhkPayload
from schema.payload import Payload, answer
from schema.types.matriks import Matriks

MatriksId = Annotated[strawberry.ID, argument(description="Matriks yang dimaksud.")]


@strawberry.input(description="SKP yang akan dimasukkan ke matriks.")
class MatriksPegawaiTambahInput:
    skp_id: strawberry.ID = strawberry.field(
        description="SKP orang lain seinstansi yang periodenya beririsan; statusnya bebas."
    )


@strawberry.input(description="SKP yang akan dikeluarkan dari matriks.")
class MatriksPegawaiHapusInput:
    skp_id: strawberry.ID = strawberry.field(description="SKP pada salah satu barisnya.")


@strawberry.input(description="RHK yang dibagikan kepada pemilik sebuah baris.")
class MatriksRhkTambahInput:
    skp_id: strawberry.ID = strawberry.field(description="SKP baris itu, yang masih draft.")
    rhk_atasan_id: strawberry.ID = strawberry.field(
        description="RHK Anda yang diintervensi: salah satu kolom matriks."
    )
    jenis: JenisRhk = strawberry.field(description="Utama atau tambahan.")
    uraian: str = strawberry.field(description="Rencana hasil kerjanya.")
    penugasan_dari: str | None = strawberry.field(description="Asal penugasan.", default=None)


@strawberry.type(description="Matriks yang berubah.")
class MatriksPayload(Payload):
    @strawberry.field(description="Matriks sesudah perubahan; kosong bila ditolak.")
    async def matriks(self, info: Info) -> Matriks | None:
        return await self.changed(info)  # type: ignore[no-any-return]


@strawberry.type(description="Hasil `matriksSinkronkan`.")
class MatriksSinkronkanPayload(MatriksPayload):
    pass


@strawberry.type(description="Hasil `matriksPegawaiTambah`.")
class MatriksPegawaiTambahPayload(MatriksPayload):
    pass


@strawberry.type(description="Hasil `matriksPegawaiHapus`.")
class MatriksPegawaiHapusPayload(MatriksPayload):
    pass


@strawberry.type(description="Hasil `matriksRhkTambah`.")
class MatriksRhkTambahPayload(RhkPayload):
    pass


@strawberry.type
class MatriksMutation:
    @strawberry.mutation(
        description="Menambahkan bawahan atau anggota yang belum ada (manual 5.1)."
    )
    async def matriks_sinkronkan(
        self, info: Info, id: MatriksId
    ) -> MatriksSinkronkanPayload | None:
        work = sinkronkan(info.context.aktor, decode(id, "matriks"))
        return await answer(MatriksSinkronkanPayload, work)

    @strawberry.mutation(description="Memasukkan SKP seseorang ke matriks (manual 5.1).")
    async def matriks_pegawai_tambah(
        self, info: Info, id: MatriksId, input: MatriksPegawaiTambahInput
    ) -> MatriksPegawaiTambahPayload | None:
        aktor, skp_id = info.context.aktor, decode(input.skp_id, "skp")
        work = pegawai_tambah(aktor, decode(id, "matriks"), skp_id)
        return await answer(MatriksPegawaiTambahPayload, work)

    @strawberry.mutation(description="Mengeluarkan SKP seseorang dari matriks.")
    async def matriks_pegawai_hapus(
        self, info: Info, id: MatriksId, input: MatriksPegawaiHapusInput
    ) -> MatriksPegawaiHapusPayload | None:
        aktor, skp_id = info.context.aktor, decode(input.skp_id, "skp")
        work = pegawai_hapus(aktor, decode(id, "matriks"), skp_id)
        return await answer(MatriksPegawaiHapusPayload, work)

    @strawberry.mutation(
        description="Membagikan RHK di bawah RHK Anda kepada pemilik sebuah baris (manual 5.1)."
    )
    async def matriks_rhk_tambah(
        self, info: Info, id: MatriksId, input: MatriksRhkTambahInput
    ) -> MatriksRhkTambahPayload | None:
        isi = IsiRhk(
            jenis=input.jenis,
            uraian=input.uraian,
            penugasan_dari=input.penugasan_dari,
            rhk_atasan_id=decode(input.rhk_atasan_id, "rhk"),
        )
        aktor, skp_id = info.context.aktor, decode(input.skp_id, "skp")
        work = rhk_tambah(aktor, decode(id, "matriks"), skp_id, isi)
        return await answer(MatriksRhkTambahPayload, work)
