"""The tests themselves: every mutation has its file, and every code of refusal a test."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic.alias_generators import to_snake

from models.rules.alasan import KodeKesalahan
from tests.penelusuran import GRAPHQL

TESTS = Path(__file__).parent
AKUN = {"masuk", "segarkan", "keluar"}  # in test_akun.py, one story together


def _mutations() -> list[str]:
    assert GRAPHQL.mutation_type is not None
    return list(GRAPHQL.mutation_type.fields)


@pytest.mark.parametrize("nama", _mutations())
def test_every_mutation_has_a_test_file(nama: str) -> None:
    file = TESTS / "mutations" / f"test_{to_snake(nama)}.py"
    if nama in AKUN:
        file = TESTS / "test_akun.py"
    assert file.exists()
    assert f"{nama}(" in file.read_text(encoding="utf-8")


def test_every_file_tests_a_mutation_that_there_is() -> None:
    known = {f"test_{to_snake(nama)}" for nama in _mutations()} | {"test_aksi_tersedia"}
    assert {file.stem for file in (TESTS / "mutations").glob("test_*.py")} <= known


def _asserted_codes() -> Iterator[str]:
    """Names in `KodeKesalahan.NAME` in the tests that go through the schema."""
    others = (TESTS / "test_akun.py", TESTS / "test_batas.py")
    for file in (*(TESTS / "mutations").glob("test_*.py"), *others):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Attribute)
                and isinstance(node.value, ast.Name)
                and node.value.id == KodeKesalahan.__name__
            ):
                yield node.attr


def test_every_code_is_produced_by_a_test() -> None:
    assert {kode.name for kode in KodeKesalahan} - set(_asserted_codes()) == set()
