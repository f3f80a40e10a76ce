"""The resolvers of tim kerja and of matrices."""

from typing import Any

from models.rules.vocabulary import StatusSkp
from tests.naif.reading import Reading, follows, has_riwayat, resolver
from tests.naif.rows import BarisMatriks, Matriks, Pegawai, Rhk, SelMatriks, Skp, TimKerja


@resolver("TimKerja", "anggota")
def tim_kerja_anggota(reading: Reading, tim: TimKerja, **arguments: Any) -> dict[str, Any]:
    return reading.page("Pegawai", reading.data.members_of(tim), **arguments)


@resolver("TimKerja", "jumlahAnggota")
def tim_kerja_jumlah_anggota(reading: Reading, tim: TimKerja) -> int:
    return len(reading.data.members_of(tim))


@resolver("TimKerja", "matriks")
def tim_kerja_matriks(reading: Reading, tim: TimKerja) -> list[Matriks]:
    return reading.many(reading.data.of("matriks", "tim_kerja_id", tim.id))


@resolver("Matriks", "kolom")
def matriks_kolom(reading: Reading, matriks: Matriks) -> list[Rhk]:
    return reading.many(reading.data.rhk_of(reading.data.skp[matriks.skp_id]))


@resolver("Matriks", "baris")
def matriks_baris(reading: Reading, matriks: Matriks, **arguments: Any) -> dict[str, Any]:
    rows = reading.data.of("baris_matriks", "matriks_id", matriks.id)
    return reading.page("BarisMatriks", rows, **arguments)


@resolver("Matriks", "jumlahBaris")
def matriks_jumlah_baris(reading: Reading, matriks: Matriks) -> int:
    return len(reading.data.of("baris_matriks", "matriks_id", matriks.id))


@resolver("BarisMatriks", "status")
def baris_matriks_status(reading: Reading, baris: BarisMatriks) -> StatusSkp:
    return StatusSkp(reading.data.skp[baris.skp_id].status)


@resolver("BarisMatriks", "pegawai")
def baris_matriks_pegawai(reading: Reading, baris: BarisMatriks) -> Pegawai:
    """Whoever sees the row is told whose it is."""
    return reading.data.pegawai[reading.data.skp[baris.skp_id].pegawai_id]


@resolver("BarisMatriks", "skpRingkas")
def baris_matriks_skp_ringkas(reading: Reading, baris: BarisMatriks) -> Skp:
    """Whoever sees the row is told that it is there."""
    return reading.data.skp[baris.skp_id]


@resolver("BarisMatriks", "sel")
def baris_matriks_sel(reading: Reading, baris: BarisMatriks) -> list[SelMatriks]:
    top = reading.data.skp[reading.data.matriks[baris.matriks_id].skp_id]
    return reading.many(SelMatriks(baris.id, kolom.id) for kolom in reading.data.rhk_of(top))


@resolver("SelMatriks", "kolom")
def sel_matriks_kolom(reading: Reading, sel: SelMatriks) -> Rhk | None:
    return reading.one(reading.data.rhk[sel.rhk_id])


@resolver("SelMatriks", "rhk")
def sel_matriks_rhk(reading: Reading, sel: SelMatriks) -> list[Rhk]:
    plan = reading.data.skp[reading.data.baris_matriks[sel.baris_id].skp_id]
    return reading.many(rhk for rhk in reading.data.rhk_of(plan) if rhk.rhk_atasan_id == sel.rhk_id)


for follow in (
    ("TimKerja", "ketua", "pegawai"),
    ("Matriks", "skp", "skp"),
    ("Matriks", "timKerja", "tim_kerja"),
    ("BarisMatriks", "skp", "skp"),
    ("BarisMatriks", "matriks", "matriks"),
):
    follows(*follow)

has_riwayat("TimKerja")
