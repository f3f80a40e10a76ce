"""What can be read."""

from typing import Annotated, Any

import strawberry
from strawberry import argument

from models.errors import BadInputError
from models.pengisian import Pandangan, read_pengisian
from resolvers.dashboard.akses import buka
from resolvers.reading.sources import Page
from schema import reader
from schema.context import Info
from schema.declare import Connection, Node
from schema.ids import decode_optional
from schema.types.dashboard import DashboardPengisian
from schema.types.instansi import Instansi
from schema.types.pegawai import Pegawai
from schema.types.saya import Saya
from schema.types.skp import Skp
from schema.types.unor import Unor

Id = Annotated[strawberry.ID, argument(description="Pengenal globalnya.")]
OptionalId = Annotated[strawberry.ID | None, argument(description="Pengenal globalnya.")]
First = Annotated[
    int | None, argument(description="Jumlah terbanyak: 20 bila kosong, paling banyak 100.")
]
After = Annotated[str | None, argument(description="Cursor tempat halaman ini dimulai.")]
Tahun = Annotated[int, argument(description="Tahun SKP.")]
InstansiId = Annotated[strawberry.ID | None, argument(description="Rekap satu instansi.")]
UnorId = Annotated[strawberry.ID | None, argument(description="Rekap satu unor dan bawahannya.")]
SemuaUnor = Annotated[
    bool, argument(description="Setiap unor di bawahnya, bukan hanya yang terdekat.")
]


@strawberry.type(description="Yang dapat dibaca. Data di luar kewenangan Anda seolah tidak ada.")
class Query:
    @strawberry.field(description="Anda: akun yang sedang masuk.")
    async def saya(self, info: Info) -> Saya | None:
        return await reader.by_key(info, info.context.aktor.akun_id)  # type: ignore[no-any-return]

    @strawberry.field(description="Data apa pun menurut pengenal globalnya.")
    async def node(self, info: Info, id: Id) -> Node | None:
        return await reader.by_global_id(info, id)  # type: ignore[no-any-return]

    @strawberry.field(description="Instansi yang boleh Anda lihat, menurut nama.")
    async def daftar_instansi(
        self, info: Info, first: First = None, after: After = None
    ) -> Connection[Instansi] | None:
        return await reader.everything(info, Page(), first=first, after=after)  # type: ignore[no-any-return]

    @strawberry.field(description="Satu instansi, menurut `id` atau `kode`.")
    async def instansi(
        self,
        info: Info,
        id: OptionalId = None,
        kode: Annotated[str | None, argument(description="Kode instansi.")] = None,
    ) -> Instansi | None:
        return await _by_either(info, id, "instansi", "kode", kode)  # type: ignore[no-any-return]

    @strawberry.field(description="Satu unor.")
    async def unor(self, info: Info, id: Id) -> Unor | None:
        return await reader.by_id(info, id, "unor")  # type: ignore[no-any-return]

    @strawberry.field(description="Satu pegawai, menurut `id` atau `nip`.")
    async def pegawai(
        self,
        info: Info,
        id: OptionalId = None,
        nip: Annotated[str | None, argument(description="NIP, 18 angka.")] = None,
    ) -> Pegawai | None:
        return await _by_either(info, id, "pegawai", "nip", nip)  # type: ignore[no-any-return]

    @strawberry.field(description="Satu SKP.")
    async def skp(self, info: Info, id: Id) -> Skp | None:
        return await reader.by_id(info, id, "skp")  # type: ignore[no-any-return]

    @strawberry.field(
        description="Rekap pengisian SKP: nasional, satu instansi, atau satu unor (manual 7.2)."
    )
    async def dashboard_pengisian(
        self,
        info: Info,
        tahun: Tahun,
        instansi_id: InstansiId = None,
        unor_id: UnorId = None,
        semua_unor: SemuaUnor = False,
    ) -> DashboardPengisian | None:
        akses = await buka(
            info.context.aktor,
            decode_optional(instansi_id, "instansi"),
            decode_optional(unor_id, "unor"),
        )
        state = await read_pengisian(Pandangan(akses.lingkup, tahun, semua_unor))
        return DashboardPengisian.of(state, akses.jejak)


async def _by_either(
    info: Info, global_id: strawberry.ID | None, noun: str, column: str, value: str | None
) -> Any:
    _ = info.context.aktor  # who asks comes before what is asked for
    if global_id is not None and value is None:
        return await reader.by_id(info, global_id, noun)
    if value is not None and global_id is None:
        return await reader.by_column(info, column, value)
    raise BadInputError(f"Sebutkan salah satu: id atau {column}.")
