"""The tables as Python holds them: what the reference reads, and what the database is given; and
the rows that types without a table of their own show."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import get_args


@dataclass(frozen=True)
class Instansi:
    id: int
    kode: str
    nama: str
    jenis: str


@dataclass(frozen=True)
class Unor:
    id: int
    instansi_id: int
    induk_id: int | None
    pimpinan_id: int | None
    status_pimpinan: str
    kode: str
    nama: str
    jalur: str
    aktif: bool


@dataclass(frozen=True)
class Pegawai:
    id: int
    nip: str
    nama: str
    instansi_id: int
    unor_id: int
    jenis_pegawai: str
    golongan: str
    jenis_jabatan: str
    nama_jabatan: str
    aktif: bool
    pejabat_penilai_id: int | None


@dataclass(frozen=True)
class Akun:
    id: int
    pegawai_id: int
    peran: str
    instansi_id: int | None
    kata_sandi: str


@dataclass(frozen=True)
class Koreksi:
    id: int
    pegawai_id: int
    jenis: str
    uraian: str
    usulan_atasan_id: int | None
    usulan_unor_id: int | None
    status: str
    diajukan: datetime
    diputuskan: datetime | None
    pemutus_id: int | None
    tanggapan: str | None


@dataclass(frozen=True)
class Skp:
    id: int
    pegawai_id: int
    pejabat_penilai_id: int | None
    unor_id: int
    tahun: int
    periode_awal: date
    periode_akhir: date
    pendekatan: str
    status_jabatan: str
    jenis_jabatan: str
    nama_jabatan: str
    status: str
    versi: int
    dibuat: datetime
    diubah: datetime


@dataclass(frozen=True)
class Rhk:
    id: int
    skp_id: int
    rhk_atasan_id: int | None
    jenis: str
    klasifikasi: str | None
    uraian: str
    penugasan_dari: str | None
    urutan: int
    pembagi_id: int | None


@dataclass(frozen=True)
class Indikator:
    id: int
    rhk_id: int
    uraian: str
    target: str | None
    perspektif: str | None
    aspek: str | None
    urutan: int


@dataclass(frozen=True)
class Lampiran:
    id: int
    skp_id: int
    jenis: str
    uraian: str
    urutan: int


@dataclass(frozen=True)
class Ekspektasi:
    id: int
    skp_id: int
    aspek: str
    uraian: str


@dataclass(frozen=True)
class TimKerja:
    id: int
    ketua_id: int
    tahun: int
    nama: str


@dataclass(frozen=True)
class AnggotaTim:
    id: int
    tim_kerja_id: int
    pegawai_id: int


@dataclass(frozen=True)
class Matriks:
    id: int
    skp_id: int
    tim_kerja_id: int | None


@dataclass(frozen=True)
class BarisMatriks:
    id: int
    matriks_id: int
    skp_id: int


@dataclass(frozen=True)
class PeriodePenilaian:
    id: int
    instansi_id: int
    tahun: int
    nama: str
    awal: date
    akhir: date
    batas_pengisian: date
    jenis: str


@dataclass(frozen=True)
class Nilai:
    """A row of the table `penilaian`."""

    id: int
    skp_id: int
    periode_id: int
    hasil_kerja: str | None
    perilaku: str | None
    predikat: str | None


@dataclass(frozen=True)
class PredikatOrganisasi:
    id: int
    unor_id: int
    periode_id: int
    predikat: str


@dataclass(frozen=True)
class KurvaIdeal:
    id: int
    organisasi: str
    sangat_kurang: int
    kurang: int
    butuh_perbaikan: int
    baik: int
    sangat_baik: int


@dataclass(frozen=True)
class RencanaAksi:
    id: int
    rhk_id: int
    periode_id: int
    uraian: str


@dataclass(frozen=True)
class ProgresHarian:
    id: int
    rencana_aksi_id: int
    tanggal: date
    jam_mulai: str
    jam_selesai: str
    kegiatan: str
    realisasi: int
    satuan: str
    tautan: str | None


@dataclass(frozen=True)
class Eviden:
    id: int
    rhk_id: int
    periode_id: int
    nama: str
    tautan: str


@dataclass(frozen=True)
class Realisasi:
    id: int
    indikator_id: int
    periode_id: int
    realisasi: str
    sumber_data: str


@dataclass(frozen=True)
class UmpanBalik:
    id: int
    skp_id: int
    periode_id: int
    rhk_id: int | None
    aspek: str | None
    asal: str
    pemberi_id: int
    uraian: str
    waktu: datetime


@dataclass(frozen=True)
class Riwayat:
    id: int
    noun: str
    noun_id: int
    aksi: str
    pelaku_id: int | None
    waktu: datetime
    alasan: str | None
    dari: str | None
    ke: str | None


@dataclass(frozen=True)
class Notifikasi:
    id: int
    pegawai_id: int
    jenis: str
    skp_id: int | None
    koreksi_id: int | None
    pelaku_id: int | None
    alasan: str | None
    tahun: int | None
    waktu: datetime
    dibaca: datetime | None


# What `node(id)` may reach.
Noun = (
    Instansi
    | Unor
    | Pegawai
    | Koreksi
    | Skp
    | Rhk
    | Indikator
    | Lampiran
    | Ekspektasi
    | TimKerja
    | Matriks
    | BarisMatriks
    | PeriodePenilaian
    | PredikatOrganisasi
    | KurvaIdeal
    | RencanaAksi
    | ProgresHarian
    | Eviden
    | Realisasi
    | UmpanBalik
    | Riwayat
    | Notifikasi
)


@dataclass(frozen=True)
class Penilaian:
    """An SKP in PERSETUJUAN, in a periode of the instansi it was made in, rated or not."""

    skp_id: int
    periode_id: int
    pegawai_id: int
    pejabat_penilai_id: int | None
    tahun: int
    nama: str
    awal: date
    hasil_kerja: str | None
    perilaku: str | None
    predikat: str | None


@dataclass(frozen=True)
class SelMatriks:
    """A row of a matriks under one of its columns."""

    baris_id: int
    rhk_id: int


@dataclass(frozen=True)
class Perorangan:
    """An active person in a year."""

    pegawai_id: int
    nama: str
    tahun: int


# What there is to see, or not.
Row = Noun | Penilaian | SelMatriks | Perorangan

# The rows that each type of the schema shows, by its name.
SHOWN: dict[str, type] = {
    "Saya": Akun,
    "PegawaiDicari": Pegawai,
    "SkpDicari": Skp,
    **{type_.__name__: type_ for type_ in get_args(Row)},
}
