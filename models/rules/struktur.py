"""Unor and pegawai: who may change them, and what must hold afterwards (manual 2; domain 1, 6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from models.rules.aktor import Aktor
from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.nip import alasan_nip_salah
from models.rules.vocabulary import JenisPegawai, Peran

# A path of ids must fit into unor.jalur: 400 characters, at most 11 for each level.
TINGKAT_TERBANYAK = 36

# The longest value of each column of unor and pegawai that is typed.
PANJANG: Mapping[str, int] = MappingProxyType(
    {"kode": 40, "nama": 200, "golongan": 10, "nama_jabatan": 200}
)

Field = tuple[str, ...]

INDUK: Field = ("input", "indukId")
UNOR: Field = ("input", "unorId")
ATASAN: Field = ("input", "atasanId")
PIMPINAN: Field = ("input", "pimpinanId")


@dataclass(frozen=True, slots=True)
class KeadaanUnor:
    """A unor as the rules see it. `jalur` is the path of ids from the root down to it; `tingkat`
    1 for a root; the counts are of active people in it and active unor right below it."""

    id: int
    instansi_id: int
    jalur: str
    aktif: bool
    pegawai_aktif: int = 0
    anak_aktif: int = 0

    @property
    def tingkat(self) -> int:
        return self.jalur.count("/")


@dataclass(frozen=True, slots=True)
class KeadaanPegawai:
    """A pegawai as the rules see him."""

    id: int
    instansi_id: int
    aktif: bool


def induk_refusals(induk: KeadaanUnor, tinggi: int = 1) -> tuple[Alasan, ...]:
    """Why a tree of `tinggi` levels cannot hang below `induk`."""
    reasons = unor_aktif_refusals(induk, INDUK)
    if induk.tingkat + tinggi > TINGKAT_TERBANYAK:
        message = f"Terlalu dalam: paling banyak {TINGKAT_TERBANYAK} tingkat dari akar."
        reasons += (Alasan(KodeKesalahan.UNOR_TERLALU_DALAM, message, INDUK),)
    return reasons


def unor_aktif_refusals(unor: KeadaanUnor, field: Field = ()) -> tuple[Alasan, ...]:
    """Why nobody and nothing can be put into `unor`."""
    if unor.aktif:
        return ()
    message = "Unor itu nonaktif; aktifkan dahulu, atau pilih yang lain."
    return (Alasan(KodeKesalahan.UNOR_TIDAK_AKTIF, message, field),)


def pindah_unor_refusals(unor: KeadaanUnor, induk: KeadaanUnor, tinggi: int) -> tuple[Alasan, ...]:
    """Why `unor`, with the `tinggi` levels that it is high, cannot move below `induk`."""
    if unor.tingkat == 1:
        return (_akar("Akar instansi tidak dapat dipindahkan."),)
    if unor.instansi_id != induk.instansi_id:
        message = "Unor tidak dapat pindah ke instansi lain; pilih induk di instansi yang sama."
        return (Alasan(KodeKesalahan.LINTAS_INSTANSI, message, INDUK),)
    if induk.jalur.startswith(unor.jalur):
        message = "Unor tidak dapat berada di bawah dirinya sendiri; pilih induk di luar cabangnya."
        return (Alasan(KodeKesalahan.UNOR_MELINGKAR, message, INDUK),)
    return induk_refusals(induk, tinggi)


def nonaktif_unor_refusals(unor: KeadaanUnor) -> tuple[Alasan, ...]:
    """Why `unor` cannot be given up."""
    if unor.tingkat == 1:
        return (_akar("Akar instansi tidak dapat dinonaktifkan."),)
    checks = (
        (
            unor.pegawai_aktif,
            KodeKesalahan.UNOR_BERPEGAWAI,
            "pegawai aktif masih ditempatkan di unor ini. Pindahkan dahulu.",
        ),
        (
            unor.anak_aktif,
            KodeKesalahan.UNOR_BERANAK,
            "unor aktif masih berada tepat di bawahnya. Pindahkan atau nonaktifkan dahulu.",
        ),
    )
    return tuple(Alasan(code, f"{count} {message}") for count, code, message in checks if count)


def pimpinan_refusals(unor: KeadaanUnor, pimpinan: KeadaanPegawai | None) -> tuple[Alasan, ...]:
    """Why `pimpinan` (None empties the post) cannot lead `unor`."""
    if pimpinan is None:
        return ()
    return (
        *unor_aktif_refusals(unor),
        *_orang_refusals(pimpinan, unor.instansi_id, PIMPINAN),
    )


def penempatan_refusals(
    aktor: Aktor, pegawai: KeadaanPegawai, unor: KeadaanUnor
) -> tuple[Alasan, ...]:
    """Why `aktor`, who manages `pegawai`, cannot put him into `unor`. To another instansi only a
    SUPER_ADMIN does."""
    if pegawai.instansi_id != unor.instansi_id and aktor.peran is not Peran.SUPER_ADMIN:
        message = "Unor itu dari instansi lain; mintalah super admin memindahkan pegawai ini."
        return (Alasan(KodeKesalahan.LINTAS_INSTANSI, message, UNOR),)
    return unor_aktif_refusals(unor, UNOR)


def atasan_refusals(
    pegawai: KeadaanPegawai, atasan: KeadaanPegawai | None, field: Field = ATASAN
) -> tuple[Alasan, ...]:
    """Why `atasan` (None: the tree says) cannot be the pejabat penilai of `pegawai`."""
    if atasan is None:
        return ()
    if atasan.id == pegawai.id:
        message = "Tidak seorang pun menilai dirinya sendiri; pilih pegawai lain."
        return (Alasan(KodeKesalahan.PEGAWAI_TIDAK_SESUAI, message, field),)
    return _orang_refusals(atasan, pegawai.instansi_id, field)


def nonaktif_pegawai_refusals(aktor: Aktor, pegawai: KeadaanPegawai) -> tuple[Alasan, ...]:
    """Why `aktor`, who manages `pegawai`, cannot retire him."""
    if aktor.pegawai_id != pegawai.id:
        return ()
    message = "Anda tidak dapat menonaktifkan diri sendiri; mintalah admin lain."
    return (Alasan(KodeKesalahan.PEGAWAI_TIDAK_SESUAI, message),)


def nip_refusals(nip: str | None, jenis: JenisPegawai, today: date) -> tuple[Alasan, ...]:
    """Why `nip` (cleaned) cannot be the NIP of a `jenis` pegawai."""
    field = ("input", "nip")
    if nip is None:
        return (Alasan(KodeKesalahan.WAJIB_DIISI, "NIP wajib diisi.", field),)
    reason = alasan_nip_salah(nip, today, jenis)
    if reason is None:
        return ()
    return (Alasan(KodeKesalahan.NIP_TIDAK_SAH, f"{reason[0].upper()}{reason[1:]}.", field),)


def _orang_refusals(siapa: KeadaanPegawai, instansi_id: int, field: Field) -> tuple[Alasan, ...]:
    """Why `siapa` holds no office in this instansi."""
    if siapa.instansi_id != instansi_id:
        message = "Pegawai itu dari instansi lain; pilih pegawai dari instansi yang sama."
        return (Alasan(KodeKesalahan.LINTAS_INSTANSI, message, field),)
    if not siapa.aktif:
        message = "Pegawai itu sudah tidak aktif; pilih pegawai yang aktif."
        return (Alasan(KodeKesalahan.PEGAWAI_TIDAK_AKTIF, message, field),)
    return ()


def _akar(message: str) -> Alasan:
    return Alasan(KodeKesalahan.UNOR_AKAR, message)
