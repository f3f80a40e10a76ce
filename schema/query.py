"""What can be read."""

from datetime import date
from typing import Annotated

import strawberry

from models.counters import KETERLIBATAN, PENGISIAN, hari_ini
from models.errors import BadInputError
from models.riwayat_pengisian import read_riwayat_pengisian
from models.rules.periode import TAHUN
from models.rules.teks import is_storable
from models.statistik import Pandangan, read_statistik
from resolvers.dashboard.akses import Akses, buka
from resolvers.dashboard.penilaian import BukaPenilaian, buka_penilaian
from resolvers.reading.sources import AnyNoun, Arguments, Bind, Filter, One, Page
from schema import ids
from schema.context import Info
from schema.declare import Connection, Node, argument, connection, edge
from schema.filters import InstansiFilter, instansi_where
from schema.ids import decode, decode_optional
from schema.kurva import KurvaQuery
from schema.types.dashboard import DashboardMatriks, DashboardPengisian, DashboardPenilaian
from schema.types.dicari import PegawaiDicari
from schema.types.instansi import Instansi
from schema.types.matriks import Matriks
from schema.types.pegawai import Pegawai
from schema.types.periode_penilaian import PeriodePenilaian
from schema.types.riwayat_pengisian import RiwayatPengisian
from schema.types.saya import Saya
from schema.types.skp import Skp
from schema.types.tim_kerja import TimKerja
from schema.types.unor import Unor
from subscriptions.pohon import Pohon

Tahun = Annotated[int, strawberry.argument(description="Tahun SKP.")]
InstansiId = Annotated[
    strawberry.ID | None, strawberry.argument(description="Rekap satu instansi.")
]
UnorId = Annotated[
    strawberry.ID | None, strawberry.argument(description="Rekap satu unor dan bawahannya.")
]
SemuaUnor = Annotated[
    bool, strawberry.argument(description="Setiap unor di bawahnya, bukan hanya yang terdekat.")
]

TahunAkhir = Annotated[int | None, strawberry.argument(description="Penilaian akhir tahun ini.")]
PeriodeId = Annotated[
    strawberry.ID | None, strawberry.argument(description="Hanya periode penilaian ini.")
]
Dari = Annotated[
    date | None,
    strawberry.argument(description="Hari pertama; bila kosong, sejak SKP pertama dibuat."),
]
Sampai = Annotated[
    date | None, strawberry.argument(description="Hari terakhir; bila kosong, hari ini.")
]

THE_ID = argument("id", strawberry.ID, "Pengenal globalnya.", required=True)
AN_ID = argument("id", strawberry.ID | None, "Pengenal globalnya.")


def by_id(noun: str) -> Filter:
    """The row whose global id is the argument `id`."""

    def where(arguments: Arguments, c: str, bind: Bind) -> str:
        return f"{c}.id = {bind(arguments['id'], lambda value: decode(value, noun))}"

    return where


def by_id_or(noun: str, column: str) -> Filter:
    """The row that either of the arguments `id` and `column` names."""
    with_id = by_id(noun)

    def where(arguments: Arguments, c: str, bind: Bind) -> str | None:
        if (arguments["id"] is None) == (arguments[column] is None):
            raise BadInputError(f"Sebutkan salah satu: id atau {column}.")
        if arguments["id"] is not None:
            return with_id(arguments, c, bind)
        return f"{c}.{column} = {bind(arguments[column], _storable)}"

    return where


def with_nip(arguments: Arguments, c: str, bind: Bind) -> str:
    """The row whose NIP is the argument `nip`."""
    return f"{c}.nip = {bind(arguments['nip'], _storable)}"


def _storable(value: str) -> str:
    return value if is_storable(value) else ""  # no such text is in any row


@strawberry.type(description="Yang dapat dibaca. Data di luar kewenangan Anda seolah tidak ada.")
class Query(KurvaQuery):
    saya: Saya | None = edge(One(), "Anda: akun yang sedang masuk.")
    node: Node | None = edge(
        AnyNoun(ids.noun_of, ids.key_of), "Data apa pun menurut pengenal globalnya.", THE_ID
    )
    daftar_instansi: Connection[Instansi] | None = connection(
        Page(where=instansi_where),
        "Instansi yang boleh Anda lihat, menurut nama.",
        filter_=InstansiFilter,
    )
    instansi: Instansi | None = edge(
        One(where=by_id_or("instansi", "kode")),
        "Satu instansi, menurut `id` atau `kode`.",
        AN_ID,
        argument("kode", str | None, "Kode instansi."),
    )
    unor: Unor | None = edge(One(where=by_id("unor")), "Satu unor.", THE_ID)
    pegawai: Pegawai | None = edge(
        One(where=by_id_or("pegawai", "nip")),
        "Satu pegawai, menurut `id` atau `nip`.",
        AN_ID,
        argument("nip", str | None, "NIP, 18 angka."),
    )
    skp: Skp | None = edge(One(where=by_id("skp")), "Satu SKP.", THE_ID)
    tim_kerja: TimKerja | None = edge(One(where=by_id("timkerja")), "Satu tim kerja.", THE_ID)
    matriks: Matriks | None = edge(
        One(where=by_id("matriks")), "Satu Matriks Peran Hasil (manual 5.1).", THE_ID
    )
    periode_penilaian: PeriodePenilaian | None = edge(
        One(where=by_id("periodepenilaian")), "Satu periode penilaian.", THE_ID
    )
    cari_pegawai: PegawaiDicari | None = edge(
        One(where=with_nip),
        "Pegawai aktif seinstansi dengan NIP ini, dan SKP-nya yang dapat dipilih, untuk matriks dan"
        " umpan balik rekan kerja (manual 5.1, 6.2.3).",
        argument("nip", str, "NIP, 18 angka.", required=True),
    )

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
        akses = await opened(info, Pohon(), tahun, instansi_id, unor_id)
        state = await read_statistik(Pandangan(akses.lingkup, PENGISIAN, tahun, semua_unor))
        return DashboardPengisian.of(state, akses.jejak)

    @strawberry.field(
        description="Rekap keterlibatan dalam matriks: nasional, satu instansi, atau satu unor"
        " (manual 7.3)."
    )
    async def dashboard_matriks(
        self,
        info: Info,
        tahun: Tahun,
        instansi_id: InstansiId = None,
        unor_id: UnorId = None,
        semua_unor: SemuaUnor = False,
    ) -> DashboardMatriks | None:
        akses = await opened(info, Pohon(), tahun, instansi_id, unor_id)
        state = await read_statistik(Pandangan(akses.lingkup, KETERLIBATAN, tahun, semua_unor))
        return DashboardMatriks.of(state, akses.jejak)

    @strawberry.field(
        description="Rekap predikat: penilaian akhir satu `tahun` (nasional, satu instansi, satu"
        " unor), atau satu `periodeId` dari sebuah instansi (manual 7.4)."
    )
    async def dashboard_penilaian(
        self,
        info: Info,
        *,
        tahun: TahunAkhir = None,
        periode_id: PeriodeId = None,
        instansi_id: InstansiId = None,
        unor_id: UnorId = None,
        semua_unor: SemuaUnor = False,
    ) -> DashboardPenilaian | None:
        asked = asked_penilaian(tahun, periode_id, instansi_id, unor_id)
        dibuka = await buka_penilaian(Pohon(), info.context.aktor, asked)
        state = await read_statistik(dibuka.pandangan(semua_unor))
        return DashboardPenilaian.of(state, dibuka.akses.jejak, dibuka.tahun, dibuka.periode)

    @strawberry.field(
        description="Perjalanan pengisian SKP satu tahun, hari demi hari: nasional, satu instansi,"
        " atau satu unor."
    )
    async def riwayat_pengisian(
        self,
        info: Info,
        *,
        tahun: Tahun,
        instansi_id: InstansiId = None,
        unor_id: UnorId = None,
        dari: Dari = None,
        sampai: Sampai = None,
    ) -> RiwayatPengisian | None:
        akses = await opened(info, Pohon(), tahun, instansi_id, unor_id)
        today = hari_ini()
        until = min(sampai or today, today)
        state = await read_statistik(Pandangan(akses.lingkup, PENGISIAN, tahun))
        return RiwayatPengisian.of(
            state, await read_riwayat_pengisian(akses.lingkup, tahun, dari, until)
        )


async def opened(
    info: Info,
    pohon: Pohon,
    tahun: int,
    instansi_id: strawberry.ID | None,
    unor_id: strawberry.ID | None,
) -> Akses:
    """The scope asked for. Raises NotFoundError, BadInputError."""
    _refuse_no_tahun(tahun)
    instansi, unor = decode_optional(instansi_id, "instansi"), decode_optional(unor_id, "unor")
    return await buka(pohon, info.context.aktor, instansi, unor)


def asked_penilaian(
    tahun: int | None,
    periode_id: strawberry.ID | None,
    instansi_id: strawberry.ID | None,
    unor_id: strawberry.ID | None,
) -> BukaPenilaian:
    """With the keys behind the ids. Raises NotFoundError, BadInputError."""
    if tahun is not None:
        _refuse_no_tahun(tahun)
    return BukaPenilaian(
        tahun,
        decode_optional(periode_id, "periodepenilaian"),
        decode_optional(instansi_id, "instansi"),
        decode_optional(unor_id, "unor"),
    )


def _refuse_no_tahun(tahun: int) -> None:
    if tahun not in TAHUN:
        raise BadInputError(f"Tahun {tahun} tidak ada; tulis {TAHUN[0]} s.d. {TAHUN[-1]}.")
