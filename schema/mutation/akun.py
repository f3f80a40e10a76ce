"""Logging in and out."""

from datetime import datetime

import strawberry

from resolvers.akun.keluar import keluar
from resolvers.akun.masuk import masuk
from resolvers.akun.segarkan import segarkan
from schema import reader
from schema.context import Info
from schema.payload import Payload, answer
from schema.types.pegawai import Pegawai


@strawberry.input(description="NIP dan kata sandi.")
class MasukInput:
    nip: str = strawberry.field(description="NIP, 18 angka.")
    kata_sandi: str = strawberry.field(description="Kata sandi akun.")


@strawberry.input(description="Refresh token yang akan ditukar.")
class SegarkanInput:
    refresh_token: str = strawberry.field(description="Dari `masuk` atau `segarkan` yang terakhir.")


@strawberry.input(description="Refresh token sesi yang diakhiri.")
class KeluarInput:
    refresh_token: str = strawberry.field(description="Dari `masuk` atau `segarkan` yang terakhir.")


@strawberry.type(description="Token yang baru.")
class TokenPayload(Payload):
    @strawberry.field(description="Sertakan sebagai `Authorization: Bearer …`.")
    def token(self) -> str | None:
        return self.result and self.result.token  # type: ignore[no-any-return]

    @strawberry.field(description="Tukar dengan `segarkan` sebelum token berakhir; sekali pakai.")
    def refresh_token(self) -> str | None:
        return self.result and self.result.refresh_token  # type: ignore[no-any-return]

    @strawberry.field(description="Kapan token berakhir.")
    def kedaluwarsa(self) -> datetime | None:
        return self.result and self.result.kedaluwarsa  # type: ignore[no-any-return]


@strawberry.type(description="Hasil `masuk`.")
class MasukPayload(TokenPayload):
    @strawberry.field(description="Pegawai yang masuk.")
    async def pegawai(self, info: Info) -> Pegawai | None:
        if self.result is None:
            return None
        aktor = self.result.aktor
        return await reader.by_key(info, aktor.pegawai_id, aktor)  # type: ignore[no-any-return]


@strawberry.type(description="Hasil `segarkan`.")
class SegarkanPayload(TokenPayload):
    pass


@strawberry.type(description="Hasil `keluar`.")
class KeluarPayload(Payload):
    pass


@strawberry.type
class AkunMutation:
    @strawberry.mutation(description="Masuk dengan NIP dan kata sandi (manual 2.1).")
    async def masuk(self, info: Info, input: MasukInput) -> MasukPayload | None:
        context, nip = info.context, input.nip.strip()
        await context.pembatas.attempt(nip, context.address)
        return await answer(MasukPayload, masuk(nip, input.kata_sandi, context.keys))

    @strawberry.mutation(description="Menukar refresh token dengan token yang baru.")
    async def segarkan(self, info: Info, input: SegarkanInput) -> SegarkanPayload | None:
        return await answer(SegarkanPayload, segarkan(input.refresh_token, info.context.keys))

    @strawberry.mutation(description="Mengakhiri sesi.")
    async def keluar(self, input: KeluarInput) -> KeluarPayload | None:
        return await answer(KeluarPayload, keluar(input.refresh_token))
