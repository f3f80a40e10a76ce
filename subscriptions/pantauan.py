"""SKP, matrices and curves that are watched: a topic knows whose changes concern it, and whoever
shows it reads it again."""

import re
from collections import defaultdict
from collections.abc import Collection, Hashable
from dataclasses import dataclass
from typing import ClassVar, Self

from models.database import any_of, fetch
from models.intervensi import overlaps_sql
from models.pejabat_penilai import ancestor_ids_sql, pejabat_penilai_sql
from models.rules.vocabulary import Predikat
from subscriptions.events import ACUAN, SKP, Event
from subscriptions.pohon import Pohon
from subscriptions.topic import Slot

# For the keys in $1, a row (kunci, pegawai_id, instansi_id, id, stand) for everything that is
# shown: the person, or the instansi, whose doings change it, and what is another one when it
# changes; one at least for each whose doings matter.
PERIODE_STAND = " || ' ' || ".join(
    f"CAST(periode.{name} AS text)" for name in ("nama", "awal", "akhir", "batas_pengisian")
)
_SKP = f"""
SELECT plan.id AS kunci, plan.pegawai_id, CAST(NULL AS INTEGER) AS instansi_id, plan.id,
    CAST(plan.versi AS text) AS stand
FROM skp plan WHERE {{keys:plan.id}}
UNION ALL
SELECT plan.id, plan.pejabat_penilai_id, NULL, atas.id, CAST(atas.versi AS text)
FROM skp plan LEFT JOIN skp atas
    ON atas.pegawai_id = plan.pejabat_penilai_id AND {overlaps_sql("atas", "plan")}
WHERE {{keys:plan.id}}
UNION ALL
SELECT plan.id, tim.ketua_id, NULL, atas.id, CAST(atas.versi AS text)
FROM skp plan JOIN anggota_tim anggota ON anggota.pegawai_id = plan.pegawai_id
JOIN tim_kerja tim ON tim.id = anggota.tim_kerja_id AND tim.tahun = plan.tahun
LEFT JOIN skp atas ON atas.pegawai_id = tim.ketua_id AND {overlaps_sql("atas", "plan")}
WHERE {{keys:plan.id}}
UNION ALL
SELECT plan.id, NULL, tempat.instansi_id, periode.id, {PERIODE_STAND}
FROM skp plan JOIN unor tempat ON tempat.id = plan.unor_id
LEFT JOIN periode_penilaian periode
    ON periode.instansi_id = tempat.instansi_id AND periode.tahun = plan.tahun
WHERE {{keys:plan.id}}
UNION ALL
SELECT plan.id, plan.pegawai_id, NULL, {{penilai:orang.id}},
    CAST(orang.unor_id AS TEXT) || ' ' || orang.jenis_jabatan || ' ' || orang.nama_jabatan
FROM skp plan JOIN pegawai orang ON orang.id = plan.pegawai_id
JOIN unor tempat ON tempat.id = orang.unor_id WHERE {{keys:plan.id}}
"""
_MATRIKS = """
SELECT matriks.id AS kunci, atas.pegawai_id, CAST(NULL AS INTEGER) AS instansi_id, atas.id,
    CAST(atas.versi AS text) AS stand
FROM matriks JOIN skp atas ON atas.id = matriks.skp_id WHERE {keys:matriks.id}
UNION ALL
SELECT baris.matriks_id, plan.pegawai_id, NULL, plan.id, CAST(plan.versi AS text)
FROM baris_matriks baris JOIN skp plan ON plan.id = baris.skp_id WHERE {keys:baris.matriks_id}
UNION ALL
SELECT matriks.id, tim.ketua_id, NULL, tim.id, tim.nama
FROM matriks JOIN tim_kerja tim ON tim.id = matriks.tim_kerja_id WHERE {keys:matriks.id}
"""
# By the pejabat penilai whose curve it is.
IDEAL_STAND = " || ' ' || ".join(f"CAST(ideal.{name.lower()} AS text)" for name in Predikat)
_KURVA = f"""
SELECT orang.id AS kunci, orang.id AS pegawai_id, orang.instansi_id, plan.id,
    CAST(plan.versi AS text) AS stand
FROM pegawai orang LEFT JOIN skp plan ON plan.pejabat_penilai_id = orang.id WHERE {{keys:orang.id}}
UNION ALL
SELECT orang.id, orang.id, orang.instansi_id, hasil.id, hasil.predikat
FROM pegawai orang JOIN unor led ON led.pimpinan_id = orang.id OR led.id = orang.unor_id
JOIN predikat_organisasi hasil ON hasil.unor_id IN {{ancestors:led.jalur}}
WHERE {{keys:orang.id}}
UNION ALL
SELECT orang.id, orang.id, orang.instansi_id, ideal.id, {IDEAL_STAND}
FROM pegawai orang CROSS JOIN kurva_ideal ideal
WHERE {{keys:orang.id}}
"""
SATU_SKP, MATRIKS, KURVA = "skp", "matriks", "kurva"
_STANDS = {SATU_SKP: _SKP, MATRIKS: _MATRIKS, KURVA: _KURVA}
_HOLE = re.compile(r"\{(keys|ancestors|penilai):([a-z_.]+)\}")


@dataclass(frozen=True)
class Keadaan:
    """How things stood: whose changes matter, and a number that differs when anything does."""

    orang: frozenset[int]
    instansi: frozenset[int]
    tanda: int


NOTHING = Keadaan(frozenset(), frozenset(), 0)


class PantauanTopic:
    """One row of a kind that is watched, such as (MATRIKS, 7)."""

    READ_TOGETHER: ClassVar[int] = 500

    def __init__(self, jenis: str, kunci: int) -> None:
        self.jenis = jenis
        self.kunci = kunci
        self.versi = 0
        self.slots: set[Slot] = set()
        self._keadaan: Keadaan | None = None

    @property
    def key(self) -> Hashable:
        return self.jenis, self.kunci

    @classmethod
    async def refresh(
        cls,
        topics: Collection[Self],
        events: Collection[Event],
        pohon: Pohon,  # noqa: ARG003 - every topic's signature
    ) -> Collection[Self]:
        orang = {event.id for event in events if event.jenis == SKP}
        instansi = {event.id for event in events if event.jenis == ACUAN}
        return await cls.reread([topic for topic in topics if topic.concerned(orang, instansi)])

    @classmethod
    async def reread(cls, topics: Collection[Self]) -> Collection[Self]:
        """See how things stand, with one statement for each kind and READ_TOGETHER of them."""
        of_kind: dict[str, list[int]] = defaultdict(list)
        for topic in topics:
            of_kind[topic.jenis].append(topic.kunci)
        read: dict[str, dict[int, Keadaan]] = defaultdict(dict)
        for jenis, kunci in of_kind.items():
            for start in range(0, len(kunci), cls.READ_TOGETHER):
                some = kunci[start : start + cls.READ_TOGETHER]
                read[jenis].update(await _stands(jenis, some))
        return [
            topic for topic in topics if topic.update(read[topic.jenis].get(topic.kunci, NOTHING))
        ]

    def concerned(self, orang: Collection[int], instansi: Collection[int]) -> bool:
        """Whether any of these people's doings may show here, or what these instansi (0: all) hold
        ratings against."""
        now = self._keadaan or NOTHING
        return not (
            now.orang.isdisjoint(orang)
            and now.instansi.isdisjoint(instansi)
            and not (now.instansi and 0 in instansi)
        )

    def update(self, keadaan: Keadaan) -> bool:
        """Take `keadaan` as how things stand; whether that is a change."""
        if keadaan == self._keadaan:
            return False
        self._keadaan = keadaan
        self.versi += 1
        return True


async def _stands(jenis: str, kunci: Collection[int]) -> dict[int, Keadaan]:
    rows: dict[int, list[tuple[int, int, int, str]]] = defaultdict(list)
    for row in await fetch(_HOLE.sub(_filled, _STANDS[jenis]), [sorted(kunci)]):
        whose = row["pegawai_id"] or 0, row["instansi_id"] or 0
        rows[row["kunci"]].append((*whose, row["id"] or 0, row["stand"] or ""))
    return {
        key: Keadaan(
            frozenset(one[0] for one in some if one[0]),
            frozenset(one[1] for one in some if one[1]),
            hash(tuple(sorted(some))),
        )
        for key, some in rows.items()
    }


def _filled(hole: re.Match[str]) -> str:
    what, expression = hole.groups()
    match what:
        case "keys":
            return any_of(expression, "$1")
        case "ancestors":
            return ancestor_ids_sql(expression)
        case _:
            return pejabat_penilai_sql("tempat", expression)
