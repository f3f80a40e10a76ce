"""The resolvers of SKP and of what is in them; of riwayat and notifikasi."""

import json
from typing import Any

from models.rules.skp import refusals
from models.rules.vocabulary import AksiSkp, Pendekatan, StatusSkp
from tests.naif.reading import Reading, available, follows, has_riwayat, in_periode, resolver
from tests.naif.rows import (
    Ekspektasi,
    Indikator,
    Lampiran,
    Matriks,
    Pegawai,
    Penilaian,
    Rhk,
    Riwayat,
    Skp,
    UmpanBalik,
)
from tests.naif.state import ada_kandidat, keadaan


@resolver("Skp", "rhk")
def skp_rhk(reading: Reading, skp: Skp) -> list[Rhk]:
    return reading.many(reading.data.rhk_of(skp))


@resolver("Skp", "rhkKandidatIntervensi")
def skp_rhk_kandidat_intervensi(reading: Reading, skp: Skp) -> list[Rhk]:
    return reading.many(reading.data.kandidat_of(skp))


@resolver("Skp", "aksiTersedia")
def skp_aksi_tersedia(reading: Reading, skp: Skp) -> list[dict[str, Any]]:
    now = keadaan(reading.data, skp)
    return [available(aksi, refusals(reading.aktor, now, aksi)) for aksi in AksiSkp]


@resolver("Skp", "jumlahRhk")
def skp_jumlah_rhk(reading: Reading, skp: Skp) -> int:
    return len(reading.data.rhk_of(skp))


@resolver("Skp", "jumlahIndikator")
def skp_jumlah_indikator(reading: Reading, skp: Skp) -> int:
    return sum(len(reading.data.indikator_of(rhk)) for rhk in reading.data.rhk_of(skp))


@resolver("Skp", "lampiran")
def skp_lampiran(reading: Reading, skp: Skp) -> list[Lampiran]:
    own = reading.many(reading.data.of("lampiran", "skp_id", skp.id))
    return sorted(own, key=lambda one: (one.jenis, one.urutan, one.id))


@resolver("Skp", "ekspektasi")
def skp_ekspektasi(reading: Reading, skp: Skp) -> list[Ekspektasi]:
    own = reading.many(reading.data.of("ekspektasi", "skp_id", skp.id))
    return sorted(own, key=lambda one: (one.aspek, one.id))


@resolver("Skp", "umpanBalik")
def skp_umpan_balik(reading: Reading, skp: Skp, periode_id: str | None = None) -> list[UmpanBalik]:
    given = reading.many(reading.data.of("umpan_balik", "skp_id", skp.id))
    return in_periode([one for one in given if one.rhk_id is None], periode_id)


@resolver("Skp", "penilaian")
def skp_penilaian(reading: Reading, skp: Skp, periode_id: str | None = None) -> list[Penilaian]:
    return in_periode(reading.many(reading.data.penilaian_of(skp)), periode_id)


@resolver("Skp", "matriks")
def skp_matriks(reading: Reading, skp: Skp) -> list[Matriks]:
    own = reading.many(reading.data.of("matriks", "skp_id", skp.id))
    return sorted(own, key=lambda matriks: matriks.tim_kerja_id or 0)


@resolver("Skp", "pejabatPenilaiSekarang")
def skp_pejabat_penilai_sekarang(reading: Reading, skp: Skp) -> Pegawai | None:
    owner = reading.data.pegawai[skp.pegawai_id]
    return reading.data.pejabat_penilai(owner)


@resolver("Skp", "pejabatPenilaiBerubah")
def skp_pejabat_penilai_berubah(reading: Reading, skp: Skp) -> bool:
    now = reading.data.pejabat_penilai(reading.data.pegawai[skp.pegawai_id])
    kept = reading.data.pegawai.get(skp.pejabat_penilai_id or 0)
    return skp.status == StatusSkp.DRAFT and now != kept


@resolver("Skp", "jabatanBerubah")
def skp_jabatan_berubah(reading: Reading, skp: Skp) -> bool:
    owner = reading.data.pegawai[skp.pegawai_id]
    now = (owner.unor_id, owner.jenis_jabatan, owner.nama_jabatan)
    return skp.status == StatusSkp.DRAFT and now != (
        skp.unor_id,
        skp.jenis_jabatan,
        skp.nama_jabatan,
    )


@resolver("Skp", "formulir")
def skp_formulir(reading: Reading, skp: Skp) -> dict[str, bool]:
    led = reading.data.of("unor", "pimpinan_id", skp.pegawai_id)
    pimpinan = any(unor.aktif for unor in led) or skp.jenis_jabatan.startswith("JPT")
    return {
        "pimpinan": pimpinan,
        "klasifikasi": pimpinan,
        "aspek": not pimpinan,
        "intervensi": ada_kandidat(reading.data, skp),
        "targetDanPerspektif": skp.pendekatan == Pendekatan.KUANTITATIF,
    }


@resolver("Rhk", "indikator")
def rhk_indikator(reading: Reading, rhk: Rhk) -> list[Indikator]:
    return reading.many(reading.data.indikator_of(rhk))


@resolver("Rhk", "rhkBawahan")
def rhk_rhk_bawahan(reading: Reading, rhk: Rhk) -> list[Rhk]:
    below = [other for other in reading.data.rhk.values() if other.rhk_atasan_id == rhk.id]
    return reading.many(sorted(below, key=lambda other: other.id))


# Riwayat.


@resolver("Riwayat", "perubahan")
def riwayat_perubahan(reading: Reading, riwayat: Riwayat) -> list[dict[str, Any]]:
    dari, ke = json.loads(riwayat.dari or "{}"), json.loads(riwayat.ke or "{}")
    names = [*dari, *(name for name in ke if name not in dari)]
    return [
        {"nama": name, "dari": _text(dari.get(name)), "ke": _text(ke.get(name))}
        for name in names
        if dari.get(name) != ke.get(name)
    ]


def _text(value: object) -> str | None:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None else str(value)


# What leads to one row.

for follow in (
    ("Skp", "pegawai", "pegawai"),
    ("Skp", "pejabatPenilai", "pegawai"),
    ("Skp", "unor", "unor"),
    ("Rhk", "skp", "skp"),
    ("Rhk", "rhkAtasan", "rhk"),
    ("Rhk", "pembagi", "pegawai"),
    ("Indikator", "rhk", "rhk"),
    ("Lampiran", "skp", "skp"),
    ("Ekspektasi", "skp", "skp"),
    ("Riwayat", "pelaku", "pegawai"),
    ("Notifikasi", "skp", "skp"),
    ("Notifikasi", "koreksi", "koreksi"),
    ("Notifikasi", "pelaku", "pegawai"),
):
    follows(*follow)

has_riwayat("Skp")
