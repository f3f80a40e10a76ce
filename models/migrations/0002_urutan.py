"""Indexes that give rows in the very order in which lists show them, so that nothing is sorted.

Each ends in the key, as the orders do; and a person's latest SKP is the last entry of his.
"""

from tortoise import migrations

from models.database import Dialect
from models.database.portable_sql import PortableSql

INDEXES = """
DROP INDEX IF EXISTS rhk_skp_urutan
;
CREATE INDEX rhk_skp_urutan ON rhk (skp_id, urutan, id)
;
DROP INDEX IF EXISTS indikator_rhk_urutan
;
CREATE INDEX indikator_rhk_urutan ON indikator (rhk_id, urutan, id)
;
CREATE INDEX IF NOT EXISTS skp_pegawai_periode ON skp (pegawai_id, periode_akhir, id)
;
CREATE INDEX IF NOT EXISTS skp_unor_periode ON skp (unor_id, periode_akhir, id)
;
DROP INDEX IF EXISTS unor_induk
;
CREATE INDEX IF NOT EXISTS unor_induk_nama ON unor (induk_id, nama, id)
;
CREATE INDEX IF NOT EXISTS unor_instansi_nama ON unor (instansi_id, nama, id)
"""

# Finds part of a name or a number among millions, where the extension is at hand and may be added;
# without it such a search reads every row of the list.
SEARCH = """
DO $$ BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE INDEX IF NOT EXISTS pegawai_cari
        ON pegawai USING gin (lower(nama) gin_trgm_ops, lower(nip) gin_trgm_ops);
EXCEPTION WHEN feature_not_supported OR undefined_file OR insufficient_privilege THEN
    RAISE NOTICE 'pg_trgm tidak tersedia: pencarian nama membaca seluruh daftar';
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("models", "0001_awal")]
    initial = False

    operations = [PortableSql(INDEXES), PortableSql(SEARCH, only=Dialect.POSTGRES)]
