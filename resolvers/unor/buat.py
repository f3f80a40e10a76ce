"""Found a unor below another one (manual 2: Manajemen Unor)."""

from dataclasses import asdict

from models.organisasi import Unor
from models.rules.aktor import Aktor
from models.rules.struktur import induk_refusals
from resolvers.unit_of_work import unit_of_work
from resolvers.unor.isi import IsiUnor, isi_refusals
from resolvers.unor.muat import keadaan_unor, load_unor
from subscriptions.events import STRUKTUR, Event


async def buat(aktor: Aktor, induk_id: int, isi: IsiUnor) -> int:
    """Returns the new unor's id. Raises NotFoundError, Refused."""
    isi = isi.cleaned()
    async with unit_of_work(aktor) as work:
        induk = await load_unor(work, induk_id)
        work.demand(
            induk_refusals(await keadaan_unor(induk.id)),
            await isi_refusals(induk.instansi_id, isi),
        )
        unor = await Unor.create(
            **asdict(isi), instansi_id=induk.instansi_id, induk_id=induk.id, jalur=""
        )
        await Unor.filter(id=unor.id).update(jalur=f"{induk.jalur}{unor.id}/")
        await work.record("unor", unor.id, "BUAT", ke={"induk_id": induk.id, **asdict(isi)})
        work.events.append(Event(STRUKTUR, induk.instansi_id))
    return unor.id
