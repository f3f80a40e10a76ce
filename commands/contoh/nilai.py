"""Values that the examples hand on: `{{nama}}` in variables, and paths into answers (pure)."""

import re
from collections.abc import Mapping
from typing import Any

_PLACE = re.compile(r"\{\{([^{}]+)\}\}")


class NilaiTidakAdaError(Exception):
    """A value that is asked for is not there; the message names it."""


def isi(value: Any, known: Mapping[str, Any]) -> Any:
    """`value` with what is known under a name in the place of each `{{nama}}`. A text that is
    nothing else becomes that value, whatever its type. Raises NilaiTidakAdaError."""
    if isinstance(value, dict):
        return {key: isi(each, known) for key, each in value.items()}
    if isinstance(value, list):
        return [isi(each, known) for each in value]
    if not isinstance(value, str):
        return value
    whole = _PLACE.fullmatch(value)
    if whole:
        return _known(whole[1], known)
    return _PLACE.sub(lambda place: str(_known(place[1], known)), value)


def ambil(answer: Any, path: str) -> Any:
    """What stands at a path such as `skp.rhk.0.id`. Raises NilaiTidakAdaError."""
    value = answer
    for step in path.split("."):
        try:
            value = value[int(step)] if isinstance(value, list) else value[step]
        except (KeyError, IndexError, TypeError, ValueError):
            raise NilaiTidakAdaError(f'jawaban tidak berisi "{path}"') from None
    return value


def _known(name: str, known: Mapping[str, Any]) -> Any:
    if name not in known:
        raise NilaiTidakAdaError(f'"{name}" tidak dikenal; belum disimpan contoh sebelumnya')
    return known[name]
