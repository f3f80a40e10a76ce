"""The rows of the three files, as typed values."""

from dataclasses import dataclass

KunciUnor = tuple[str, str]  # (kode of the instansi, kode of the unor)

NONE_WRONG: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class BarisInstansi:
    """A row of instansi.csv. `salah` are its columns already known to be wrong, here and below."""

    baris: int
    salah: frozenset[str]
    kode: str
    nama: str
    jenis: str


@dataclass(frozen=True, slots=True)
class BarisUnor:
    """A row of unor.csv; an empty `induk_kode` makes it the root, `nip_pimpinan` may be empty."""

    baris: int
    salah: frozenset[str]
    kode: str
    instansi_kode: str
    induk_kode: str
    nama: str
    nip_pimpinan: str

    @property
    def kunci(self) -> KunciUnor:
        return self.instansi_kode, self.kode

    @property
    def kunci_induk(self) -> KunciUnor | None:
        return (self.instansi_kode, self.induk_kode) if self.induk_kode else None


@dataclass(frozen=True, slots=True)
class BarisPegawai:
    """A row of pegawai.csv."""

    baris: int
    salah: frozenset[str]
    nip: str
    nama: str
    jenis_pegawai: str
    golongan: str
    jenis_jabatan: str
    nama_jabatan: str
    instansi_kode: str
    unor_kode: str
    aktif: bool

    @property
    def kunci_unor(self) -> KunciUnor:
        return self.instansi_kode, self.unor_kode
