"""The first tables: organisasi, akun, SKP, riwayat, hitungan.

Written as SQL because the constraints are the point: composite keys that keep a unor's children
and people in its instansi, checks, and a partial index for the one root.
"""

from tortoise import migrations

from models.database import Dialect
from models.database.portable_sql import PortableSql

ORGANISASI = """
CREATE TABLE IF NOT EXISTS instansi (
    id {id},
    kode VARCHAR(20) NOT NULL UNIQUE,
    nama VARCHAR(200) NOT NULL,
    jenis VARCHAR(10) NOT NULL CHECK (jenis IN ('PUSAT', 'DAERAH'))
)
;
CREATE TABLE IF NOT EXISTS unor (
    id {id},
    instansi_id INTEGER NOT NULL REFERENCES instansi (id),
    induk_id INTEGER,
    pimpinan_id INTEGER {references_later},
    kode VARCHAR(40) NOT NULL,
    nama VARCHAR(200) NOT NULL,
    jalur VARCHAR(400) {bytewise} NOT NULL DEFAULT '',
    aktif BOOLEAN NOT NULL DEFAULT TRUE,
    CONSTRAINT unor_kode UNIQUE (instansi_id, kode),
    CONSTRAINT unor_dalam_instansi UNIQUE (id, instansi_id),
    CONSTRAINT unor_induk_seinstansi
        FOREIGN KEY (induk_id, instansi_id) REFERENCES unor (id, instansi_id),
    CONSTRAINT unor_bukan_induknya CHECK (induk_id <> id)
)
;
CREATE UNIQUE INDEX IF NOT EXISTS unor_satu_akar ON unor (instansi_id) WHERE induk_id IS NULL
;
CREATE INDEX IF NOT EXISTS unor_induk ON unor (induk_id)
;
CREATE INDEX IF NOT EXISTS unor_jalur ON unor (jalur)
;
CREATE INDEX IF NOT EXISTS unor_pimpinan ON unor (pimpinan_id)
;
CREATE TABLE IF NOT EXISTS pegawai (
    id {id},
    nip VARCHAR(18) NOT NULL UNIQUE CHECK (length(nip) = 18),
    nama VARCHAR(200) NOT NULL,
    instansi_id INTEGER NOT NULL REFERENCES instansi (id),
    unor_id INTEGER NOT NULL,
    jenis_pegawai VARCHAR(10) NOT NULL CHECK (jenis_pegawai IN ('PNS', 'PPPK')),
    golongan VARCHAR(10) NOT NULL,
    jenis_jabatan VARCHAR(20) NOT NULL,
    nama_jabatan VARCHAR(200) NOT NULL,
    aktif BOOLEAN NOT NULL DEFAULT TRUE,
    CONSTRAINT pegawai_unor_seinstansi
        FOREIGN KEY (unor_id, instansi_id) REFERENCES unor (id, instansi_id)
)
;
CREATE INDEX IF NOT EXISTS pegawai_instansi_nama ON pegawai (instansi_id, nama, id)
;
CREATE INDEX IF NOT EXISTS pegawai_unor_nama ON pegawai (unor_id, nama, id)
"""

PIMPINAN = """
ALTER TABLE unor DROP CONSTRAINT IF EXISTS unor_pimpinan_pegawai
;
ALTER TABLE unor ADD CONSTRAINT unor_pimpinan_pegawai
    FOREIGN KEY (pimpinan_id) REFERENCES pegawai (id)
"""

AKUN = """
CREATE TABLE IF NOT EXISTS akun (
    id {id},
    pegawai_id INTEGER NOT NULL UNIQUE REFERENCES pegawai (id),
    peran VARCHAR(20) NOT NULL CHECK (peran IN ('SUPER_ADMIN', 'ADMIN_INSTANSI', 'PEGAWAI')),
    instansi_id INTEGER REFERENCES instansi (id),
    kata_sandi VARCHAR(200) NOT NULL,
    aktif BOOLEAN NOT NULL DEFAULT TRUE,
    CONSTRAINT akun_instansi_admin CHECK ((peran = 'ADMIN_INSTANSI') = (instansi_id IS NOT NULL))
)
;
CREATE TABLE IF NOT EXISTS sesi (
    id {id},
    akun_id INTEGER NOT NULL REFERENCES akun (id) ON DELETE CASCADE,
    kunci VARCHAR(32) NOT NULL UNIQUE,
    token_hash VARCHAR(64) NOT NULL,
    kedaluwarsa TIMESTAMPTZ NOT NULL,
    dibuat TIMESTAMPTZ NOT NULL
)
;
CREATE INDEX IF NOT EXISTS sesi_akun ON sesi (akun_id)
"""

SKP = """
CREATE TABLE IF NOT EXISTS skp (
    id {id},
    pegawai_id INTEGER NOT NULL REFERENCES pegawai (id),
    pejabat_penilai_id INTEGER REFERENCES pegawai (id),
    unor_id INTEGER NOT NULL REFERENCES unor (id),
    tahun INTEGER NOT NULL,
    periode_awal DATE NOT NULL,
    periode_akhir DATE NOT NULL,
    pendekatan VARCHAR(12) NOT NULL CHECK (pendekatan IN ('KUANTITATIF', 'KUALITATIF')),
    status_jabatan VARCHAR(10) NOT NULL
        CHECK (status_jabatan IN ('DEFINITIF', 'PJB', 'PLT', 'PLH')),
    jenis_jabatan VARCHAR(20) NOT NULL,
    nama_jabatan VARCHAR(200) NOT NULL,
    status VARCHAR(12) NOT NULL CHECK (status IN ('DRAFT', 'PENGAJUAN', 'PERSETUJUAN')),
    versi INTEGER NOT NULL,
    dibuat TIMESTAMPTZ NOT NULL,
    diubah TIMESTAMPTZ NOT NULL,
    CONSTRAINT skp_periode CHECK (periode_awal < periode_akhir),
    CONSTRAINT skp_bukan_penilainya CHECK (pejabat_penilai_id <> pegawai_id)
)
;
CREATE INDEX IF NOT EXISTS skp_pegawai_tahun ON skp (pegawai_id, tahun)
;
CREATE INDEX IF NOT EXISTS skp_pejabat_tahun ON skp (pejabat_penilai_id, tahun)
;
CREATE TABLE IF NOT EXISTS rhk (
    id {id},
    skp_id INTEGER NOT NULL REFERENCES skp (id) ON DELETE CASCADE,
    rhk_atasan_id INTEGER REFERENCES rhk (id),
    jenis VARCHAR(10) NOT NULL CHECK (jenis IN ('UTAMA', 'TAMBAHAN')),
    klasifikasi VARCHAR(12) CHECK (klasifikasi IN ('ORGANISASI', 'INDIVIDU')),
    uraian TEXT NOT NULL,
    penugasan_dari VARCHAR(300),
    urutan INTEGER NOT NULL,
    CONSTRAINT rhk_bukan_atasannya CHECK (rhk_atasan_id <> id)
)
;
CREATE INDEX IF NOT EXISTS rhk_skp_urutan ON rhk (skp_id, urutan)
;
CREATE INDEX IF NOT EXISTS rhk_atasan ON rhk (rhk_atasan_id)
;
CREATE TABLE IF NOT EXISTS indikator (
    id {id},
    rhk_id INTEGER NOT NULL REFERENCES rhk (id) ON DELETE CASCADE,
    uraian TEXT NOT NULL,
    target VARCHAR(300),
    perspektif VARCHAR(20) CHECK (
        perspektif IN ('PENERIMA_LAYANAN', 'PROSES_BISNIS', 'PENGUATAN_INTERNAL', 'ANGGARAN')
    ),
    aspek VARCHAR(10) CHECK (aspek IN ('KUANTITAS', 'KUALITAS', 'WAKTU', 'BIAYA')),
    urutan INTEGER NOT NULL
)
;
CREATE INDEX IF NOT EXISTS indikator_rhk_urutan ON indikator (rhk_id, urutan)
"""

RIWAYAT = """
CREATE TABLE IF NOT EXISTS riwayat (
    id {id},
    noun VARCHAR(20) NOT NULL,
    noun_id INTEGER NOT NULL,
    aksi VARCHAR(40) NOT NULL,
    pelaku_id INTEGER REFERENCES pegawai (id),
    waktu TIMESTAMPTZ NOT NULL,
    alasan TEXT,
    dari TEXT,
    ke TEXT
)
;
CREATE INDEX IF NOT EXISTS riwayat_noun ON riwayat (noun, noun_id, id)
"""

HITUNGAN = """
CREATE TABLE IF NOT EXISTS hitungan_pegawai (
    unor_id INTEGER PRIMARY KEY REFERENCES unor (id) ON DELETE CASCADE,
    total INTEGER NOT NULL DEFAULT 0 CHECK (total >= 0),
    versi INTEGER NOT NULL DEFAULT 0
)
;
CREATE TABLE IF NOT EXISTS hitungan_pengisian (
    id {id},
    unor_id INTEGER NOT NULL REFERENCES unor (id) ON DELETE CASCADE,
    tahun INTEGER NOT NULL,
    draft INTEGER NOT NULL DEFAULT 0 CHECK (draft >= 0),
    pengajuan INTEGER NOT NULL DEFAULT 0 CHECK (pengajuan >= 0),
    persetujuan INTEGER NOT NULL DEFAULT 0 CHECK (persetujuan >= 0),
    versi INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT hitungan_unor_tahun UNIQUE (unor_id, tahun)
)
"""


class Migration(migrations.Migration):
    initial = True

    operations = [
        PortableSql(ORGANISASI),
        PortableSql(PIMPINAN, only=Dialect.POSTGRES),
        PortableSql(AKUN),
        PortableSql(SKP),
        PortableSql(RIWAYAT),
        PortableSql(HITUNGAN),
    ]
