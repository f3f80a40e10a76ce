"""Reporting that what is kept of oneself is wrong, and deciding such reports."""

from typing import Annotated

import strawberry
from strawberry import argument

from models.rules.koreksi import IsiKoreksi, Putusan
from models.rules.vocabulary import JenisJabatan, JenisKoreksi
from resolvers.koreksi.ajukan import ajukan
from resolvers.koreksi.terima import terima
from resolvers.koreksi.tolak import tolak
from schema.context import Info
from schema.ids import decode, decode_optional
from schema.payload import Payload, answer
from schema.types.koreksi import Koreksi

KoreksiId = Annotated[strawberry.ID, argument(description="Koreksi yang dimaksud.")]


@strawberry.input(description="Data Anda yang keliru, dan yang seharusnya.")
class KoreksiAjukanInput:
    jenis: JenisKoreksi = strawberry.field(description="Data yang keliru.")
    uraian: str = strawberry.field(description="Apa yang keliru, dan yang seharusnya.")
    usulan_atasan_id: strawberry.ID | None = strawberry.field(
        description="Untuk PEJABAT_PENILAI: siapa yang seharusnya, misalnya dari `cariPegawai`.",
        default=None,
    )
    usulan_unor_id: strawberry.ID | None = strawberry.field(
        description="Untuk UNOR: unor yang seharusnya.", default=None
    )


@strawberry.input(description="Putusan yang menerima; yang tidak disebut menurut usulan pelapor.")
class KoreksiTerimaInput:
    tanggapan: str | None = strawberry.field(
        description="Yang dibaca pelapor; wajib untuk LAINNYA.", default=None
    )
    atasan_id: strawberry.ID | None = strawberry.field(
        description="Untuk PEJABAT_PENILAI: siapa yang menilainya.", default=None
    )
    unor_id: strawberry.ID | None = strawberry.field(
        description="Untuk UNOR: ke mana ia pindah.", default=None
    )
    jenis_jabatan: JenisJabatan | None = strawberry.field(
        description="Untuk JABATAN dan UNOR: jenjang jabatannya.", default=None
    )
    nama_jabatan: str | None = strawberry.field(
        description="Untuk JABATAN dan UNOR: nama jabatannya.", default=None
    )


@strawberry.input(description="Putusan yang menolak.")
class KoreksiTolakInput:
    tanggapan: str = strawberry.field(description="Mengapa; dibaca pelapor.")


@strawberry.type(description="Koreksi yang berubah.")
class KoreksiPayload(Payload):
    @strawberry.field(description="Koreksi sesudah perubahan; kosong bila ditolak.")
    async def koreksi(self, info: Info) -> Koreksi | None:
        return await self.changed(info)  # type: ignore[no-any-return]


@strawberry.type(description="Hasil `koreksiAjukan`.")
class KoreksiAjukanPayload(KoreksiPayload):
    pass


@strawberry.type(description="Hasil `koreksiTerima`.")
class KoreksiTerimaPayload(KoreksiPayload):
    pass


@strawberry.type(description="Hasil `koreksiTolak`.")
class KoreksiTolakPayload(KoreksiPayload):
    pass


@strawberry.type
class KoreksiMutation:
    @strawberry.mutation(description="Melaporkan data Anda yang keliru kepada admin instansi.")
    async def koreksi_ajukan(
        self, info: Info, input: KoreksiAjukanInput
    ) -> KoreksiAjukanPayload | None:
        isi = IsiKoreksi(
            input.jenis,
            input.uraian,
            decode_optional(input.usulan_atasan_id, "pegawai"),
            decode_optional(input.usulan_unor_id, "unor"),
        )
        return await answer(KoreksiAjukanPayload, ajukan(info.context.aktor, isi))

    @strawberry.mutation(
        description="Menerima koreksi: datanya dibetulkan, dan pejabat penilai SKP tahun ini dan"
        " tahun lalu yang belum selesai dinilai diturunkan ulang."
    )
    async def koreksi_terima(
        self, info: Info, id: KoreksiId, input: KoreksiTerimaInput
    ) -> KoreksiTerimaPayload | None:
        putusan = Putusan(
            input.tanggapan,
            decode_optional(input.atasan_id, "pegawai"),
            decode_optional(input.unor_id, "unor"),
            input.jenis_jabatan,
            input.nama_jabatan,
        )
        return await answer(
            KoreksiTerimaPayload, terima(info.context.aktor, decode(id, "koreksi"), putusan)
        )

    @strawberry.mutation(description="Menolak koreksi, dengan tanggapan.")
    async def koreksi_tolak(
        self, info: Info, id: KoreksiId, input: KoreksiTolakInput
    ) -> KoreksiTolakPayload | None:
        return await answer(
            KoreksiTolakPayload,
            tolak(info.context.aktor, decode(id, "koreksi"), input.tanggapan),
        )
