"""JSON as the two databases build it. Both write the keys in the order of the selection."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Value:
    """An SQL expression; `text_of_json` when its result is JSON that came through a FROM, where
    SQLite forgets that it is more than text."""

    sql: str
    text_of_json: bool = False


def text(constant: str) -> Value:
    """A constant of our own (never a client's), as text."""
    return Value(f"CAST('{constant}' AS text)")


Pairs = Sequence[tuple[str, Value]]


class JsonSql(Protocol):
    """The handful of expressions in which the databases differ."""

    def placeholder(self, number: int) -> str: ...

    def boolean(self, sql: str) -> Value: ...

    def moment(self, sql: str) -> Value:
        """A time as text: 2026-01-31T08:05:09.123Z, in UTC."""

    def object(self, pairs: Pairs) -> Value: ...

    def array(self, value: Value, condition: str | None = None) -> Value:
        """Aggregate `value` over the rows (where `condition` holds), in the rows' order."""

    def text_array(self, columns: Sequence[str]) -> str:
        """The columns as the text of a JSON array."""


class PostgresJson:
    longest_name = 63  # bytes of an identifier, and so of a column that becomes a key

    def placeholder(self, number: int) -> str:
        return f"${number}"

    def boolean(self, sql: str) -> Value:
        return Value(sql)

    def moment(self, sql: str) -> Value:
        return Value(f"to_char({sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')")

    def object(self, pairs: Pairs) -> Value:
        if any(len(key) > self.longest_name for key, _ in pairs):
            inside = ", ".join(f"'{key}', {value.sql}" for key, value in pairs)
            return Value(f"json_build_object({inside})")
        columns = ", ".join(f'{value.sql} AS "{key}"' for key, value in pairs)
        return Value(f"(SELECT row_to_json(o) FROM (SELECT {columns}) o)")

    def array(self, value: Value, condition: str | None = None) -> Value:
        only = f" FILTER (WHERE {condition})" if condition else ""
        return Value(f"coalesce(json_agg({value.sql}){only}, '[]'::json)")

    def text_array(self, columns: Sequence[str]) -> str:
        return f"json_build_array({', '.join(columns)})::text"


class SqliteJson:
    most_pairs = 60  # a function takes at most 127 arguments

    def placeholder(self, number: int) -> str:
        return f"${number}"

    def boolean(self, sql: str) -> Value:
        return Value(f"CASE WHEN {sql} THEN json('true') WHEN NOT {sql} THEN json('false') END")

    def moment(self, sql: str) -> Value:
        return Value(f"strftime('%Y-%m-%dT%H:%M:%fZ', {sql})")

    def object(self, pairs: Pairs) -> Value:
        first, rest = pairs[: self.most_pairs], pairs[self.most_pairs :]
        inside = ", ".join(f"'{key}', {self._member(value)}" for key, value in first)
        built = f"json_object({inside})"
        while rest:
            part, rest = rest[: self.most_pairs], rest[self.most_pairs :]
            more = ", ".join(f"'$.\"{key}\"', {self._member(value)}" for key, value in part)
            built = f"json_set({built}, {more})"
        return Value(built)

    def array(self, value: Value, condition: str | None = None) -> Value:
        only = f" FILTER (WHERE {condition})" if condition else ""
        return Value(f"json_group_array({self._member(value)}){only}")

    def text_array(self, columns: Sequence[str]) -> str:
        return f"json_array({', '.join(columns)})"

    def _member(self, value: Value) -> str:
        return f"json({value.sql})" if value.text_of_json else value.sql
