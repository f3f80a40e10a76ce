"""What was measured, as text that can go into RESULTS.md as it is."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bench.cases import CEILING, OURS, PEER, Case
from bench.load import Measured

NAMES = {OURS: "ours", PEER: "PostGraphile", CEILING: "ceiling"}


@dataclass(frozen=True)
class Spread:
    """The middle of several ratios, the least and the greatest."""

    median: float
    least: float
    greatest: float

    @classmethod
    def of(cls, over: Sequence[Measured], under: Sequence[Measured]) -> "Spread":
        """Of the answers a second of two contestants, round by round."""
        ratios = [one.per_second / other.per_second for one, other in zip(over, under, strict=True)]
        return cls(statistics.median(ratios), min(ratios), max(ratios))

    def __str__(self) -> str:
        return f"{self.median:.2f} ({self.least:.2f}–{self.greatest:.2f})"


@dataclass
class Result:
    """One case: the rounds of each contestant, and the mean size of its answers in bytes; or the
    problem because of which they do not count."""

    case: Case
    rounds: dict[str, list[Measured]]
    sizes: dict[str, float] = field(default_factory=dict)
    problem: str = ""


def table(results: Sequence[Result], names: Sequence[str]) -> str:
    """Answers a second with the ratios of ours to each other one; then times and processor time."""
    others = [name for name in names if name != OURS] if OURS in names else []
    measured = [result for result in results if not result.problem]
    speed = [
        [
            "case",
            "answer",
            *(f"{NAMES[name]}, req/s" for name in names),
            *(f"ours ÷ {NAMES[name]}" for name in others),
        ]
    ]
    spent = [["case", *(f"{NAMES[name]}: p50, p99; CPU" for name in names)]]
    for result in measured:
        rounds = result.rounds
        speed.append(
            [
                f"{result.case.name}: {result.case.what}",
                f"{result.sizes[names[0]] / 1_000:.1f} kB",
                *(f"{_median(rounds[name], _per_second):,.0f}" for name in names),
                *(str(Spread.of(rounds[OURS], rounds[name])) for name in others),
            ]
        )
        spent.append([result.case.name, *(_spent(rounds[name]) for name in names)])
    notes = [*_pages(measured, names), *(_problem(each) for each in results if each.problem)]
    return "\n".join([*markdown(speed), "", *markdown(spent), *(f"\n{note}" for note in notes)])


def _spent(rounds: Sequence[Measured]) -> str:
    """Times of answers in ms; processor ms of an answer, the contestant's and its database's."""
    p50, p99 = (_median(rounds, value) for value in (lambda m: m.p50, lambda m: m.p99))
    own = _median(rounds, lambda m: 1_000 * m.own_cpu / m.requests)
    database = _median(rounds, lambda m: 1_000 * m.database_cpu / m.requests)
    both = f"{own:.2f} + {database:.2f}" if database else f"{own:.2f}"
    return f"{p50:.0f}, {p99:.0f} ms; {both} ms"


def _problem(result: Result) -> str:
    return f"{result.case.name} was not measured: {result.problem}"


def _pages(measured: Sequence[Result], names: Sequence[str]) -> list[str]:
    """How page 4,000 compares with page 1, where both were measured."""
    rounds = {result.case.name: result.rounds for result in measured}
    if not {"page-1", "page-4000"} <= rounds.keys():
        return []
    deep, first = rounds["page-4000"], rounds["page-1"]
    shown = (f"{NAMES[name]} {Spread.of(deep[name], first[name])}" for name in names)
    return [f"page-4000 ÷ page-1, in req/s: {', '.join(shown)}"]


def memory_table(resident: dict[int, float]) -> str:
    """Resident memory by how many requests were answered."""
    head = ["requests answered", *(f"{count:,}" for count in resident)]
    values = ["resident memory, ours", *(f"{size:.1f} MB" for size in resident.values())]
    return "\n".join(markdown([head, values]))


def _median(rounds: Sequence[Measured], value: Callable[[Measured], float]) -> float:
    return statistics.median(value(each) for each in rounds)


def _per_second(measured: Measured) -> float:
    return measured.per_second


def markdown(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows as a table, the first its head."""
    head, *body = rows
    return [f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *body)]
