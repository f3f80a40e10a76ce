"""What can be done to a rating."""

from collections.abc import Mapping

import strawberry
from strawberry import UNSET

from models.rules.aktor import Aktor
from models.rules.banyak import MOST_SKP
from models.rules.vocabulary import Rating
from resolvers.penilaian.batalkan import batalkan
from resolvers.penilaian.muat import Lembar
from resolvers.penilaian.tetapkan import tetapkan
from resolvers.penilaian.tetapkan_banyak import NilaiSkp, tetapkan_banyak
from resolvers.satu_per_satu import Hasil
from schema.context import Info
from schema.errors import UserError
from schema.ids import decode, key_if
from schema.mutation.given import given
from schema.mutation.periode_penilaian import NOUN as PERIODE
from schema.mutation.skp import SkpId
from schema.payload import Payload, answer
from schema.types.penilaian import Penilaian

THE_PERIODE = "Periode penilaiannya."


@strawberry.input(description="Rating yang diberikan; yang tidak disebut tetap seperti semula.")
class PenilaianTetapkanInput:
    periode_id: strawberry.ID = strawberry.field(description=THE_PERIODE)
    hasil_kerja: Rating | None = strawberry.field(description="Rating hasil kerja.", default=UNSET)
    perilaku: Rating | None = strawberry.field(description="Rating perilaku kerja.", default=UNSET)


@strawberry.input(description="Penilaian yang dibatalkan.")
class PenilaianBatalkanInput:
    periode_id: strawberry.ID = strawberry.field(description=THE_PERIODE)
    alasan: str = strawberry.field(description="Mengapa; pemilik SKP membacanya.")


@strawberry.input(description="Kedua rating sebuah SKP.")
class PenilaianSkpInput:
    skp_id: strawberry.ID = strawberry.field(description="SKP yang dinilai.")
    hasil_kerja: Rating = strawberry.field(description="Rating hasil kerja.")
    perilaku: Rating = strawberry.field(description="Rating perilaku kerja.")


@strawberry.input(description="Beberapa SKP yang dinilai sekaligus dalam satu periode.")
class PenilaianTetapkanBanyakInput:
    periode_id: strawberry.ID = strawberry.field(description=THE_PERIODE)
    penilaian: list[PenilaianSkpInput] = strawberry.field(description=f"Paling banyak {MOST_SKP}.")


@strawberry.type(description="Penilaian yang berubah.")
class PenilaianPayload(Payload):
    @property
    def keys(self) -> Mapping[str, int]:
        return self.result._asdict()  # type: ignore[no-any-return]

    @strawberry.field(description="Penilaian sesudah perubahan; kosong bila ditolak.")
    async def penilaian(self, info: Info) -> Penilaian | None:
        return await self.changed(info)  # type: ignore[no-any-return]


@strawberry.type(description="Hasil `penilaianTetapkan`.")
class PenilaianTetapkanPayload(PenilaianPayload):
    pass


@strawberry.type(description="Hasil `penilaianBatalkan`.")
class PenilaianBatalkanPayload(PenilaianPayload):
    pass


@strawberry.type(description="Hasil menilai satu SKP di antara beberapa.")
class HasilPenilaian(PenilaianPayload):
    id: strawberry.ID = strawberry.field(description="SKP-nya, seperti diminta.")

    @classmethod
    def of(cls, id_: strawberry.ID, hasil: Hasil[Lembar]) -> "HasilPenilaian":
        errors = [UserError.of(reason) for reason in hasil.alasan]
        return cls(id=id_, result=hasil.nilai, user_errors=errors)


@strawberry.type(description="Hasil `penilaianTetapkanBanyak`.")
class PenilaianTetapkanBanyakPayload(Payload):
    @strawberry.field(
        description="Satu untuk setiap SKP, menurut urutan permintaan; kosong bila semuanya"
        " ditolak. Yang satu tidak menggagalkan yang lain."
    )
    def hasil(self) -> list[HasilPenilaian] | None:
        if self.result is None:
            return None
        return [HasilPenilaian.of(*each) for each in self.result]


@strawberry.type
class PenilaianMutation:
    @strawberry.mutation(
        description="Menilai hasil kerja dan perilaku bawahan; keduanya boleh menyusul (manual"
        " 6.2.1)."
    )
    async def penilaian_tetapkan(
        self, info: Info, skp_id: SkpId, input: PenilaianTetapkanInput
    ) -> PenilaianTetapkanPayload | None:
        aktor, ratings = info.context.aktor, given(input, never_null=("hasil_kerja", "perilaku"))
        lembar = _lembar(skp_id, ratings.pop("periode_id"))
        return await answer(PenilaianTetapkanPayload, tetapkan(aktor, lembar, ratings))

    @strawberry.mutation(
        description="Membatalkan penilaian, misalnya supaya SKP dapat dibuka kembali."
    )
    async def penilaian_batalkan(
        self, info: Info, skp_id: SkpId, input: PenilaianBatalkanInput
    ) -> PenilaianBatalkanPayload | None:
        aktor, lembar = info.context.aktor, _lembar(skp_id, input.periode_id)
        return await answer(PenilaianBatalkanPayload, batalkan(aktor, lembar, input.alasan))

    @strawberry.mutation(description="Menilai beberapa bawahan sekaligus, masing-masing sendiri.")
    async def penilaian_tetapkan_banyak(
        self, info: Info, input: PenilaianTetapkanBanyakInput
    ) -> PenilaianTetapkanBanyakPayload | None:
        aktor, periode = info.context.aktor, decode(input.periode_id, PERIODE)
        return await answer(PenilaianTetapkanBanyakPayload, _each(aktor, periode, input.penilaian))


def _lembar(skp_id: strawberry.ID, periode_id: strawberry.ID) -> Lembar:
    return Lembar(decode(skp_id, "skp"), decode(periode_id, PERIODE))


async def _each(
    aktor: Aktor, periode_id: int, semua: list[PenilaianSkpInput]
) -> list[tuple[strawberry.ID, Hasil[Lembar]]]:
    """What came of each, beside the id that it was asked with."""
    key_of = key_if("skp")
    nilai = [NilaiSkp(key_of(one.skp_id), one.hasil_kerja, one.perilaku) for one in semua]
    results = await tetapkan_banyak(aktor, periode_id, nilai)
    return [(one.skp_id, hasil) for one, hasil in zip(semua, results, strict=True)]
