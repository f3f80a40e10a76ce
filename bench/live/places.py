"""The organisation that the live parts act in, as arithmetic: who measures knows which id is whose.

Every unor of a block is led by its first pegawai, who rates the others; he himself is rated by the
pimpinan of the unor above. The ids of a pegawai's account, session and SKP are his own plus an
offset, so that no two kinds of id are ever the same number.
"""

from collections.abc import Iterator
from dataclasses import dataclass

TAHUN = 2026
FIRST_INSTANSI = 901
FIRST_UNOR = 100_001
FIRST_PEGAWAI = 1_000_001
AKUN, SESI, SKP = 10_000_000, 20_000_000, 30_000_000  # beyond the id of the pegawai


@dataclass(frozen=True)
class Person:
    """A pegawai; the ids of what is his follow from his own."""

    id: int
    instansi_id: int

    @property
    def skp(self) -> str:
        """The global id of his SKP."""
        return f"skp_{self.id + SKP}"


@dataclass(frozen=True)
class Block:
    """`count` unor below the same `induk` (0: a root), each of a pimpinan and `staff` more.

    `atasan` is the pegawai who rates the pimpinan, 0 for nobody.
    """

    instansi_id: int
    first_unor: int
    count: int
    induk: int
    atasan: int
    staff: int
    first_pegawai: int

    @property
    def size(self) -> int:
        """People of a unor."""
        return self.staff + 1

    def unor(self, place: int) -> int:
        """The id of the unor at `place`, from 0."""
        return self.first_unor + place

    def pimpinan(self, place: int) -> Person:
        """Who leads it."""
        return Person(self.first_pegawai + place * self.size, self.instansi_id)

    def anggota(self, place: int, number: int) -> Person:
        """One of its staff, from 0."""
        return Person(self.pimpinan(place).id + 1 + number, self.instansi_id)


class _Builder:
    """Gives out ids."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._unor, self._pegawai = FIRST_UNOR, FIRST_PEGAWAI

    def add(
        self, instansi_id: int, count: int, staff: int, under: Block | None, at: int = 0
    ) -> Block:
        induk, atasan = (under.unor(at), under.pimpinan(at).id) if under else (0, 0)
        block = Block(instansi_id, self._unor, count, induk, atasan, staff, self._pegawai)
        self._unor += count
        self._pegawai += count * block.size
        self.blocks.append(block)
        return block


UNITS = 48  # below the root of each of the twins
CHANGED = 40  # of them, in one event
BRANCHES, LEAVES = 3, 40  # units of the first twin with unor below them, and how many
ONE_UNOR_STAFF = 4_800
MANY_UNOR, MANY_STAFF = 1_000, 5
OTHERS, OTHERS_UNOR = 36, 10  # instansi that only stand there

_made = _Builder()


def _twin(number: int) -> tuple[Block, Block]:
    root = _made.add(FIRST_INSTANSI + number, 1, 0, None)
    return root, _made.add(FIRST_INSTANSI + number, UNITS, 4, root)


# Two instansi of one shape: one with subscribers, one to measure everything else by.
WATCHED_ROOT, WATCHED = _twin(0)
TWIN_ROOT, TWIN = _twin(1)
LEAF_BLOCKS = [_made.add(FIRST_INSTANSI, LEAVES, 2, WATCHED, branch) for branch in range(BRANCHES)]
ONE_ROOT = _made.add(FIRST_INSTANSI + 2, 1, 0, None)
ONE = _made.add(FIRST_INSTANSI + 2, 1, ONE_UNOR_STAFF, ONE_ROOT)
MANY_ROOT = _made.add(FIRST_INSTANSI + 3, 1, 0, None)
MANY = _made.add(FIRST_INSTANSI + 3, MANY_UNOR, MANY_STAFF, MANY_ROOT)
for _other in range(4, 4 + OTHERS):
    _root = _made.add(FIRST_INSTANSI + _other, 1, 0, None)
    _made.add(FIRST_INSTANSI + _other, OTHERS_UNOR, 2, _root)

BLOCKS = tuple(_made.blocks)
INSTANSI = range(FIRST_INSTANSI, FIRST_INSTANSI + 4 + OTHERS)
SUPER_ADMIN = MANY_ROOT.pimpinan(0)


def people_of_one() -> Iterator[Person]:
    """The staff of the one large unor."""
    return (ONE.anggota(0, number) for number in range(ONE.staff))


def people_of_many() -> Iterator[Person]:
    """The staff of the thousand, one of each before the second of any."""
    for number in range(MANY.staff):
        yield from (MANY.anggota(place, number) for place in range(MANY.count))
