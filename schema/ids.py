"""Global ids: opaque to clients, the noun and its key to us."""

import strawberry

from models.errors import NotFoundError


def encode(noun: str, key: int) -> strawberry.ID:
    """The global id of a row."""
    return strawberry.ID(f"{noun}_{key}")


def decode(global_id: strawberry.ID | str, noun: str) -> int:
    """The key behind an id of `noun`. Raises NotFoundError for anything else."""
    prefix, _, key = str(global_id).partition("_")
    if prefix != noun or not (key.isascii() and key.isdigit()) or len(key) > 9:
        raise NotFoundError
    return int(key)


def decode_optional(global_id: strawberry.ID | None, noun: str) -> int | None:
    """As `decode`; None stays None."""
    return None if global_id is None else decode(global_id, noun)


def noun_of(global_id: strawberry.ID | str) -> str:
    """The noun that an id names."""
    return str(global_id).partition("_")[0]
