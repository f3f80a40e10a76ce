"""Answers are compressed as the client takes them, where that is worth while."""

import json
import zlib
from typing import Any

import httpx
import pytest
import zstandard

from tests.server.conftest import Bersama

pytestmark = pytest.mark.anyio

SMALL = "{ saya { nama } }"
LARGE = "{ __schema { types { name description } } }"  # about 10 kB
HUGE = "{ __schema { types { name fields { name description args { name description } } } } }"


async def minta(
    bersama: Bersama, query: str, encoding: str | None, method: str = "POST", **headers: str
) -> tuple[httpx.Headers, bytes]:
    """The answer as it goes over the wire."""
    carried: dict[str, Any] = {"params" if method == "GET" else "json": {"query": query}}
    async with httpx.AsyncClient() as client:
        request = client.build_request(method, bersama.service.graphql, headers=headers, **carried)
        del request.headers["accept-encoding"]
        if encoding is not None:
            request.headers["accept-encoding"] = encoding
        answer = await client.send(request, stream=True)
        body = b"".join([chunk async for chunk in answer.aiter_raw()])
        await answer.aclose()
    assert int(answer.headers["content-length"]) == len(body)
    return answer.headers, body


def decoded(headers: httpx.Headers, body: bytes) -> Any:
    match headers.get("content-encoding"):
        case "zstd":
            body = zstandard.ZstdDecompressor().decompress(body)
        case "gzip":
            body = zlib.decompress(body, wbits=31)
    return json.loads(body)


@pytest.mark.parametrize("query", [LARGE, HUGE])
@pytest.mark.parametrize("encoding", ["zstd", "gzip"])
@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_large_answer_is_compressed_and_says_the_same(
    bersama: Bersama, query: str, encoding: str, method: str
) -> None:
    plain_headers, plain = await minta(bersama, query, None, method)
    headers, body = await minta(bersama, query, encoding, method)
    assert "content-encoding" not in plain_headers
    assert headers["content-encoding"] == encoding
    assert len(body) < len(plain) / 2
    assert decoded(headers, body) == json.loads(plain)


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        (None, None),
        ("", None),
        ("identity", None),
        ("br", None),
        ("gzip;q=0", None),
        ("gzip;q=0.0, zstd;q=0", None),
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip, deflate, br", "gzip"),
        ("zstd;q=0, gzip", "gzip"),
        ("GZIP; q=0.5", "gzip"),
        ("*;q=0, gzip;q=0.1", "gzip"),
    ],
)
async def test_only_what_the_client_takes(
    bersama: Bersama, accepted: str | None, encoding: str | None
) -> None:
    headers, body = await minta(bersama, LARGE, accepted)
    assert headers.get("content-encoding") == encoding
    assert decoded(headers, body)["data"]["__schema"]["types"]


async def test_a_small_answer_goes_as_it_is(bersama: Bersama) -> None:
    headers, body = await minta(bersama, SMALL, "gzip, zstd")
    assert "content-encoding" not in headers
    assert json.loads(body)["data"] == {"saya": None}


async def test_an_answer_is_the_same_however_it_is_encoded(bersama: Bersama) -> None:
    etags = {(await minta(bersama, LARGE, name, "GET"))[0]["etag"] for name in ("gzip", "zstd")}
    assert len(etags) == 1
