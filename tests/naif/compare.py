"""Whether the service answered what the reference did."""

from typing import Any

from tests.dunia import Jawaban
from tests.naif.pages import Cursor
from tests.naif.reference import Answer

TOO_WIDE = "Satu kolom teratas menelusuri"
REFUSED = "Permintaan terlalu"  # the operation as a whole is deeper or larger than is served


def as_answer(jawaban: Jawaban) -> Answer:
    """The service's answer in the form of the reference's."""
    codes = zip(jawaban.errors, jawaban.codes, strict=True)
    return Answer(jawaban.data, {(tuple(error.path or ()), code) for error, code in codes})


def refused(jawaban: Jawaban) -> bool:
    """Whether the service would not carry the operation out, for its size."""
    return jawaban.data is None and any(REFUSED in str(error) for error in jawaban.errors)


def too_wide(jawaban: Jawaban) -> set[str | int]:
    """The root fields that follow more edges than are served."""
    return {error.path[0] for error in jawaban.errors if error.path and TOO_WIDE in str(error)}


def without(answer: Answer, roots: set[str | int]) -> Answer:
    """What is answered but for some of the root fields."""
    data = answer.data and {key: value for key, value in answer.data.items() if key not in roots}
    return Answer(data, {error for error in answer.errors if not roots.intersection(error[0][:1])})


def spelled_alike(expected: Any, actual: Any) -> Any:
    """`actual`, with each cursor that says the same as the expected one spelled like it."""
    if isinstance(expected, Cursor):
        return expected if expected.says_as(actual) else actual
    if isinstance(expected, dict) and isinstance(actual, dict):
        return {key: spelled_alike(expected.get(key), value) for key, value in actual.items()}
    if isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        return [spelled_alike(*pair) for pair in zip(expected, actual, strict=True)]
    return actual
