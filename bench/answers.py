"""Whether the contestants answer the same, held before anything is measured."""

from collections.abc import Sequence
from typing import Any

import httpx

from bench.cases import Case, Request, comparable
from bench.contestants import Contestant

LOOKED_AT = 5  # requests of a case, spread over all of it


class DifferentError(Exception):
    """The contestants do not answer the same, or one does not answer."""


def check(case: Case, contestants: Sequence[Contestant]) -> dict[str, float]:
    """The mean size of each one's answers, in bytes. Raises DifferentError unless all are equal."""
    places = len(next(iter(case.requests.values())))
    sizes: dict[str, list[int]] = {each.name: [] for each in contestants}
    for place in range(0, places, -(-places // LOOKED_AT)):
        first: Any = None
        for each in contestants:
            answer, size = ask(each, case.requests[each.name][place])
            sizes[each.name].append(size)
            values = comparable(answer)
            if first is not None and values != first:
                raise DifferentError(f"{each.name} and {contestants[0].name} answer differently")
            first = values
    return {name: sum(each) / len(each) for name, each in sizes.items()}


def ask(contestant: Contestant, request: Request) -> tuple[Any, int]:
    """The answer and its size in bytes. Raises DifferentError for an error or nothing at all."""
    response = httpx.post(
        contestant.url + request.path, json=request.body, headers=request.headers, timeout=60
    )
    said = f"{contestant.name} answered {response.status_code}: {response.text[:300]}"
    if response.status_code != httpx.codes.OK:
        raise DifferentError(said)
    answer = response.json()
    if "errors" in answer:
        raise DifferentError(said)
    if not all(answer["data"].values()):
        raise DifferentError(f"{contestant.name} found nothing")
    return answer, len(response.content)
