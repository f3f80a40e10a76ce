"""Where units stand: the paths from the roots down, remembered."""

from collections.abc import Iterable
from dataclasses import dataclass

from cachetools import TTLCache

from models.database import any_of, fetch

REMEMBERED = 50_000  # unor
SECONDS = 30.0  # a change that nobody told of is seen after this long


@dataclass(frozen=True, slots=True)
class Tempat:
    """A unor: `jalur` holds the ids from its root down to itself."""

    id: int
    nama: str
    jalur: tuple[int, ...]
    instansi_id: int
    instansi_nama: str
    pimpinan_id: int | None


_TEMPAT = (
    "SELECT u.id, u.nama, u.jalur, u.pimpinan_id, i.id AS instansi_id, i.nama AS instansi_nama"
    " FROM unor u JOIN instansi i ON i.id = u.instansi_id WHERE "
)


class Pohon:
    """The units asked for, and for how long they are remembered."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Units were moved, renamed, or have another pimpinan. A reading that has begun already is
        not remembered."""
        self._known: TTLCache[int, Tempat] = TTLCache(REMEMBERED, SECONDS)
        self._roots: TTLCache[int, int] = TTLCache(REMEMBERED, SECONDS)

    async def tempat(self, unor_ids: Iterable[int]) -> dict[int, Tempat]:
        """These units, without those that do not exist; what is not remembered with one
        statement."""
        found = {id_: self._known.get(id_) for id_ in unor_ids}
        if missing := sorted(id_ for id_, known in found.items() if known is None):
            found.update(await self._read(any_of("u.id", "$1"), missing))
        return {id_: known for id_, known in found.items() if known is not None}

    async def root(self, instansi_id: int) -> Tempat | None:
        """The root of an instansi."""
        if known := self._known.get(self._roots.get(instansi_id, 0)):
            return known
        roots = self._roots
        read = await self._read("u.induk_id IS NULL AND u.instansi_id = $1", instansi_id)
        for root in read.values():
            roots[instansi_id] = root.id
            return root
        return None

    async def path(self, tempat: Tempat) -> list[Tempat]:
        """From the root down to `tempat`."""
        places = await self.tempat(tempat.jalur)
        return [places[id_] for id_ in tempat.jalur]

    async def _read(self, condition: str, value: object) -> dict[int, Tempat]:
        known = self._known
        rows = await fetch(_TEMPAT + condition, [value])
        read = {
            row["id"]: Tempat(
                row["id"],
                row["nama"],
                tuple(int(part) for part in row["jalur"].rstrip("/").split("/")),
                row["instansi_id"],
                row["instansi_nama"],
                row["pimpinan_id"],
            )
            for row in rows
        }
        known.update(read)
        return read
