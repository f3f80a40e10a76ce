"""Figures that are watched: what changed is added up again, and nothing else."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import replace
from typing import ClassVar, Self, TypeVar

from models.counters import HITUNGAN, PEGAWAI, PENILAIAN
from models.statistik import (
    PENILAIAN_AKHIR,
    Jumlah,
    Pandangan,
    Statistik,
    read_jumlah,
    read_statistik,
)
from subscriptions.events import Event
from subscriptions.pohon import Pohon, Tempat
from subscriptions.topic import Slot


class StatistikTopic:
    """A view that somebody watches. Who has a `versi` below `whole_at` needs everything: a unit
    came or went."""

    READ_TOGETHER: ClassVar[int] = 1

    def __init__(self, pandangan: Pandangan) -> None:
        self.pandangan = pandangan
        self.versi = 0
        self.slots: set[Slot] = set()
        self.state: Statistik | None = None
        self._changed: dict[int, int] = {}  # a unit's id → the versi that it changed at
        self.whole_at = 0

    @property
    def key(self) -> Hashable:
        return self.pandangan

    @property
    def figures(self) -> tuple[str, int]:
        """Which counters it adds up."""
        return self.pandangan.hitungan, self.pandangan.kunci

    @classmethod
    async def refresh(
        cls, topics: Collection[Self], events: Collection[Event], pohon: Pohon
    ) -> Collection[Self]:
        """Add up again what the events changed, with one statement for each kind of figures and
        tahun, whatever the number of views."""
        shown = await _shown(topics, events, pohon)
        wanted: dict[tuple[str, int], set[int]] = defaultdict(set)
        for topic, unor_ids in shown.items():
            wanted[topic.figures] |= unor_ids
        read = {
            figures: await read_jumlah(*figures, unor_ids) for figures, unor_ids in wanted.items()
        }
        return [
            topic
            for topic, unor_ids in shown.items()
            if topic.add_up(
                {id_: sums for id_, sums in read[topic.figures].items() if id_ in unor_ids}
            )
        ]

    @classmethod
    async def reread(cls, topics: Collection[Self]) -> Collection[Self]:
        read = [(topic, await read_statistik(topic.pandangan)) for topic in topics]
        return [topic for topic, state in read if topic.update(state)]

    def since(self, versi: int | None) -> Statistik:
        """What changed since `versi`; everything for None. Raises AssertionError before the first
        reading."""
        assert self.state is not None
        if versi is None or versi < self.whole_at:
            return self.state
        unit = self.state.unit
        changed = {id_: unit[id_] for id_, at in self._changed.items() if at > versi}
        return replace(self.state, unit=changed, lengkap=False)

    def update(self, now: Statistik) -> bool:
        """Take `now` as the state; whether that is a change.

        Its versi is above the last one even where the sum over the counters is not: a unor that
        leaves takes its share along.
        """
        before = self.state
        if before is None:
            self.versi = self.whole_at = max(1, now.versi)
            self.state = replace(now, versi=self.versi)
            return True
        changed = [id_ for id_, unit in now.unit.items() if before.unit.get(id_) != unit]
        same_units = before.unit.keys() == now.unit.keys()
        same_totals = (before.utama, before.langsung) == (now.utama, now.langsung)
        if not changed and same_units and same_totals:
            return False
        self.versi = max(now.versi, self.versi + 1)
        self.state = replace(now, versi=self.versi)
        if same_units:
            self._changed.update(dict.fromkeys(changed, self.versi))
        else:
            self._changed, self.whole_at = {}, self.versi
        return True

    def add_up(self, jumlah: Mapping[int, Jumlah]) -> bool:
        """Take the sums below some of the unor; whether that is a change."""
        return self.state is not None and self.update(self.state.now(jumlah))

    def concerned(self, tempat: Tempat) -> Iterable[int]:
        """The unor that this view adds up and `tempat` is below; itself, if it is the top."""
        top = self.pandangan.lingkup.unor_id
        if top is None:
            return tempat.jalur[:1]
        if top == tempat.id:
            return (top,)
        if top not in tempat.jalur:
            return ()
        below = tempat.jalur[tempat.jalur.index(top) + 1 :]
        return below if self.pandangan.semua else below[:1]


T = TypeVar("T", bound=StatistikTopic)


async def _shown(
    topics: Collection[T], events: Collection[Event], pohon: Pohon
) -> dict[T, set[int]]:
    """For each topic that shows any of the events the unor to add up again."""
    by_top: dict[int | None, list[T]] = defaultdict(list)
    for topic in topics:
        by_top[topic.pandangan.lingkup.unor_id].append(topic)
    counted = [event for event in events if event.jenis in HITUNGAN]
    places = await pohon.tempat({event.id for event in counted})
    shown: dict[T, set[int]] = defaultdict(set)
    for event in counted:
        if tempat := places.get(event.id):
            for top in (None, *tempat.jalur):
                for topic in by_top.get(top, ()):
                    if _touches(event, topic.pandangan):
                        shown[topic].update(topic.concerned(tempat))
    return shown


def _touches(event: Event, pandangan: Pandangan) -> bool:
    if event.jenis == PEGAWAI:  # the people themselves are part of every kind
        return True
    if pandangan.hitungan == PENILAIAN_AKHIR:
        return event.jenis == PENILAIAN  # whichever periode is the last of the year
    return (event.jenis, event.kunci) == (pandangan.hitungan, pandangan.kunci)
