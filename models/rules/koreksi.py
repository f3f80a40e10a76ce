"""Reports of wrong data: what a jenis proposes, and what accepting it needs (domain 7)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.struktur import ATASAN, UNOR, Field
from models.rules.teks import LONG, fits, required
from models.rules.vocabulary import JenisJabatan, JenisKoreksi, StatusKoreksi

Fields = frozenset[Field]

USULAN_ATASAN: Field = ("input", "usulanAtasanId")
USULAN_UNOR: Field = ("input", "usulanUnorId")
JENIS_JABATAN: Field = ("input", "jenisJabatan")
NAMA_JABATAN: Field = ("input", "namaJabatan")

# What a report of each jenis may propose, and what its acceptance takes; nothing else applies.
DIUSULKAN: Mapping[JenisKoreksi, Fields] = MappingProxyType(
    {
        JenisKoreksi.PEJABAT_PENILAI: frozenset({USULAN_ATASAN}),
        JenisKoreksi.UNOR: frozenset({USULAN_UNOR}),
        JenisKoreksi.JABATAN: frozenset(),
        JenisKoreksi.LAINNYA: frozenset(),
    }
)
DIPUTUSKAN: Mapping[JenisKoreksi, Fields] = MappingProxyType(
    {
        JenisKoreksi.PEJABAT_PENILAI: frozenset({ATASAN}),
        JenisKoreksi.UNOR: frozenset({UNOR, JENIS_JABATAN, NAMA_JABATAN}),
        JenisKoreksi.JABATAN: frozenset({JENIS_JABATAN, NAMA_JABATAN}),
        JenisKoreksi.LAINNYA: frozenset(),
    }
)


@dataclass(frozen=True, slots=True)
class IsiKoreksi:
    """What a pegawai reports about himself; `uraian` is cleaned."""

    jenis: JenisKoreksi
    uraian: str | None
    usulan_atasan_id: int | None = None
    usulan_unor_id: int | None = None


@dataclass(frozen=True, slots=True)
class Putusan:
    """What an admin gives with his acceptance; texts are cleaned."""

    tanggapan: str | None = None
    atasan_id: int | None = None
    unor_id: int | None = None
    jenis_jabatan: JenisJabatan | None = None
    nama_jabatan: str | None = None


def ajukan_refusals(isi: IsiKoreksi, menunggu: bool) -> tuple[Alasan, ...]:
    """Why `isi` cannot be reported; `menunggu`: one of its jenis waits for a decision already."""
    proposed: Mapping[Field, object] = {
        USULAN_ATASAN: isi.usulan_atasan_id,
        USULAN_UNOR: isi.usulan_unor_id,
    }
    reasons = (
        *required(isi.uraian, "uraian", "Uraian", LONG),
        *_beside(DIUSULKAN[isi.jenis], proposed),
    )
    if menunggu:
        message = "Koreksi Anda yang sejenis masih menunggu putusan; tunggulah putusannya."
        reasons += (Alasan(KodeKesalahan.SUDAH_ADA, message, ("input", "jenis")),)
    return reasons


def putuskan_refusals(status: StatusKoreksi) -> tuple[Alasan, ...]:
    """Why a report cannot be decided (again)."""
    if status is StatusKoreksi.DIAJUKAN:
        return ()
    message = "Koreksi ini sudah diputuskan; pemiliknya dapat mengajukan yang baru."
    return (Alasan(KodeKesalahan.KOREKSI_SUDAH_DIPUTUSKAN, message),)


def terima_refusals(
    jenis: JenisKoreksi, putusan: Putusan, usulan_atasan_id: int | None, usulan_unor_id: int | None
) -> tuple[Alasan, ...]:
    """Why a report cannot be accepted so: its jenis needs something that neither the admin gave nor
    the report proposed, or he gave what does not apply to it."""
    given: Mapping[Field, object] = {
        ATASAN: putusan.atasan_id,
        UNOR: putusan.unor_id,
        JENIS_JABATAN: putusan.jenis_jabatan,
        NAMA_JABATAN: putusan.nama_jabatan,
    }
    return (
        *fits(putusan.tanggapan, "tanggapan", "Tanggapan", LONG),
        *_beside(DIPUTUSKAN[jenis], given),
        *_missing(jenis, putusan, usulan_atasan_id, usulan_unor_id),
    )


def _missing(
    jenis: JenisKoreksi, putusan: Putusan, usulan_atasan_id: int | None, usulan_unor_id: int | None
) -> Iterator[Alasan]:
    there, field, message = {
        JenisKoreksi.PEJABAT_PENILAI: (
            putusan.atasan_id or usulan_atasan_id,
            ATASAN,
            "Sebutkan pejabat penilainya; pelapor tidak mengusulkan siapa pun.",
        ),
        JenisKoreksi.UNOR: (
            putusan.unor_id or usulan_unor_id,
            UNOR,
            "Sebutkan unornya; pelapor tidak mengusulkan satu pun.",
        ),
        JenisKoreksi.JABATAN: (
            putusan.jenis_jabatan or putusan.nama_jabatan,
            NAMA_JABATAN,
            "Sebutkan jenis jabatan atau nama jabatan yang benar.",
        ),
        JenisKoreksi.LAINNYA: (
            putusan.tanggapan,
            ("input", "tanggapan"),
            "Tanggapan wajib diisi: hanya itu yang diterima pelapor.",
        ),
    }[jenis]
    if not there:
        yield Alasan(KodeKesalahan.WAJIB_DIISI, message, field)


def _beside(applicable: Fields, given: Mapping[Field, object]) -> Iterator[Alasan]:
    for field, value in given.items():
        if value is not None and field not in applicable:
            message = "Masukan ini tidak berlaku untuk koreksi jenis itu; kosongkan."
            yield Alasan(KodeKesalahan.MASUKAN_TIDAK_BERLAKU, message, field)
