"""JSON as the two databases build it. Both write the keys in the order of the selection."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Value:
    """An SQL expression; `json` says that it is JSON already."""

    sql: str
    json: bool = False


NULL = Value("CAST(NULL AS text)")


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

    def read_key(self, placeholder: str, type_: str) -> str:
        """The value of a key out of such an array, to be compared with its column."""


class PostgresJson:
    longest_name = 63  # bytes of an identifier, and so of a column that becomes a key

    def placeholder(self, number: int) -> str:
        return f"${number}"

    def boolean(self, sql: str) -> Value:
        return Value(sql)

    def moment(self, sql: str) -> Value:
        return Value(f"to_char({sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')")

    def object(self, pairs: Pairs) -> Value:
        # row_to_json() is the fastest way, but its keys are names of columns.
        if any(len(key) > self.longest_name for key, _ in pairs):
            return self.object_of_aggregates(pairs)
        columns = ", ".join(f'{value.sql} AS "{key}"' for key, value in pairs)
        return Value(f"(SELECT row_to_json(o) FROM (SELECT {columns}) o)", json=True)

    def object_of_aggregates(self, pairs: Pairs) -> Value:
        return Value(f"({_concatenated(pairs, self._quoted)})::json", json=True)

    def array(self, value: Value, condition: str | None = None) -> Value:
        return Value(f"coalesce(json_agg({value.sql}){_filter(condition)}, '[]'::json)", json=True)

    def text_array(self, columns: Sequence[str]) -> str:
        return f"json_build_array({', '.join(columns)})::text"

    def read_key(self, placeholder: str, type_: str) -> str:
        if type_ in ("integer", "text"):
            return placeholder
        return f"CAST(CAST({placeholder} AS text) AS {type_})"

    def _quoted(self, value: Value) -> str:
        return f"coalesce(to_json({value.sql})::text, 'null')"


class SqliteJson:
    """Writes JSON as text: its functions would have to parse every level again for the next."""

    def placeholder(self, number: int) -> str:
        return f"?{number}"

    def boolean(self, sql: str) -> Value:
        return Value(f"CASE WHEN {sql} THEN 'true' WHEN NOT {sql} THEN 'false' END", json=True)

    def moment(self, sql: str) -> Value:
        return Value(f"strftime('%Y-%m-%dT%H:%M:%fZ', {sql})")

    def object(self, pairs: Pairs) -> Value:
        return Value(f"({_concatenated(pairs, self._quoted)})", json=True)

    def object_of_aggregates(self, pairs: Pairs) -> Value:
        return self.object(pairs)

    def array(self, value: Value, condition: str | None = None) -> Value:
        items = f"group_concat({value.sql}, ','){_filter(condition)}"
        return Value(f"('[' || coalesce({items}, '') || ']')", json=True)

    def text_array(self, columns: Sequence[str]) -> str:
        return f"json_array({', '.join(columns)})"

    def read_key(self, placeholder: str, type_: str) -> str:  # noqa: ARG002 - dates are text here
        return placeholder

    def _quoted(self, value: Value) -> str:
        return f"coalesce({value.sql}, 'null')" if value.json else f"json_quote({value.sql})"


def _filter(condition: str | None) -> str:
    return f" FILTER (WHERE {condition})" if condition else ""


MOST_TERMS = 50  # one || after another makes a deep expression; SQLite takes 1,000 levels


def _concatenated(pairs: Pairs, quoted: Callable[[Value], str]) -> str:
    """The text of an object, put together from the quoted values."""
    terms = [
        f"""'{"," if number else ""}"{key}":' || {quoted(value)}"""
        for number, (key, value) in enumerate(pairs)
    ]
    groups = [
        f"({' || '.join(terms[start : start + MOST_TERMS])})"
        for start in range(0, len(terms), MOST_TERMS)
    ]
    return " || ".join(["'{'", *groups, "'}'"])
