"""The demo's tim kerja and matrices; runs inside the demo's transaction."""

from models.database import execute, execute_many
from models.intervensi import overlaps_sql

# Instansi → the office whose head leads a team, the offices that its members come from, its name.
TIM = {
    "4011": ("Biro Umum", ("Direktorat Kinerja ASN", "Biro Umum"), "Tim Digitalisasi Layanan"),
    "5300": (
        "Dinas Kesehatan",
        ("RSUD Wijayakusuma", "Dinas Kesehatan"),
        "Tim Percepatan Penurunan Stunting",
    ),
    "6304": ("Dinas Pendidikan", ("Puskesmas Sokaraja", "Dinas Pendidikan"), "Tim Sekolah Sehat"),
}
FROM_EACH = 4  # members of an office

_MEMBERS = """
INSERT INTO anggota_tim (tim_kerja_id, pegawai_id)
SELECT tim.id, orang.id FROM tim_kerja tim JOIN pegawai ketua ON ketua.id = tim.ketua_id
JOIN unor place ON place.instansi_id = ketua.instansi_id AND place.nama = $2
JOIN pegawai orang ON orang.unor_id = place.id AND orang.aktif AND orang.id <> ketua.id
WHERE tim.nama = $1 ORDER BY orang.id LIMIT $3
"""
_WHOLE = """
INSERT INTO matriks (skp_id) SELECT plan.id FROM skp plan
WHERE EXISTS (SELECT 1 FROM unor led WHERE led.pimpinan_id = plan.pegawai_id) ORDER BY plan.id
"""
_OF_TEAMS = """
INSERT INTO matriks (skp_id, tim_kerja_id) SELECT plan.id, tim.id FROM tim_kerja tim
JOIN skp plan ON plan.pegawai_id = tim.ketua_id AND plan.tahun = tim.tahun ORDER BY plan.id, tim.id
"""
_ROWS = f"""
INSERT INTO baris_matriks (matriks_id, skp_id)
SELECT matriks.id, plan.id FROM matriks JOIN skp top ON top.id = matriks.skp_id
JOIN skp plan ON plan.pegawai_id <> top.pegawai_id AND {overlaps_sql("plan", "top")}
WHERE CASE WHEN matriks.tim_kerja_id IS NULL THEN plan.pejabat_penilai_id = top.pegawai_id
    ELSE EXISTS (SELECT 1 FROM anggota_tim anggota WHERE anggota.pegawai_id = plan.pegawai_id
        AND anggota.tim_kerja_id = matriks.tim_kerja_id) END
ORDER BY matriks.id, plan.id
"""


async def tulis_matriks(tahun: int) -> None:
    """The matrices as they would have come about by themselves."""
    for kode, (kantor, asal, nama) in TIM.items():
        await execute(
            "INSERT INTO tim_kerja (ketua_id, tahun, nama) SELECT unor.pimpinan_id, $1, $2"
            " FROM unor JOIN instansi ON instansi.id = unor.instansi_id"
            " WHERE instansi.kode = $3 AND unor.nama = $4",
            [tahun, nama, kode, kantor],
        )
        await execute_many(_MEMBERS, [(nama, place, FROM_EACH) for place in asal])
    for statement in (_WHOLE, _OF_TEAMS, _ROWS):
        await execute(statement)
