"""The tree that the unor would form after the import (pure)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from resolvers.impor.baris import KunciUnor

Induk = Mapping[KunciUnor, KunciUnor | None]  # of every unor; None makes it a root


@dataclass(frozen=True)
class Pohon:
    """`tingkat` is 1 for a root; a unor without one hangs on no root. `lingkaran` are the cycles,
    each from a unor up to itself again (exclusive)."""

    tingkat: dict[KunciUnor, int]
    lingkaran: list[list[KunciUnor]]


def bentuk_pohon(induk: Induk) -> Pohon:
    """The levels and the cycles of the tree; an induk that is not a key itself leads nowhere."""
    tingkat = _levels(induk)
    return Pohon(tingkat, list(_cycles(induk, tingkat)))


def _levels(induk: Induk) -> dict[KunciUnor, int]:
    anak: dict[KunciUnor | None, list[KunciUnor]] = {}
    for kunci, kunci_induk in induk.items():
        anak.setdefault(kunci_induk, []).append(kunci)
    tingkat: dict[KunciUnor, int] = {}
    level, current = 1, anak.get(None, [])
    while current:
        tingkat.update(dict.fromkeys(current, level))
        current = [child for kunci in current for child in anak.get(kunci, ())]
        level += 1
    return tingkat


def _cycles(induk: Induk, tingkat: Mapping[KunciUnor, int]) -> Iterator[list[KunciUnor]]:
    done: set[KunciUnor] = set()
    for start in induk:
        path: dict[KunciUnor, None] = {}
        current: KunciUnor | None = start
        while current is not None and current in induk and current not in tingkat:
            if current in path:
                way = list(path)
                yield way[way.index(current) :]
                break
            if current in done:
                break
            path[current] = None
            current = induk[current]
        done.update(path)
