"""What the rest of the manual needs: lampiran, tim kerja and their matriks, what is written and
given in each periode, the curve, koreksi; and the views that lists of it read."""

from tortoise import migrations

from models.counters import COUNTING_ORDER
from models.database import Dialect
from models.database.portable_sql import AddColumn, PortableSql

LAMPIRAN = """
CREATE TABLE IF NOT EXISTS lampiran (
    id {id},
    skp_id INTEGER NOT NULL REFERENCES skp (id) ON DELETE CASCADE,
    jenis VARCHAR(30) NOT NULL CHECK (
        jenis IN ('DUKUNGAN_SUMBER_DAYA', 'SKEMA_PERTANGGUNGJAWABAN', 'KONSEKUENSI')
    ),
    uraian TEXT NOT NULL,
    urutan INTEGER NOT NULL
)
;
CREATE INDEX IF NOT EXISTS lampiran_skp ON lampiran (skp_id, urutan, id)
"""

TIM_KERJA = """
CREATE TABLE IF NOT EXISTS tim_kerja (
    id {id},
    ketua_id INTEGER NOT NULL REFERENCES pegawai (id),
    tahun INTEGER NOT NULL,
    nama VARCHAR(200) NOT NULL,
    CONSTRAINT tim_kerja_nama UNIQUE (ketua_id, tahun, nama)
)
;
CREATE TABLE IF NOT EXISTS anggota_tim (
    id {id},
    tim_kerja_id INTEGER NOT NULL REFERENCES tim_kerja (id) ON DELETE CASCADE,
    pegawai_id INTEGER NOT NULL REFERENCES pegawai (id),
    CONSTRAINT anggota_tim_sekali UNIQUE (tim_kerja_id, pegawai_id)
)
;
CREATE INDEX IF NOT EXISTS anggota_tim_pegawai ON anggota_tim (pegawai_id)
"""

# Both held nothing before: no use case wrote them.
MATRIKS = """
DROP TABLE IF EXISTS baris_matriks
;
DROP TABLE IF EXISTS matriks
;
CREATE TABLE matriks (
    id {id},
    skp_id INTEGER NOT NULL REFERENCES skp (id) ON DELETE CASCADE,
    tim_kerja_id INTEGER REFERENCES tim_kerja (id) ON DELETE CASCADE,
    CONSTRAINT matriks_tim UNIQUE (skp_id, tim_kerja_id)
)
;
CREATE UNIQUE INDEX matriks_keseluruhan ON matriks (skp_id) WHERE tim_kerja_id IS NULL
;
CREATE INDEX matriks_tim_kerja ON matriks (tim_kerja_id)
;
CREATE TABLE baris_matriks (
    id {id},
    matriks_id INTEGER NOT NULL REFERENCES matriks (id) ON DELETE CASCADE,
    skp_id INTEGER NOT NULL REFERENCES skp (id) ON DELETE CASCADE,
    CONSTRAINT baris_matriks_sekali UNIQUE (matriks_id, skp_id)
)
;
CREATE INDEX baris_matriks_skp ON baris_matriks (skp_id)
"""

# A constraint's columns may be referred to, so that a new name would wait for everybody who writes
# in the periode; an index of some rows, though it is of all there are, does not.
NAMA_PERIODE = """
ALTER TABLE periode_penilaian DROP CONSTRAINT IF EXISTS periode_penilaian_nama
;
CREATE UNIQUE INDEX IF NOT EXISTS periode_penilaian_nama
    ON periode_penilaian (instansi_id, tahun, nama) WHERE nama <> ''
"""

PENILAIAN = """
DROP TABLE IF EXISTS penilaian
;
CREATE TABLE penilaian (
    id {id},
    skp_id INTEGER NOT NULL REFERENCES skp (id) ON DELETE CASCADE,
    periode_id INTEGER NOT NULL REFERENCES periode_penilaian (id),
    hasil_kerja VARCHAR(10) CHECK (hasil_kerja IN ('DI_BAWAH', 'SESUAI', 'DI_ATAS')),
    perilaku VARCHAR(10) CHECK (perilaku IN ('DI_BAWAH', 'SESUAI', 'DI_ATAS')),
    predikat VARCHAR(16) CHECK (
        predikat IN ('SANGAT_KURANG', 'KURANG', 'BUTUH_PERBAIKAN', 'BAIK', 'SANGAT_BAIK')
    ),
    CONSTRAINT penilaian_sekali UNIQUE (skp_id, periode_id),
    CONSTRAINT penilaian_predikat
        CHECK ((predikat IS NOT NULL) = (hasil_kerja IS NOT NULL AND perilaku IS NOT NULL))
)
;
CREATE INDEX penilaian_periode ON penilaian (periode_id, predikat, skp_id)
;
CREATE TABLE IF NOT EXISTS predikat_organisasi (
    id {id},
    unor_id INTEGER NOT NULL REFERENCES unor (id) ON DELETE CASCADE,
    periode_id INTEGER NOT NULL REFERENCES periode_penilaian (id) ON DELETE CASCADE,
    predikat VARCHAR(16) NOT NULL CHECK (
        predikat IN ('ISTIMEWA', 'BAIK', 'BUTUH_PERBAIKAN', 'KURANG', 'SANGAT_KURANG')
    ),
    CONSTRAINT predikat_organisasi_sekali UNIQUE (unor_id, periode_id)
)
;
CREATE INDEX IF NOT EXISTS predikat_organisasi_periode ON predikat_organisasi (periode_id)
;
CREATE TABLE IF NOT EXISTS kurva_ideal (
    id {id},
    organisasi VARCHAR(16) NOT NULL UNIQUE CHECK (
        organisasi IN ('ISTIMEWA', 'BAIK', 'BUTUH_PERBAIKAN', 'KURANG', 'SANGAT_KURANG')
    ),
    sangat_kurang INTEGER NOT NULL CHECK (sangat_kurang >= 0),
    kurang INTEGER NOT NULL CHECK (kurang >= 0),
    butuh_perbaikan INTEGER NOT NULL CHECK (butuh_perbaikan >= 0),
    baik INTEGER NOT NULL CHECK (baik >= 0),
    sangat_baik INTEGER NOT NULL CHECK (sangat_baik >= 0)
)
;
INSERT INTO kurva_ideal
    (organisasi, sangat_kurang, kurang, butuh_perbaikan, baik, sangat_baik)
VALUES
    ('ISTIMEWA', 0, 1, 3, 7, 13),
    ('BAIK', 2, 3, 6, 11, 2),
    ('BUTUH_PERBAIKAN', 3, 4, 10, 4, 3),
    ('KURANG', 2, 11, 6, 3, 2),
    ('SANGAT_KURANG', 13, 7, 3, 1, 0)
ON CONFLICT DO NOTHING
"""

PELAKSANAAN = """
CREATE TABLE IF NOT EXISTS rencana_aksi (
    id {id},
    rhk_id INTEGER NOT NULL REFERENCES rhk (id) ON DELETE CASCADE,
    periode_id INTEGER NOT NULL REFERENCES periode_penilaian (id),
    uraian TEXT NOT NULL
)
;
CREATE INDEX IF NOT EXISTS rencana_aksi_rhk ON rencana_aksi (rhk_id, periode_id, id)
;
CREATE INDEX IF NOT EXISTS rencana_aksi_periode ON rencana_aksi (periode_id)
;
CREATE TABLE IF NOT EXISTS progres_harian (
    id {id},
    rencana_aksi_id INTEGER NOT NULL REFERENCES rencana_aksi (id) ON DELETE CASCADE,
    tanggal DATE NOT NULL,
    jam_mulai VARCHAR(5) NOT NULL,
    jam_selesai VARCHAR(5) NOT NULL,
    kegiatan TEXT NOT NULL,
    realisasi INTEGER NOT NULL CHECK (realisasi >= 0),
    satuan VARCHAR(50) NOT NULL,
    tautan VARCHAR(2000),
    CONSTRAINT progres_harian_jam CHECK (jam_mulai < jam_selesai)
)
;
CREATE INDEX IF NOT EXISTS progres_harian_rencana ON progres_harian (rencana_aksi_id, tanggal, id)
;
CREATE TABLE IF NOT EXISTS eviden (
    id {id},
    rhk_id INTEGER NOT NULL REFERENCES rhk (id) ON DELETE CASCADE,
    periode_id INTEGER NOT NULL REFERENCES periode_penilaian (id),
    nama VARCHAR(300) NOT NULL,
    tautan VARCHAR(2000) NOT NULL
)
;
CREATE INDEX IF NOT EXISTS eviden_rhk ON eviden (rhk_id, periode_id, id)
;
CREATE INDEX IF NOT EXISTS eviden_periode ON eviden (periode_id)
;
CREATE TABLE IF NOT EXISTS realisasi (
    id {id},
    indikator_id INTEGER NOT NULL REFERENCES indikator (id) ON DELETE CASCADE,
    periode_id INTEGER NOT NULL REFERENCES periode_penilaian (id),
    realisasi TEXT NOT NULL,
    sumber_data VARCHAR(300) NOT NULL,
    CONSTRAINT realisasi_sekali UNIQUE (indikator_id, periode_id)
)
;
CREATE INDEX IF NOT EXISTS realisasi_periode ON realisasi (periode_id)
;
CREATE TABLE IF NOT EXISTS umpan_balik (
    id {id},
    skp_id INTEGER NOT NULL REFERENCES skp (id) ON DELETE CASCADE,
    periode_id INTEGER NOT NULL REFERENCES periode_penilaian (id),
    rhk_id INTEGER REFERENCES rhk (id) ON DELETE CASCADE,
    aspek VARCHAR(24) CHECK (
        aspek IN ('BERORIENTASI_PELAYANAN', 'AKUNTABEL', 'KOMPETEN', 'HARMONIS', 'LOYAL',
            'ADAPTIF', 'KOLABORATIF')
    ),
    asal VARCHAR(12) NOT NULL CHECK (asal IN ('ATASAN', 'REKAN_KERJA')),
    pemberi_id INTEGER NOT NULL REFERENCES pegawai (id),
    uraian TEXT NOT NULL,
    waktu TIMESTAMPTZ NOT NULL,
    CONSTRAINT umpan_balik_satu_hal CHECK ((rhk_id IS NULL) <> (aspek IS NULL)),
    CONSTRAINT umpan_balik_rekan CHECK (asal = 'ATASAN' OR rhk_id IS NULL)
)
;
CREATE INDEX IF NOT EXISTS umpan_balik_skp ON umpan_balik (skp_id, periode_id, id)
;
CREATE INDEX IF NOT EXISTS umpan_balik_rhk ON umpan_balik (rhk_id, periode_id, id)
;
CREATE INDEX IF NOT EXISTS umpan_balik_pemberi ON umpan_balik (pemberi_id, id)
;
CREATE INDEX IF NOT EXISTS umpan_balik_periode ON umpan_balik (periode_id)
;
CREATE TABLE IF NOT EXISTS ekspektasi (
    id {id},
    skp_id INTEGER NOT NULL REFERENCES skp (id) ON DELETE CASCADE,
    aspek VARCHAR(24) NOT NULL CHECK (
        aspek IN ('BERORIENTASI_PELAYANAN', 'AKUNTABEL', 'KOMPETEN', 'HARMONIS', 'LOYAL',
            'ADAPTIF', 'KOLABORATIF')
    ),
    uraian TEXT NOT NULL,
    CONSTRAINT ekspektasi_sekali UNIQUE (skp_id, aspek)
)
"""

KOREKSI = """
CREATE TABLE IF NOT EXISTS koreksi (
    id {id},
    pegawai_id INTEGER NOT NULL REFERENCES pegawai (id),
    jenis VARCHAR(16) NOT NULL CHECK (jenis IN ('PEJABAT_PENILAI', 'UNOR', 'JABATAN', 'LAINNYA')),
    uraian TEXT NOT NULL,
    usulan_atasan_id INTEGER REFERENCES pegawai (id),
    usulan_unor_id INTEGER REFERENCES unor (id),
    status VARCHAR(10) NOT NULL CHECK (status IN ('DIAJUKAN', 'DITERIMA', 'DITOLAK')),
    diajukan TIMESTAMPTZ NOT NULL,
    diputuskan TIMESTAMPTZ,
    pemutus_id INTEGER REFERENCES pegawai (id),
    tanggapan TEXT,
    CONSTRAINT koreksi_putusan CHECK ((status = 'DIAJUKAN') = (diputuskan IS NULL))
)
;
CREATE INDEX IF NOT EXISTS koreksi_pegawai ON koreksi (pegawai_id, id)
;
CREATE INDEX IF NOT EXISTS koreksi_status ON koreksi (status, id)
"""

COLUMNS = (
    AddColumn(
        "unor",
        "status_pimpinan",
        "VARCHAR(10) NOT NULL DEFAULT 'DEFINITIF'"
        " CHECK (status_pimpinan IN ('DEFINITIF', 'PJB', 'PLT', 'PLH'))",
    ),
    AddColumn("pegawai", "pejabat_penilai_id", "INTEGER REFERENCES pegawai (id)"),
    AddColumn("rhk", "pembagi_id", "INTEGER REFERENCES pegawai (id)"),
    AddColumn("notifikasi", "koreksi_id", "INTEGER REFERENCES koreksi (id) ON DELETE CASCADE"),
    AddColumn("notifikasi", "tahun", "INTEGER"),
)

_KINDS = (
    "'SKP_DIAJUKAN', 'SKP_DISETUJUI', 'SKP_DIKEMBALIKAN', 'SKP_DIBUKA_KEMBALI', 'SKP_DINILAI',"
    " 'PENILAIAN_DIBATALKAN', 'PEJABAT_PENILAI_DIGANTI', 'RHK_DIBAGIKAN', 'UMPAN_BALIK_DIBERIKAN',"
    " 'KOREKSI_DIAJUKAN', 'KOREKSI_DIPUTUSKAN', 'MASUK_MATRIKS', 'SKP_DITUNGGU',"
    " 'PERSETUJUAN_DITUNGGU'"
)
MORE_KINDS_POSTGRES = f"""
ALTER TABLE notifikasi DROP CONSTRAINT IF EXISTS notifikasi_jenis_check
;
ALTER TABLE notifikasi ALTER COLUMN jenis TYPE VARCHAR(24)
;
ALTER TABLE notifikasi ADD CONSTRAINT notifikasi_jenis_check CHECK (jenis IN ({_KINDS}))
"""
# SQLite changes no constraint: the table is made anew.
MORE_KINDS_SQLITE = f"""
DROP TABLE IF EXISTS notifikasi_baru
;
CREATE TABLE notifikasi_baru (
    id {{id}},
    pegawai_id INTEGER NOT NULL REFERENCES pegawai (id),
    jenis VARCHAR(24) NOT NULL CHECK (jenis IN ({_KINDS})),
    skp_id INTEGER REFERENCES skp (id) ON DELETE CASCADE,
    pelaku_id INTEGER REFERENCES pegawai (id),
    alasan TEXT,
    waktu TIMESTAMPTZ NOT NULL,
    dibaca TIMESTAMPTZ,
    koreksi_id INTEGER REFERENCES koreksi (id) ON DELETE CASCADE,
    tahun INTEGER
)
;
INSERT INTO notifikasi_baru SELECT * FROM notifikasi
;
DROP TABLE notifikasi; ALTER TABLE notifikasi_baru RENAME TO notifikasi
;
CREATE INDEX IF NOT EXISTS notifikasi_pegawai ON notifikasi (pegawai_id, id)
;
CREATE INDEX IF NOT EXISTS notifikasi_belum_dibaca ON notifikasi (pegawai_id) WHERE dibaca IS NULL
;
CREATE INDEX IF NOT EXISTS notifikasi_skp ON notifikasi (skp_id)
"""

# An SKP in a periode of its instansi, rated or not; `id` is unique within a periode.
LEMBAR_PENILAIAN = """
DROP VIEW IF EXISTS lembar_penilaian
;
CREATE VIEW lembar_penilaian AS
SELECT plan.id AS id, plan.id AS skp_id, plan.pegawai_id, plan.pejabat_penilai_id, plan.tahun,
    plan.status_jabatan, plan.periode_akhir, periode.id AS periode_id, periode.awal,
    periode.akhir, pemilik.nama, nilai.hasil_kerja, nilai.perilaku, nilai.predikat
FROM skp plan
JOIN pegawai pemilik ON pemilik.id = plan.pegawai_id
JOIN unor tempat ON tempat.id = plan.unor_id
JOIN periode_penilaian periode ON periode.instansi_id = tempat.instansi_id
    AND periode.awal <= plan.periode_akhir AND plan.periode_awal <= periode.akhir
LEFT JOIN penilaian nilai ON nilai.skp_id = plan.id AND nilai.periode_id = periode.id
WHERE plan.status = 'PERSETUJUAN'
"""

# A row of a matriks under each of its columns.
SEL_MATRIKS = """
DROP VIEW IF EXISTS sel_matriks
;
CREATE VIEW sel_matriks AS
SELECT baris.id AS baris_id, baris.skp_id, kolom.id AS rhk_id, kolom.urutan
FROM baris_matriks baris
JOIN matriks ON matriks.id = baris.matriks_id
JOIN rhk kolom ON kolom.skp_id = matriks.skp_id
"""

# An active person in a year, with the SKP that counts.
PERORANGAN = f"""
CREATE TABLE IF NOT EXISTS tahun (tahun INTEGER PRIMARY KEY)
;
INSERT INTO tahun
WITH RECURSIVE years (tahun) AS (SELECT 1990 UNION ALL SELECT tahun + 1 FROM years
    WHERE tahun < 2100) SELECT tahun FROM years WHERE TRUE
ON CONFLICT DO NOTHING
;
DROP VIEW IF EXISTS perorangan
;
CREATE VIEW perorangan AS
SELECT orang.id AS id, orang.id AS pegawai_id, orang.nip, orang.nama, orang.unor_id,
    orang.instansi_id, tahun.tahun,
    (SELECT plan.id FROM skp plan WHERE plan.pegawai_id = orang.id AND plan.tahun = tahun.tahun
        ORDER BY {COUNTING_ORDER} LIMIT 1) AS skp_id,
    (SELECT count(DISTINCT baris.matriks_id) FROM skp plan
        JOIN baris_matriks baris ON baris.skp_id = plan.id
        WHERE plan.pegawai_id = orang.id AND plan.tahun = tahun.tahun) AS jumlah_matriks
FROM pegawai orang CROSS JOIN tahun
WHERE orang.aktif
"""


class Migration(migrations.Migration):
    dependencies = [("models", "0003_langsung")]
    initial = False

    operations = [
        PortableSql(LAMPIRAN),
        PortableSql(TIM_KERJA),
        PortableSql(MATRIKS),
        PortableSql(NAMA_PERIODE, only=Dialect.POSTGRES),
        PortableSql(PENILAIAN),
        PortableSql(PELAKSANAAN),
        PortableSql(KOREKSI),
        *COLUMNS,
        PortableSql(MORE_KINDS_POSTGRES, only=Dialect.POSTGRES),
        PortableSql(MORE_KINDS_SQLITE, only=Dialect.SQLITE),
        PortableSql(LEMBAR_PENILAIAN),
        PortableSql(SEL_MATRIKS),
        PortableSql(PERORANGAN),
    ]
