"""What can be done to an SKP."""

from datetime import date
from typing import Annotated, Any

import strawberry
from strawberry import UNSET, argument

from models.rules.aktor import Aktor
from models.rules.vocabulary import Pendekatan, StatusJabatan
from resolvers.satu_per_satu import Hasil
from resolvers.skp.ajukan import ajukan
from resolvers.skp.buat import SkpBaru, buat
from resolvers.skp.buka_kembali import buka_kembali
from resolvers.skp.hapus import hapus
from resolvers.skp.kembalikan import kembalikan
from resolvers.skp.muat_ulang_pejabat_penilai import muat_ulang_pejabat_penilai
from resolvers.skp.salin import Salinan, salin
from resolvers.skp.setujui import setujui
from resolvers.skp.setujui_banyak import setujui_banyak
from resolvers.skp.ubah import ubah
from schema.context import Info
from schema.errors import UserError
from schema.ids import decode, key_if
from schema.mutation.given import given
from schema.payload import Payload, RemovedPayload, answer
from schema.types.skp import Skp

SkpId = Annotated[strawberry.ID, argument(description="SKP yang dimaksud.")]

SkpIds = Annotated[
    list[strawberry.ID], argument(description="SKP yang dimaksud, masing-masing sekali.")
]


@strawberry.input(description="SKP yang akan dibuat.")
class SkpBuatInput:
    periode_awal: date = strawberry.field(description="Hari pertama periode.")
    periode_akhir: date = strawberry.field(description="Hari terakhir, dalam tahun yang sama.")
    pendekatan: Pendekatan = strawberry.field(description="Kuantitatif atau kualitatif.")
    status_jabatan: StatusJabatan = strawberry.field(
        description="Dasar menduduki jabatan.", default=StatusJabatan.DEFINITIF
    )


@strawberry.input(description="SKP yang akan dibuat dari salinan.")
class SkpSalinInput:
    periode_awal: date = strawberry.field(description="Hari pertama periode.")
    periode_akhir: date = strawberry.field(description="Hari terakhir, dalam tahun yang sama.")
    status_jabatan: StatusJabatan = strawberry.field(
        description="Dasar menduduki jabatan.", default=StatusJabatan.DEFINITIF
    )


@strawberry.input(description="Yang diubah; yang tidak disebut tetap seperti semula.")
class SkpUbahInput:
    periode_awal: date | None = strawberry.field(description="Hari pertama periode.", default=UNSET)
    periode_akhir: date | None = strawberry.field(
        description="Hari terakhir periode.", default=UNSET
    )
    pendekatan: Pendekatan | None = strawberry.field(
        description="Beralih ke KUALITATIF mengosongkan target dan perspektif.", default=UNSET
    )
    status_jabatan: StatusJabatan | None = strawberry.field(
        description="Dasar menduduki jabatan.", default=UNSET
    )


@strawberry.input(description="Alasan yang akan dibaca pemilik SKP.")
class AlasanInput:
    alasan: str = strawberry.field(description="Mengapa, dan apa yang perlu diperbaiki.")


@strawberry.type(description="SKP yang berubah.")
class SkpPayload(Payload):
    @strawberry.field(
        description="SKP sesudah perubahan; kosong bila ditolak atau kini hanya untuk pemiliknya."
    )
    async def skp(self, info: Info) -> Skp | None:
        return await self.changed(info)  # type: ignore[no-any-return]


@strawberry.type(description="Hasil `skpBuat`.")
class SkpBuatPayload(SkpPayload):
    pass


@strawberry.type(description="Hasil `skpSalin`: SKP yang baru.")
class SkpSalinPayload(SkpPayload):
    pass


@strawberry.type(description="Hasil `skpUbah`.")
class SkpUbahPayload(SkpPayload):
    pass


@strawberry.type(description="Hasil `skpMuatUlangPejabatPenilai`.")
class SkpMuatUlangPejabatPenilaiPayload(SkpPayload):
    pass


@strawberry.type(description="Hasil `skpAjukan`.")
class SkpAjukanPayload(SkpPayload):
    pass


@strawberry.type(description="Hasil `skpSetujui`.")
class SkpSetujuiPayload(SkpPayload):
    pass


@strawberry.type(description="Satu SKP dari `skpSetujuiBanyak`: disetujui, atau mengapa tidak.")
class HasilSetujui(SkpPayload):
    id: strawberry.ID = strawberry.field(description="Pengenal yang diminta.", default="")

    @classmethod
    def of(cls, id_: strawberry.ID, hasil: Hasil[int]) -> "HasilSetujui":
        errors = [UserError.of(reason) for reason in hasil.alasan]
        return cls(id=id_, result=hasil.nilai, user_errors=errors)


@strawberry.type(description="Hasil `skpSetujuiBanyak`.")
class SkpSetujuiBanyakPayload(Payload):
    @strawberry.field(
        description="Satu untuk setiap pengenal, menurut urutan permintaan; kosong bila semuanya"
        " ditolak. Yang satu tidak menghentikan yang lain."
    )
    def hasil(self) -> list[HasilSetujui] | None:
        if self.result is None:
            return None
        return [HasilSetujui.of(*each) for each in self.result]


@strawberry.type(description="Hasil `skpKembalikan`.")
class SkpKembalikanPayload(SkpPayload):
    pass


@strawberry.type(description="Hasil `skpBukaKembali`.")
class SkpBukaKembaliPayload(SkpPayload):
    pass


@strawberry.type(description="Hasil `skpHapus`.")
class SkpHapusPayload(RemovedPayload):
    noun = "skp"


@strawberry.type
class SkpMutation:
    @strawberry.mutation(description="Membuat SKP (manual 3.1, 4).")
    async def skp_buat(self, info: Info, input: SkpBuatInput) -> SkpBuatPayload | None:
        return await answer(SkpBuatPayload, buat(info.context.aktor, SkpBaru(**vars(input))))

    @strawberry.mutation(
        description="Membuat SKP baru dengan RHK, indikator dan lampiran dari SKP Anda yang lain."
    )
    async def skp_salin(
        self, info: Info, id: SkpId, input: SkpSalinInput
    ) -> SkpSalinPayload | None:
        work = salin(info.context.aktor, decode(id, "skp"), Salinan(**vars(input)))
        return await answer(SkpSalinPayload, work)

    @strawberry.mutation(
        description="Mengubah periode, pendekatan atau status jabatan SKP yang masih draft."
    )
    async def skp_ubah(self, info: Info, id: SkpId, input: SkpUbahInput) -> SkpUbahPayload | None:
        return await answer(
            SkpUbahPayload, ubah(info.context.aktor, decode(id, "skp"), _changes(input))
        )

    @strawberry.mutation(
        description="Menurunkan ulang pejabat penilai dari pohon unor (manual 3.1), dan mengambil"
        " alih unor dan jabatan pemiliknya sekarang."
    )
    async def skp_muat_ulang_pejabat_penilai(
        self, info: Info, id: SkpId
    ) -> SkpMuatUlangPejabatPenilaiPayload | None:
        return await answer(
            SkpMuatUlangPejabatPenilaiPayload,
            muat_ulang_pejabat_penilai(info.context.aktor, decode(id, "skp")),
        )

    @strawberry.mutation(description="Mengajukan SKP kepada pejabat penilai (manual 4.1).")
    async def skp_ajukan(self, info: Info, id: SkpId) -> SkpAjukanPayload | None:
        return await answer(SkpAjukanPayload, ajukan(info.context.aktor, decode(id, "skp")))

    @strawberry.mutation(description="Menyetujui SKP bawahan (manual 5.1).")
    async def skp_setujui(self, info: Info, id: SkpId) -> SkpSetujuiPayload | None:
        return await answer(SkpSetujuiPayload, setujui(info.context.aktor, decode(id, "skp")))

    @strawberry.mutation(description="Menyetujui banyak SKP bawahan sekaligus, paling banyak 100.")
    async def skp_setujui_banyak(self, info: Info, ids: SkpIds) -> SkpSetujuiBanyakPayload | None:
        return await answer(SkpSetujuiBanyakPayload, _setujui(info.context.aktor, ids))

    @strawberry.mutation(description="Mengembalikan SKP yang diajukan, dengan alasan.")
    async def skp_kembalikan(
        self, info: Info, id: SkpId, input: AlasanInput
    ) -> SkpKembalikanPayload | None:
        return await answer(
            SkpKembalikanPayload, kembalikan(info.context.aktor, decode(id, "skp"), input.alasan)
        )

    @strawberry.mutation(description="Membuka kembali SKP yang sudah disetujui, dengan alasan.")
    async def skp_buka_kembali(
        self, info: Info, id: SkpId, input: AlasanInput
    ) -> SkpBukaKembaliPayload | None:
        return await answer(
            SkpBukaKembaliPayload, buka_kembali(info.context.aktor, decode(id, "skp"), input.alasan)
        )

    @strawberry.mutation(description="Menghapus SKP yang masih draft beserta isinya.")
    async def skp_hapus(self, info: Info, id: SkpId) -> SkpHapusPayload | None:
        return await answer(SkpHapusPayload, hapus(info.context.aktor, decode(id, "skp")))


async def _setujui(
    aktor: Aktor, ids: list[strawberry.ID]
) -> list[tuple[strawberry.ID, Hasil[int]]]:
    """What came of each, beside the id that it was asked with."""
    results = await setujui_banyak(aktor, [*map(key_if("skp"), ids)])
    return [*zip(ids, results, strict=True)]


def _changes(values: SkpUbahInput) -> dict[str, Any]:
    return given(values, never_null=tuple(vars(values)))
