"""What can be done to a periode penilaian."""

from datetime import date
from typing import Annotated

import strawberry
from strawberry import UNSET, argument

from models.rules.periode_penilaian import IsiPeriode
from models.rules.vocabulary import JenisPeriode
from resolvers.periode_penilaian.buat import buat
from resolvers.periode_penilaian.hapus import hapus
from resolvers.periode_penilaian.perpanjang import perpanjang
from resolvers.periode_penilaian.ubah import ubah
from schema.context import Info
from schema.ids import decode, decode_optional
from schema.mutation.given import given
from schema.payload import Payload, RemovedPayload, answer
from schema.types.periode_penilaian import PeriodePenilaian

NOUN = "periodepenilaian"

PeriodeId = Annotated[strawberry.ID, argument(description="Periode penilaian yang dimaksud.")]


@strawberry.input(description="Periode penilaian yang akan dibuat.")
class PeriodePenilaianBuatInput:
    tahun: int = strawberry.field(description="Tahun penilaian.")
    nama: str = strawberry.field(description="Namanya; sekali dalam setahun.")
    awal: date = strawberry.field(description="Hari pertama.")
    akhir: date = strawberry.field(description="Hari terakhir, dalam tahun yang sama.")
    batas_pengisian: date = strawberry.field(
        description="Hari terakhir pemilik SKP boleh mengisi; paling awal bulan terakhir periode."
    )
    jenis: JenisPeriode = strawberry.field(description="Setahun hanya satu TAHUNAN.")
    instansi_id: strawberry.ID | None = strawberry.field(
        description="Untuk super admin; admin instansi memakai instansinya.", default=None
    )


@strawberry.input(description="Yang diubah; yang tidak disebut tetap seperti semula.")
class PeriodePenilaianUbahInput:
    tahun: int | None = strawberry.field(description="Tahun penilaian.", default=UNSET)
    nama: str | None = strawberry.field(description="Namanya.", default=UNSET)
    awal: date | None = strawberry.field(description="Hari pertama.", default=UNSET)
    akhir: date | None = strawberry.field(description="Hari terakhir.", default=UNSET)
    batas_pengisian: date | None = strawberry.field(
        description="Bila periode sudah dipakai hanya dapat dimajukan; perpanjang untuk menunda.",
        default=UNSET,
    )
    jenis: JenisPeriode | None = strawberry.field(
        description="Setahun hanya satu TAHUNAN.", default=UNSET
    )


@strawberry.input(description="Sampai kapan periode diperpanjang, dan mengapa.")
class PeriodePenilaianPerpanjangInput:
    batas_pengisian: date = strawberry.field(description="Sesudah batas yang sekarang.")
    alasan: str = strawberry.field(description="Mengapa; tercatat dalam riwayat.")


@strawberry.type(description="Periode penilaian yang berubah.")
class PeriodePenilaianPayload(Payload):
    @strawberry.field(description="Periode sesudah perubahan; kosong bila ditolak.")
    async def periode_penilaian(self, info: Info) -> PeriodePenilaian | None:
        return await self.changed(info)  # type: ignore[no-any-return]


@strawberry.type(description="Hasil `periodePenilaianBuat`.")
class PeriodePenilaianBuatPayload(PeriodePenilaianPayload):
    pass


@strawberry.type(description="Hasil `periodePenilaianUbah`.")
class PeriodePenilaianUbahPayload(PeriodePenilaianPayload):
    pass


@strawberry.type(description="Hasil `periodePenilaianPerpanjang`.")
class PeriodePenilaianPerpanjangPayload(PeriodePenilaianPayload):
    pass


@strawberry.type(description="Hasil `periodePenilaianHapus`.")
class PeriodePenilaianHapusPayload(RemovedPayload):
    noun = NOUN


@strawberry.type
class PeriodePenilaianMutation:
    @strawberry.mutation(description="Membuat periode penilaian sebuah instansi (manual 6).")
    async def periode_penilaian_buat(
        self, info: Info, input: PeriodePenilaianBuatInput
    ) -> PeriodePenilaianBuatPayload | None:
        values = vars(input).copy()
        instansi_id = decode_optional(values.pop("instansi_id"), "instansi")
        work = buat(info.context.aktor, instansi_id, IsiPeriode(**values))
        return await answer(PeriodePenilaianBuatPayload, work)

    @strawberry.mutation(description="Mengubah periode penilaian.")
    async def periode_penilaian_ubah(
        self, info: Info, id: PeriodeId, input: PeriodePenilaianUbahInput
    ) -> PeriodePenilaianUbahPayload | None:
        aktor, changes = info.context.aktor, given(input, never_null=tuple(vars(input)))
        return await answer(PeriodePenilaianUbahPayload, ubah(aktor, decode(id, NOUN), changes))

    @strawberry.mutation(description="Menunda batas pengisian sebuah periode, dengan alasan.")
    async def periode_penilaian_perpanjang(
        self, info: Info, id: PeriodeId, input: PeriodePenilaianPerpanjangInput
    ) -> PeriodePenilaianPerpanjangPayload | None:
        aktor, key = info.context.aktor, decode(id, NOUN)
        return await answer(
            PeriodePenilaianPerpanjangPayload,
            perpanjang(aktor, key, input.batas_pengisian, input.alasan),
        )

    @strawberry.mutation(description="Menghapus periode penilaian yang belum dipakai.")
    async def periode_penilaian_hapus(
        self, info: Info, id: PeriodeId
    ) -> PeriodePenilaianHapusPayload | None:
        aktor = info.context.aktor
        return await answer(PeriodePenilaianHapusPayload, hapus(aktor, decode(id, NOUN)))
