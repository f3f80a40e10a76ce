"""How values and ids are written in an answer."""

import re
from datetime import UTC, date, datetime

_ID = re.compile(r"([a-z]+)_([0-9]{1,9})")
_WORD = re.compile(r"(?<!^)(?=[A-Z])")


def moment(value: datetime) -> str:
    """A time in UTC, to the millisecond: 2026-01-31T08:05:09.123Z."""
    text = value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    return f"{text}.{value.microsecond // 1000:03}Z"


def plain(value: object) -> object:
    """A column's value as it stands in an answer."""
    match value:
        case datetime():
            return moment(value)
        case date():
            return value.isoformat()
        case _:
            return value


def global_id(noun: str, key: int) -> str:
    return f"{noun}_{key}"


def parsed_id(global_id_: str) -> tuple[str, int] | None:
    """The noun and the key; None for what is no global id."""
    match = _ID.fullmatch(global_id_)
    return (match[1], int(match[2])) if match else None


def column(field_name: str) -> str:
    """The column of a field: periodeAwal is periode_awal."""
    return _WORD.sub("_", field_name).lower()
