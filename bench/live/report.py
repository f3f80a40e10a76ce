"""The one table."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from bench.table import markdown


@dataclass(frozen=True)
class Row:
    """A figure of ours, what stands beside it, the target, and whether it was met (None: there is
    none). Texts, as they are shown."""

    part: str
    what: str
    ours: str
    beside: str = ""
    target: str = ""
    met: bool | None = None


def table(rows: Sequence[Row]) -> str:
    """All rows."""
    head = ["part", "what", "ours", "beside", "target", ""]
    marks = {None: "", True: "met", False: "missed"}
    body = [[row.part, row.what, row.ours, row.beside, row.target, marks[row.met]] for row in rows]
    return "\n".join(markdown([head, *body]))


def spread(values: Sequence[float], places: int = 1) -> str:
    """The median, the least and the greatest."""
    shown = (f"{value:,.{places}f}" for value in (median(values), min(values), max(values)))
    return "{} ({}–{})".format(*shown)


def quantile(ordered: Sequence[float], share: float) -> float:
    """The value below which `share` of the sorted values lie."""
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def progress(text: str) -> None:
    """Say what is going on, beside the table."""
    sys.stderr.write(f"  {text}\n")
    sys.stderr.flush()
