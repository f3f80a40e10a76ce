"""Telling an input that was left out from one that was set to null."""

from typing import Any

from pydantic.alias_generators import to_camel
from strawberry import UNSET

from models.errors import BadInputError


def given(values: object, never_null: tuple[str, ...] = ()) -> dict[str, Any]:
    """The fields of an input that the client sent. Raises BadInputError for a null in a field that
    may be left out but not emptied."""
    sent = {name: value for name, value in vars(values).items() if value is not UNSET}
    for name in never_null:
        if name in sent and sent[name] is None:
            raise BadInputError(
                f"`{to_camel(name)}` tidak dapat dikosongkan; hilangkan bila tidak diubah."
            )
    return sent


def stated(value: Any, name: str) -> Any:
    """The value of a field that must be sent, though it may be null. Raises BadInputError when it
    was left out."""
    if value is UNSET:
        raise BadInputError(f"`{name}` wajib disebut; `null` mengosongkannya.")
    return value
