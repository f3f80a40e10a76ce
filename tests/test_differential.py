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
from graphql import GraphQLObjectType, parse, validate
from hypothesis import HealthCheck, Phase, event, given, settings

from models.rules.aktor import Aktor
from tests.dunia import minta
from tests.naif import reference
from tests.naif.compare import as_answer, refused, spelled_alike, too_wide, without
from tests.naif.dataset import dataset
from tests.naif.documents import ELSEWHERE
from tests.naif.reach import askable, asked
from tests.naif.reference import SCHEMA
from tests.naif.rows import Data
from tests.naif.store import store
from tests.naif.texts import marks_in
from tests.naif.trials import Question, Trial, questions_about, trials
from tests.naif.visibility import Visibility
from tests.penelusuran import ids_in, nouns

CONTOH = os.environ.get("EKINERJA_TEST_CONTOH")
LONG = settings(max_examples=int(CONTOH or 60), deadline=None, suppress_health_check=[*HealthCheck])
# To make a failing question small takes minutes: only a long run does it.
SHORT = settings(
    LONG, phases=[phase for phase in Phase if phase not in (Phase.shrink, Phase.explain)]
)


@pytest.mark.anyio
@(LONG if CONTOH else SHORT)
@given(trial=trials())
async def test_the_service_answers_as_naive_resolvers_do(database: str, trial: Trial) -> None:
    await store(trial.data)
    for question in trial.questions:
        await _compare(trial.data, question)


async def _compare(data: Data, question: Question) -> None:
    who, text, variables = question.who, question.text, question.variables
    jawaban = await minta(who, text, **variables)
    if refused(jawaban):
        event("too large to be served")
        return
    wide = too_wide(jawaban)
    found = without(as_answer(jawaban), wide)
    wanted = without(reference.answer(data, who, text, variables), wide)
    assert found.errors == wanted.errors, question
    assert json.dumps(spelled_alike(wanted.data, found.data)) == json.dumps(wanted.data), question
    assert hidden_in(found.data, data, who) == set(), question


def hidden_in(answer: Any, data: Data, who: Aktor | None) -> set[str]:
    """The rows that `who` may not see, and of which something stands in an answer."""
    text = json.dumps(answer, ensure_ascii=False)
    visibility = Visibility(data, who)
    shown = {f"{noun}_{key}" for noun, key in marks_in(text)} | ids_in(answer)
    shown |= {f"pegawai_{one.id}" for one in data.pegawai.values() if one.nip in text}
    return shown - {
        f"{noun}_{key}"
        for noun, table in data.nouns().items()
        for key, row in table.items()
        if visibility.sees(row)
    }


# Whether the test tests what it says.


def test_every_field_has_a_naive_resolver() -> None:
    """A new field needs one: in tests/naif/resolvers.py, or a column in tests/naif/rows.py."""
    for name in ("Query", "Saya", *(type_.name for type_ in nouns().values())):
        type_ = SCHEMA.type_map[name]
        assert isinstance(type_, GraphQLObjectType)
        assert (name, reference.unresolved(type_) - ELSEWHERE) == (name, set())


def test_the_documents_are_valid_and_ask_for_everything() -> None:
    acak, found = Random(1), set[str]()
    for seed in range(30):
        data = dataset(Random(seed))
        for _ in range(15):
            text = questions_about(data, acak)[0].text
            assert validate(SCHEMA, parse(text)) == [], text
            found |= asked(SCHEMA, text)
    assert askable(SCHEMA) - found == set()
