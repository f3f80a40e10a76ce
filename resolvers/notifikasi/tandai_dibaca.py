"""Mark notifications as read."""

from collections.abc import Sequence

from models.database import any_of, execute
from models.rules.aktor import Aktor
from resolvers.unit_of_work import now, unit_of_work
from subscriptions.events import NOTIFIKASI, Event


async def tandai_dibaca(aktor: Aktor, ids: Sequence[int] | None) -> int:
    """Mark these, or all for None, of one's own; others' are left alone, whoever names them.
    Returns the account's id."""
    params: list[object] = [aktor.pegawai_id, now()]
    which = "dibaca IS NULL AND pegawai_id = $1"
    if ids is not None:
        params.append(list(ids))
        which += f" AND {any_of('id', '$3')}"
    async with unit_of_work(aktor) as work:
        work.demand()  # one's own, by the condition above
        if await execute(f"UPDATE notifikasi SET dibaca = $2 WHERE {which}", params):
            work.events.append(Event(NOTIFIKASI, aktor.pegawai_id))
    return aktor.akun_id
