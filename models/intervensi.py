"""Which SKP are of the same time, and which an SKP may intervene, in SQL."""


def overlaps_sql(one: str, other: str) -> str:
    """SQL: the periods of two SKP share a day."""
    return (
        f"({one}.periode_awal <= {other}.periode_akhir"
        f" AND {other}.periode_awal <= {one}.periode_akhir)"
    )


def dapat_diintervensi(mine: str, theirs: str) -> str:
    """SQL: the SKP `mine` may intervene what stands in the SKP `theirs`: that of its pejabat
    penilai, or of the ketua of a tim kerja of the year that its owner is in; same time."""
    return (
        f"{theirs}.pegawai_id IN (SELECT {mine}.pejabat_penilai_id UNION ALL"
        " SELECT tim.ketua_id FROM anggota_tim anggota"
        " JOIN tim_kerja tim ON tim.id = anggota.tim_kerja_id"
        f" WHERE anggota.pegawai_id = {mine}.pegawai_id AND tim.tahun = {mine}.tahun)"
        f" AND {overlaps_sql(mine, theirs)}"
    )
