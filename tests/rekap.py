"""Counting people by hand: domain 5 over rows held in memory, one person at a time."""

from collections import Counter
from dataclasses import dataclass

from models.database import Row, fetch
from models.rules.vocabulary import JenisLingkup, StatusJabatan, StatusSkp
from models.statistik import NASIONAL, Lingkup, Rekap

DRAFT, PENGAJUAN, PERSETUJUAN = range(3)  # places in a Rekap of the fill-in figures


@dataclass(frozen=True)
class Naif:
    """Everything that the figures depend on."""

    unor: dict[int, Row]
    pegawai: list[Row]
    skp: list[Row]
    instansi: list[Row]

    @classmethod
    async def load(cls) -> "Naif":
        unor = await fetch("SELECT * FROM unor")
        return cls(
            {row["id"]: row for row in unor},
            await fetch("SELECT * FROM pegawai"),
            await fetch("SELECT * FROM skp"),
            await fetch("SELECT * FROM instansi"),
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

    def rekap(self, unor_ids: set[int], tahun: int) -> Rekap:
        """The figures of the active people who are placed in these unor."""
        people = [row for row in self.pegawai if row["aktif"] and row["unor_id"] in unor_ids]
        counted = Counter(self._status(row["id"], tahun) for row in people)
        return Rekap(len(people), tuple(counted[status] for status in StatusSkp))

    def utama(self, lingkup: Lingkup, tahun: int) -> Rekap:
        if lingkup.unor_id is None:
            return self.rekap(set(self.unor), tahun)
        return self.rekap(self.subtree(lingkup.unor_id), tahun)

    def langsung(self, lingkup: Lingkup, tahun: int) -> Rekap | None:
        return None if lingkup.unor_id is None else self.rekap({lingkup.unor_id}, tahun)

    def unit(self, lingkup: Lingkup, tahun: int) -> dict[int, Rekap]:
        if lingkup.unor_id is None:
            return {
                row["id"]: self.rekap(
                    {id_ for id_, u in self.unor.items() if u["instansi_id"] == row["id"]}, tahun
                )
                for row in self.instansi
            }
        return {
            id_: self.rekap(self.subtree(id_), tahun)
            for id_, row in self.unor.items()
            if row["induk_id"] == lingkup.unor_id
        }

    def semua(self, lingkup: Lingkup, tahun: int) -> dict[int, Rekap]:
        """Not only the nearest: every unor below."""
        if lingkup.unor_id is None:
            return self.unit(lingkup, tahun)
        below = self.subtree(lingkup.unor_id) - {lingkup.unor_id}
        return {id_: self.rekap(self.subtree(id_), tahun) for id_ in below}

    def subtree(self, top: int) -> set[int]:
        found = {top}
        while more := {i for i, row in self.unor.items() if row["induk_id"] in found} - found:
            found |= more
        return found

    def _status(self, pegawai_id: int, tahun: int) -> StatusSkp | None:
        """Of several SKP the DEFINITIF one that ends last; without one, the latest of any."""
        mine = [row for row in self.skp if (row["pegawai_id"], row["tahun"]) == (pegawai_id, tahun)]
        definitif = [row for row in mine if row["status_jabatan"] == StatusJabatan.DEFINITIF]
        candidates = sorted(
            definitif or mine, key=lambda row: (str(row["periode_akhir"]), row["id"])
        )
        return StatusSkp(candidates[-1]["status"]) if candidates else None
