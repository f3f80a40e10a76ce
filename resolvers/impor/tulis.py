"""Writing what the comparison found; runs inside the import's transaction."""

from collections.abc import Iterable

from models.database import any_of, execute, execute_many, fetch
from resolvers.impor.bandingkan import Beda
from resolvers.impor.baris import BarisInstansi, BarisPegawai, BarisUnor, KunciUnor
from resolvers.impor.laporan import Progress
from resolvers.impor.tersimpan import Tersimpan, chunks

_UNOR_ID = "(SELECT id FROM unor WHERE instansi_id = {instansi} AND kode = {kode})"

# A unit's path is its induk's and its own id; only the paths that are wrong are written.
_JALUR = """
WITH RECURSIVE pohon AS (
    SELECT id, id || '/' AS jalur FROM unor WHERE induk_id IS NULL AND {instansi}
    UNION ALL
    SELECT unor.id, pohon.jalur || unor.id || '/'
    FROM unor JOIN pohon ON unor.induk_id = pohon.id
)
UPDATE unor SET jalur = pohon.jalur FROM pohon
WHERE unor.id = pohon.id AND unor.jalur <> pohon.jalur
"""


async def tulis_instansi(beda: Beda[BarisInstansi]) -> dict[str, int]:
    """Write the instansi; the id of every instansi, by kode."""
    await execute_many(
        "INSERT INTO instansi (kode, nama, jenis) VALUES ($1, $2, $3)",
        [(row.kode, row.nama, row.jenis) for row in beda.baru],
    )
    await execute_many(
        "UPDATE instansi SET nama = $2, jenis = $3 WHERE id = $1",
        [(id_, row.nama, row.jenis) for id_, row in beda.berubah],
    )
    return {row["kode"]: row["id"] for row in await fetch("SELECT id, kode FROM instansi")}


async def tulis_unor(
    beda: Beda[BarisUnor], tersimpan: Tersimpan, instansi_id: dict[str, int]
) -> None:
    """Write name and place of the units; their pimpinan come after the pegawai.

    An instansi has one root at any moment: a new root enters below the old one, and rises when
    the old one has its own induk.
    """
    old_root = {
        instansi: kode for (instansi, kode), unit in tersimpan.unor.items() if not unit.induk_kode
    }
    await execute_many(
        "INSERT INTO unor (instansi_id, kode, nama, induk_id) VALUES ($1, $2, $3, "
        + _UNOR_ID.format(instansi="$1", kode="$4")
        + ")",
        [
            (
                instansi_id[row.instansi_kode],
                row.kode,
                row.nama,
                row.induk_kode or old_root.get(row.instansi_kode),
            )
            for row in beda.baru
        ],
    )
    rising = [row for row in beda.baru if not row.induk_kode and row.instansi_kode in old_root]
    below = [(id_, row) for id_, row in beda.berubah if row.induk_kode]
    roots = [(id_, row) for id_, row in beda.berubah if not row.induk_kode]
    await execute_many(
        "UPDATE unor SET nama = $2, induk_id = "
        + _UNOR_ID.format(instansi="$3", kode="$4")
        + " WHERE id = $1",
        [(id_, row.nama, instansi_id[row.instansi_kode], row.induk_kode) for id_, row in below],
    )
    await execute_many(
        "UPDATE unor SET nama = $2, induk_id = NULL WHERE id = $1",
        [(id_, row.nama) for id_, row in roots],
    )
    await execute_many(
        "UPDATE unor SET induk_id = NULL WHERE instansi_id = $1 AND kode = $2",
        [(instansi_id[row.instansi_kode], row.kode) for row in rising],
    )


async def tulis_jalur(instansi_ids: Iterable[int]) -> None:
    """Put the paths of these instansi's units right."""
    await execute(_JALUR.format(instansi=any_of("instansi_id", "$1")), [list(instansi_ids)])


async def unor_ids(instansi_id: dict[str, int], kode: Iterable[str]) -> dict[KunciUnor, int]:
    """The ids of every unit of the instansi `kode`."""
    kode_of = {instansi_id[name]: name for name in kode}
    rows = await fetch(
        f"SELECT id, instansi_id, kode FROM unor WHERE {any_of('instansi_id', '$1')}",
        [list(kode_of)],
    )
    return {(kode_of[row["instansi_id"]], row["kode"]): row["id"] for row in rows}


async def tulis_pegawai(
    beda: Beda[BarisPegawai],
    instansi_id: dict[str, int],
    unor_id: dict[KunciUnor, int],
    progress: Progress,
) -> None:
    def values(row: BarisPegawai) -> tuple[object, ...]:
        return (
            row.nama,
            instansi_id[row.instansi_kode],
            unor_id[row.kunci_unor],
            row.jenis_pegawai,
            row.golongan,
            row.jenis_jabatan,
            row.nama_jabatan,
            row.aktif,
        )

    done, total = 0, len(beda.baru) + len(beda.berubah)
    for rows in chunks(beda.baru):
        await execute_many(
            "INSERT INTO pegawai (nip, nama, instansi_id, unor_id, jenis_pegawai, golongan,"
            " jenis_jabatan, nama_jabatan, aktif) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            [(row.nip, *values(row)) for row in rows],
        )
        done += len(rows)
        progress("Menulis pegawai", done, total)
    for changed in chunks(beda.berubah):
        await execute_many(
            "UPDATE pegawai SET nama = $2, instansi_id = $3, unor_id = $4, jenis_pegawai = $5,"
            " golongan = $6, jenis_jabatan = $7, nama_jabatan = $8, aktif = $9 WHERE id = $1",
            [(id_, *values(row)) for id_, row in changed],
        )
        done += len(changed)
        progress("Menulis pegawai", done, total)


async def tulis_pimpinan(beda: Beda[BarisUnor], unor_id: dict[KunciUnor, int]) -> None:
    rows = [row for row in beda.baru if row.nip_pimpinan] + [row for _, row in beda.berubah]
    await execute_many(
        "UPDATE unor SET pimpinan_id = (SELECT id FROM pegawai WHERE nip = $2) WHERE id = $1",
        [(unor_id[row.kunci], row.nip_pimpinan) for row in rows],
    )
