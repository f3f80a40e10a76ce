"""What is left to do on a parsed answer."""

from dataclasses import dataclass, field
from typing import Any

from models.rules.aktor import Aktor
from resolvers.reading.sources import Computed


@dataclass
class Shape:
    """Where, in the parsed answer, something is left to be computed: at this object, for each
    response key the source and its needs (name → hidden key); and below, by response key."""

    computed: dict[str, tuple[Computed, dict[str, str]]] = field(default_factory=dict)
    below: dict[str, "Shape"] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.computed or self.below)


def finish(value: Any, shape: Shape, aktor: Aktor) -> None:
    """Fill in, in place, what only Python can compute."""
    if not shape or value is None:
        return
    if isinstance(value, list):
        for item in value:
            finish(item, shape, aktor)
        return
    for key, (source, hidden) in shape.computed.items():
        row = {name: value.pop(place) for name, place in hidden.items()}
        value[key] = source.compute(aktor, row)
    for key, below in shape.below.items():
        finish(value[key], below, aktor)
