"""The content of a progres harian, checked against its surroundings: what adding and changing
share."""

from dataclasses import dataclass, replace
from datetime import date

from models.counters import hari_ini
from models.database import fetch, fetch_value
from models.pelaksanaan import RencanaAksi
from models.rules.pelaksanaan import (
    SATUAN,
    jam_refusals,
    jumlah_refusals,
    satuan_refusals,
    tanggal_refusals,
    tautan_refusals,
)
from models.rules.teks import LONG, clean, required
from models.rules.vocabulary import AksiPenilaian
from resolvers.pelaksanaan.muat import open_periode
from resolvers.skp.tulis import LockedSkp
from resolvers.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class IsiProgres:
    """What the owner writes. Hours are "HH:MM"."""

    tanggal: date
    jam_mulai: str
    jam_selesai: str
    kegiatan: str | None
    realisasi: int
    satuan: str | None
    tautan: str | None = None

    def cleaned(self) -> "IsiProgres":
        return replace(
            self,
            kegiatan=clean(self.kegiatan),
            satuan=clean(self.satuan),
            tautan=clean(self.tautan),
        )


async def demand_allowed(
    work: UnitOfWork, skp: LockedSkp, rencana: RencanaAksi, isi: IsiProgres, progres_id: int = 0
) -> None:
    """Let the rules speak about `isi` (cleaned) as the content of the progres `progres_id` (0: a
    new one) of a rencana aksi. Raises Refused."""
    aksi = AksiPenilaian.ISI_REALISASI
    periode = await open_periode(work, skp, rencana.periode_id, aksi, named=False)
    taken = await _taken(skp.keadaan.pegawai_id, isi.tanggal, progres_id)
    work.demand(
        tanggal_refusals(isi.tanggal, skp.periode, periode.rentang, hari_ini()),
        jam_refusals(isi.jam_mulai, isi.jam_selesai, taken),
        required(isi.kegiatan, "kegiatan", "Kegiatan", LONG),
        jumlah_refusals(isi.realisasi),
        required(isi.satuan, "satuan", "Satuan", SATUAN),
        satuan_refusals(isi.satuan, await _satuan(rencana.id, progres_id)),
        tautan_refusals(isi.tautan),
    )


async def _taken(pegawai_id: int, tanggal: date, but_not: int) -> list[tuple[str, str]]:
    """The hours of a person's progress on a day, in whatever SKP, without `but_not`."""
    rows = await fetch(
        "SELECT progres.jam_mulai, progres.jam_selesai FROM progres_harian progres"
        " JOIN rencana_aksi ON rencana_aksi.id = progres.rencana_aksi_id"
        " JOIN rhk ON rhk.id = rencana_aksi.rhk_id JOIN skp ON skp.id = rhk.skp_id"
        " WHERE skp.pegawai_id = $1 AND progres.tanggal = $2 AND progres.id <> $3",
        [pegawai_id, tanggal, but_not],
    )
    return [(row["jam_mulai"], row["jam_selesai"]) for row in rows]


async def _satuan(rencana_aksi_id: int, but_not: int) -> str | None:
    """In what the progress of a rencana aksi is counted, without `but_not`."""
    satuan: str | None = await fetch_value(
        "SELECT satuan FROM progres_harian WHERE rencana_aksi_id = $1 AND id <> $2 LIMIT 1",
        [rencana_aksi_id, but_not],
    )
    return satuan
