"""Changing a unor that is held: on record, and told to whoever shows the tree."""

from collections.abc import Mapping
from typing import Any

from models.organisasi import Unor
from models.rules.vocabulary import StatusJabatan
from resolvers.matriks.sinkron import say
from resolvers.unit_of_work import UnitOfWork
from subscriptions.events import STRUKTUR, Event


async def write_unor(work: UnitOfWork, unor: Unor, aksi: str, after: Mapping[str, Any]) -> None:
    """Set columns of the unor; nothing happens when they are so already."""
    changed = {name: value for name, value in after.items() if value != getattr(unor, name)}
    if changed:
        await Unor.filter(id=unor.id).update(**changed)
        await tell_unor(work, unor, aksi, changed)


async def tell_unor(work: UnitOfWork, unor: Unor, aksi: str, changed: Mapping[str, Any]) -> None:
    """Put on record what was changed of the unor, which is still as it was."""
    dari = {name: getattr(unor, name) for name in changed}
    await work.record("unor", unor.id, aksi, dari=dari, ke=changed)
    work.events.append(Event(STRUKTUR, unor.instansi_id))


async def write_pimpinan(
    work: UnitOfWork,
    unor: Unor,
    pimpinan_id: int | None = None,
    status: StatusJabatan = StatusJabatan.DEFINITIF,
) -> None:
    """Give the post to somebody, or to nobody."""
    after = {"pimpinan_id": pimpinan_id, "status_pimpinan": status}
    await write_unor(work, unor, "PIMPINAN_TETAPKAN", after)
    say(work, {id_ for id_ in (unor.pimpinan_id, pimpinan_id) if id_ is not None})


async def vacate_posts(work: UnitOfWork, pegawai_id: int, instansi_id: int) -> None:
    """Whatever somebody leads in an instansi, which is held, has no pimpinan any more."""
    for unor in await Unor.filter(pimpinan_id=pegawai_id, instansi_id=instansi_id).order_by("id"):
        await write_pimpinan(work, unor)
