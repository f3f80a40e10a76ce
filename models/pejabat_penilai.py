"""Who reviews and rates a pegawai (docs/aturan.md: pejabat penilai)."""

from models.database import Dialect, dialect, fetch_value


def ancestor_ids_sql(jalur: str) -> str:
    """SQL: the ids in a unor's `jalur` (itself and its ancestors), to stand behind IN."""
    if dialect() is Dialect.POSTGRES:
        return f"(SELECT unnest(string_to_array(rtrim({jalur}, '/'), '/')::int[]))"
    return f"(SELECT value FROM json_each('[' || replace(rtrim({jalur}, '/'), '/', ',') || ']'))"


def pejabat_penilai_sql(unor: str, pegawai: str) -> str:
    """SQL: the id of the pejabat penilai of the person with id `pegawai` in the unor `unor`.

    Whom an admin named for him, while that one is active and of his instansi; else the pimpinan of
    the nearest unor, from the person's own upwards, that has one who is active and not the person
    himself; null when there is none.
    """
    named = (
        "(SELECT boss.id FROM pegawai self JOIN pegawai boss ON boss.id = self.pejabat_penilai_id"
        f" WHERE self.id = {pegawai} AND boss.aktif AND boss.instansi_id = self.instansi_id)"
    )
    return f"coalesce({named}, {_by_tree(unor, pegawai)})"


def _by_tree(unor: str, pegawai: str) -> str:
    return (
        f"(SELECT boss.id FROM unor atas JOIN pegawai boss ON boss.id = atas.pimpinan_id"
        f" WHERE boss.aktif AND atas.id IN {ancestor_ids_sql(f'{unor}.jalur')}"
        f" AND boss.id <> {pegawai}"
        f" ORDER BY length(atas.jalur) DESC LIMIT 1)"
    )


async def pejabat_penilai_of(pegawai_id: int) -> int | None:
    """The pejabat penilai that the unor tree gives `pegawai_id` now, if any."""
    value: int | None = await fetch_value(
        f"SELECT {pejabat_penilai_sql('u', 'p.id')} FROM pegawai p"
        " JOIN unor u ON u.id = p.unor_id WHERE p.id = $1",
        [pegawai_id],
    )
    return value
