"""What a random world is drawn with."""

from collections.abc import Container
from datetime import UTC, datetime
from random import Random
from typing import TypeVar

from tests.naif.data import Data
from tests.naif.texts import NAMA, mark

T = TypeVar("T")

TAHUN = (2025, 2026)
# Few, so that some are equal; in whole milliseconds, as the service keeps them.
WAKTU = (
    datetime(2025, 12, 31, 23, 59, 59, 999_000, tzinfo=UTC),
    datetime(2026, 1, 31, 8, 5, 9, 123_000, tzinfo=UTC),
    datetime(2026, 2, 1, tzinfo=UTC),
    datetime(2026, 2, 28, 12, 0, 0, 7_000, tzinfo=UTC),
)


class Draws:
    """A world in the making, and chance."""

    def __init__(self, acak: Random, data: Data) -> None:
        self.acak = acak
        self.data = data

    def keys(self, count: int, taken: Container[int] = ()) -> list[int]:
        """Distinct keys in no order: neither insertion nor the tree says which comes first."""
        free = [key for key in range(1, max(40, 2 * count)) if key not in taken]
        return self.acak.sample(free, count)

    def kode(self, noun: str, key: int, limit: int) -> str:
        """Unique, since it begins with the row's mark."""
        return f"{mark(noun, key)}{self.nama()}"[:limit]

    def nama(self) -> str:
        return self.acak.choice(NAMA)

    def chance(self, percent: int) -> bool:
        return self.acak.randrange(100) < percent

    def perhaps(self, value: T, percent: int = 50) -> T | None:
        return value if self.chance(percent) else None
