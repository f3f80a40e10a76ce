"""JSON as text in SQL.

Both databases put it together faster from texts than with their own functions, which parse or copy
every level again for the next; and the types of the schema say which values need no care.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Json:
    """An SQL expression whose value is JSON, as text; `nullable` when it may be NULL instead."""

    sql: str
    nullable: bool = False

    @property
    def text(self) -> str:
        return f"coalesce({self.sql}, 'null')" if self.nullable else self.sql


NULL = Json("'null'")
Pairs = Sequence[tuple[str, Json]]


class Dialect(Protocol):
    """The handful of expressions in which the databases differ."""

    def placeholder(self, number: int) -> str: ...

    def quoted(self, sql: str, nullable: bool) -> Json:
        """Any plain value as JSON."""

    def moment(self, sql: str) -> str:
        """A time as 2026-01-31T08:05:09.123Z, in UTC."""

    def joined(self, sql: str, condition: str | None) -> str:
        """The texts of all rows (where `condition` holds), with commas, in the rows' order."""

    def array_of(self, columns: Sequence[str]) -> str:
        """The columns as the text of a JSON array."""

    def read_key(self, placeholder: str, type_: str) -> str:
        """The value of a key out of such an array, to be compared with its column."""


class Postgres:
    def placeholder(self, number: int) -> str:
        return f"${number}"

    def quoted(self, sql: str, nullable: bool) -> Json:
        return Json(f"to_json({sql})::text", nullable)

    def moment(self, sql: str) -> str:
        return f"to_char({sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"

    def joined(self, sql: str, condition: str | None) -> str:
        return f"string_agg({sql}, ','){_filter(condition)}"

    def array_of(self, columns: Sequence[str]) -> str:
        return f"json_build_array({', '.join(columns)})::text"

    def read_key(self, placeholder: str, type_: str) -> str:
        if type_ in ("integer", "text"):
            return placeholder
        return f"CAST(CAST({placeholder} AS text) AS {type_})"


class Sqlite:
    def placeholder(self, number: int) -> str:
        return f"?{number}"

    def quoted(self, sql: str, nullable: bool) -> Json:  # noqa: ARG002 - of NULL it is 'null'
        return Json(f"json_quote({sql})")

    def moment(self, sql: str) -> str:
        return f"strftime('%Y-%m-%dT%H:%M:%fZ', {sql})"

    def joined(self, sql: str, condition: str | None) -> str:
        return f"group_concat({sql}, ','){_filter(condition)}"

    def array_of(self, columns: Sequence[str]) -> str:
        return f"(json_array({', '.join(columns)}) || '')"  # a text, no longer JSON to SQLite

    def read_key(self, placeholder: str, type_: str) -> str:  # noqa: ARG002 - dates are text here
        return placeholder


def _filter(condition: str | None) -> str:
    return f" FILTER (WHERE {condition})" if condition else ""


def literal(text: str) -> Json:
    """A name of ours (never a client's text) as a JSON string."""
    return Json(f"""'"{text}"'""")


def plain(sql: str, nullable: bool) -> Json:
    """A value whose text is its JSON: a whole number."""
    return Json(f"CAST({sql} AS text)", nullable)


def in_quotes(sql: str, nullable: bool) -> Json:
    """A value whose text needs quotes and no escapes: an id, an enum's name, a date."""
    return Json(f"""'"' || {sql} || '"'""", nullable)


def boolean(sql: str, nullable: bool) -> Json:
    if nullable:
        return Json(f"CASE WHEN {sql} THEN 'true' WHEN NOT {sql} THEN 'false' END", True)
    return Json(f"CASE WHEN {sql} THEN 'true' ELSE 'false' END")


MOST_TERMS = 50  # one || after another makes a deep expression; SQLite takes 1,000 levels


def object_of(pairs: Pairs) -> Json:
    """An object with these members, in this order."""
    terms = [
        f"""'{"," if number else "{"}"{key}":' || {json.text}"""
        for number, (key, json) in enumerate(pairs)
    ]
    groups = [
        f"({' || '.join(terms[start : start + MOST_TERMS])})"
        for start in range(0, len(terms), MOST_TERMS)
    ]
    return Json(f"({' || '.join(groups)} || '}}')") if groups else Json("'{}'")


def array_of_rows(dialect: Dialect, json: Json, condition: str | None = None) -> Json:
    """What `json` is for each row (where `condition` holds), in the rows' order."""
    return Json(f"('[' || coalesce({dialect.joined(json.text, condition)}, '') || ']')")
