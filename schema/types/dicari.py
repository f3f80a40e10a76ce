"""People found by NIP, to be put into a matriks or given feedback (manual 5.1, 6.2.3)."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from models import scopes
from models.rules.vocabulary import JenisJabatan, StatusJabatan, StatusSkp
from resolvers.reading.sources import Many, One
from schema.declare import argument, column, edge, noun
from schema.filters import of_year
from schema.types.pegawai import LATEST_FIRST

if TYPE_CHECKING:
    from schema.types.unor import Unor


@noun("skp", scopes.skp_sejawat)
@strawberry.type(description="Sebuah SKP yang dapat dipilih; isinya tidak ikut terlihat.")
class SkpDicari:
    id: strawberry.ID = column("Pengenal SKP-nya.", "{t}.id")
    tahun: int = column("Tahun kalender periodenya.")
    periode_awal: date = column("Hari pertama periode.")
    periode_akhir: date = column("Hari terakhir periode.")
    status: StatusSkp = column("Draft, pengajuan atau persetujuan.")
    status_jabatan: StatusJabatan = column("Dasar menduduki jabatan.")
    nama_jabatan: str = column("Nama jabatan saat SKP dibuat.")


@noun("pegawai", scopes.sejawat)
@strawberry.type(description="Pegawai aktif seinstansi, sebagaimana ditemukan dengan NIP.")
class PegawaiDicari:
    id: strawberry.ID = column("Pengenal pegawainya.", "{t}.id")
    nip: str = column("NIP-nya.")
    nama: str = column("Nama lengkap.")
    jenis_jabatan: JenisJabatan = column("Jenjang jabatan.")
    nama_jabatan: str = column("Nama jabatan.")
    unor: Annotated["Unor", strawberry.lazy("schema.types.unor")] | None = edge(
        One("{c}.id = {t}.unor_id"), "Unor tempatnya bekerja."
    )
    skp: list[SkpDicari] = edge(
        Many("{c}.pegawai_id = {t}.id", LATEST_FIRST, of_year, size=2),
        "SKP yang dapat dipilih, yang terakhir lebih dahulu.",
        argument("tahun", int | None, "Hanya SKP tahun ini."),
    )
