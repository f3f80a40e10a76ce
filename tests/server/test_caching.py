"""What a client may keep of an answer: its own GETs, asked for again each time."""

import httpx
import pytest

from tests.buatan import SKP_BUAT, masukan_skp
from tests.layanan import Layanan
from tests.server.conftest import Bersama

pytestmark = pytest.mark.anyio

SAYA = "{ saya { nama } }"
SKP = "{ saya { pegawai { skp { status } } } }"


async def ambil(
    service: Layanan, token: str | None, query: str = SAYA, etag: str | None = None
) -> httpx.Response:
    """GET, and what of it the client has already."""
    headers = {} if etag is None else {"if-none-match": etag}
    return await service.kirim("GET", token, params={"query": query}, headers=headers)


async def test_the_same_answer_is_not_sent_again(bersama: Bersama) -> None:
    first = await ambil(bersama.service, bersama.staf)
    again = await ambil(bersama.service, bersama.staf, etag=first.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")
    for name in ("etag", "cache-control", "vary"):
        assert again.headers[name] == first.headers[name]


@pytest.mark.parametrize("spelling", ['"lain", {}', "{}, *", "{weak}"])
async def test_a_client_may_name_several_answers_that_it_has(
    bersama: Bersama, spelling: str
) -> None:
    etag = (await ambil(bersama.service, bersama.staf)).headers["etag"]
    named = spelling.format(etag, weak=etag.removeprefix("W/"))
    assert (await ambil(bersama.service, bersama.staf, etag=named)).status_code == 304


@pytest.mark.parametrize("etag", ['"lain"', 'W/"lain"', "", "bukan-etag"])
async def test_another_answer_is_sent(bersama: Bersama, etag: str) -> None:
    answer = await ambil(bersama.service, bersama.staf, etag=etag)
    assert (answer.status_code, answer.json()) == (200, {"data": {"saya": {"nama": "staf"}}})


async def test_a_change_makes_another_answer(bersama: Bersama) -> None:
    service = bersama.service
    token = await service.token(bersama.dunia.rekan.pegawai)
    before = await ambil(service, token, SKP)
    await service.minta(token, SKP_BUAT, input=masukan_skp())
    after = await ambil(service, token, SKP, etag=before.headers["etag"])
    assert after.json() == {"data": {"saya": {"pegawai": {"skp": [{"status": "DRAFT"}]}}}}
    assert after.headers["etag"] != before.headers["etag"]


async def test_nobody_gets_what_another_one_was_sent(bersama: Bersama) -> None:
    first = await ambil(bersama.service, bersama.staf)
    other = await ambil(bersama.service, bersama.super, etag=first.headers["etag"])
    assert other.json() == {"data": {"saya": {"nama": "super"}}}
    assert first.headers["cache-control"] == "private, no-cache"
    assert "Authorization" in first.headers["vary"]


async def test_an_answer_depends_on_what_the_client_takes(bersama: Bersama) -> None:
    for answer in (
        await ambil(bersama.service, bersama.staf),
        await bersama.service.kirim("POST", bersama.staf, json={"query": SAYA}),
    ):
        assert answer.headers["vary"] == "Accept, Accept-Encoding, Authorization"


async def test_only_successful_gets_are_kept(bersama: Bersama) -> None:
    graphql = {"accept": "application/graphql-response+json"}
    for answer in (
        await bersama.service.kirim("POST", bersama.staf, json={"query": SAYA}),
        await bersama.service.kirim("GET", params={"query": "{"}, headers=graphql),
        await bersama.service.kirim("PUT"),
    ):
        assert answer.headers["cache-control"] == "no-store"
        assert "etag" not in answer.headers
