"""Who makes a tim kerja, and who is in it (manual 5.1; domain: tim kerja)."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.rules.aktor import Aktor
from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.teks import required

NAMA = 200  # characters


@dataclass(frozen=True, slots=True)
class Calon:
    """Somebody who is to be in a team."""

    id: int
    nama: str
    instansi_id: int
    aktif: bool


def pembuat_refusals(memimpin: bool) -> tuple[Alasan, ...]:
    """A team is made by whoever leads."""
    if memimpin:
        return ()
    return (
        Alasan(
            KodeKesalahan.BUKAN_PIMPINAN,
            "Hanya pimpinan unit kerja atau pejabat pimpinan tinggi yang membentuk tim kerja.",
        ),
    )


def ketua_refusals(aktor: Aktor, ketua_id: int) -> tuple[Alasan, ...]:
    """A team is changed by its ketua alone."""
    if aktor.pegawai_id == ketua_id:
        return ()
    return (
        Alasan(
            KodeKesalahan.BUKAN_KETUA,
            "Hanya ketua tim kerja ini yang dapat melakukannya; mintalah kepadanya.",
        ),
    )


def nama_refusals(nama: str | None, taken: bool) -> tuple[Alasan, ...]:
    """A name (cleaned) tells the teams of a ketua in a year apart."""
    reasons = required(nama, "nama", "Nama tim kerja", NAMA)
    if reasons or not taken:
        return reasons
    return (
        Alasan(
            KodeKesalahan.SUDAH_ADA,
            "Anda sudah punya tim kerja dengan nama itu pada tahun yang sama; pilih nama lain.",
            ("input", "nama"),
        ),
    )


def anggota_refusals(ketua_id: int, instansi_id: int, calon: Iterable[Calon]) -> tuple[Alasan, ...]:
    """Members are active people of the ketua's instansi, and not he himself."""
    return tuple(
        Alasan(code, f"{one.nama} {why}; keluarkan dari daftar.", ("input", "anggotaIds"))
        for one in calon
        for fails, code, why in (
            (one.id == ketua_id, KodeKesalahan.PEGAWAI_TIDAK_SESUAI, "adalah ketuanya sendiri"),
            (not one.aktif, KodeKesalahan.PEGAWAI_TIDAK_AKTIF, "sudah tidak aktif"),
            (one.instansi_id != instansi_id, KodeKesalahan.LINTAS_INSTANSI, "dari instansi lain"),
        )
        if fails
    )
