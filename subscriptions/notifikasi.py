"""What people are told, watched: a topic holds no more than how things stood."""

from collections.abc import Collection, Hashable
from typing import ClassVar, Self

from models.database import any_of, fetch
from subscriptions.events import NOTIFIKASI, Event
from subscriptions.pohon import Pohon
from subscriptions.topic import Slot


class NotifikasiTopic:
    """The notifications of one person; whoever shows them reads them again."""

    READ_TOGETHER: ClassVar[int] = 1000

    def __init__(self, pegawai_id: int) -> None:
        self.pegawai_id = pegawai_id
        self.versi = 0
        self.slots: set[Slot] = set()
        self._stand: tuple[int, int] | None = None  # the last one's id, and how many are unread

    @property
    def key(self) -> Hashable:
        return NotifikasiTopic, self.pegawai_id

    @classmethod
    async def refresh(
        cls,
        topics: Collection[Self],
        events: Collection[Event],
        pohon: Pohon,  # noqa: ARG003 - every topic's signature
    ) -> Collection[Self]:
        told = {event.id for event in events if event.jenis == NOTIFIKASI}
        return await cls.reread([one for one in topics if 0 in told or one.pegawai_id in told])

    @classmethod
    async def reread(cls, topics: Collection[Self]) -> Collection[Self]:
        """See how things stand for everybody, with one statement."""
        stands = await _stands([topic.pegawai_id for topic in topics]) if topics else {}
        return [topic for topic in topics if topic.update(stands.get(topic.pegawai_id, (0, 0)))]

    def update(self, stand: tuple[int, int]) -> bool:
        """Take `stand` as how things stand; whether that is a change."""
        if stand == self._stand:
            return False
        self._stand = stand
        self.versi += 1
        return True


async def _stands(pegawai_ids: Collection[int]) -> dict[int, tuple[int, int]]:
    rows = await fetch(
        "SELECT p.id, (SELECT max(n.id) FROM notifikasi n WHERE n.pegawai_id = p.id) AS terakhir,"
        " (SELECT count(*) FROM notifikasi n WHERE n.pegawai_id = p.id AND n.dibaca IS NULL)"
        f" AS belum_dibaca FROM pegawai p WHERE {any_of('p.id', '$1')}",
        [sorted(pegawai_ids)],
    )
    return {row["id"]: (row["terakhir"] or 0, int(row["belum_dibaca"])) for row in rows}
