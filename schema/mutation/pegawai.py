"""What admins can do to pegawai (manual 2: Manajemen Pegawai)."""

from typing import Annotated

import strawberry
from strawberry import UNSET, argument

from models.rules.vocabulary import JenisJabatan, JenisPegawai
from resolvers.pegawai.aktifkan import aktifkan
from resolvers.pegawai.buat import buat
from resolvers.pegawai.isi import IsiPegawai
from resolvers.pegawai.nonaktifkan import nonaktifkan
from resolvers.pegawai.pejabat_penilai_tetapkan import pejabat_penilai_tetapkan
from resolvers.pegawai.pindahkan import pindahkan
from resolvers.pegawai.ubah import ubah
from schema.context import Info
from schema.ids import decode, decode_optional
from schema.mutation.given import given, stated
from schema.payload import Payload, answer
from schema.types.pegawai import Pegawai

PegawaiId = Annotated[strawberry.ID, argument(description="Pegawai yang dimaksud.")]


@strawberry.input(description="Pegawai yang akan ditambahkan.")
class PegawaiBuatInput:
    nip: str = strawberry.field(description="NIP, 18 angka.")
    nama: str = strawberry.field(description="Nama lengkap.")
    unor_id: strawberry.ID = strawberry.field(description="Unor aktif tempatnya bekerja.")
    jenis_pegawai: JenisPegawai = strawberry.field(description="PNS atau PPPK.")
    golongan: str = strawberry.field(description="Golongan ruang.")
    jenis_jabatan: JenisJabatan = strawberry.field(description="Jenjang jabatan.")
    nama_jabatan: str = strawberry.field(description="Nama jabatan.")


@strawberry.input(description="Yang diubah; yang tidak disebut tetap seperti semula.")
class PegawaiUbahInput:
    nip: str | None = strawberry.field(description="NIP, 18 angka.", default=UNSET)
    nama: str | None = strawberry.field(description="Nama lengkap.", default=UNSET)
    golongan: str | None = strawberry.field(description="Golongan ruang.", default=UNSET)
    jenis_pegawai: JenisPegawai | None = strawberry.field(
        description="PNS atau PPPK.", default=UNSET
    )
    jenis_jabatan: JenisJabatan | None = strawberry.field(
        description="Jenjang jabatan.", default=UNSET
    )
    nama_jabatan: str | None = strawberry.field(description="Nama jabatan.", default=UNSET)


@strawberry.input(description="Tempat baru seorang pegawai.")
class PegawaiPindahkanInput:
    unor_id: strawberry.ID = strawberry.field(
        description="Unor aktif; hanya super admin yang memindahkan ke instansi lain."
    )
    jenis_jabatan: JenisJabatan | None = strawberry.field(
        description="Jenjang jabatan di sana, bila berubah.", default=UNSET
    )
    nama_jabatan: str | None = strawberry.field(
        description="Nama jabatan di sana, bila berubah.", default=UNSET
    )


@strawberry.input(description="Pejabat penilai seorang pegawai.")
class PegawaiPejabatPenilaiTetapkanInput:
    atasan_id: strawberry.ID | None = strawberry.field(
        description="Pegawai aktif dari instansi yang sama; `null`: menurut pohon unor lagi.",
        default=UNSET,
    )


@strawberry.type(description="Pegawai yang berubah.")
class PegawaiPayload(Payload):
    @strawberry.field(description="Pegawai sesudah perubahan; kosong bila ditolak.")
    async def pegawai(self, info: Info) -> Pegawai | None:
        return await self.changed(info)  # type: ignore[no-any-return]


@strawberry.type(description="Hasil `pegawaiBuat`.")
class PegawaiBuatPayload(PegawaiPayload):
    pass


@strawberry.type(description="Hasil `pegawaiUbah`.")
class PegawaiUbahPayload(PegawaiPayload):
    pass


@strawberry.type(description="Hasil `pegawaiPindahkan`.")
class PegawaiPindahkanPayload(PegawaiPayload):
    pass


@strawberry.type(description="Hasil `pegawaiNonaktifkan`.")
class PegawaiNonaktifkanPayload(PegawaiPayload):
    pass


@strawberry.type(description="Hasil `pegawaiAktifkan`.")
class PegawaiAktifkanPayload(PegawaiPayload):
    pass


@strawberry.type(description="Hasil `pegawaiPejabatPenilaiTetapkan`.")
class PegawaiPejabatPenilaiTetapkanPayload(PegawaiPayload):
    pass


@strawberry.type
class PegawaiMutation:
    @strawberry.mutation(description="Menambahkan pegawai; akunnya dibuat tersendiri.")
    async def pegawai_buat(self, info: Info, input: PegawaiBuatInput) -> PegawaiBuatPayload | None:
        values = {**vars(input)}
        unor_id = decode(values.pop("unor_id"), "unor")
        isi = IsiPegawai(**values)
        return await answer(PegawaiBuatPayload, buat(info.context.aktor, unor_id, isi))

    @strawberry.mutation(description="Mengubah data pegawai.")
    async def pegawai_ubah(
        self, info: Info, id: PegawaiId, input: PegawaiUbahInput
    ) -> PegawaiUbahPayload | None:
        changes = given(input, never_null=tuple(vars(input)))
        return await answer(
            PegawaiUbahPayload, ubah(info.context.aktor, decode(id, "pegawai"), changes)
        )

    @strawberry.mutation(description="Memindahkan pegawai ke unor lain.")
    async def pegawai_pindahkan(
        self, info: Info, id: PegawaiId, input: PegawaiPindahkanInput
    ) -> PegawaiPindahkanPayload | None:
        jabatan = given(input, never_null=("jenis_jabatan", "nama_jabatan"))
        keys = decode(id, "pegawai"), decode(jabatan.pop("unor_id"), "unor")
        return await answer(PegawaiPindahkanPayload, pindahkan(info.context.aktor, *keys, jabatan))

    @strawberry.mutation(
        description="Menonaktifkan pegawai: sesinya berakhir, jabatan yang dipimpinnya lowong."
    )
    async def pegawai_nonaktifkan(
        self, info: Info, id: PegawaiId
    ) -> PegawaiNonaktifkanPayload | None:
        return await answer(
            PegawaiNonaktifkanPayload, nonaktifkan(info.context.aktor, decode(id, "pegawai"))
        )

    @strawberry.mutation(description="Mengaktifkan kembali pegawai; unornya harus aktif.")
    async def pegawai_aktifkan(self, info: Info, id: PegawaiId) -> PegawaiAktifkanPayload | None:
        return await answer(
            PegawaiAktifkanPayload, aktifkan(info.context.aktor, decode(id, "pegawai"))
        )

    @strawberry.mutation(description="Menetapkan pejabat penilai pegawai, apa pun kata pohon unor.")
    async def pegawai_pejabat_penilai_tetapkan(
        self, info: Info, id: PegawaiId, input: PegawaiPejabatPenilaiTetapkanInput
    ) -> PegawaiPejabatPenilaiTetapkanPayload | None:
        atasan_id = decode_optional(stated(input.atasan_id, "atasanId"), "pegawai")
        return await answer(
            PegawaiPejabatPenilaiTetapkanPayload,
            pejabat_penilai_tetapkan(info.context.aktor, decode(id, "pegawai"), atasan_id),
        )
