"""JSON as the two databases build it. Both write the keys in the order of the selection."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Value:
    """An SQL expression, of a plain value or of JSON."""

    sql: str


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

    def object_of_aggregates(self, pairs: Pairs) -> Value:
        """An object whose values are aggregates of the rows selected from."""

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
            return self._concatenated(pairs)
        columns = ", ".join(f'{value.sql} AS "{key}"' for key, value in pairs)
        return Value(f"(SELECT row_to_json(o) FROM (SELECT {columns}) o)")

    def object_of_aggregates(self, pairs: Pairs) -> Value:
        return self._concatenated(pairs)

    def array(self, value: Value, condition: str | None = None) -> Value:
        only = f" FILTER (WHERE {condition})" if condition else ""
        return Value(f"coalesce(json_agg({value.sql}){only}, '[]'::json)")

    def text_array(self, columns: Sequence[str]) -> str:
        return f"json_build_array({', '.join(columns)})::text"

    def _concatenated(self, pairs: Pairs) -> Value:
        # For what row_to_json() cannot: long keys, aggregates. json_build_object() stops at 50.
        members = " || ',' || ".join(
            f"'\"{key}\":' || coalesce(to_json({value.sql})::text, 'null')" for key, value in pairs
        )
        return Value(f"('{{' || {members} || '}}')::json" if pairs else "'{}'::json")


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
        inside = ", ".join(f"'{key}', {value.sql}" for key, value in first)
        built = f"json_object({inside})"
        while rest:
            part, rest = rest[: self.most_pairs], rest[self.most_pairs :]
            more = ", ".join(f"'$.\"{key}\"', {value.sql}" for key, value in part)
            built = f"json_set({built}, {more})"
        return Value(built)

    def object_of_aggregates(self, pairs: Pairs) -> Value:
        return self.object(pairs)

    def array(self, value: Value, condition: str | None = None) -> Value:
        only = f" FILTER (WHERE {condition})" if condition else ""
        return Value(f"json_group_array({value.sql}){only}")

    def text_array(self, columns: Sequence[str]) -> str:
        return f"json_array({', '.join(columns)})"
