"""What was written in the periode about an SKP or one of its RHK, in SQL. What hangs on a rencana
aksi goes with it, and is not counted again."""

from collections.abc import Mapping

# How the rows (aliased isi) of each table are reached from {key}.
DARI_SKP: Mapping[str, str] = {
    "rencana_aksi": "JOIN rhk hal ON hal.id = isi.rhk_id WHERE hal.skp_id = {key}",
    "eviden": "JOIN rhk hal ON hal.id = isi.rhk_id WHERE hal.skp_id = {key}",
    "realisasi": (
        "JOIN indikator ukuran ON ukuran.id = isi.indikator_id"
        " JOIN rhk hal ON hal.id = ukuran.rhk_id WHERE hal.skp_id = {key}"
    ),
    "umpan_balik": "WHERE isi.skp_id = {key}",
}
DARI_RHK: Mapping[str, str] = {
    "rencana_aksi": "WHERE isi.rhk_id = {key}",
    "eviden": "WHERE isi.rhk_id = {key}",
    "realisasi": (
        "JOIN indikator ukuran ON ukuran.id = isi.indikator_id WHERE ukuran.rhk_id = {key}"
    ),
    "umpan_balik": "WHERE isi.rhk_id = {key}",
}


def terisi_sql(dari: Mapping[str, str], key: str) -> str:
    """SQL: how many rows were written."""
    counts = (
        f"(SELECT count(*) FROM {table} isi {way.replace('{key}', key)})"
        for table, way in dari.items()
    )
    return f"({' + '.join(counts)})"


def periode_sql(dari: Mapping[str, str], key: str) -> str:
    """SQL: the keys of the periode in which something was written."""
    return " UNION ".join(
        f"SELECT isi.periode_id FROM {table} isi {way.replace('{key}', key)}"
        for table, way in dari.items()
    )
