"""Make an SKP (manual 3.1, 4)."""

from dataclasses import asdict, dataclass
from datetime import date
from functools import partial

from models.database import as_date, fetch
from models.organisasi import Pegawai
from models.pejabat_penilai import pejabat_penilai_of
from models.rules.aktor import Aktor
from models.rules.periode import Periode, overlap_refusals, periode_refusals
from models.rules.vocabulary import Pendekatan, StatusJabatan, StatusSkp
from models.skp import Skp
from resolvers.matriks.sinkron import People, around, hold, place
from resolvers.unit_of_work import UnitOfWork, now, unit_of_work
from subscriptions.events import SKP, Event


@dataclass(frozen=True)
class SkpBaru:
    """What the owner chooses."""

    periode_awal: date
    periode_akhir: date
    pendekatan: Pendekatan
    status_jabatan: StatusJabatan

    @property
    def periode(self) -> Periode:
        return (self.periode_awal, self.periode_akhir)


async def buat(aktor: Aktor, baru: SkpBaru) -> int:
    """Returns the new SKP's id. Raises Refused."""
    async with unit_of_work(aktor) as work:
        held = await hold_around(work, baru.periode_awal.year)
        skp = await make(work, held, baru)
        await work.record("skp", skp.id, "BUAT", ke=asdict(baru))
    return skp.id


async def hold_around(work: UnitOfWork, tahun: int) -> People:
    """Lock the actor, and everybody whose matrices an SKP that he makes in `tahun` may change."""
    pegawai_id = work.aktor.pegawai_id
    return await hold(work, pegawai_id, and_=partial(around, pegawai_id, tahun))


async def make(work: UnitOfWork, held: People, baru: SkpBaru) -> Skp:
    """A new draft of the actor, in its place in every matrix. Raises Refused."""
    pegawai = await Pegawai.get(id=work.aktor.pegawai_id)
    work.demand(
        periode_refusals(*baru.periode),
        overlap_refusals(baru.periode, baru.status_jabatan, await definitif_periods(pegawai.id)),
    )
    moment = now()
    async with work.counting(*held):
        skp = await Skp.create(
            **asdict(baru),
            pegawai_id=pegawai.id,
            pejabat_penilai_id=await pejabat_penilai_of(pegawai.id),
            unor_id=pegawai.unor_id,
            tahun=baru.periode_awal.year,
            jenis_jabatan=pegawai.jenis_jabatan,
            nama_jabatan=pegawai.nama_jabatan,
            status=StatusSkp.DRAFT,
            dibuat=moment,
            diubah=moment,
        )
        await place(work, skp.id)
    work.events.append(Event(SKP, pegawai.id))
    return skp


async def definitif_periods(pegawai_id: int, but_not: int = 0) -> list[Periode]:
    """The periods of a person's DEFINITIF SKP, without the SKP `but_not`."""
    rows = await fetch(
        "SELECT periode_awal, periode_akhir FROM skp"
        " WHERE pegawai_id = $1 AND status_jabatan = 'DEFINITIF' AND id <> $2",
        [pegawai_id, but_not],
    )
    return [(as_date(row["periode_awal"]), as_date(row["periode_akhir"])) for row in rows]
