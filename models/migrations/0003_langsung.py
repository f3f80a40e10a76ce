"""What the live figures are made of: matriks and ratings, their counters, the counters' history,
and notifications."""

from tortoise import migrations

from models.database.portable_sql import PortableSql

MATRIKS = """
CREATE TABLE IF NOT EXISTS matriks (
    id {id},
    skp_id INTEGER NOT NULL UNIQUE REFERENCES skp (id) ON DELETE CASCADE
)
;
CREATE TABLE IF NOT EXISTS baris_matriks (
    id {id},
    matriks_id INTEGER NOT NULL REFERENCES matriks (id) ON DELETE CASCADE,
    skp_id INTEGER NOT NULL REFERENCES skp (id) ON DELETE CASCADE,
    CONSTRAINT baris_matriks_sekali UNIQUE (matriks_id, skp_id)
)
;
CREATE INDEX IF NOT EXISTS baris_matriks_skp ON baris_matriks (skp_id)
"""

PENILAIAN = """
CREATE TABLE IF NOT EXISTS periode_penilaian (
    id {id},
    instansi_id INTEGER NOT NULL REFERENCES instansi (id),
    tahun INTEGER NOT NULL,
    nama VARCHAR(100) NOT NULL,
    awal DATE NOT NULL,
    akhir DATE NOT NULL,
    batas_pengisian DATE NOT NULL,
    jenis VARCHAR(10) NOT NULL CHECK (jenis IN ('BULANAN', 'TRIWULAN', 'SEMESTER', 'TAHUNAN')),
    CONSTRAINT periode_penilaian_nama UNIQUE (instansi_id, tahun, nama),
    CONSTRAINT periode_penilaian_urut CHECK (awal < akhir)
)
;
CREATE UNIQUE INDEX IF NOT EXISTS periode_penilaian_satu_tahunan
    ON periode_penilaian (instansi_id, tahun) WHERE jenis = 'TAHUNAN'
;
CREATE TABLE IF NOT EXISTS penilaian (
    id {id},
    skp_id INTEGER NOT NULL REFERENCES skp (id) ON DELETE CASCADE,
    periode_id INTEGER NOT NULL REFERENCES periode_penilaian (id),
    predikat VARCHAR(16) NOT NULL CHECK (
        predikat IN ('SANGAT_KURANG', 'KURANG', 'BUTUH_PERBAIKAN', 'BAIK', 'SANGAT_BAIK')
    ),
    CONSTRAINT penilaian_sekali UNIQUE (skp_id, periode_id)
)
;
CREATE INDEX IF NOT EXISTS penilaian_periode ON penilaian (periode_id)
"""

HITUNGAN = """
CREATE TABLE IF NOT EXISTS hitungan_keterlibatan (
    id {id},
    unor_id INTEGER NOT NULL REFERENCES unor (id) ON DELETE CASCADE,
    tahun INTEGER NOT NULL,
    satu INTEGER NOT NULL DEFAULT 0 CHECK (satu >= 0),
    lebih INTEGER NOT NULL DEFAULT 0 CHECK (lebih >= 0),
    versi INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT hitungan_keterlibatan_unor UNIQUE (unor_id, tahun)
)
;
CREATE TABLE IF NOT EXISTS hitungan_penilaian (
    id {id},
    unor_id INTEGER NOT NULL REFERENCES unor (id) ON DELETE CASCADE,
    periode_id INTEGER NOT NULL REFERENCES periode_penilaian (id) ON DELETE CASCADE,
    sangat_kurang INTEGER NOT NULL DEFAULT 0 CHECK (sangat_kurang >= 0),
    kurang INTEGER NOT NULL DEFAULT 0 CHECK (kurang >= 0),
    butuh_perbaikan INTEGER NOT NULL DEFAULT 0 CHECK (butuh_perbaikan >= 0),
    baik INTEGER NOT NULL DEFAULT 0 CHECK (baik >= 0),
    sangat_baik INTEGER NOT NULL DEFAULT 0 CHECK (sangat_baik >= 0),
    versi INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT hitungan_penilaian_unor UNIQUE (unor_id, periode_id)
)
"""

# By how much each counter moved on each day.
HARIAN = """
CREATE TABLE IF NOT EXISTS harian_pegawai (
    id {id},
    unor_id INTEGER NOT NULL REFERENCES unor (id) ON DELETE CASCADE,
    tanggal DATE NOT NULL,
    total INTEGER NOT NULL,
    CONSTRAINT harian_pegawai_sekali UNIQUE (unor_id, tanggal)
)
;
CREATE TABLE IF NOT EXISTS harian_pengisian (
    id {id},
    unor_id INTEGER NOT NULL REFERENCES unor (id) ON DELETE CASCADE,
    tahun INTEGER NOT NULL,
    tanggal DATE NOT NULL,
    draft INTEGER NOT NULL,
    pengajuan INTEGER NOT NULL,
    persetujuan INTEGER NOT NULL,
    CONSTRAINT harian_pengisian_sekali UNIQUE (unor_id, tahun, tanggal)
)
"""

NOTIFIKASI = """
CREATE TABLE IF NOT EXISTS notifikasi (
    id {id},
    pegawai_id INTEGER NOT NULL REFERENCES pegawai (id),
    jenis VARCHAR(20) NOT NULL
        CHECK (jenis IN ('SKP_DIAJUKAN', 'SKP_DISETUJUI', 'SKP_DIKEMBALIKAN', 'SKP_DIBUKA_KEMBALI',
            'SKP_DINILAI')),
    skp_id INTEGER REFERENCES skp (id) ON DELETE CASCADE,
    pelaku_id INTEGER REFERENCES pegawai (id),
    alasan TEXT,
    waktu TIMESTAMPTZ NOT NULL,
    dibaca TIMESTAMPTZ
)
;
CREATE INDEX IF NOT EXISTS notifikasi_pegawai ON notifikasi (pegawai_id, id)
;
CREATE INDEX IF NOT EXISTS notifikasi_belum_dibaca ON notifikasi (pegawai_id) WHERE dibaca IS NULL
;
CREATE INDEX IF NOT EXISTS notifikasi_skp ON notifikasi (skp_id)
"""


class Migration(migrations.Migration):
    dependencies = [("models", "0002_urutan")]
    initial = False

    operations = [
        PortableSql(MATRIKS),
        PortableSql(PENILAIAN),
        PortableSql(HITUNGAN),
        PortableSql(HARIAN),
        PortableSql(NOTIFIKASI),
    ]
