"""The fill-in figures of a scope, rolled up from the counters on read (manual 7.2)."""

from dataclasses import dataclass, replace

from models.database import Row, fetch
from models.rules.vocabulary import JenisLingkup
from models.scopes import subtree_sql


@dataclass(frozen=True, slots=True)
class Lingkup:
    """What a dashboard is about. `id` is the instansi's or the unor's; `unor_id` the unor whose
    subtree it is (the root of an instansi). Both are None for the whole nation."""

    jenis: JenisLingkup
    nama: str
    id: int | None = None
    unor_id: int | None = None


NASIONAL = Lingkup(JenisLingkup.NASIONAL, "Nasional")


@dataclass(frozen=True, slots=True)
class Pandangan:
    """One way to look at the figures. `semua` asks for every unor below, not only the nearest."""

    lingkup: Lingkup
    tahun: int
    semua: bool = False


@dataclass(frozen=True, slots=True)
class Rekap:
    """How many active people have no SKP of the year, or one in each status."""

    total: int = 0
    draft: int = 0
    pengajuan: int = 0
    persetujuan: int = 0

    @property
    def belum_buat(self) -> int:
        return self.total - self.draft - self.pengajuan - self.persetujuan

    def __add__(self, other: "Rekap") -> "Rekap":
        return Rekap(
            self.total + other.total,
            self.draft + other.draft,
            self.pengajuan + other.pengajuan,
            self.persetujuan + other.persetujuan,
        )


@dataclass(frozen=True, slots=True)
class Unit:
    """One instansi, or one unor. `rekap` is of its whole subtree, `sendiri` of the people placed
    in it directly (None for an instansi); `jumlah_anak` counts the units below it."""

    id: int
    induk_id: int | None
    nama: str
    jumlah_anak: int
    rekap: Rekap
    sendiri: Rekap | None


@dataclass(frozen=True)
class Pengisian:
    """The figures of a scope at one moment. `utama` is `langsung` and the nearest units together.

    Not `lengkap`: only the units that changed. `versi` rises with every change.
    """

    lingkup: Lingkup
    tahun: int
    versi: int
    lengkap: bool
    utama: Rekap
    langsung: Rekap | None
    unit: dict[int, Unit]

    def since(self, before: "Pengisian") -> "Pengisian | None":
        """What changed since `before`; None for nothing. Everything when a unit went away.

        Its `versi` is above that of `before` even where the sum over the counters is not: a unor
        that leaves the view takes its share along.
        """
        changed = {id_: unit for id_, unit in self.unit.items() if before.unit.get(id_) != unit}
        gone = bool(before.unit.keys() - self.unit.keys())
        same_totals = (self.utama, self.langsung) == (before.utama, before.langsung)
        if same_totals and not changed and not gone:
            return None
        versi = max(self.versi, before.versi + 1)
        if gone:
            return replace(self, versi=versi)
        return replace(self, versi=versi, lengkap=False, unit=changed)

    def whole_of(self, whole: "Pengisian") -> "Pengisian":
        """`whole`, of which this is the change, with the versi of the change."""
        return replace(whole, versi=self.versi)

    def then(self, later: "Pengisian") -> "Pengisian":
        """This, not yet sent, and `later` in one."""
        if later.lengkap:
            return later
        return replace(later, lengkap=self.lengkap, unit=self.unit | later.unit)


_COUNTED = {
    "total": "people.total",
    "draft": "filled.draft",
    "pengajuan": "filled.pengajuan",
    "persetujuan": "filled.persetujuan",
    "versi": "coalesce(people.versi, 0) + coalesce(filled.versi, 0)",
}


def _sums(prefix: str = "", only: str = "TRUE") -> str:
    return ", ".join(
        f"coalesce(sum(CASE WHEN {only} THEN {counted} END), 0) AS {prefix}{name}"
        for name, counted in _COUNTED.items()
    )


_COUNTERS = """
    LEFT JOIN hitungan_pegawai people ON people.unor_id = place.id
    LEFT JOIN hitungan_pengisian filled ON filled.unor_id = place.id AND filled.tahun = $1
"""

_NASIONAL = f"""
SELECT i.id, i.nama, count(place.id) AS jumlah_anak, {_sums()}
FROM instansi i LEFT JOIN unor place ON place.instansi_id = i.id {_COUNTERS}
GROUP BY i.id, i.nama ORDER BY i.nama, i.id
"""

# The viewed unor itself (with its subtree, like every other row), and the unor below it.
_BELOW = f"""
SELECT unit.id, unit.induk_id, unit.nama,
    (SELECT count(*) FROM unor below WHERE below.induk_id = unit.id AND below.aktif)
        AS jumlah_anak,
    {_sums()}, {_sums("own_", "place.id = unit.id")}
FROM unor top
JOIN unor unit ON unit.id = top.id OR (unit.aktif AND {{below}})
JOIN unor place ON {subtree_sql("place", "unit")} {_COUNTERS}
WHERE top.id = $2
GROUP BY unit.id, unit.induk_id, unit.nama ORDER BY unit.nama, unit.id
"""
_NEAREST = _BELOW.format(below="unit.induk_id = top.id")
_ALL = _BELOW.format(below=subtree_sql("unit", "top"))


async def read_pengisian(pandangan: Pandangan) -> Pengisian:
    """The figures now, with one statement."""
    if pandangan.lingkup.unor_id is None:
        return _nasional(pandangan, await fetch(_NASIONAL, [pandangan.tahun]))
    sql = _ALL if pandangan.semua else _NEAREST
    rows = await fetch(sql, [pandangan.tahun, pandangan.lingkup.unor_id])
    return _below(pandangan, rows)


def _nasional(pandangan: Pandangan, rows: list[Row]) -> Pengisian:
    return Pengisian(
        lingkup=pandangan.lingkup,
        tahun=pandangan.tahun,
        versi=sum(int(row["versi"]) for row in rows),
        lengkap=True,
        utama=sum((_rekap(row) for row in rows), Rekap()),
        langsung=None,
        unit={
            row["id"]: Unit(
                row["id"], None, row["nama"], int(row["jumlah_anak"]), _rekap(row), None
            )
            for row in rows
        },
    )


def _below(pandangan: Pandangan, rows: list[Row]) -> Pengisian:
    top_id = pandangan.lingkup.unor_id
    top = next(row for row in rows if row["id"] == top_id)
    return Pengisian(
        lingkup=pandangan.lingkup,
        tahun=pandangan.tahun,
        versi=int(top["versi"]),
        lengkap=True,
        utama=_rekap(top),
        langsung=_rekap(top, "own_"),
        unit={row["id"]: _unit(row) for row in rows if row["id"] != top_id},
    )


def _unit(row: Row) -> Unit:
    return Unit(
        id=row["id"],
        induk_id=row["induk_id"],
        nama=row["nama"],
        jumlah_anak=int(row["jumlah_anak"]),
        rekap=_rekap(row),
        sendiri=_rekap(row, "own_"),
    )


def _rekap(row: Row, prefix: str = "") -> Rekap:
    names = ("total", "draft", "pengajuan", "persetujuan")
    return Rekap(*(int(row[prefix + name]) for name in names))
