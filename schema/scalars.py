"""Dates and times on the wire. The reader hands them over as text already."""

from datetime import date, datetime
from typing import Any

import strawberry
from strawberry.types.scalar import ScalarDefinition


def _text(value: date | datetime | str) -> str:
    return value if isinstance(value, str) else value.isoformat()


def _moment(value: datetime | str) -> str:
    if isinstance(value, str):
        return value
    return value.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _date(value: Any) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{value!r} bukan tanggal; tulis seperti 2026-01-31.") from error


def _datetime(value: Any) -> datetime:
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{value!r} bukan waktu; tulis seperti 2026-01-31T08:05:00Z.") from error


SCALARS: dict[object, ScalarDefinition] = {
    date: strawberry.scalar(
        name="Date",
        description="Tanggal: `2026-01-31`.",
        serialize=_text,
        parse_value=_date,
    ),
    datetime: strawberry.scalar(
        name="DateTime",
        description="Waktu dalam UTC: `2026-01-31T08:05:09.123Z`.",
        serialize=_moment,
        parse_value=_datetime,
    ),
}
