"""A nation: 640 instansi with 300,000 unor and their counters; people only where they act.

The counters are of people who are not there: only reading them is measured, and a change moves one
by one, wherever it stands.
"""

from bench.live.fill import fill_people
from bench.live.places import FIRST_PEGAWAI, TAHUN, Block, Person
from models.database import execute
from resolvers.impor.tulis import tulis_jalur

INSTANSI, UNOR = 640, 300_000
ACTING = 4  # instansi with people: one more than change in a window
_OF_ONE = UNOR / INSTANSI

# Each instansi a tree in which every unor has ten below it.
_UNOR = f"""
    INSERT INTO unor (id, instansi_id, induk_id, kode, nama, aktif)
    SELECT n, instansi, CASE WHEN place > 0 THEN n - place + (place - 1) / 10 END,
        'U' || n, 'Bidang ' || n, TRUE
    FROM (SELECT n, instansi, row_number() OVER (PARTITION BY instansi ORDER BY n)::int - 1 AS place
          FROM (SELECT n, ((n - 1)::bigint * {INSTANSI} / {UNOR})::int + 1 AS instansi
                FROM generate_series(1, {UNOR}) AS numbers (n)) AS numbered) AS placed
"""
_INSTANSI = f"""
    INSERT INTO instansi (id, kode, nama, jenis)
    SELECT n, 'I' || n, 'Pemerintah Kabupaten Contoh ' || n, 'DAERAH'
    FROM generate_series(1, {INSTANSI}) AS numbers (n)
"""
_COUNTERS = (
    "INSERT INTO hitungan_pegawai (unor_id, total, versi) SELECT id, 10 + id % 20, 1 FROM unor",
    "INSERT INTO hitungan_pengisian (unor_id, tahun, draft, pengajuan, persetujuan, versi)"
    f" SELECT id, {TAHUN}, 3 + id % 3, 2 + id % 2, 4, 1 + id % 9 FROM unor",
)


def acting() -> list[Block]:
    """The last unor of each of the first ACTING instansi, with a pimpinan and one more."""
    return [
        Block(number + 1, int(_OF_ONE * (number + 1)), 1, 0, 0, 1, FIRST_PEGAWAI + number * 2)
        for number in range(ACTING)
    ]


def super_admin() -> Person:
    """Who watches: a pimpinan among those who do not act in the measured windows."""
    return acting()[-1].pimpinan(0)


async def fill() -> None:
    """Fill the open, migrated, empty database."""
    await execute(_INSTANSI)
    await execute(_UNOR)
    await tulis_jalur(range(1, INSTANSI + 1))
    for statement in _COUNTERS:
        await execute(statement)
    await fill_people(acting(), super_admin())
