"""What others may want to hear of, after a commit. Ids only: who cares reads again."""

from typing import NamedTuple

STRUKTUR, NOTIFIKASI, SKP = "struktur", "notifikasi", "skp"


class Event(NamedTuple):
    """Something changed: a cell of a counter (`models.counters.Cell`); the tree, the names or the
    pimpinan of an instansi's unor (STRUKTUR, its id; 0 for any); what a person is told
    (NOTIFIKASI, his id); an SKP of a person, what hangs on it, or his matrices and teams (SKP, his
    id)."""

    jenis: str
    id: int
    kunci: int = 0
