"""Loading an SKP for a change, and making the change: what every SKP use case shares."""

from dataclasses import dataclass, field
from typing import Any

from models.database import Dialect, Row, as_date, dialect, execute
from models.errors import ConflictError, NotFoundError
from models.keadaan_skp import EXPRESSIONS, keadaan_of
from models.rules.aktor import Aktor
from models.rules.periode import Periode
from models.rules.skp import NEXT, KeadaanSkp, refusals
from models.rules.vocabulary import AksiSkp, JenisJabatan, JenisNotifikasi, StatusJabatan
from models.scopes import Scope
from models.scopes import skp as skp_scope
from resolvers.in_scope import select_in_scope
from resolvers.reading.sources import spell
from resolvers.unit_of_work import UnitOfWork, now
from subscriptions.events import SKP, Event

_COLUMNS = (
    "id",
    "tahun",
    "versi",
    "periode_awal",
    "periode_akhir",
    "status_jabatan",
    "jenis_jabatan",
)


@dataclass(frozen=True, slots=True)
class LockedSkp:
    """An SKP as it stands now; nobody else changes it before the transaction ends."""

    id: int
    tahun: int
    versi: int
    periode: Periode
    status_jabatan: StatusJabatan
    jenis_jabatan: JenisJabatan
    keadaan: KeadaanSkp
    work: UnitOfWork = field(repr=False, compare=False)  # the one that holds it


async def load_skp(work: UnitOfWork, skp_id: int, scope: Scope = skp_scope) -> LockedSkp:
    """The SKP, locked. Raises NotFoundError outside the actor's scope."""
    await _lock_owner(work.aktor, skp_id, scope)
    columns = [f"t.{name}" for name in _COLUMNS]
    columns += [f"{spell(sql, 't')} AS {name}" for name, sql in EXPRESSIONS.items()]
    row = await _in_scope(work.aktor, skp_id, scope, ", ".join(columns))
    return LockedSkp(
        id=row["id"],
        tahun=row["tahun"],
        versi=row["versi"],
        periode=(as_date(row["periode_awal"]), as_date(row["periode_akhir"])),
        status_jabatan=StatusJabatan(row["status_jabatan"]),
        jenis_jabatan=JenisJabatan(row["jenis_jabatan"]),
        keadaan=keadaan_of(row),
        work=work,
    )


async def _lock_owner(aktor: Aktor, skp_id: int, scope: Scope) -> None:
    """As `UnitOfWork.lock_pegawai`, of the owner of an SKP in scope, in the same statement."""
    if dialect() is Dialect.POSTGRES:
        found = await select_in_scope(
            "skp",
            scope,
            aktor,
            skp_id,
            "1",
            joined="JOIN pegawai owner ON owner.id = t.pegawai_id",
            locking="FOR NO KEY UPDATE OF owner",
        )
        if not found:
            raise NotFoundError


async def _in_scope(aktor: Aktor, skp_id: int, scope: Scope, columns: str) -> Row:
    rows = await select_in_scope("skp", scope, aktor, skp_id, columns)
    if not rows:
        raise NotFoundError
    return rows[0]


async def load_for(work: UnitOfWork, skp_id: int, aksi: AksiSkp) -> LockedSkp:
    """The SKP, locked, after the rules have let `aksi` pass. Raises NotFoundError, Refused."""
    skp = await load_skp(work, skp_id)
    work.demand(refusals(work.aktor, skp.keadaan, aksi))
    return skp


async def transition(
    work: UnitOfWork, skp: LockedSkp, aksi: AksiSkp, alasan: str | None = None
) -> None:
    """Take the SKP to the status that follows: compare-and-set, counters, audit, and word of it to
    whoever waits for it."""
    before = skp.keadaan.status
    after = NEXT[before, aksi]
    assert after is not None
    async with work.counting(skp.keadaan.pegawai_id):
        await write(skp, status=after.value)
    if (penilai_id := skp.keadaan.pejabat_penilai_id) is not None:
        work.events.append(Event(SKP, penilai_id))  # his curve has another person, or one less
    await work.record(
        "skp",
        skp.id,
        aksi.value,
        alasan=alasan,
        dari={"status": before.value},
        ke={"status": after.value},
    )
    await _tell(work, skp, aksi, alasan)


# Who is told of what was done to an SKP: its pejabat penilai, or else its owner.
_TOLD = {
    AksiSkp.AJUKAN: JenisNotifikasi.SKP_DIAJUKAN,
    AksiSkp.SETUJUI: JenisNotifikasi.SKP_DISETUJUI,
    AksiSkp.KEMBALIKAN: JenisNotifikasi.SKP_DIKEMBALIKAN,
    AksiSkp.BUKA_KEMBALI: JenisNotifikasi.SKP_DIBUKA_KEMBALI,
}


async def _tell(work: UnitOfWork, skp: LockedSkp, aksi: AksiSkp, alasan: str | None) -> None:
    keadaan = skp.keadaan
    told = keadaan.pejabat_penilai_id if aksi is AksiSkp.AJUKAN else keadaan.pegawai_id
    if told is not None:
        await work.tell(told, _TOLD[aksi], skp.id, alasan)


async def touch(skp: LockedSkp) -> None:
    """Say that something inside the SKP changed."""
    await write(skp)


async def write(skp: LockedSkp, **columns: Any) -> None:
    """Set columns of the SKP if it is still what was loaded. Raises ConflictError otherwise."""
    columns = {**columns, "diubah": now()}
    sets = ", ".join(f"{name} = ${number}" for number, name in enumerate(columns, start=4))
    params = [skp.id, skp.keadaan.status.value, skp.versi, *columns.values()]
    if not await execute(
        f"UPDATE skp SET versi = versi + 1, {sets} WHERE id = $1 AND status = $2 AND versi = $3",
        params,
    ):
        raise ConflictError
    skp.work.events.append(Event(SKP, skp.keadaan.pegawai_id))
