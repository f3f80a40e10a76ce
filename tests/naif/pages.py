"""Connections over a Python list: sorted, and cut behind the cursor."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tests.naif.errors import BadInputError

DEFAULT_FIRST = 20
MOST_FIRST = 100

Keys = Callable[[Any], tuple[Any, ...]]


class Cursor(str):
    """Where a row stands in its list. Opaque to clients: two that say the same are the same."""

    __slots__ = ()

    def says_as(self, other: object) -> bool:
        """Whether another text holds the same values, however it spells them."""
        if not isinstance(other, str):
            return False
        try:
            values = json.loads(other)
        except ValueError:
            return False
        return isinstance(values, list) and _meant(values) == _meant(json.loads(self))


def _meant(values: list[Any]) -> list[Any]:
    """Key values, with times as such: the databases write them in more than one way."""
    return [_moment(value) or value for value in values]


def _moment(value: object) -> datetime | None:
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


@dataclass(frozen=True)
class Order:
    """What a list is sorted by; the last key is unique."""

    keys: Keys
    descending: bool = False

    def cursor(self, row: object) -> Cursor:
        return Cursor(
            json.dumps(self.keys(row), ensure_ascii=False, separators=(",", ":"), default=str)
        )

    def sorted(self, rows: Sequence[Any]) -> list[Any]:
        return sorted(rows, key=self.keys, reverse=self.descending)

    def beyond(self, row: object, after: list[Any]) -> bool:
        mine, mark = list(self.keys(row)), self._typed(row, after)
        return mine < mark if self.descending else mine > mark

    def _typed(self, row: object, after: list[Any]) -> list[Any]:
        """A cursor's values as Python holds those of `row`."""
        types = [type(key) for key in self.keys(row)]
        return [
            type_.fromisoformat(value) if issubclass(type_, date) else value
            for type_, value in zip(types, after, strict=True)
        ]


def page(rows: Sequence[Any], order: Order, first: int | None, after: str | None) -> dict[str, Any]:
    """The connection, by the names of its fields."""
    size = DEFAULT_FIRST if first is None else first
    if not 1 <= size <= MOST_FIRST:
        raise BadInputError
    mark = None if after is None else _values(after)
    left = [row for row in order.sorted(rows) if mark is None or order.beyond(row, mark)]
    shown = left[:size]
    cursors = [order.cursor(row) for row in shown]
    return {
        "nodes": shown,
        "edges": [
            {"node": row, "cursor": cursor} for row, cursor in zip(shown, cursors, strict=True)
        ],
        "pageInfo": {
            "hasNextPage": len(left) > size,
            "hasPreviousPage": after is not None,
            "startCursor": cursors[0] if cursors else None,
            "endCursor": cursors[-1] if cursors else None,
        },
        "totalCount": len(rows),
    }


def _values(after: str) -> list[Any]:
    try:
        values = json.loads(after)
    except ValueError:
        values = None
    if not isinstance(values, list):
        raise BadInputError
    return values
