"""Set a periode of an instansi (docs/aturan.md: penilaian)."""

from dataclasses import asdict

from models.errors import NotFoundError
from models.penilaian import PeriodePenilaian
from models.rules.admin import admin_refusals
from models.rules.aktor import Aktor
from models.rules.periode_penilaian import IsiPeriode, isi_refusals, kembar_refusals
from models.rules.teks import given_refusals
from models.rules.vocabulary import Peran
from models.scopes import instansi as instansi_scope
from resolvers.in_scope import select_in_scope
from resolvers.periode_penilaian.muat import NOUN, others
from resolvers.unit_of_work import unit_of_work
from subscriptions.events import ACUAN, Event


async def buat(aktor: Aktor, instansi_id: int | None, isi: IsiPeriode) -> int:
    """Without `instansi_id` of the instansi that the actor administers; a SUPER_ADMIN names one.

    Returns the new periode's id. Raises NotFoundError, Refused.
    """
    isi = isi.cleaned()
    if aktor.peran is not Peran.SUPER_ADMIN:
        instansi_id = instansi_id or aktor.instansi_dikelola_id
    async with unit_of_work(aktor) as work:
        work.demand(given_refusals(instansi_id, "instansiId", "Instansi"))
        assert instansi_id is not None
        if not await select_in_scope("instansi", instansi_scope, aktor, instansi_id, "1"):
            raise NotFoundError
        work.demand(admin_refusals(aktor, instansi_id))
        work.demand(isi_refusals(isi), kembar_refusals(isi, await others(instansi_id, isi.tahun)))
        periode = await PeriodePenilaian.create(instansi_id=instansi_id, **asdict(isi))
        work.events.append(Event(ACUAN, instansi_id))
        await work.record(NOUN, periode.id, "BUAT", ke=asdict(isi))
    return periode.id
