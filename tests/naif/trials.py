"""A random world and what is asked of it, for hypothesis to draw and to shrink."""

from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Any

from hypothesis import strategies as st

from models.rules.aktor import Aktor
from tests.naif.data import Data
from tests.naif.dataset import dataset
from tests.naif.documents import document
from tests.naif.guesses import Guesses
from tests.naif.people import anybody
from tests.naif.reference import SCHEMA

MOST_DOCUMENTS = 10
NUMBERS = st.integers(0, 2**32)


@dataclass(frozen=True)
class Question:
    """One request; None asks as nobody."""

    who: Aktor | None
    text: str
    variables: dict[str, Any]


@dataclass(frozen=True)
class Trial:
    """A world, known by its seed, and the questions about it."""

    seed: int
    questions: list[Question]

    @property
    def data(self) -> Data:
        return world(self.seed)


@lru_cache(2)
def world(seed: int) -> Data:
    return dataset(Random(seed))


@st.composite
def trials(draw: st.DrawFn, shrinks: bool) -> Trial:
    """Each document is asked twice, by two people, with two sets of variables. What `shrinks` is
    drawn choice by choice, which takes hypothesis as long as everything else."""
    # The world does not shrink, only its number; what is asked of it does.
    seed = draw(st.integers(0, 2**16))
    acak = draw(st.randoms(use_true_random=False) if shrinks else st.builds(Random, NUMBERS))
    data = world(seed)
    questions = [
        question
        for _ in range(acak.randint(1, MOST_DOCUMENTS))
        for question in questions_about(data, acak)
    ]
    return Trial(seed, questions)


def questions_about(data: Data, acak: Random) -> list[Question]:
    """A new document, and those who ask it; the first of them is the one it was written for."""
    people = [anybody(acak, data), anybody(acak, data)]
    asked = document(SCHEMA, acak, Guesses(acak, data, people[0]))
    return [
        Question(who, asked.text, variables)
        for who, variables in zip(people, asked.variables, strict=True)
    ]
