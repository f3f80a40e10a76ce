"""Every value of every vocabulary is described, and the database's checks know them all."""

from enum import StrEnum

import pytest

from models.rules import alasan, vocabulary


def _enums(module: object) -> list[type[StrEnum]]:
    return [
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
    ]


@pytest.mark.parametrize("enum", _enums(vocabulary))
def test_every_value_is_described(enum: type[StrEnum]) -> None:
    described = vocabulary.DESCRIPTIONS[enum]
    assert set(described) == {member.name for member in enum}
    assert all(text.endswith(".") for text in described.values())


def test_every_code_is_described() -> None:
    assert set(alasan.DESCRIPTIONS) == {kode.name for kode in alasan.KodeKesalahan}


@pytest.mark.parametrize("enum", [*_enums(vocabulary), *_enums(alasan)])
def test_a_value_is_its_own_name(enum: type[StrEnum]) -> None:
    assert all(member.value == member.name for member in enum)
