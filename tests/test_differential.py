"""Whatever is asked, by whomever: the service's reader answers what graphql-core does with naive
resolvers over rows in memory, and nothing of a hidden row is ever in an answer.

`EKINERJA_TEST_CONTOH` sets how many random worlds are made for each database; a run with it also
makes what fails as small as it can.
"""

import json
import os
from random import Random
from typing import Any

import pytest
from graphql import parse, validate
from hypothesis import HealthCheck, Phase, event, given, settings

from models.rules.vocabulary import Peran
from tests.dunia import minta
from tests.naif import reference, whole
from tests.naif.compare import as_answer, refused, spelled_alike, too_wide, without
from tests.naif.data import Data
from tests.naif.dataset import dataset
from tests.naif.documents import ELSEWHERE
from tests.naif.people import somebody
from tests.naif.reach import askable, asked
from tests.naif.reference import SCHEMA
from tests.naif.rows import SHOWN
from tests.naif.store import store
from tests.naif.texts import marks_in
from tests.naif.trials import Question, Trial, questions_about, trials
from tests.naif.visibility import Visibility, visibility_of
from tests.naif.whole import all_fields, filled_in, object_type
from tests.penelusuran import ids_in

MOST_WORLDS = 15  # till every field had something
MOST_DOCUMENTS = 3_000  # till everything was asked
OF_A_WORLD = 15  # documents
VALIDATED = 100  # the others are by the service
CONTOH = os.environ.get("EKINERJA_TEST_CONTOH")
LONG = settings(max_examples=int(CONTOH or 25), deadline=None, suppress_health_check=[*HealthCheck])
# To make a failing question small takes minutes: only a long run does it.
SHORT = settings(
    LONG, phases=[phase for phase in Phase if phase not in (Phase.shrink, Phase.explain)]
)


@pytest.mark.anyio
@(LONG if CONTOH else SHORT)
@given(trial=trials(shrinks=bool(CONTOH)))
async def test_the_service_answers_as_naive_resolvers_do(database: str, trial: Trial) -> None:
    await store(trial.data)
    for question in trial.questions:
        await _compare(trial.data, question)


async def _compare(data: Data, question: Question) -> Any:
    who, text, variables = question.who, question.text, question.variables
    jawaban = await minta(who, text, **variables)
    if refused(jawaban):
        event("too large to be served")
        return None
    wide = too_wide(jawaban)
    found = without(as_answer(jawaban), wide)
    wanted = without(reference.answer(data, who, text, variables), wide)
    assert found.errors == wanted.errors, question
    assert json.dumps(spelled_alike(wanted.data, found.data)) == json.dumps(wanted.data), question
    assert hidden_in(found.data, data, visibility_of(data, who), SEARCH in text) == set(), question
    return found.data


SEARCH = "cariPegawai"


def hidden_in(answer: Any, data: Data, visibility: Visibility, searched: bool) -> set[str]:
    """The rows that may not be seen, and of which something stands in an answer. Whom a row names,
    and whom a search by NIP finds, is not hidden there."""
    text = json.dumps(answer, ensure_ascii=False)
    shown = {f"{noun}_{key}" for noun, key in marks_in(text)} | ids_in(answer)
    shown |= {f"pegawai_{one.id}" for one in data.pegawai.values() if one.nip in text}
    if searched:
        shown -= {f"pegawai_{key}" for key, row in data.pegawai.items() if visibility.finds(row)}
        shown -= {f"skp_{key}" for key, row in data.skp.items() if visibility.finds(row)}
    return shown - visibility.named - visibility.ids


# Whether the test tests what it says.


@pytest.mark.anyio
async def test_every_field_is_answered_with_something(database: str) -> None:
    """And as the reference does: of a row of each type, by each peran; of more rows, where a field
    was empty."""
    left = all_fields()
    for seed in range(MOST_WORLDS):
        acak, wanted = Random(seed), set(left)
        data = dataset(acak)
        await store(data)
        for peran in Peran:
            who = somebody(acak, data, peran)
            for question in whole.questions_about(wanted, acak, data, who):
                left -= set(filled_in(await _compare(data, question)))
        if not left:
            break
    assert left == set()


def test_every_field_has_a_naive_resolver() -> None:
    """A new field needs one: in tests/naif/resolvers*.py, or a column in tests/naif/rows.py."""
    for name in ("Query", *SHOWN):
        assert (name, reference.unresolved(object_type(name)) - ELSEWHERE) == (name, set())


def test_the_documents_are_valid_and_ask_for_everything() -> None:
    acak, left = Random(3), askable(SCHEMA)
    for number in range(MOST_DOCUMENTS):
        if number % OF_A_WORLD == 0:
            data = dataset(Random(number))
        text = questions_about(data, acak)[0].text
        left -= asked(SCHEMA, text)
        if number < VALIDATED:
            assert validate(SCHEMA, parse(text)) == [], text
        if not left:
            break
    assert left == set()
