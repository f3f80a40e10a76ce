"""The curve of a unor, watched: its figures, and what they are held against."""

from collections.abc import Collection, Hashable
from typing import Self

from models.counters import PENILAIAN
from models.kurva import Acuan, read_acuan_unor
from models.penilaian import PeriodePenilaian
from models.statistik import Lingkup, Pandangan
from subscriptions.events import ACUAN, Event
from subscriptions.pohon import Pohon
from subscriptions.statistik import StatistikTopic


class KurvaUnorTopic(StatistikTopic):
    """As the dashboard of the ratings; `acuan` may change while no figure does."""

    def __init__(self, lingkup: Lingkup, periode: PeriodePenilaian) -> None:
        super().__init__(Pandangan(lingkup, PENILAIAN, periode.id))
        self._periode = periode
        self.acuan: Acuan | None = None

    @property
    def key(self) -> Hashable:
        return KurvaUnorTopic, self.pandangan

    @classmethod
    async def refresh(
        cls, topics: Collection[Self], events: Collection[Event], pohon: Pohon
    ) -> Collection[Self]:
        changed = {*await super().refresh(topics, events, pohon)}
        instansi = {event.id for event in events if event.jenis == ACUAN}
        held = [one for one in topics if 0 in instansi or one._periode.instansi_id in instansi]
        return changed | await cls._held_anew(held)

    @classmethod
    async def reread(cls, topics: Collection[Self]) -> Collection[Self]:
        return {*await super().reread(topics)} | await cls._held_anew(topics)

    @classmethod
    async def _held_anew(cls, topics: Collection[Self]) -> set[Self]:
        """Those that are held against something else now."""
        read = [(topic, await topic._read_acuan()) for topic in topics]
        return {topic for topic, acuan in read if topic._take(acuan)}

    async def _read_acuan(self) -> Acuan:
        assert self.pandangan.lingkup.unor_id is not None
        return await read_acuan_unor(self._periode, self.pandangan.lingkup.unor_id)

    def _take(self, acuan: Acuan) -> bool:
        """Hold the figures against `acuan`; whether that is a change."""
        if acuan == self.acuan:
            return False
        self.acuan = acuan
        self.versi += 1
        return True
