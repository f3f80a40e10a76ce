"""Sasaran Kinerja Pegawai."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from models import scopes
from models.keadaan_skp import EXPRESSIONS, KANDIDAT, keadaan_of
from models.rules.aktor import Aktor
from models.rules.skp import refusals
from models.rules.vocabulary import (
    AksiSkp,
    JenisJabatan,
    Pendekatan,
    StatusJabatan,
    StatusSkp,
)
from resolvers.reading.sources import ID, Many, One, Order, Page, spell
from schema.declare import Connection, Node, column, computed, connection, edge, noun
from schema.errors import UserError

if TYPE_CHECKING:
    from schema.types.pegawai import Pegawai
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
        "RHK pejabat penilai pada periode yang beririsan, yang dapat diintervensi.",
    )
    riwayat: Connection[Annotated["Riwayat", strawberry.lazy("schema.types.riwayat")]] = connection(
        Page(
            "{c}.noun = 'skp' AND {c}.noun_id = {t}.id", Order((ID,), descending=True), owned=True
        ),
        "Siapa berbuat apa terhadap SKP ini, yang terbaru lebih dahulu.",
    )
    aksi_tersedia: list[AksiTersedia] = computed(
        aksi_tersedia, EXPRESSIONS, "Setiap aksi: boleh sekarang, atau mengapa belum."
    )
