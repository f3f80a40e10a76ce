"""The tables as Python holds them: what the reference reads, and what the database is given."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


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


@dataclass(frozen=True)
class Akun:
    id: int
    pegawai_id: int
    peran: str
    instansi_id: int | None
    kata_sandi: str


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
    pelaku_id: int | None
    alasan: str | None
    waktu: datetime
    dibaca: datetime | None


# What `node(id)` may reach.
Row = Instansi | Unor | Pegawai | Skp | Rhk | Indikator | Riwayat | Notifikasi


@dataclass
class Data:
    """Every table, by key."""

    instansi: dict[int, Instansi] = field(default_factory=dict)
    unor: dict[int, Unor] = field(default_factory=dict)
    pegawai: dict[int, Pegawai] = field(default_factory=dict)
    akun: dict[int, Akun] = field(default_factory=dict)
    skp: dict[int, Skp] = field(default_factory=dict)
    rhk: dict[int, Rhk] = field(default_factory=dict)
    indikator: dict[int, Indikator] = field(default_factory=dict)
    riwayat: dict[int, Riwayat] = field(default_factory=dict)
    notifikasi: dict[int, Notifikasi] = field(default_factory=dict)

    def nouns(self) -> dict[str, Mapping[int, Row]]:
        """The tables behind `node(id)`, by the prefix of their ids."""
        return {
            "instansi": self.instansi,
            "unor": self.unor,
            "pegawai": self.pegawai,
            "skp": self.skp,
            "rhk": self.rhk,
            "indikator": self.indikator,
            "riwayat": self.riwayat,
            "notifikasi": self.notifikasi,
        }

    def upwards(self, unor_id: int | None) -> Iterator[Unor]:
        """The unor and those above it, to the root."""
        while unor_id is not None:
            unor = self.unor[unor_id]
            yield unor
            unor_id = unor.induk_id

    def is_below(self, unor_id: int, top_id: int) -> bool:
        """Whether a unor is `top` or lies below it."""
        return any(unor.id == top_id for unor in self.upwards(unor_id))

    def pejabat_penilai(self, pegawai: Pegawai) -> Pegawai | None:
        """The pimpinan of the nearest unor, upwards from the pegawai's own, that has an active one
        who is not the pegawai himself."""
        for unor in self.upwards(pegawai.unor_id):
            if unor.pimpinan_id is not None and unor.pimpinan_id != pegawai.id:
                pimpinan = self.pegawai[unor.pimpinan_id]
                if pimpinan.aktif:
                    return pimpinan
        return None

    def rhk_of(self, skp: Skp) -> list[Rhk]:
        """The RHK of an SKP, in the order that their owner gave them."""
        own = [rhk for rhk in self.rhk.values() if rhk.skp_id == skp.id]
        return sorted(own, key=lambda rhk: (rhk.urutan, rhk.id))

    def indikator_of(self, rhk: Rhk) -> list[Indikator]:
        """The indikator of an RHK, in the order that their owner gave them."""
        own = [indikator for indikator in self.indikator.values() if indikator.rhk_id == rhk.id]
        return sorted(own, key=lambda indikator: (indikator.urutan, indikator.id))

    def kandidat_of(self, skp: Skp) -> list[Rhk]:
        """What an SKP may intervene: the RHK of its pejabat penilai for an overlapping period."""
        above = [
            atas
            for atas in self.skp.values()
            if atas.pegawai_id == skp.pejabat_penilai_id and overlap(atas, skp)
        ]
        return [
            rhk for atas in sorted(above, key=lambda atas: atas.id) for rhk in self.rhk_of(atas)
        ]


def overlap(one: Skp, other: Skp) -> bool:
    """Whether the periods of two SKP share a day."""
    return one.periode_awal <= other.periode_akhir and other.periode_awal <= one.periode_akhir
