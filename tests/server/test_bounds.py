"""What an operation may ask for: everything within the limits, and a quick no to the rest."""

import asyncio
from typing import Any

import pytest
from graphql import get_introspection_query

from schema.cost import Limits
from schema.documents import LONGEST, MOST_FRAGMENTS, MOST_REPEATS, MOST_TOKENS
from tests.layanan import Layanan, kode
from tests.server.conftest import Bersama

pytestmark = pytest.mark.anyio

LIMITS = Limits()
MASUK = 'masuk(input: {nip: "x", kataSandi: "x"}) { token }'
HALAMAN = "daftarInstansi(first:100) nodes unor(first:100) nodes"


def di(path: str, leaf: str) -> str:
    """`leaf`, selected at the end of a path of fields."""
    for field in reversed(path.split()):
        leaf = f"{field} {{ {leaf} }}"
    return f"{{ {leaf} }}"


def ulang(count: int, part: str) -> str:
    """`part` so many times; {} in it is the number of each time."""
    return " ".join(part.replace("{}", str(number)) for number in range(count))


def berlipat(depth: int, width: int, part: str) -> str:
    """`part` so many times beside itself, and the same again in place of its {}."""
    return (
        "nama" if depth == 0 else ulang(width, part).replace("_", berlipat(depth - 1, width, part))
    )


def rantai(length: int, part: str, last: str = "nama") -> str:
    """A chain of fragments, each of which spreads the next one in the places of _ in `part`."""
    parts = [part.replace("_", f"...F{number + 1}") for number in range(length)] + [last]
    fragments = [f"fragment F{n} on Pegawai {{ {part} }}" for n, part in enumerate(parts)]
    return " ".join([di("saya pegawai", "...F0"), *fragments])


def jaring(length: int, width: int) -> str:
    """So many fragments, each of which spreads so many of those that follow it."""
    text = di("saya pegawai", "...F0")
    for number in range(length):
        later = range(number + 1, min(number + 1 + width, length))
        spread = " ".join(f"...F{other}" for other in later)
        text += f" fragment F{number} on Pegawai {{ nama {spread} }}"
    return text


REFUSED = {
    "tokens": (di("saya", "a " * MOST_TOKENS), "more than 4000 tokens"),
    "fragments": (rantai(MOST_FRAGMENTS, "_"), f"{MOST_FRAGMENTS} fragment"),
    "fragments in a ring": (rantai(20, "_", "...F0"), "itself"),
    "fragments in fragments": (jaring(60, 25), "terlalu rumit"),
    "fragments twice": (rantai(20, "a: atasan { _ } b: atasan { _ }"), "paling banyak 4000"),
    "fragments that merge": (rantai(90, "atasan { _ } atasan { _ }"), "terlalu dalam"),
    "repeated": (di("saya", "nama " * (MOST_REPEATS + 1)), "sekali cukup"),
    "repeated inline": (di("saya pegawai", "... { atasan { nama } } " * 380), "sekali cukup"),
    "repeated at each level": (
        di("saya pegawai", berlipat(4, 5, "atasan { _ }")),
        "terlalu rumit",
    ),
    "repeated inline at each level": (
        di("saya pegawai", berlipat(2, 20, "... { atasan { _ } }")),
        "terlalu rumit",
    ),
    "deep": (di(f"saya pegawai {'atasan ' * 23}", "nama"), "26 tingkat, paling banyak 25"),
    "very deep": (di(f"saya pegawai {'atasan ' * 1300}", "nama"), "nested too deeply"),
    "a deep list": (di(f"skp(id:{'[' * 1900}{']' * 1900})", "id"), "nested too deeply"),
    "a deep object": (di(f"skp(id:{'{a:' * 900}1{'}' * 900})", "id"), "nested too deeply"),
    "a deep type": (
        f"query ($a: {'[' * 1900}Int{']' * 1900}) {di('saya', 'nama')}",
        "nested too deeply",
    ),
    "aliases of a field": (f"{{ {ulang(650, 'a{}: saya { nip }')} }}", "650 kolom teratas"),
    "aliases of __typename": (f"{{ {ulang(1300, 'a{}: __typename')} }}", "1300 kolom teratas"),
    "attempts to log in": (f"mutation {{ {ulang(51, f'a{{}}: {MASUK}')} }}", "51 kolom teratas"),
    "aliases on every row": (di(HALAMAN, ulang(900, "a{}: __typename")), "biayanya 9000202"),
    "pages in pages": (di(f"{HALAMAN} pegawai(first:100) nodes", "nama"), "biayanya 1020202"),
    "introspection in a ring": (
        di(f"__schema types {'fields type ' * 6}", "name"),
        "introspection depth",
    ),
    "introspection in fragments": (
        f"{di('__schema types', '...T')} fragment T on __Type"
        f" {di('fields type fields type fields type', 'name')}",
        "introspection depth",
    ),
    "introspection over and over": (
        di("__schema", ulang(300, "a{}: types { name fields { name } }")),
        "biayanya",
    ),
    "unknown fields": (di("saya", ulang(3900, "nam{}")), "Cannot query field"),
    "unknown arguments": (f"{{ skp({ulang(1200, 'i{}: 1')}) {{ id }} }}", "Unknown argument"),
    "unused variables": (
        f"query ({ulang(900, '$v{}: Int')}) {di('saya', 'nama')}",
        "never used",
    ),
    "a very long text": (f"{{ saya {{ nip }} }}{',' * LONGEST}", "terlalu panjang"),
    "many edges": (di("saya pegawai", ulang(70, "a{}: atasan { nama }")), "lebih dari 64 hubungan"),
    "operations": (ulang(480, "query Q{} { saya { nip } }"), "operationName"),
}
SERVED = {
    "what GraphiQL asks": get_introspection_query(
        specified_by_url=True,
        directive_is_repeatable=True,
        schema_description=True,
        input_value_deprecation=True,
    ),
    "as deep as may be": di(f"saya pegawai {'atasan ' * 22}", "nama"),
    "as many at the root": f"{{ {ulang(LIMITS.roots, 'a{}: saya { nip }')} }}",
    "as often as may be": di("saya", "nama " * MOST_REPEATS),
    "many aliases": di("saya pegawai", ulang(1200, "a{}: nama")),
    "a long text": '{ pegawai(nip: "' + "x" * 60_000 + '") { nama } }',
    "a long comment": f"#{'x' * 60_000}\n{{ saya {{ nip }} }}",
    "many commas": f"{{ saya {{ nip }} }}{',' * 60_000}",
}


async def minta(service: Layanan, token: str, **request: Any) -> Any:
    """One operation, answered before anybody loses patience."""
    async with asyncio.timeout(10):
        return (await service.kirim("POST", token, json=request)).json()


@pytest.mark.parametrize("name", REFUSED)
async def test_too_much_is_refused_at_once(bersama: Bersama, name: str) -> None:
    document, hint = REFUSED[name]
    answer = await minta(bersama.service, bersama.super, query=document)
    codes = {error["extensions"]["code"] for error in answer["errors"]}
    assert codes == {"BAD_INPUT"}
    assert hint in answer["errors"][0]["message"]
    assert not any((answer.get("data") or {}).values())


@pytest.mark.parametrize("name", SERVED)
async def test_what_is_within_the_limits_is_served(bersama: Bersama, name: str) -> None:
    answer = await minta(bersama.service, bersama.super, query=SERVED[name])
    codes = {error["extensions"]["code"] for error in answer.get("errors", [])}
    assert codes <= {"NOT_FOUND"}


@pytest.mark.parametrize(
    ("head", "first", "variables"),
    [
        ("", "100", {}),
        ("query ($first: Int)", "$first", {"first": 100}),
        ("query ($first: Int = 100)", "$first", {}),
    ],
    ids=["literal", "variable", "default"],
)
async def test_the_size_of_a_page_counts_wherever_it_comes_from(
    bersama: Bersama, head: str, first: str, variables: dict[str, Any]
) -> None:
    inner = f"{HALAMAN} pegawai(first:100) nodes".replace("100", first)
    answer = await minta(
        bersama.service, bersama.super, query=head + di(inner, "nama"), variables=variables
    )
    assert kode(answer) == "BAD_INPUT"
    assert "biayanya 1020202" in answer["errors"][0]["message"]


async def test_one_document_costs_what_its_variables_make_of_it(bersama: Bersama) -> None:
    path = f"{HALAMAN} pegawai(first:100) nodes".replace("100", "$first")
    query = f"query ($first: Int) {di(path, 'nama')}"
    for first, refused in ((100, True), (5, False), (100, True), (None, False)):
        answer = await minta(
            bersama.service, bersama.super, query=query, variables={"first": first}
        )
        assert ("errors" in answer) is refused, first


async def test_a_refusal_over_cost_shows_figures_and_a_way_out(bersama: Bersama) -> None:
    document, _ = REFUSED["pages in pages"]
    answer = await minta(bersama.service, bersama.super, query=document)
    message = answer["errors"][0]["message"]
    assert "biayanya 1020202, paling banyak 100000" in message
    assert "Perkecil `first`" in message


async def test_who_asks_is_shown_the_cost(bersama: Bersama) -> None:
    query = "{ daftarInstansi(first: 7) { nodes { nama } } }"
    answer = await minta(bersama.service, bersama.super, query=query, extensions={"cost": True})
    assert answer["extensions"]["cost"] == {
        "cost": 9,
        "costLimit": LIMITS.cost,
        "depth": 3,
        "depthLimit": LIMITS.depth,
    }


@pytest.mark.parametrize("extensions", [None, {}, {"cost": False}, {"cost": 1}, {"lain": True}])
async def test_who_does_not_ask_is_not_shown_it(
    bersama: Bersama, extensions: dict[str, Any] | None
) -> None:
    answer = await minta(
        bersama.service, bersama.super, query="{ saya { nip } }", extensions=extensions
    )
    assert "extensions" not in answer
