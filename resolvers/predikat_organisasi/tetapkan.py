"""Say how a unor did in a periode; that picks the ideal curve (docs/aturan.md: penilaian)."""

from models.database import Dialect, dialect
from models.errors import NotFoundError
from models.penilaian import PeriodePenilaian, PredikatOrganisasi
from models.rules.admin import admin_refusals
from models.rules.aktor import Aktor
from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.vocabulary import KinerjaOrganisasi
from models.scopes import unor as unor_scope
from resolvers.in_scope import select_in_scope
from resolvers.kurva.periode import periode_in_scope
from resolvers.unit_of_work import UnitOfWork, unit_of_work
from subscriptions.events import ACUAN, Event


async def tetapkan(
    aktor: Aktor, unor_id: int, periode_id: int, predikat: KinerjaOrganisasi | None
) -> int:
    """None removes it. Returns the unor's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        instansi_id = await _lock(aktor, unor_id)
        periode = await periode_in_scope(aktor, periode_id)
        work.demand(admin_refusals(aktor, instansi_id), _periode_refusals(periode, instansi_id))
        found = PredikatOrganisasi.filter(unor_id=unor_id, periode_id=periode_id)
        row = await found.get_or_none()
        before = row.predikat if row else None
        if predikat != before:
            await found.delete()
            if predikat:
                await PredikatOrganisasi.create(
                    unor_id=unor_id, periode_id=periode_id, predikat=predikat
                )
            await _record(work, unor_id, periode_id, before, predikat)
            work.events.append(Event(ACUAN, instansi_id))
    return unor_id


async def _lock(aktor: Aktor, unor_id: int) -> int:
    """Hold the unor's row, so that two who rate it take turns; its instansi."""
    locking = "FOR NO KEY UPDATE" if dialect() is Dialect.POSTGRES else ""
    rows = await select_in_scope(
        "unor", unor_scope, aktor, unor_id, "t.instansi_id", locking=locking
    )
    if not rows:
        raise NotFoundError
    instansi_id: int = rows[0]["instansi_id"]
    return instansi_id


def _periode_refusals(periode: PeriodePenilaian, instansi_id: int) -> tuple[Alasan, ...]:
    if periode.instansi_id == instansi_id:
        return ()
    return (
        Alasan(
            KodeKesalahan.LINTAS_INSTANSI,
            "Periode itu milik instansi lain. Pilih periode dari instansi unor ini.",
            ("input", "periodeId"),
        ),
    )


async def _record(
    work: UnitOfWork,
    unor_id: int,
    periode_id: int,
    before: KinerjaOrganisasi | None,
    after: KinerjaOrganisasi | None,
) -> None:
    # The periode stands in `ke` alone, so that it shows as a part of what was done.
    dari, ke = {"predikat": before}, {"periode_id": periode_id, "predikat": after}
    await work.record("unor", unor_id, "PREDIKAT_ORGANISASI_TETAPKAN", dari=dari, ke=ke)
