"""Move a unor, and everything below it, to another place in its tree (manual 2)."""

from models.database import execute, fetch_value
from models.organisasi import Unor
from models.rules.aktor import Aktor
from models.rules.struktur import pindah_unor_refusals
from resolvers.unit_of_work import unit_of_work
from resolvers.unor.muat import instansi_of, keadaan_unor, load_unor
from resolvers.unor.tulis import tell_unor

_BELOW = "jalur >= $1 AND jalur < $1 || '~'"  # the unor of this path, and all below it


async def pindahkan(aktor: Aktor, unor_id: int, induk_id: int) -> int:
    """Returns the unor's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        unor = await load_unor(work, unor_id)
        await instansi_of(work, induk_id)  # the actor sees it
        induk = await keadaan_unor(induk_id)
        work.demand(pindah_unor_refusals(await keadaan_unor(unor.id), induk, await _tinggi(unor)))
        if unor.induk_id != induk_id:
            await _hang(unor, induk.id, induk.jalur)
            await tell_unor(work, unor, "PINDAHKAN", {"induk_id": induk_id})
    return unor_id


async def _tinggi(unor: Unor) -> int:
    """How many levels the unor and what is below it are high."""
    deepest = await fetch_value(
        f"SELECT max(length(jalur) - length(replace(jalur, '/', ''))) FROM unor WHERE {_BELOW}",
        [unor.jalur],
    )
    return int(deepest) - unor.jalur.count("/") + 1


async def _hang(unor: Unor, induk_id: int, jalur: str) -> None:
    """Every path of the subtree begins anew, in one statement."""
    await execute(
        f"UPDATE unor SET jalur = $2 || substr(jalur, $3),"
        f" induk_id = CASE WHEN id = $4 THEN $5 ELSE induk_id END WHERE {_BELOW}",
        [unor.jalur, f"{jalur}{unor.id}/", len(unor.jalur) + 1, unor.id, induk_id],
    )
