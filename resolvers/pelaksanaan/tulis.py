"""Writing what hangs on an SKP in a periode: the row, the SKP's versi, the audit trail."""

from typing import Any

from tortoise.models import Model

from resolvers.skp.tulis import LockedSkp, touch
from resolvers.unit_of_work import UnitOfWork


async def add(work: UnitOfWork, skp: LockedSkp, model: type[Model], **values: Any) -> int:
    """A new row; its key."""
    row = await model.create(**values)
    key = int(row.pk)
    await _written(work, skp, model, "TAMBAH", ke=_keyed(model, key) | values)
    return key


async def change(work: UnitOfWork, skp: LockedSkp, row: Model, **values: Any) -> None:
    """Give the row these values; nothing happens when it has them."""
    before = {name: getattr(row, name) for name in values}
    if before == values:
        return
    model, key = type(row), _keyed(type(row), row.pk)
    await model.filter(pk=row.pk).update(**values)
    await _written(work, skp, model, "UBAH", dari=key | before, ke=key | values)


async def remove(work: UnitOfWork, skp: LockedSkp, row: Model) -> None:
    """Take the row away; the audit trail keeps what was in it."""
    columns = type(row)._meta.db_fields - {type(row)._meta.pk_attr}
    content = {name: getattr(row, name) for name in sorted(columns)}
    await row.delete()
    await _written(work, skp, type(row), "HAPUS", dari=_keyed(type(row), row.pk) | content)


async def settle(
    work: UnitOfWork,
    skp: LockedSkp,
    model: type[Model],
    place: dict[str, Any],
    values: dict[str, Any] | None,
) -> None:
    """The only row at `place` holds these values from now on; without values there is none."""
    row = await model.get_or_none(**place)
    if row is None:
        if values is not None:
            await add(work, skp, model, **place, **values)
    elif values is None:
        await remove(work, skp, row)
    else:
        await change(work, skp, row, **values)


async def _written(
    work: UnitOfWork,
    skp: LockedSkp,
    model: type[Model],
    aksi: str,
    *,
    dari: dict[str, Any] | None = None,
    ke: dict[str, Any] | None = None,
) -> None:
    await touch(skp)
    await work.record("skp", skp.id, f"{model._meta.db_table.upper()}_{aksi}", dari=dari, ke=ke)


def _keyed(model: type[Model], key: int) -> dict[str, Any]:
    return {f"{model._meta.db_table}_id": key}
