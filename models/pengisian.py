"""The fill-in figures of a scope, rolled up from the counters on read (manual 7.2)."""

from collections.abc import Iterable
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
    """One instansi, or one unor with its whole subtree. `jumlah_anak` counts the units below."""

    id: int
    nama: str
    jumlah_anak: int
    rekap: Rekap


@dataclass(frozen=True)
class Pengisian:
    """The figures of a scope at one moment. `utama` is `langsung` and all units together.

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
        """What changed since `before`; None for nothing. Everything when a unit went away."""
        if before.unit.keys() - self.unit.keys():
            return self
        changed = {id_: unit for id_, unit in self.unit.items() if before.unit.get(id_) != unit}
        if not changed and (self.utama, self.langsung) == (before.utama, before.langsung):
            return None
        return replace(self, lengkap=False, unit=changed)

    def then(self, later: "Pengisian") -> "Pengisian":
        """This, not yet sent, and `later` in one."""
        if later.lengkap:
            return later
        return replace(later, lengkap=self.lengkap, unit=self.unit | later.unit)


_FIGURES = """
    coalesce(sum(people.total), 0) AS total,
    coalesce(sum(filled.draft), 0) AS draft,
    coalesce(sum(filled.pengajuan), 0) AS pengajuan,
    coalesce(sum(filled.persetujuan), 0) AS persetujuan,
    coalesce(sum(people.versi), 0) + coalesce(sum(filled.versi), 0) AS versi
"""

_COUNTERS = """
    LEFT JOIN hitungan_pegawai people ON people.unor_id = place.id
    LEFT JOIN hitungan_pengisian filled ON filled.unor_id = place.id AND filled.tahun = $1
"""

_NASIONAL = f"""
SELECT i.id, i.nama, count(place.id) AS jumlah_anak, {_FIGURES}
FROM instansi i LEFT JOIN unor place ON place.instansi_id = i.id {_COUNTERS}
GROUP BY i.id, i.nama ORDER BY i.nama, i.id
"""

_BELOW = f"""
SELECT child.id AS id, child.nama AS nama,
    (SELECT count(*) FROM unor below WHERE below.induk_id = child.id AND below.aktif)
        AS jumlah_anak, {_FIGURES}
FROM unor child JOIN unor place ON {subtree_sql("place", "child")} {_COUNTERS}
WHERE child.induk_id = $2 AND child.aktif GROUP BY child.id, child.nama
UNION ALL
SELECT place.id, place.nama, 0 AS jumlah_anak, {_FIGURES}
FROM unor place {_COUNTERS}
WHERE place.id = $2 GROUP BY place.id, place.nama
ORDER BY nama, id
"""


async def read_pengisian(lingkup: Lingkup, tahun: int) -> Pengisian:
    """The figures of `lingkup` now, with one statement."""
    if lingkup.unor_id is None:
        rows = await fetch(_NASIONAL, [tahun])
    else:
        rows = await fetch(_BELOW, [tahun, lingkup.unor_id])
    langsung = next((_rekap(row) for row in rows if _is_top(row, lingkup)), None)
    unit = {row["id"]: _unit(row) for row in rows if not _is_top(row, lingkup)}
    return Pengisian(
        lingkup=lingkup,
        tahun=tahun,
        versi=sum(int(row["versi"]) for row in rows),
        lengkap=True,
        utama=_sum(_rekap(row) for row in rows),
        langsung=langsung,
        unit=unit,
    )


def _is_top(row: Row, lingkup: Lingkup) -> bool:
    return lingkup.unor_id is not None and row["id"] == lingkup.unor_id


def _unit(row: Row) -> Unit:
    return Unit(row["id"], row["nama"], int(row["jumlah_anak"]), _rekap(row))


def _rekap(row: Row) -> Rekap:
    return Rekap(*(int(row[name]) for name in ("total", "draft", "pengajuan", "persetujuan")))


def _sum(rekaps: Iterable[Rekap]) -> Rekap:
    return sum(rekaps, Rekap())
