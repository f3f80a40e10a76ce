"""The curve of the ratings: how many people have each predikat, and what it is held against."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from models.counters import COUNTING_ORDER, PENILAIAN
from models.database import Row, fetch
from models.errors import NotFoundError
from models.jalur import subtree_sql
from models.penilaian import PeriodePenilaian
from models.rules.predikat import predikat_of
from models.rules.vocabulary import KinerjaOrganisasi, Predikat, Rating
from models.statistik import Rekap, read_jumlah

Ratings = Mapping[str, Rating]  # hasil_kerja, perilaku, or both


@dataclass(frozen=True, slots=True)
class Acuan:
    """How the organisation did, and the points of the curve that is ideal then, from the lowest
    predikat. `andaian`: nobody has said yet, and BAIK is assumed."""

    organisasi: KinerjaOrganisasi
    andaian: bool
    poin: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class KurvaPenilaian:
    """`rekap` counts the people, and those with each predikat, from the lowest."""

    periode: PeriodePenilaian
    acuan: Acuan
    rekap: Rekap


async def read_kurva(periode: PeriodePenilaian, pejabat_penilai_id: int) -> KurvaPenilaian:
    """Over the people whose SKP he rates in the periode."""
    rows = await fetch(
        f"SELECT predikat, count(*) AS people FROM ({_LEMBAR}) lembar WHERE place = 1"
        " GROUP BY predikat",
        [pejabat_penilai_id, periode.id],
    )
    acuan = await _acuan(_LED, periode, pejabat_penilai_id)
    return KurvaPenilaian(
        periode, acuan, _rekap({row["predikat"]: int(row["people"]) for row in rows})
    )


async def read_pratinjau_kurva(
    periode: PeriodePenilaian, pejabat_penilai_id: int, ratings: Mapping[int, Ratings]
) -> KurvaPenilaian:
    """As `read_kurva`, had he given these ratings, by the SKP's id. Raises
    NotFoundError for one that he does not rate in the periode."""
    rows = await fetch(_LEMBAR, [pejabat_penilai_id, periode.id])
    if ratings.keys() - {row["skp_id"] for row in rows}:
        raise NotFoundError
    people = Counter(
        _predikat(row, ratings.get(row["skp_id"], {})) for row in rows if row["place"] == 1
    )
    acuan = await _acuan(_LED, periode, pejabat_penilai_id)
    return KurvaPenilaian(periode, acuan, _rekap(people))


async def read_kurva_unor(periode: PeriodePenilaian, unor_id: int) -> KurvaPenilaian:
    """Over the people in the unor and below it, as the dashboards count them."""
    sums = await read_jumlah(PENILAIAN, periode.id, [unor_id])
    return KurvaPenilaian(periode, await read_acuan_unor(periode, unor_id), sums[unor_id].rekap)


async def read_acuan_unor(periode: PeriodePenilaian, unor_id: int) -> Acuan:
    """What the curve of a unor is held against."""
    return await _acuan(_UNOR, periode, unor_id)


# The SKP of active people that the person $1 rates in the periode $2; of several of one owner the
# one in `place` 1 counts.
_LEMBAR = f"""
SELECT skp_id, hasil_kerja, perilaku, predikat,
    row_number() OVER (PARTITION BY pegawai_id ORDER BY {COUNTING_ORDER}) AS place
FROM lembar_penilaian lembar WHERE pejabat_penilai_id = $1 AND periode_id = $2
    AND EXISTS (SELECT 1 FROM pegawai orang WHERE orang.id = lembar.pegawai_id AND orang.aktif)
"""

_UNOR = "SELECT jalur FROM unor WHERE id = $2"

# The topmost unor of the periode's instansi that the person $2 leads; his own if he leads none.
_LED = """
SELECT jalur FROM unor
WHERE (pimpinan_id = $2 OR id = (SELECT unor_id FROM pegawai WHERE id = $2))
    AND instansi_id = (SELECT instansi_id FROM periode_penilaian WHERE id = $1)
ORDER BY CASE WHEN pimpinan_id = $2 THEN 0 ELSE 1 END,
    length(jalur) - length(replace(jalur, '/', '')), id
LIMIT 1
"""

# The predikat of the nearest unor, from the place upwards, that has one in the periode $1.
_ACUAN = f"""
WITH place AS ({{place}}),
nearest AS (
    SELECT given.predikat FROM place JOIN predikat_organisasi given ON given.periode_id = $1
    JOIN unor above ON above.id = given.unor_id AND {subtree_sql("place", "above")}
    ORDER BY length(above.jalur) DESC LIMIT 1
)
SELECT ideal.*, (SELECT predikat FROM nearest) IS NULL AS andaian FROM kurva_ideal ideal
WHERE ideal.organisasi = coalesce((SELECT predikat FROM nearest), '{KinerjaOrganisasi.BAIK}')
"""


async def _acuan(place: str, periode: PeriodePenilaian, key: int) -> Acuan:
    [row] = await fetch(_ACUAN.format(place=place), [periode.id, key])
    return Acuan(
        KinerjaOrganisasi(row["organisasi"]),
        bool(row["andaian"]),
        tuple(row[predikat.lower()] for predikat in Predikat),
    )


def _predikat(row: Row, ratings: Ratings) -> Predikat | None:
    now = {name: Rating(row[name]) for name in ("hasil_kerja", "perilaku") if row[name]}
    after = {**now, **ratings}
    return predikat_of(after.get("hasil_kerja"), after.get("perilaku"))


def _rekap(people: Mapping[Predikat | None, int]) -> Rekap:
    return Rekap(sum(people.values()), tuple(people.get(predikat, 0) for predikat in Predikat))
