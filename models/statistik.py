"""The figures of a scope, rolled up from the counters on read (manual 7: statistik utama, statistik
per unit)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from operator import add, sub

from models.counters import HITUNGAN, PENILAIAN, Hitungan
from models.database import Dialect, Row, any_of, dialect, fetch
from models.jalur import subtree_sql, within_sql
from models.rules.vocabulary import JenisLingkup


class _Akhir(Hitungan):
    """Ratings of a tahun: those of its TAHUNAN periode in each instansi."""

    def chosen(self, place: str) -> str:
        return (
            "periode_id IN (SELECT id FROM periode_penilaian"
            f" WHERE jenis = 'TAHUNAN' AND tahun = {place})"
        )


PENILAIAN_AKHIR = "penilaian_akhir"

# Every kind of figures that can be looked at, with the counters that it adds up.
FIGUR: Mapping[str, Hitungan] = {
    **HITUNGAN,
    PENILAIAN_AKHIR: _Akhir("hitungan_penilaian", "periode_id", HITUNGAN[PENILAIAN].kolom),
}


@dataclass(frozen=True, slots=True)
class Lingkup:
    """What a dashboard is about. `id` is the instansi's or the unor's; `unor_id` the unor whose
    subtree it is (the root of an instansi). Both are None for the whole nation."""

    jenis: JenisLingkup
    nama: str = field(compare=False)
    id: int | None = None
    unor_id: int | None = None


NASIONAL = Lingkup(JenisLingkup.NASIONAL, "Nasional")


@dataclass(frozen=True, slots=True)
class Pandangan:
    """One way to look at one kind of figures (`FIGUR`), of the tahun or periode `kunci`. `semua`
    asks for every unor below, not only the nearest."""

    lingkup: Lingkup
    hitungan: str
    kunci: int
    semua: bool = False


@dataclass(frozen=True, slots=True)
class Rekap:
    """How many active people there are, and how many of them count in each column of the kind."""

    total: int
    angka: tuple[int, ...]

    @property
    def sisa(self) -> int:
        """Those who count in no column: nothing made, in no matrix, not rated."""
        return self.total - sum(self.angka)

    def __add__(self, other: "Rekap") -> "Rekap":
        return Rekap(self.total + other.total, tuple(map(add, self.angka, other.angka)))

    def __sub__(self, other: "Rekap") -> "Rekap":
        return Rekap(self.total - other.total, tuple(map(sub, self.angka, other.angka)))


@dataclass(frozen=True, slots=True)
class Jumlah:
    """What the counters below a unor add up to, and its own; the `versi` rise with every change."""

    rekap: Rekap
    sendiri: Rekap
    versi: int
    versi_sendiri: int


@dataclass(frozen=True, slots=True)
class Unit:
    """One instansi, or one unor; `unor_id` is the unor whose subtree `rekap` adds up. `sendiri` is
    of the people placed in it directly (None for an instansi); `jumlah_anak` counts the units
    below it."""

    id: int
    unor_id: int
    induk_id: int | None
    nama: str
    jumlah_anak: int
    rekap: Rekap
    sendiri: Rekap | None
    versi: int = field(compare=False)

    def now(self, jumlah: Jumlah) -> "Unit":
        """This unit with other figures."""
        sendiri = None if self.sendiri is None else jumlah.sendiri
        return replace(self, rekap=jumlah.rekap, sendiri=sendiri, versi=jumlah.versi)


@dataclass(frozen=True)
class Statistik:
    """The figures of a view at one moment. `utama` is `langsung` and the nearest units together;
    `versi` rises with every change. Not `lengkap`: only the units that changed."""

    pandangan: Pandangan
    versi: int
    utama: Rekap
    langsung: Rekap | None
    unit: dict[int, Unit]
    lengkap: bool = True
    versi_langsung: int = field(default=0, compare=False)

    def now(self, jumlah: Mapping[int, Jumlah]) -> "Statistik":
        """These figures after the counters below some of the unor, by id, were added up again."""
        top = jumlah.get(self.pandangan.lingkup.unor_id or 0)
        return summed(
            self.pandangan,
            top.sendiri if top else self.langsung,
            top.versi_sendiri if top else self.versi_langsung,
            {
                id_: unit.now(jumlah[unit.unor_id]) if unit.unor_id in jumlah else unit
                for id_, unit in self.unit.items()
            },
        )


def summed(
    pandangan: Pandangan, langsung: Rekap | None, versi_langsung: int, unit: dict[int, Unit]
) -> Statistik:
    """The figures of a view from those of its parts."""
    lingkup = pandangan.lingkup
    nearest = [one for one in unit.values() if one.induk_id == lingkup.unor_id or not lingkup.id]
    nothing = Rekap(0, (0,) * len(FIGUR[pandangan.hitungan].kolom))
    return Statistik(
        pandangan,
        versi=versi_langsung + sum(one.versi for one in nearest),
        utama=sum((one.rekap for one in nearest), langsung or nothing),
        langsung=langsung,
        unit=unit,
        versi_langsung=versi_langsung,
    )


async def read_statistik(pandangan: Pandangan) -> Statistik:
    """The figures now, with one statement."""
    hitungan, top_id = pandangan.hitungan, pandangan.lingkup.unor_id
    in_order = "ORDER BY unit.nama, unit.id"
    if top_id is None:
        rows = await fetch(f"{_added_up(hitungan, _INSTANSI)} {in_order}", [pandangan.kunci])
        return summed(pandangan, None, 0, {row["id"]: _instansi(row, hitungan) for row in rows})
    units = _shown(pandangan.semua)
    rows = await fetch(f"{_added_up(hitungan, units)} {in_order}", [pandangan.kunci, top_id])
    top = next(_jumlah(row, hitungan) for row in rows if row["id"] == top_id)
    below = {row["id"]: _unor(row, hitungan) for row in rows if row["id"] != top_id}
    return summed(pandangan, top.sendiri, top.versi_sendiri, below)


async def read_jumlah(hitungan: str, kunci: int, unor_ids: Collection[int]) -> dict[int, Jumlah]:
    """What the counters below each of these unor add up to, with one statement."""
    units = f"SELECT id, id AS unor_id, jalur FROM unor WHERE {any_of('id', '$2')}"
    rows = await fetch(_added_up(hitungan, units), [kunci, sorted(unor_ids)])
    return {row["id"]: _jumlah(row, hitungan) for row in rows}


# Every instansi, by its root.
_INSTANSI = """
SELECT i.id, root.id AS unor_id, root.jalur, root.induk_id, i.nama,
    (SELECT count(*) FROM unor place WHERE place.instansi_id = i.id) AS jumlah_anak
FROM instansi i LEFT JOIN unor root ON root.instansi_id = i.id AND root.induk_id IS NULL
"""


def _shown(semua: bool) -> str:
    """SQL: the unor $2 itself, and the unor below it: those that are active, and those in which
    people are left."""
    below = within_sql("shown", "$2") if semua else "shown.induk_id = $2"
    peopled = (
        "EXISTS (SELECT 1 FROM unor home JOIN hitungan_pegawai left_in ON left_in.unor_id = home.id"
        f" WHERE {subtree_sql('home', 'shown')} AND left_in.total > 0)"
    )
    return (
        "SELECT shown.id, shown.id AS unor_id, shown.jalur, shown.induk_id, shown.nama,"
        " (SELECT count(*) FROM unor child WHERE child.induk_id = shown.id AND child.aktif)"
        f" AS jumlah_anak FROM unor shown WHERE shown.id = $2"
        f" OR ({below} AND (shown.aktif OR {peopled}))"
    )


def _added_up(hitungan: str, units: str) -> str:
    """SQL: the rows of `units` as `unit`, each with what the counters of the unor `unor_id` and of
    those below it, by its `jalur`, add up to; and, as own_…, the counters of that one alone."""
    kind = FIGUR[hitungan]
    if dialect() is Dialect.POSTGRES:
        return _added_up_by_keys(kind, units)
    counted = {
        "total": "people.total",
        **{kolom: f"filled.{kolom}" for kolom in kind.kolom},
        "versi": "coalesce(people.versi, 0) + coalesce(filled.versi, 0)",
    }
    sums = ", ".join(
        f"coalesce(sum(CASE WHEN {only} THEN {value} END), 0) AS {prefix}{name}"
        for prefix, only in (("", "TRUE"), ("own_", "place.id = unit.unor_id"))
        for name, value in counted.items()
    )
    return (
        f"SELECT unit.*, {sums} FROM ({units}) unit"
        f" LEFT JOIN unor place ON {subtree_sql('place', 'unit')}"
        " LEFT JOIN hitungan_pegawai people ON people.unor_id = place.id"
        f" LEFT JOIN {kind.table} filled ON filled.unor_id = place.id"
        f" AND filled.{kind.chosen('$1')}"
        " GROUP BY unit.id"
    )


def _added_up_by_keys(kind: Hitungan, units: str) -> str:
    """As a join, PostgreSQL would expect a third of all unor below each unit, and read them all.
    The keys of a subtree lie side by side in the counters' indexes: as a list they are found at
    once."""
    kolom = ", ".join(f"filled.{prefix}{name}" for prefix in ("", "own_") for name in kind.kolom)
    below = subtree_sql("place", "unit")
    return (
        f"SELECT unit.*, people.total, people.own_total, {kolom},"
        " people.versi + filled.versi AS versi, people.own_versi + filled.own_versi AS own_versi"
        f" FROM ({units}) unit"
        f" CROSS JOIN LATERAL (SELECT ARRAY(SELECT place.id FROM unor place WHERE {below}) AS ids"
        " OFFSET 0)"  # else it is worked out for each of the two
        f" below CROSS JOIN LATERAL ({_sums('hitungan_pegawai', ('total',))}) people"
        f" CROSS JOIN LATERAL ({_sums(kind.table, kind.kolom)} AND {kind.chosen('$1')}) filled"
    )


def _sums(table: str, kolom: tuple[str, ...]) -> str:
    sums = ", ".join(
        f"coalesce(sum({name}) {only}, 0) AS {prefix}{name}"
        for prefix, only in (("", ""), ("own_", "FILTER (WHERE unor_id = unit.unor_id)"))
        for name in (*kolom, "versi")
    )
    return f"SELECT {sums} FROM {table} WHERE unor_id = ANY(below.ids)"


def _instansi(row: Row, hitungan: str) -> Unit:
    return replace(_unor(row, hitungan), sendiri=None)


def _unor(row: Row, hitungan: str) -> Unit:
    figures = _jumlah(row, hitungan)
    return Unit(
        id=row["id"],
        unor_id=row["unor_id"],
        induk_id=row["induk_id"],
        nama=row["nama"],
        jumlah_anak=int(row["jumlah_anak"]),
        rekap=figures.rekap,
        sendiri=figures.sendiri,
        versi=figures.versi,
    )


def _jumlah(row: Row, hitungan: str) -> Jumlah:
    rekap, sendiri = (
        Rekap(
            int(row[f"{prefix}total"]),
            tuple(int(row[f"{prefix}{kolom}"]) for kolom in FIGUR[hitungan].kolom),
        )
        for prefix in ("", "own_")
    )
    return Jumlah(rekap, sendiri, int(row["versi"]), int(row["own_versi"]))
