"""What others may want to hear of, after a commit. Ids only: who cares reads again."""

from typing import NamedTuple

STRUKTUR, NOTIFIKASI, SKP, ACUAN = "struktur", "notifikasi", "skp", "acuan"


class Event(NamedTuple):
    """Something changed: a cell of a counter (`models.counters.Cell`); the tree, the names or the
    pimpinan of an instansi's unor (STRUKTUR, its id; 0 for any); what a person is told
    (NOTIFIKASI, his id; 0 for anybody); an SKP of a person, what hangs on it, or his matrices and
    teams (SKP, his id); the periods of an instansi, or what its curves are held against (ACUAN, its
    id; 0 for all)."""

    jenis: str
    id: int
    kunci: int = 0
