"""Reading what the rules need to know of an SKP, in SQL: the same expressions serve a use case,
which loads one SKP, and the reader, which shows `aksiTersedia` of many."""

from collections.abc import Mapping

from models.database import Row
from models.intervensi import dapat_diintervensi, overlaps_sql
from models.rules.skp import KeadaanSkp
from models.rules.vocabulary import Pendekatan, StatusSkp
from models.terisi import DARI_SKP, terisi_sql

# The RHK that an SKP (aliased {t}) may intervene: those of its pejabat penilai, and of the ketua of
# each tim kerja of the year that its owner is in; same time.
KANDIDAT = (
    "FROM rhk {c} JOIN skp atas ON atas.id = {c}.skp_id"
    f" WHERE {dapat_diintervensi('{t}', 'atas')}"
)

# Only the pejabat penilai obliges to intervene; the ketua may be intervened as well.
# An RHK that a pimpinan handed out under one of his own is linked, whoever he is.
EXPRESSIONS: Mapping[str, str] = {
    "status": "{t}.status",
    "pegawai_id": "{t}.pegawai_id",
    "pejabat_penilai_id": "{t}.pejabat_penilai_id",
    "pendekatan": "{t}.pendekatan",
    "rhk_utama": ("(SELECT count(*) FROM rhk r WHERE r.skp_id = {t}.id AND r.jenis = 'UTAMA')"),
    "rhk_tanpa_indikator": (
        "(SELECT count(*) FROM rhk r WHERE r.skp_id = {t}.id"
        " AND NOT EXISTS (SELECT 1 FROM indikator i WHERE i.rhk_id = r.id))"
    ),
    "indikator_tak_lengkap": (
        "(SELECT count(*) FROM indikator i JOIN rhk r ON r.id = i.rhk_id"
        " WHERE r.skp_id = {t}.id AND {t}.pendekatan = 'KUANTITATIF'"
        " AND (i.target IS NULL OR i.perspektif IS NULL))"
    ),
    "utama_tanpa_intervensi": (
        "(SELECT count(*) FROM rhk r WHERE r.skp_id = {t}.id AND r.jenis = 'UTAMA'"
        " AND NOT EXISTS (SELECT 1 " + KANDIDAT.replace("{c}", "k") + " AND k.id = r.rhk_atasan_id)"
        " AND NOT EXISTS (SELECT 1 FROM rhk k JOIN skp atas ON atas.id = k.skp_id"
        " WHERE k.id = r.rhk_atasan_id AND atas.pegawai_id = r.pembagi_id))"
    ),
    "ada_kandidat": (
        "EXISTS (SELECT 1 FROM rhk k JOIN skp atas ON atas.id = k.skp_id"
        f" WHERE atas.pegawai_id = {{t}}.pejabat_penilai_id AND {overlaps_sql('{t}', 'atas')})"
    ),
    "rhk_diintervensi": (
        "(SELECT count(*) FROM rhk b JOIN rhk r ON r.id = b.rhk_atasan_id WHERE r.skp_id = {t}.id)"
    ),
    "terisi": terisi_sql(DARI_SKP, "{t}.id"),
    "dinilai": "EXISTS (SELECT 1 FROM penilaian n WHERE n.skp_id = {t}.id)",
}


def keadaan_of(row: Row) -> KeadaanSkp:
    """The state in a row that has every column of `EXPRESSIONS`."""
    values = {name: row[name] for name in EXPRESSIONS}
    values["status"] = StatusSkp(values["status"])
    values["pendekatan"] = Pendekatan(values["pendekatan"])
    values["ada_kandidat"] = bool(values["ada_kandidat"])
    values["dinilai"] = bool(values["dinilai"])
    return KeadaanSkp(**values)
