"""The SKP that the demo writes, as plain values."""

from dataclasses import dataclass
from datetime import date, datetime

from models.rules.vocabulary import (
    AksiSkp,
    AspekIndikator,
    JenisJabatan,
    JenisRhk,
    KlasifikasiRhk,
    Pendekatan,
    Perspektif,
    StatusJabatan,
    StatusSkp,
)
from resolvers.demo.kantor import Tempat


@dataclass(frozen=True)
class PegawaiDemo:
    """Somebody of the demo as the database knows him, active, at his office."""

    id: int
    unor_id: int
    pejabat_penilai_id: int | None
    jenis_jabatan: JenisJabatan
    nama_jabatan: str
    memimpin: bool
    tempat: Tempat


@dataclass(frozen=True)
class Langkah:
    """A step in an SKP's history; the first one, making it, has no `aksi` and no `dari`."""

    aksi: AksiSkp | None
    pelaku_id: int
    waktu: datetime
    dari: StatusSkp | None
    ke: StatusSkp
    alasan: str | None = None


@dataclass(frozen=True)
class IndikatorDemo:
    uraian: str
    target: str | None
    perspektif: Perspektif | None
    aspek: AspekIndikator | None


@dataclass(frozen=True)
class RhkDemo:
    """`rhk_atasan` is the place of the RHK intervened among those of the atasan's SKP, from 1."""

    jenis: JenisRhk
    uraian: str
    indikator: tuple[IndikatorDemo, ...]
    klasifikasi: KlasifikasiRhk | None = None
    penugasan_dari: str | None = None
    rhk_atasan: int | None = None


@dataclass(frozen=True)
class SkpDemo:
    """An SKP to write. `atasan` is the SKP of the pejabat penilai that its RHK intervene."""

    pegawai: PegawaiDemo
    periode_awal: date
    periode_akhir: date
    pendekatan: Pendekatan
    status_jabatan: StatusJabatan
    langkah: tuple[Langkah, ...]
    rhk: tuple[RhkDemo, ...]
    atasan: "SkpDemo | None"

    @property
    def status(self) -> StatusSkp:
        return self.langkah[-1].ke
