"""Counting people by hand: domain 5 over rows held in memory, one person at a time."""

from collections import Counter
from dataclasses import dataclass

from models.counters import HITUNGAN, PENGISIAN
from models.database import Row, fetch
from models.rules.vocabulary import JenisLingkup, StatusJabatan
from models.statistik import NASIONAL, Lingkup, Rekap

DRAFT, PENGAJUAN, PERSETUJUAN = range(3)  # places in a Rekap of the fill-in figures


@dataclass(frozen=True)
class Naif:
    """Everything that the figures depend on."""

    unor: dict[int, Row]
    pegawai: list[Row]
    skp: list[Row]
    instansi: list[Row]
    baris: list[Row]  # of matriks
    periode: dict[int, Row]
    penilaian: list[Row]

    @classmethod
    async def load(cls) -> "Naif":
        return cls(
            {row["id"]: row for row in await fetch("SELECT * FROM unor")},
            await fetch("SELECT * FROM pegawai"),
            await fetch("SELECT * FROM skp"),
            await fetch("SELECT * FROM instansi"),
            await fetch("SELECT * FROM baris_matriks"),
            {row["id"]: row for row in await fetch("SELECT * FROM periode_penilaian")},
            await fetch("SELECT * FROM penilaian"),
        )

    def lingkup(self) -> list[Lingkup]:
        """Every scope that there is."""
        roots = {row["instansi_id"]: row["id"] for row in self.unor.values() if not row["induk_id"]}
        return [
            NASIONAL,
            *(
                Lingkup(JenisLingkup.INSTANSI, row["nama"], row["id"], roots[row["id"]])
                for row in self.instansi
            ),
            *(
                Lingkup(JenisLingkup.UNOR, row["nama"], row["id"], row["id"])
                for row in self.unor.values()
            ),
        ]

    def rekap(self, unor_ids: set[int], kunci: int, hitungan: str = PENGISIAN) -> Rekap:
        """The figures of the active people who are placed in these unor, of a tahun or periode."""
        people = [row for row in self.pegawai if row["aktif"] and row["unor_id"] in unor_ids]
        counted = Counter(self._kolom(person, hitungan, kunci) for person in people)
        return Rekap(len(people), tuple(counted[kolom] for kolom in HITUNGAN[hitungan].kolom))

    def utama(self, lingkup: Lingkup, kunci: int, hitungan: str = PENGISIAN) -> Rekap:
        top = lingkup.unor_id
        return self.rekap(set(self.unor) if top is None else self.subtree(top), kunci, hitungan)

    def langsung(self, lingkup: Lingkup, kunci: int, hitungan: str = PENGISIAN) -> Rekap | None:
        top = lingkup.unor_id
        return None if top is None else self.rekap({top}, kunci, hitungan)

    def semua(self, lingkup: Lingkup, kunci: int, hitungan: str = PENGISIAN) -> dict[int, Rekap]:
        """Every unor below that is active or in which people are left, or every instansi."""
        if lingkup.unor_id is None:
            return {
                row["id"]: self.rekap(self._of_instansi(row["id"]), kunci, hitungan)
                for row in self.instansi
            }
        below = self.subtree(lingkup.unor_id) - {lingkup.unor_id}
        rekap = {id_: self.rekap(self.subtree(id_), kunci, hitungan) for id_ in below}
        return {id_: one for id_, one in rekap.items() if self.unor[id_]["aktif"] or one.total}

    def _of_instansi(self, instansi_id: int) -> set[int]:
        return {id_ for id_, row in self.unor.items() if row["instansi_id"] == instansi_id}

    def subtree(self, top: int) -> set[int]:
        found = {top}
        while more := {i for i, row in self.unor.items() if row["induk_id"] in found} - found:
            found |= more
        return found

    def _kolom(self, person: Row, hitungan: str, kunci: int) -> str | None:
        """Where a person counts, if anywhere."""
        match hitungan:
            case "pengisian":
                plan = self._counting(person["id"], kunci)
                return plan["status"].lower() if plan else None
            case "keterlibatan":
                plans = {row["id"] for row in self._plans(person["id"], kunci)}
                matriks = {row["matriks_id"] for row in self.baris if row["skp_id"] in plans}
                return ("satu" if len(matriks) == 1 else "lebih") if matriks else None
            case "penilaian":
                return self._rated(person, self.periode[kunci])
        raise ValueError(hitungan)

    def _rated(self, person: Row, periode: Row) -> str | None:
        plans = [
            row
            for row in self._plans(person["id"], periode["tahun"])
            if str(row["periode_awal"]) <= str(periode["akhir"])
            and str(periode["awal"]) <= str(row["periode_akhir"])
        ]
        plan = self._last(plans)
        if plan is None or person["instansi_id"] != periode["instansi_id"]:
            return None
        for row in self.penilaian:
            if (row["skp_id"], row["periode_id"]) == (plan["id"], periode["id"]):
                return str(row["predikat"]).lower() if row["predikat"] else None
        return None

    def _plans(self, pegawai_id: int, tahun: int) -> list[Row]:
        return [row for row in self.skp if (row["pegawai_id"], row["tahun"]) == (pegawai_id, tahun)]

    def _counting(self, pegawai_id: int, tahun: int) -> Row | None:
        """Of several SKP the DEFINITIF one that ends last; without one, the latest of any."""
        return self._last(self._plans(pegawai_id, tahun))

    def _last(self, mine: list[Row]) -> Row | None:
        definitif = [row for row in mine if row["status_jabatan"] == StatusJabatan.DEFINITIF]
        candidates = sorted(
            definitif or mine, key=lambda row: (str(row["periode_akhir"]), row["id"])
        )
        return candidates[-1] if candidates else None
