"""Global ids: opaque to clients, the noun and its key to us."""

from collections.abc import Callable

import strawberry

from models.errors import NotFoundError


def encode(noun: str, key: int) -> strawberry.ID:
    """The global id of a row."""
    return strawberry.ID(f"{noun}_{key}")


def noun_of(global_id: strawberry.ID | str) -> str:
    """The noun that an id names."""
    return str(global_id).partition("_")[0]


def key_of(global_id: strawberry.ID | str) -> int:
    """The key that an id names; 0, which no row has, when it is malformed."""
    key = str(global_id).partition("_")[2]
    return int(key) if key.isascii() and key.isdigit() and len(key) <= 9 else 0


def decode(global_id: strawberry.ID | str, noun: str) -> int:
    """The key behind an id of `noun`. Raises NotFoundError for anything else."""
    key = key_of(global_id)
    if noun_of(global_id) != noun or not key:
        raise NotFoundError
    return key


def decode_optional(global_id: strawberry.ID | None, noun: str) -> int | None:
    """As `decode`; None stays None."""
    return None if global_id is None else decode(global_id, noun)


def key_if(noun: str) -> Callable[[str], int]:
    """What gives the key behind an id of `noun`; 0, which no row has, of anything else."""
    return lambda global_id: key_of(global_id) if noun_of(global_id) == noun else 0
