"""What the rules need to know of an SKP in a periode, in SQL over the view `lembar_penilaian`."""

from collections.abc import Mapping
from datetime import date

from models.database import Row, as_date
from models.rules.penilaian import KeadaanPenilaian
from models.rules.vocabulary import Kekurangan, StatusSkp

_RHK = "FROM rhk r WHERE r.skp_id = {t}.skp_id"
_IN_PERIODE = "WHERE {0}.rhk_id = r.id AND {0}.periode_id = {{t}}.periode_id"

KEADAAN: Mapping[str, str] = {
    "pegawai_id": "{t}.pegawai_id",
    "pejabat_penilai_id": "{t}.pejabat_penilai_id",
    "batas_pengisian": (
        "(SELECT p.batas_pengisian FROM periode_penilaian p WHERE p.id = {t}.periode_id)"
    ),
    "instansi_rekan_id": (
        "(SELECT p.instansi_id FROM pegawai p WHERE p.id = {t}.pegawai_id AND p.aktif)"
    ),
    "rhk": f"(SELECT count(*) {_RHK})",
    "rhk_tanpa_rencana_aksi": (
        f"(SELECT count(*) {_RHK} AND NOT EXISTS (SELECT 1 FROM rencana_aksi a"
        f" {_IN_PERIODE.format('a')}))"
    ),
}

KEKURANGAN: Mapping[str, str] = {
    "rhk_tanpa_rencana_aksi": KEADAAN["rhk_tanpa_rencana_aksi"],
    "rhk_tanpa_eviden": (
        f"(SELECT count(*) {_RHK} AND NOT EXISTS (SELECT 1 FROM eviden e"
        f" {_IN_PERIODE.format('e')}))"
    ),
    # What was done day by day stands for what was not summed up by hand.
    "indikator_tanpa_realisasi": (
        "(SELECT count(*) FROM rhk r JOIN indikator i ON i.rhk_id = r.id"
        " WHERE r.skp_id = {t}.skp_id AND NOT EXISTS (SELECT 1 FROM realisasi s"
        " WHERE s.indikator_id = i.id AND s.periode_id = {t}.periode_id)"
        " AND NOT EXISTS (SELECT 1 FROM rencana_aksi a"
        " JOIN progres_harian h ON h.rencana_aksi_id = a.id"
        f" {_IN_PERIODE.format('a')}))"
    ),
    "rhk_tanpa_umpan_balik": (
        f"(SELECT count(*) {_RHK} AND NOT EXISTS (SELECT 1 FROM umpan_balik u"
        f" {_IN_PERIODE.format('u')}))"
    ),
    "rating_kosong": (
        "(CASE WHEN {t}.hasil_kerja IS NULL THEN 1 ELSE 0 END"
        " + CASE WHEN {t}.perilaku IS NULL THEN 1 ELSE 0 END)"
    ),
}

_KEKURANGAN: Mapping[Kekurangan, str] = {
    Kekurangan.RENCANA_AKSI: "rhk_tanpa_rencana_aksi",
    Kekurangan.EVIDEN: "rhk_tanpa_eviden",
    Kekurangan.REALISASI: "indikator_tanpa_realisasi",
    Kekurangan.UMPAN_BALIK: "rhk_tanpa_umpan_balik",
    Kekurangan.RATING: "rating_kosong",
}


def keadaan_of(row: Row, hari_ini: date) -> KeadaanPenilaian:
    """The state in a row that has every column of `KEADAAN`; such a sheet is there only once
    the SKP is in PERSETUJUAN."""
    return KeadaanPenilaian(
        status=StatusSkp.PERSETUJUAN,
        pegawai_id=row["pegawai_id"],
        pejabat_penilai_id=row["pejabat_penilai_id"],
        batas_pengisian=as_date(row["batas_pengisian"]),
        hari_ini=hari_ini,
        rhk=row["rhk"],
        rhk_tanpa_rencana_aksi=row["rhk_tanpa_rencana_aksi"],
        instansi_rekan_id=row["instansi_rekan_id"],
    )


def kekurangan_of(row: Row) -> dict[Kekurangan, int]:
    """What is missing, and of how many, in a row that has every column of `KEKURANGAN`; what is
    complete is left out."""
    counts = {jenis: row[name] for jenis, name in _KEKURANGAN.items()}
    return {jenis: count for jenis, count in counts.items() if count}
