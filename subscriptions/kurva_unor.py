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
        if any(event.jenis == ACUAN for event in events):
            changed |= {*await cls._reread_acuan(topics)}
        return changed

    @classmethod
    async def reread(cls, topics: Collection[Self]) -> Collection[Self]:
        read = [(topic, await topic._read_acuan()) for topic in topics]
        changed = {*await super().reread(topics)}
        return changed | {topic for topic, acuan in read if topic._take(acuan)}

    @classmethod
    async def _reread_acuan(cls, topics: Collection[Self]) -> Collection[Self]:
        read = [(topic, await topic._read_acuan()) for topic in topics]
        return [topic for topic, acuan in read if topic._take(acuan)]

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
