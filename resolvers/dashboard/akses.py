"""Which dashboards an actor may open (docs/aturan.md: dashboards, access)."""

from dataclasses import dataclass

from models.errors import BadInputError, NotFoundError
from models.rules.aktor import Aktor
from models.rules.vocabulary import JenisLingkup, Peran
from models.statistik import NASIONAL, Lingkup
from subscriptions.pohon import Pohon, Tempat

NO_NATIONAL = (
    "Dashboard nasional tidak tersedia untuk akun Anda. Sebutkan instansiId atau unorId Anda."
)


@dataclass(frozen=True)
class Akses:
    """A scope that the actor may open, and those above it that he may open too, topmost first."""

    lingkup: Lingkup
    jejak: tuple[Lingkup, ...]


async def buka(pohon: Pohon, aktor: Aktor, instansi_id: int | None, unor_id: int | None) -> Akses:
    """The scope asked for: nasional without ids. Raises NotFoundError, BadInputError."""
    if instansi_id is not None and unor_id is not None:
        raise BadInputError("Sebutkan salah satu saja: instansiId atau unorId.")
    if unor_id is not None:
        place = (await pohon.tempat([unor_id])).get(unor_id)
        path = await _path(pohon, place)
    elif instansi_id is not None:
        path = (await _path(pohon, await pohon.root(instansi_id)))[:2]
    else:
        path = [(NASIONAL, None)]
    allowed = _from_first_allowed(aktor, path)
    return Akses(allowed[-1], tuple(allowed[:-1]))


Step = tuple[Lingkup, int | None]  # a scope, and the pimpinan of its unor


async def _path(pohon: Pohon, place: Tempat | None) -> list[Step]:
    """Nasional, the instansi, and the unor from below its root down to `place`."""
    if place is None:
        raise NotFoundError
    root, *below = await pohon.path(place)
    instansi = Lingkup(JenisLingkup.INSTANSI, place.instansi_nama, place.instansi_id, root.id)
    # The root's view is the instansi's: it stands in a path only when it is what was asked for.
    steps: list[Step] = [(NASIONAL, None), (instansi, root.pimpinan_id)]
    return steps + [
        (Lingkup(JenisLingkup.UNOR, one.nama, one.id, one.id), one.pimpinan_id)
        for one in below or [root]
    ]


def _from_first_allowed(aktor: Aktor, path: list[Step]) -> list[Lingkup]:
    """The part of `path` that the actor may open: whoever may open a scope may open all below."""
    for place, (lingkup, pimpinan_id) in enumerate(path):
        if _may_open(aktor, lingkup, pimpinan_id):
            return [step for step, _ in path[place:]]
    raise NotFoundError(NO_NATIONAL if len(path) == 1 else None)


def _may_open(aktor: Aktor, lingkup: Lingkup, pimpinan_id: int | None) -> bool:
    if aktor.peran is Peran.SUPER_ADMIN:
        return True
    if lingkup.jenis is JenisLingkup.INSTANSI and lingkup.id == aktor.admin_instansi_id:
        return True
    return pimpinan_id == aktor.pegawai_id
