"""Fills a PostgreSQL database with people and their SKP, block by block (see places.py).

Every pimpinan has an approved SKP, every other pegawai a draft that is ready to be submitted: RHK
that intervene those of the pejabat penilai, with complete indikator.
"""

from collections.abc import Iterable, Sequence

from bench.live import places
from bench.live.places import AKUN, SESI, SKP, TAHUN, Block, Person
from models.database import execute

RHK, INDIKATOR = 4, 2  # of an SKP, of an RHK
_FIRST_RHK = 100_000_000  # the ids of an SKP's RHK and indikator follow from its own
_FIRST_INDIKATOR = 1_000_000_000


async def fill_organisasi(blocks: Sequence[Block], instansi: Iterable[int]) -> None:
    """The instansi, and the blocks in their order. Jalur and counters are left to others."""
    await execute(
        "INSERT INTO instansi (id, kode, nama, jenis)"
        " SELECT n, 'I' || n, 'Pemerintah Kabupaten Contoh ' || n, 'DAERAH'"
        " FROM unnest($1::int[]) AS numbers (n)",
        [list(instansi)],
    )
    for block in blocks:
        await execute(
            "INSERT INTO unor (id, instansi_id, induk_id, kode, nama, aktif)"
            " SELECT n, $1, nullif($2, 0), 'U' || n, 'Bidang Pelayanan dan Kepegawaian ' || n, TRUE"
            " FROM generate_series($3::int, $4::int) AS numbers (n)",
            [block.instansi_id, block.induk, block.first_unor, block.unor(block.count - 1)],
        )


async def fill_people(blocks: Sequence[Block], super_admin: Person) -> None:
    """The people of the blocks, whose unor are there, with accounts, sessions and SKP."""
    for block in blocks:
        for statement in (_PEGAWAI, _PIMPINAN, _SKP):
            await execute(statement, _of(block))
        for statement in (_AKUN, _SESI, _RHK, _INDIKATOR):
            first, last = block.first_pegawai, block.first_pegawai + block.count * block.size - 1
            await execute(statement, [first, last])
    await execute("UPDATE akun SET peran = 'SUPER_ADMIN' WHERE pegawai_id = $1", [super_admin.id])


def _of(block: Block) -> list[int]:
    return [block.instansi_id, block.first_unor, block.count, block.size, block.first_pegawai]


# $1 instansi, $2 first unor, $3 unor, $4 people of each, $5 first pegawai
_NUMBERED = """
    (SELECT $5::int + n AS id, $2::int + n / $4::int AS unor_id, n % $4::int AS place
     FROM generate_series(0, $3::int * $4::int - 1) AS numbers (n)) AS person
"""
_PEGAWAI = f"""
    INSERT INTO pegawai (id, nip, nama, instansi_id, unor_id, jenis_pegawai, golongan,
        jenis_jabatan, nama_jabatan, aktif)
    SELECT id, '1980' || lpad(id::text, 14, '0'), 'Pegawai Contoh ' || id, $1, unor_id, 'PNS',
        'III/c', CASE WHEN place = 0 THEN 'ADMINISTRATOR' ELSE 'PELAKSANA' END,
        CASE WHEN place = 0 THEN 'Kepala Bidang' ELSE 'Pengelola Layanan Operasional' END, TRUE
    FROM {_NUMBERED}
"""
_PIMPINAN = """
    UPDATE unor SET pimpinan_id = $5::int + (id - $2::int) * $4::int
    WHERE instansi_id = $1 AND id >= $2 AND id < $2::int + $3::int
"""
_SKP = f"""
    INSERT INTO skp (id, pegawai_id, pejabat_penilai_id, unor_id, tahun, periode_awal,
        periode_akhir, pendekatan, status_jabatan, jenis_jabatan, nama_jabatan, status, versi,
        dibuat, diubah)
    SELECT {SKP} + person.id, person.id,
        CASE WHEN place = 0 THEN atas.pimpinan_id ELSE unor.pimpinan_id END,
        unor.id, {TAHUN}, '{TAHUN}-01-01', '{TAHUN}-12-31', 'KUANTITATIF', 'DEFINITIF',
        'PELAKSANA', 'Pengelola Layanan Operasional',
        CASE WHEN place = 0 THEN 'PERSETUJUAN' ELSE 'DRAFT' END, 1,
        '{TAHUN}-01-05 01:30:00+00', '{TAHUN}-01-05 01:30:00+00'
    FROM {_NUMBERED} JOIN unor ON unor.id = person.unor_id AND unor.instansi_id = $1
        LEFT JOIN unor atas ON atas.id = unor.induk_id
"""

# $1 … $2: the pegawai
_AKUN = f"""
    INSERT INTO akun (id, pegawai_id, peran, instansi_id, kata_sandi, aktif)
    SELECT id + {AKUN}, id, 'PEGAWAI', NULL, '!', TRUE FROM pegawai WHERE id BETWEEN $1 AND $2
"""
_SESI = f"""
    INSERT INTO sesi (id, akun_id, kunci, token_hash, kedaluwarsa, dibuat)
    SELECT id + {SESI}, id + {AKUN}, md5(id::text), '!', now() + interval '10 years', now()
    FROM pegawai WHERE id BETWEEN $1 AND $2
"""
_RHK = f"""
    INSERT INTO rhk (id, skp_id, rhk_atasan_id, jenis, uraian, urutan)
    SELECT {_FIRST_RHK} + (pegawai_id - {places.FIRST_PEGAWAI}) * {RHK} + n, id,
        {_FIRST_RHK} + (pejabat_penilai_id - {places.FIRST_PEGAWAI}) * {RHK} + n, 'UTAMA',
        'Terlaksananya pelayanan administrasi kepegawaian ' || n, n
    FROM skp, generate_series(1, {RHK}) AS numbers (n) WHERE pegawai_id BETWEEN $1 AND $2
"""
_INDIKATOR = f"""
    INSERT INTO indikator (id, rhk_id, uraian, target, perspektif, aspek, urutan)
    SELECT {_FIRST_INDIKATOR} + (rhk.id - {_FIRST_RHK}) * {INDIKATOR} + n, rhk.id,
        'Persentase berkas yang selesai sesuai standar', '95 persen', 'PENERIMA_LAYANAN',
        'KUANTITAS', n
    FROM rhk JOIN skp ON skp.id = rhk.skp_id, generate_series(1, {INDIKATOR}) AS numbers (n)
    WHERE skp.pegawai_id BETWEEN $1 AND $2
"""
