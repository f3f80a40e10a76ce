"""The statements of the ceiling: each answers one case with the finished text of the response.

Written by hand for exactly these fields and these actors, so that little is left to gain: text is
put together directly, which PostgreSQL does faster than nested json_agg(), and one condition on the
root holds for all below it, because that belongs to the same owner or the same instansi.
"""

import string
from dataclasses import dataclass

from models.database import Dialect

# What the two databases spell differently.
_SPELLING = {
    Dialect.POSTGRES: {
        "json": "to_json",
        "joined": "string_agg",
        "moment": "to_char({0} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')",
        "mark": "$",
    },
    Dialect.SQLITE: {
        "json": "json_quote",
        "joined": "group_concat",
        "moment": "strftime('%Y-%m-%dT%H:%M:%fZ', {0})",
        "mark": "?",
    },
}

# 1: the SKP, 2: the pegawai who asks.
_SKP = """
SELECT '{"data":{"skp":{"id":"skp_' || s.id || '","tahun":' || s.tahun
    || ',"periodeAwal":"' || s.periode_awal || '","periodeAkhir":"' || s.periode_akhir
    || '","pendekatan":"' || s.pendekatan || '","statusJabatan":"' || s.status_jabatan
    || '","jenisJabatan":"' || s.jenis_jabatan
    || '","namaJabatan":' || @json(s.nama_jabatan) || ',"status":"' || s.status
    || '","versi":' || s.versi || ',"dibuat":"' || @dibuat || '","diubah":"' || @diubah
    || '","pegawai":{"nama":' || @json(p.nama) || ',"nip":"' || p.nip || '"}'
    || ',"pejabatPenilai":' || coalesce((
        SELECT '{"nama":' || @json(b.nama) || '}' FROM pegawai b WHERE b.id = s.pejabat_penilai_id
    ), 'null')
    || ',"rhk":[' || coalesce((SELECT @joined(result.text, ',') FROM (
        SELECT '{"id":"rhk_' || r.id || '","jenis":"' || r.jenis || '","klasifikasi":'
            || coalesce('"' || r.klasifikasi || '"', 'null') || ',"uraian":' || @json(r.uraian)
            || ',"penugasanDari":' || coalesce(CAST(@json(r.penugasan_dari) AS text), 'null')
            || ',"urutan":' || r.urutan
            || ',"indikator":[' || coalesce((SELECT @joined(measure.text, ',') FROM (
                SELECT '{"id":"indikator_' || i.id || '","uraian":' || @json(i.uraian)
                    || ',"target":' || coalesce(CAST(@json(i.target) AS text), 'null')
                    || ',"perspektif":' || coalesce('"' || i.perspektif || '"', 'null')
                    || ',"aspek":' || coalesce('"' || i.aspek || '"', 'null')
                    || ',"urutan":' || i.urutan || '}' AS text
                FROM indikator i WHERE i.rhk_id = r.id ORDER BY i.urutan, i.id
            ) measure), '') || ']}' AS text
        FROM rhk r WHERE r.skp_id = s.id ORDER BY r.urutan, r.id
    ) result), '') || ']}}}'
FROM skp s JOIN pegawai p ON p.id = s.pegawai_id
WHERE s.id = @{mark}1
    AND (s.pegawai_id = @{mark}2 OR (s.pejabat_penilai_id = @{mark}2 AND s.status <> 'DRAFT'))
"""

# 1: the unor, 2: the instansi that whoever asks administers.
_UNOR = """
SELECT '{"data":{"unor":{"nama":' || @json(u.nama) || ',"pegawai":{"nodes":[' || coalesce((
    SELECT @joined(person.text, ',') FROM (
        SELECT '{"nama":' || @json(p.nama) || ',"nip":"' || p.nip || '","skp":[' || coalesce((
            SELECT @joined(plan.text, ',') FROM (
                SELECT '{"tahun":' || s.tahun || ',"status":"' || s.status || '","pendekatan":"'
                    || s.pendekatan || '","namaJabatan":' || @json(s.nama_jabatan)
                    || ',"rhk":[' || coalesce((SELECT @joined(result.text, ',') FROM (
                        SELECT '{"jenis":"' || r.jenis || '","uraian":' || @json(r.uraian)
                            || ',"urutan":' || r.urutan || ',"indikator":[' || coalesce((
                                SELECT @joined(measure.text, ',') FROM (
                                    SELECT '{"uraian":' || @json(i.uraian) || ',"target":'
                                        || coalesce(CAST(@json(i.target) AS text), 'null')
                                        || ',"aspek":' || coalesce('"' || i.aspek || '"', 'null')
                                        || ',"urutan":' || i.urutan || '}' AS text
                                    FROM indikator i WHERE i.rhk_id = r.id ORDER BY i.urutan, i.id
                                ) measure
                            ), '') || ']}' AS text
                        FROM rhk r WHERE r.skp_id = s.id ORDER BY r.urutan, r.id
                    ) result), '') || ']}' AS text
                FROM skp s WHERE s.pegawai_id = p.id ORDER BY s.periode_akhir DESC, s.id DESC
            ) plan
        ), '') || ']}' AS text
        FROM pegawai p WHERE p.unor_id = u.id ORDER BY p.nama, p.id LIMIT 100
    ) person
), '') || ']}}}}'
FROM unor u WHERE u.id = @{mark}1 AND u.instansi_id = @{mark}2
"""

# 1: the instansi, 2 and 3: name and id of the last pegawai of the page before, 4: the instansi that
# whoever asks administers.
_PAGE = """
WITH page AS MATERIALIZED (
    SELECT id, nama, nip FROM pegawai
    WHERE instansi_id = @{mark}1 AND instansi_id = @{mark}4
        AND (nama, id) > (@{mark}2, @{mark}3)
    ORDER BY nama, id LIMIT 51
)
SELECT '{"data":{"instansi":{"pegawai":{"nodes":[' || (SELECT @joined(person.text, ',') FROM (
    SELECT '{"nama":' || @json(p.nama) || ',"nip":"' || p.nip || '","skpTerakhir":' || coalesce((
        SELECT '{"status":"' || s.status || '","tahun":' || s.tahun || ',"jumlahRhk":'
            || (SELECT count(*) FROM rhk r WHERE r.skp_id = s.id) || ',"jumlahIndikator":'
            || (SELECT count(*) FROM rhk r JOIN indikator i ON i.rhk_id = r.id
                WHERE r.skp_id = s.id) || '}'
        FROM skp s WHERE s.pegawai_id = p.id ORDER BY s.periode_akhir DESC, s.id DESC LIMIT 1
    ), 'null') || '}' AS text
    FROM page p ORDER BY p.nama, p.id LIMIT 50
) person) || '],"pageInfo":{"hasNextPage":'
    || (SELECT CASE WHEN count(*) > 50 THEN 'true' ELSE 'false' END FROM page)
    || ',"endCursor":' || (
        SELECT @json('[' || @json(nama) || ', ' || id || ']') FROM page
        ORDER BY nama, id LIMIT 1 OFFSET 49
    ) || '}}}}}'
"""


class _Template(string.Template):
    delimiter = "@"


@dataclass(frozen=True)
class Statements:
    """One statement for each kind of request."""

    skp: str
    unor: str
    page: str

    @classmethod
    def of(cls, dialect: Dialect) -> "Statements":
        """As this database spells them."""
        spelling = _SPELLING[dialect]
        moment = spelling["moment"]
        moments = {name: moment.format(f"s.{name}") for name in ("dibuat", "diubah")}
        skp, unor, page = (
            _Template(text).substitute(spelling, **moments) for text in (_SKP, _UNOR, _PAGE)
        )
        return cls(skp, unor, page)
