"""The only transaction of a use case: opened here, committed at the edge, never nested."""

import json
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import structlog
from pydantic.alias_generators import to_camel
from tortoise.transactions import in_transaction

from models.counters import Shares, counting, move
from models.database import Dialect, any_of, dialect, execute, insert, is_conflict
from models.errors import ConflictError, Refused
from models.rules.aktor import Aktor
from models.rules.alasan import Alasan
from models.rules.vocabulary import JenisNotifikasi
from resolvers.akun.token import still_good
from subscriptions.events import NOTIFIKASI, Event
from subscriptions.exchange import publish

log = structlog.get_logger()

# Recorded values that are keys, and of which noun.
KEY_OF = {
    "skp_id": "skp",
    "asal_id": "skp",
    "pejabat_penilai_id": "pegawai",
    "anggota": "pegawai",
    "tim_kerja_id": "timkerja",
    "matriks_id": "matriks",
    "lampiran_id": "lampiran",
    "rhk_id": "rhk",
    "rhk_atasan_id": "rhk",
    "indikator_id": "indikator",
    "urutan": "rhk",
    "periode_id": "periodepenilaian",
    "rencana_aksi_id": "rencanaaksi",
    "progres_harian_id": "progresharian",
    "eviden_id": "eviden",
    "realisasi_id": "realisasi",
    "ekspektasi_id": "ekspektasi",
    "umpan_balik_id": "umpanbalik",
    "pemberi_id": "pegawai",
    "instansi_id": "instansi",
    "unor_id": "unor",
    "induk_id": "unor",
    "pimpinan_id": "pegawai",
    "usulan_atasan_id": "pegawai",
    "usulan_unor_id": "unor",
}


class PolicyNotConsultedError(RuntimeError):
    """A use case tried to commit without asking any policy: a mistake in the use case."""


@dataclass
class UnitOfWork:
    """What a use case does its work with. `moves` are made in the counters just before the commit,
    so that their rows, which many wait for, are locked for a moment only; `events` are published
    after it."""

    aktor: Aktor
    moves: Shares = field(default_factory=Shares)
    events: list[Event] = field(default_factory=list)
    consulted: bool = False

    def demand(self, *refusals: Iterable[Alasan]) -> None:
        """Let the policies speak: raises Refused with every reason there is."""
        self.consulted = True
        reasons = [reason for some in refusals for reason in some]
        if reasons:
            raise Refused(*reasons)

    async def lock_pegawai(self, *pegawai_ids: int) -> None:
        """Hold these people's rows: whatever changes a person's SKP takes turns. SQLite's
        transaction already holds the whole database."""
        if dialect() is Dialect.POSTGRES:
            await execute(
                "SELECT 1 FROM pegawai WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE",
                [sorted(pegawai_ids)],
            )

    async def lock_instansi(self, *instansi_ids: int) -> None:
        """As the function; before `lock_pegawai`, so that two never wait for each other."""
        await lock_instansi(*instansi_ids)

    async def mark(self) -> None:
        """Where `let_go` goes back to."""
        if dialect() is Dialect.POSTGRES:
            await execute("SAVEPOINT sebelum_kunci")

    async def let_go(self) -> None:
        """Give back what was locked since the mark, where nothing was written yet."""
        if dialect() is Dialect.POSTGRES:
            await execute("ROLLBACK TO SAVEPOINT sebelum_kunci")

    def counting(self, *pegawai_ids: int) -> AbstractAsyncContextManager[None]:
        """Count what the block changes for these people, whose rows are locked."""
        return counting(self.moves, *pegawai_ids)

    async def record(
        self,
        noun: str,
        noun_id: int,
        aksi: str,
        *,
        alasan: str | None = None,
        dari: Mapping[str, Any] | None = None,
        ke: Mapping[str, Any] | None = None,
    ) -> None:
        """Add to the audit trail. `dari` and `ke` are column values before and after."""
        await insert(
            "riwayat",
            noun=noun,
            noun_id=noun_id,
            aksi=aksi,
            pelaku_id=self.aktor.pegawai_id,
            waktu=now(),
            alasan=alasan,
            dari=_text(dari),
            ke=_text(ke),
        )

    async def tell(
        self,
        pegawai_id: int,
        jenis: JenisNotifikasi,
        skp_id: int | None = None,
        alasan: str | None = None,
        koreksi_id: int | None = None,
    ) -> None:
        """Let a person know what the actor did, to an SKP or a koreksi if it is about one."""
        await insert(
            "notifikasi",
            pegawai_id=pegawai_id,
            jenis=jenis.value,
            skp_id=skp_id,
            koreksi_id=koreksi_id,
            pelaku_id=self.aktor.pegawai_id,
            alasan=alasan,
            waktu=now(),
        )
        self.events.append(Event(NOTIFIKASI, pegawai_id))


@asynccontextmanager
async def unit_of_work(aktor: Aktor) -> AsyncIterator[UnitOfWork]:
    """Open the transaction, commit it when the block ends, then publish its events.

    Raises UnauthenticatedError when the actor's account is no longer what his token says, and
    ConflictError when somebody else's change came first.
    """
    work = UnitOfWork(aktor)
    try:
        async with in_transaction(dialect().value):
            await still_good(aktor)
            yield work
            if not work.consulted:
                raise PolicyNotConsultedError
            work.events += [Event(*cell) for cell in await move(work.moves)]
    except Exception as error:
        publish(work.events)  # it may stand: the answer to COMMIT can be what was lost
        if not is_conflict(error):
            raise
        log.warning("perubahan bertabrakan", aktor=aktor.akun_id, sebab=str(error))
        raise ConflictError from error
    publish(work.events)


async def lock_instansi(*instansi_ids: int) -> None:
    """Hold these instansi, or all of them: whatever changes the tree of an instansi, or who stands
    where in it, takes turns. Rows that only refer to it are not kept waiting."""
    if dialect() is Dialect.POSTGRES:
        chosen = f"WHERE {any_of('id', '$1')}" if instansi_ids else ""
        await execute(
            f"SELECT 1 FROM instansi {chosen} ORDER BY id FOR NO KEY UPDATE",
            [sorted(instansi_ids)] if instansi_ids else [],
        )


def now() -> datetime:
    """The time as the tables keep it: UTC, whole milliseconds."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def _text(values: Mapping[str, Any] | None) -> str | None:
    if values is None:
        return None
    named = {to_camel(name): _shown(name, value) for name, value in values.items()}
    return json.dumps(named, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> str:
    """What JSON has no form of, as clients know it."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return str(value)


def _shown(name: str, value: Any) -> Any:
    """A key as clients know it: with the noun that it belongs to."""
    noun = KEY_OF.get(name)
    if noun is None or value is None:
        return value
    return [f"{noun}_{key}" for key in value] if isinstance(value, list) else f"{noun}_{value}"
