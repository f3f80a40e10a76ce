"""The vocabularies as GraphQL enums, every value described."""

from enum import StrEnum

import strawberry

from models.rules import alasan, vocabulary
from schema import orders

DESCRIBED: dict[type[StrEnum], dict[str, str]] = {
    **vocabulary.DESCRIPTIONS,
    **orders.DESCRIPTIONS,
    alasan.KodeKesalahan: alasan.DESCRIPTIONS,
}


def register_enums() -> None:
    """Make each vocabulary known to Strawberry; the classes themselves stay plain Python."""
    for enum, descriptions in DESCRIBED.items():
        strawberry.enum(enum, description=enum.__doc__)
        for value in enum.__strawberry_definition__.values:  # type: ignore[attr-defined]
            value.description = descriptions[value.name]


register_enums()
