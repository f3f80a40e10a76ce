"""Which dashboards an actor may open (domain: dashboards, access)."""

from dataclasses import dataclass

from models.database import Row, any_of, fetch
from models.errors import BadInputError, NotFoundError
from models.pengisian import NASIONAL, Lingkup
from models.rules.aktor import Aktor
from models.rules.vocabulary import JenisLingkup, Peran

NO_NATIONAL = (
    "Dashboard nasional tidak tersedia untuk akun Anda. Sebutkan instansiId atau unorId Anda."
)


@dataclass(frozen=True)
class Akses:
    """A scope that the actor may open, and those above it that he may open too, topmost first."""

    lingkup: Lingkup
    jejak: tuple[Lingkup, ...]


async def buka(aktor: Aktor, instansi_id: int | None, unor_id: int | None) -> Akses:
    """The scope asked for: nasional without ids. Raises NotFoundError, BadInputError."""
    if instansi_id is not None and unor_id is not None:
        raise BadInputError("Sebutkan salah satu saja: instansiId atau unorId.")
    if unor_id is not None:
        path = await _path_of("u.id = $1", unor_id)
    elif instansi_id is not None:
        path = (await _path_of("u.induk_id IS NULL AND u.instansi_id = $1", instansi_id))[:2]
    else:
        path = [NASIONAL]
    allowed = await _from_first_allowed(aktor, path)
    return Akses(allowed[-1], tuple(allowed[:-1]))


async def _path_of(condition: str, value: int) -> list[Lingkup]:
    """Nasional, the instansi, and the unor from below its root down to the one asked for."""
    asked = await fetch(
        f"SELECT u.jalur, i.id, i.nama, u.instansi_id FROM unor u"
        f" JOIN instansi i ON i.id = u.instansi_id WHERE {condition}",
        [value],
    )
    if not asked:
        raise NotFoundError
    ids = [int(part) for part in asked[0]["jalur"].rstrip("/").split("/")]
    rows: list[Row] = await fetch(f"SELECT id, nama FROM unor WHERE {any_of('id', '$1')}", [ids])
    names = {row["id"]: row["nama"] for row in rows}
    instansi = Lingkup(JenisLingkup.INSTANSI, asked[0]["nama"], asked[0]["id"], ids[0])
    # The root's view is the instansi's: it stands in a path only when it is what was asked for.
    below = [Lingkup(JenisLingkup.UNOR, names[id_], id_, id_) for id_ in ids[1:] or ids]
    return [NASIONAL, instansi, *below]


async def _from_first_allowed(aktor: Aktor, path: list[Lingkup]) -> list[Lingkup]:
    """The part of `path` that the actor may open: whoever may open a scope may open all below."""
    for place, lingkup in enumerate(path):
        if await _may_open(aktor, lingkup):
            return path[place:]
    raise NotFoundError(NO_NATIONAL if path == [NASIONAL] else None)


async def _may_open(aktor: Aktor, lingkup: Lingkup) -> bool:
    if aktor.peran is Peran.SUPER_ADMIN:
        return True
    if lingkup.jenis is JenisLingkup.INSTANSI and lingkup.id == aktor.admin_instansi_id:
        return True
    if lingkup.unor_id is None:
        return False
    leads = await fetch(
        "SELECT 1 FROM unor WHERE id = $1 AND pimpinan_id = $2", [lingkup.unor_id, aktor.pegawai_id]
    )
    return bool(leads)
