"""What is written and given about an SKP in a periode (manual 6.1, 6.2)."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from models import scopes
from models.rules.vocabulary import AsalUmpanBalik, AspekPerilaku
from resolvers.reading.sources import ID, Key, One, Order, Page
from schema.declare import Connection, Node, column, connection, edge, noun

if TYPE_CHECKING:
    from schema.types.indikator import Indikator
    from schema.types.pegawai import Pegawai
    from schema.types.periode_penilaian import PeriodePenilaian
    from schema.types.rhk import Rhk
    from schema.types.skp import Skp

BY_DAY = Order((Key("tanggal", "date"), ID), descending=True)
PROGRES = "(SELECT {0} FROM progres_harian kerja WHERE kerja.rencana_aksi_id = {{t}}.id)"


@noun("rencana_aksi", scopes.kinerja_rhk)
@strawberry.type(description="Yang akan dilakukan untuk sebuah RHK dalam satu periode.")
class RencanaAksi(Node):
    uraian: str = column("Rencananya.")
    jumlah_realisasi: int = column(
        "Jumlah realisasi progres hariannya.", PROGRES.format("coalesce(sum(kerja.realisasi), 0)")
    )
    satuan: str | None = column(
        "Satuan progres hariannya; kosong bila belum ada.", PROGRES.format("min(kerja.satuan)")
    )
    progres_terakhir: date | None = column(
        "Hari progres terakhir; kosong bila belum ada.", PROGRES.format("max(kerja.tanggal)")
    )
    progres_harian: Connection[
        Annotated["ProgresHarian", strawberry.lazy("schema.types.pelaksanaan")]
    ] = connection(
        Page("{c}.rencana_aksi_id = {t}.id", BY_DAY, owned=True),
        "Progres hariannya, yang terakhir lebih dahulu.",
    )
    periode: (
        Annotated["PeriodePenilaian", strawberry.lazy("schema.types.periode_penilaian")] | None
    ) = edge(One("{c}.id = {t}.periode_id"), "Periodenya.")
    rhk: Annotated["Rhk", strawberry.lazy("schema.types.rhk")] | None = edge(
        One("{c}.id = {t}.rhk_id"), "RHK-nya."
    )


@noun("progres_harian", scopes.progres_harian, within="rencana_aksi")
@strawberry.type(description="Yang dikerjakan pada satu hari untuk sebuah rencana aksi.")
class ProgresHarian(Node):
    tanggal: date = column("Harinya.")
    jam_mulai: str = column("Jam mulai, seperti 08:00.")
    jam_selesai: str = column("Jam selesai, seperti 10:30.")
    kegiatan: str = column("Yang dikerjakan.")
    realisasi: int = column("Hasilnya, dalam satuan itu.")
    satuan: str = column("Satuan hasilnya.")
    tautan: str | None = column("Alamat buktinya.")
    rencana_aksi: Annotated["RencanaAksi", strawberry.lazy("schema.types.pelaksanaan")] | None = (
        edge(One("{c}.id = {t}.rencana_aksi_id"), "Rencana aksinya.")
    )


@noun("eviden", scopes.kinerja_rhk)
@strawberry.type(description="Bukti hasil kerja sebuah RHK dalam satu periode.")
class Eviden(Node):
    nama: str = column("Nama buktinya.")
    tautan: str = column("Alamatnya, http atau https.")
    periode: (
        Annotated["PeriodePenilaian", strawberry.lazy("schema.types.periode_penilaian")] | None
    ) = edge(One("{c}.id = {t}.periode_id"), "Periodenya.")
    rhk: Annotated["Rhk", strawberry.lazy("schema.types.rhk")] | None = edge(
        One("{c}.id = {t}.rhk_id"), "RHK-nya."
    )


@noun("realisasi", scopes.realisasi)
@strawberry.type(description="Yang dicapai sebuah indikator dalam satu periode.")
class Realisasi(Node):
    realisasi: str = column("Yang dicapai.")
    sumber_data: str = column("Dari mana angkanya.")
    periode: (
        Annotated["PeriodePenilaian", strawberry.lazy("schema.types.periode_penilaian")] | None
    ) = edge(One("{c}.id = {t}.periode_id"), "Periodenya.")
    indikator: Annotated["Indikator", strawberry.lazy("schema.types.indikator")] | None = edge(
        One("{c}.id = {t}.indikator_id"), "Indikatornya."
    )


@noun("umpan_balik", scopes.umpan_balik)
@strawberry.type(description="Umpan balik atas sebuah RHK, atau atas satu aspek perilaku.")
class UmpanBalik(Node):
    asal: AsalUmpanBalik = column("Kedudukan pemberinya.")
    aspek: AspekPerilaku | None = column("Aspek perilakunya; kosong bila atas RHK.")
    uraian: str = column("Isinya.")
    waktu: datetime = column("Kapan terakhir ditulis.")
    pemberi: Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")] | None = edge(
        One("{c}.id = {t}.pemberi_id", implied=True), "Pemberinya."
    )
    periode: (
        Annotated["PeriodePenilaian", strawberry.lazy("schema.types.periode_penilaian")] | None
    ) = edge(One("{c}.id = {t}.periode_id"), "Periodenya.")
    rhk: Annotated["Rhk", strawberry.lazy("schema.types.rhk")] | None = edge(
        One("{c}.id = {t}.rhk_id"), "RHK-nya; kosong bila atas perilaku."
    )
    skp: Annotated["Skp", strawberry.lazy("schema.types.skp")] | None = edge(
        One("{c}.id = {t}.skp_id"), "SKP-nya; kosong bila bukan untuk Anda."
    )


@noun("ekspektasi", scopes.of_kinerja)
@strawberry.type(description="Ekspektasi khusus pimpinan atas satu aspek perilaku.")
class Ekspektasi(Node):
    aspek: AspekPerilaku = column("Aspek perilakunya.")
    uraian: str = column("Yang diharapkan.")
    skp: Annotated["Skp", strawberry.lazy("schema.types.skp")] | None = edge(
        One("{c}.id = {t}.skp_id"), "SKP-nya."
    )
