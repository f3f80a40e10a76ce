"""Who leads, in SQL (the rule is `models.rules.skp.memimpin`)."""

from models.database import fetch_value
from models.rules.skp import memimpin
from models.rules.vocabulary import JenisJabatan

# Of themselves: whatever they are the pimpinan of.
_JABATAN = ", ".join(f"'{jabatan}'" for jabatan in JenisJabatan if memimpin(jabatan, False))


def memimpin_unor_sql(pegawai_id: str) -> str:
    """SQL: the person with this id is the pimpinan of an active unor."""
    return (
        f"EXISTS (SELECT 1 FROM unor dipimpin WHERE dipimpin.pimpinan_id = {pegawai_id}"
        " AND dipimpin.aktif)"
    )


def memimpin_sql(pegawai_id: str, jenis_jabatan: str) -> str:
    """SQL: the person with this id leads, in this jabatan."""
    return f"({jenis_jabatan} IN ({_JABATAN}) OR {memimpin_unor_sql(pegawai_id)})"


async def is_pimpinan(pegawai_id: int, jenis_jabatan: JenisJabatan) -> bool:
    """Whether the person leads now."""
    leads = await fetch_value(f"SELECT {memimpin_unor_sql('$1')}", [pegawai_id])
    return memimpin(jenis_jabatan, bool(leads))
