"""The service as an HTTP client meets it."""

import httpx
import pytest
from gql import Client, gql
from gql.transport.httpx import HTTPXAsyncTransport

from tests.dunia import Dunia
from tests.layanan import Layanan

pytestmark = pytest.mark.anyio

OTHER = {"operationName": "B"}


async def test_probes_answer(service: Layanan) -> None:
    async with httpx.AsyncClient(base_url=service.url) as client:
        assert (await client.get("/healthz")).json() == {"status": "hidup"}
        ready = await client.get("/readyz")
    assert (ready.status_code, ready.json()) == (200, {"masalah": []})


async def test_a_standard_client_logs_in_and_reads(dunia: Dunia, service: Layanan) -> None:
    token = await service.token(dunia.staf.pegawai)
    headers = {"Authorization": f"Bearer {token}"}
    transport = HTTPXAsyncTransport(url=service.graphql, headers=headers)
    async with Client(transport=transport, fetch_schema_from_transport=True) as session:
        answer = await session.execute(gql("{ saya { nip pegawai { atasan { nama } } } }"))
    assert answer["saya"] == {
        "nip": dunia.staf.pegawai.nip,
        "pegawai": {"atasan": {"nama": "kabag"}},
    }


async def test_without_or_with_a_bad_token_nobody_is_logged_in(service: Layanan) -> None:
    for token in (None, "bukan.token.kita"):
        answer = await service.minta(token, "{ saya { nip } }")
        assert answer["data"] == {"saya": None}
        assert [error["extensions"]["code"] for error in answer["errors"]] == ["UNAUTHENTICATED"]


async def test_a_malformed_body_is_the_clients_mistake(service: Layanan) -> None:
    headers = {"content-type": "application/json"}
    bodies = [b"", b"5", b"[]", b"null", b"{", b'{"query": 5}', b"\xff\xfe"]
    bodies += [b"[" * 100_000, b'{"query": "{ saya }", "variables": {"nip": "\\ud800"}}']
    async with httpx.AsyncClient(headers=headers) as client:
        answers = [await client.post(service.graphql, content=body) for body in bodies]
    assert [answer.status_code for answer in answers] == [httpx.codes.BAD_REQUEST] * len(bodies)
    assert [code_of(answer) for answer in answers] == ["BAD_INPUT"] * len(bodies)


async def test_what_http_cannot_carry_is_told_what_can(service: Layanan) -> None:
    subscription = "subscription { dashboardPengisian(tahun: 2026) { versi } }"
    keluar = 'mutation { keluar(input: {refreshToken: ""}) { userErrors { code } } }'
    async with httpx.AsyncClient() as client:
        answers = [
            await client.post(service.graphql, json={"query": subscription}),
            await client.get(service.graphql, params={"query": keluar}),
            await client.post(service.graphql, content="{ saya { nip } }"),
            await client.post(service.graphql, json={"query": "query A { saya { nip } }"} | OTHER),
        ]
    assert [answer.status_code for answer in answers] == [httpx.codes.BAD_REQUEST] * len(answers)
    assert [code_of(answer) for answer in answers] == ["BAD_INPUT"] * len(answers)
    assert "WebSocket" in answers[0].text
    assert "POST" in answers[1].text


def code_of(answer: httpx.Response) -> str:
    [error] = answer.json()["errors"]
    return str(error["extensions"]["code"])


async def test_pages_are_served_with_a_strict_policy(service: Layanan) -> None:
    async with httpx.AsyncClient(base_url=service.url) as client:
        for path in ("/", "/dashboard"):
            page = await client.get(path)
            assert page.status_code == httpx.codes.OK
            assert "default-src 'self'" in page.headers["content-security-policy"]
        assert (await client.get("/graphiql")).status_code == httpx.codes.OK
