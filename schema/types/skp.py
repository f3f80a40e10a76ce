"""Sasaran Kinerja Pegawai."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from models import scopes
from models.keadaan_skp import EXPRESSIONS, KANDIDAT, keadaan_of
from models.memimpin import memimpin_unor_sql
from models.pejabat_penilai import pejabat_penilai_sql
from models.rules.aktor import Aktor
from models.rules.skp import memimpin, refusals
from models.rules.vocabulary import (
    AksiSkp,
    JenisJabatan,
    Pendekatan,
    StatusJabatan,
    StatusSkp,
)
from resolvers.reading.sources import ID, Many, One, Order, Page, spell
from resolvers.skp.pejabat_penilai import JABATAN
from schema.declare import Connection, Node, column, computed, connection, edge, noun
from schema.errors import UserError
from schema.types.periode_penilaian import PERIODE, of_periode

if TYPE_CHECKING:
    from schema.types.lampiran import Lampiran
    from schema.types.matriks import Matriks
    from schema.types.pegawai import Pegawai
    from schema.types.pelaksanaan import Ekspektasi, UmpanBalik
    from schema.types.penilaian import Penilaian
    from schema.types.rhk import Rhk
    from schema.types.riwayat import Riwayat
    from schema.types.unor import Unor


@strawberry.type(description="Sebuah aksi dan apakah Anda boleh melakukannya sekarang.")
class AksiTersedia:
    aksi: AksiSkp = strawberry.field(description="Aksinya.")
    boleh: bool = strawberry.field(description="Boleh dilakukan sekarang.")
    alasan: list[UserError] = strawberry.field(
        description="Semua sebab mengapa belum boleh, dan apa yang harus dilakukan."
    )


def aksi_tersedia(aktor: Aktor, row: dict[str, Any]) -> list[AksiTersedia]:
    """Every action, with what the rules say of it for whoever asks."""
    keadaan = keadaan_of(row)
    reasons = {aksi: refusals(aktor, keadaan, aksi) for aksi in AksiSkp}
    return [
        AksiTersedia(aksi=aksi, boleh=not why, alasan=[UserError.of(reason) for reason in why])
        for aksi, why in reasons.items()
    ]


def is_kandidat(t: str, c: str) -> str:
    return f"{c}.id IN (SELECT k.id {spell(KANDIDAT, t, 'k')})"


@strawberry.type(description="Yang diisi pada formulir RHK dan indikator sebuah SKP.")
class FormulirSkp:
    pimpinan: bool = strawberry.field(
        description="Formulir JPT dan pimpinan unit kerja (manual 3); bila tidak, formulir JF dan"
        " JA (manual 4)."
    )
    klasifikasi: bool = strawberry.field(description="RHK dapat diberi klasifikasi.")
    intervensi: bool = strawberry.field(
        description="RHK UTAMA harus mengintervensi RHK atasan; kandidatnya sudah ada."
    )
    target_dan_perspektif: bool = strawberry.field(
        description="Indikator harus punya target dan perspektif: SKP kuantitatif."
    )
    aspek: bool = strawberry.field(description="Indikator dapat diberi aspek.")


def formulir(_: Aktor, row: dict[str, Any]) -> FormulirSkp:
    pimpinan = memimpin(JenisJabatan(row["jenis_jabatan"]), bool(row["memimpin"]))
    return FormulirSkp(
        pimpinan=pimpinan,
        klasifikasi=pimpinan,
        intervensi=bool(row["ada_kandidat"]),
        target_dan_perspektif=row["pendekatan"] == Pendekatan.KUANTITATIF,
        aspek=not pimpinan,
    )


def atasan_now(t: str) -> str:
    atasan = pejabat_penilai_sql("place", f"{t}.pegawai_id")
    return (
        f"(SELECT {atasan} FROM pegawai owner JOIN unor place ON place.id = owner.unor_id"
        f" WHERE owner.id = {t}.pegawai_id)"
    )


def is_atasan_now(t: str, c: str) -> str:
    return f"{c}.id = {atasan_now(t)}"


def pejabat_berubah(t: str, _: str) -> str:
    now = atasan_now(t)
    return f"({t}.status = 'DRAFT' AND coalesce({t}.pejabat_penilai_id, 0) <> coalesce({now}, 0))"


def jabatan_berubah(t: str, _: str) -> str:
    kept = " OR ".join(f"owner.{name} <> {t}.{name}" for name in JABATAN)
    return (
        f"({t}.status = 'DRAFT' AND EXISTS (SELECT 1 FROM pegawai owner"
        f" WHERE owner.id = {t}.pegawai_id AND ({kept})))"
    )


JUMLAH_RHK = "(SELECT count(*) FROM rhk r WHERE r.skp_id = {t}.id)"
JUMLAH_INDIKATOR = (
    "(SELECT count(*) FROM rhk r JOIN indikator i ON i.rhk_id = r.id WHERE r.skp_id = {t}.id)"
)


@noun("skp", scopes.skp)
@strawberry.type(description="Sasaran Kinerja Pegawai: rencana seorang pegawai untuk satu periode.")
class Skp(Node):
    tahun: int = column("Tahun kalender periodenya.")
    periode_awal: date = column("Hari pertama periode.")
    periode_akhir: date = column("Hari terakhir periode.")
    pendekatan: Pendekatan = column("Kuantitatif atau kualitatif.")
    status_jabatan: StatusJabatan = column("Dasar menduduki jabatan.")
    jenis_jabatan: JenisJabatan = column("Jenjang jabatan saat SKP dibuat.")
    nama_jabatan: str = column("Nama jabatan saat SKP dibuat.")
    status: StatusSkp = column("Draft, pengajuan atau persetujuan.")
    versi: int = column("Naik setiap kali SKP atau isinya berubah.")
    dibuat: datetime = column("Waktu dibuat.")
    diubah: datetime = column("Waktu terakhir berubah.")
    jumlah_rhk: int = column("Jumlah RHK-nya.", JUMLAH_RHK)
    jumlah_indikator: int = column("Jumlah indikator pada semua RHK-nya.", JUMLAH_INDIKATOR)
    pegawai: Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")] | None = edge(
        One("{c}.id = {t}.pegawai_id", implied=True), "Pemilik SKP."
    )
    pejabat_penilai: Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")] | None = edge(
        One("{c}.id = {t}.pejabat_penilai_id"), "Atasan yang meninjau dan menilai."
    )
    unor: Annotated["Unor", strawberry.lazy("schema.types.unor")] | None = edge(
        One("{c}.id = {t}.unor_id"), "Unor tempat SKP ini dibuat."
    )
    rhk: list[Annotated["Rhk", strawberry.lazy("schema.types.rhk")]] = edge(
        Many("{c}.skp_id = {t}.id", "{c}.urutan, {c}.id", owned=True),
        "Rencana hasil kerja, menurut urutan.",
    )
    rhk_kandidat_intervensi: list[Annotated["Rhk", strawberry.lazy("schema.types.rhk")]] = edge(
        Many(is_kandidat, "{c}.skp_id, {c}.urutan, {c}.id"),
        "RHK pejabat penilai, dan ketua tim kerja, pada periode yang beririsan: yang dapat"
        " diintervensi.",
    )
    lampiran: list[Annotated["Lampiran", strawberry.lazy("schema.types.lampiran")]] = edge(
        Many("{c}.skp_id = {t}.id", "{c}.jenis, {c}.urutan, {c}.id", owned=True),
        "Lampirannya, menurut bagian dan urutan.",
    )
    ekspektasi: list[Annotated["Ekspektasi", strawberry.lazy("schema.types.pelaksanaan")]] = edge(
        Many("{c}.skp_id = {t}.id", "{c}.aspek, {c}.id"),
        "Ekspektasi khusus pimpinan atas perilaku.",
    )
    umpan_balik: list[Annotated["UmpanBalik", strawberry.lazy("schema.types.pelaksanaan")]] = edge(
        Many("{c}.skp_id = {t}.id AND {c}.rhk_id IS NULL", where=of_periode),
        "Umpan balik atas perilaku, dari pejabat penilai dan rekan kerja.",
        PERIODE,
    )
    penilaian: list[Annotated["Penilaian", strawberry.lazy("schema.types.penilaian")]] = edge(
        Many("{c}.skp_id = {t}.id", "{c}.awal, {c}.periode_id", of_periode),
        "Penilaiannya, satu untuk setiap periode; kosong sebelum SKP disetujui.",
        PERIODE,
    )
    matriks: list[Annotated["Matriks", strawberry.lazy("schema.types.matriks")]] = edge(
        Many("{c}.skp_id = {t}.id", "({c}.tim_kerja_id IS NOT NULL), {c}.tim_kerja_id", size=2),
        "Matriks Peran Hasil SKP ini: keseluruhan, lalu setiap tim kerja; hanya milik pimpinan.",
    )
    pejabat_penilai_sekarang: (
        Annotated["Pegawai", strawberry.lazy("schema.types.pegawai")] | None
    ) = edge(
        One(is_atasan_now, implied=True),
        "Pejabat penilai pemilik SKP menurut keadaan organisasi sekarang.",
    )
    pejabat_penilai_berubah: bool = column(
        "SKP masih draft, dan pejabat penilainya bukan lagi yang tercatat: muat ulang.",
        pejabat_berubah,
    )
    jabatan_berubah: bool = column(
        "SKP masih draft, dan unor atau jabatan pemiliknya bukan lagi yang tercatat: muat ulang.",
        jabatan_berubah,
    )
    formulir: FormulirSkp = computed(
        formulir,
        {
            "jenis_jabatan": "{t}.jenis_jabatan",
            "memimpin": memimpin_unor_sql("{t}.pegawai_id"),
            "pendekatan": "{t}.pendekatan",
            "ada_kandidat": EXPRESSIONS["ada_kandidat"],
        },
        "Bentuk formulir SKP ini: mana yang diisi (manual 3, 4).",
    )
    riwayat: Connection[Annotated["Riwayat", strawberry.lazy("schema.types.riwayat")]] = connection(
        Page("{c}.noun = 'skp' AND {c}.noun_id = {t}.id", Order((ID,), descending=True)),
        "Siapa berbuat apa terhadap SKP ini, yang terbaru lebih dahulu.",
    )
    aksi_tersedia: list[AksiTersedia] = computed(
        aksi_tersedia, EXPRESSIONS, "Setiap aksi: boleh sekarang, atau mengapa belum."
    )
