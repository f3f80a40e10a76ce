"""GraphQL over HTTP, to the letter of its specification; and the service's other pages."""

from typing import Any

import httpx
import pytest
from gql import Client, gql
from gql.transport.httpx import HTTPXAsyncTransport

from tests.dunia import Dunia
from tests.layanan import Layanan, kode
from tests.server.conftest import Bersama

pytestmark = pytest.mark.anyio

GRAPHQL = "application/graphql-response+json"
JSON = "application/json"
MOST_BODY = 256 * 1024
SAYA = "{ saya { nama } }"
KELUAR = 'mutation { keluar(input: {refreshToken: ""}) { userErrors { code } } }'
PANTAU = "subscription { dashboardPengisian(tahun: 2026) { versi } }"
DUA = "query A { saya { nama } } query B { saya { nip } }"


async def test_probes_answer(bersama: Bersama) -> None:
    async with httpx.AsyncClient(base_url=bersama.service.url) as client:
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


async def test_pages_are_served_with_a_strict_policy(bersama: Bersama) -> None:
    async with httpx.AsyncClient(base_url=bersama.service.url) as client:
        for path in ("/", "/dashboard"):
            page = await client.get(path)
            assert page.status_code == httpx.codes.OK
            assert "default-src 'self'" in page.headers["content-security-policy"]
        assert (await client.get("/graphiql")).status_code == httpx.codes.OK


async def test_an_address_of_nothing_says_where_something_is(bersama: Bersama) -> None:
    async with httpx.AsyncClient(base_url=bersama.service.url) as client:
        for path in ("/dasbor", "/aset/tidak-ada.js"):
            answer = await client.get(path)
            assert (answer.status_code, "Dashboard ada di /" in answer.text) == (404, True), path


@pytest.mark.parametrize("token", [None, "bukan.token.kita"])
async def test_without_or_with_a_bad_token_nobody_is_logged_in(
    bersama: Bersama, token: str | None
) -> None:
    answer = await bersama.service.minta(token, SAYA)
    assert answer["data"] == {"saya": None}
    assert kode(answer) == "UNAUTHENTICATED"


@pytest.mark.parametrize(
    ("accept", "answered"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (JSON, JSON),
        (GRAPHQL, GRAPHQL),
        (f"{GRAPHQL}; charset=utf-8", GRAPHQL),
        ("Application/JSON", JSON),
        (f"{GRAPHQL}, {JSON}", GRAPHQL),
        (f"{JSON}, {GRAPHQL}", JSON),
        (f"{JSON};q=0.5, {GRAPHQL}", GRAPHQL),
        (f"{GRAPHQL};q=0.4, {JSON};q=0.6", JSON),
        (f"{GRAPHQL};q=0, */*", JSON),
        (f"{JSON};q=0, */*", GRAPHQL),
        ("text/html, */*;q=0.1", JSON),
        ("text/html, application/graphql+json, application/json;q=0.1", JSON),
    ],
)
async def test_the_client_chooses_the_media_type(
    bersama: Bersama, accept: str | None, answered: str
) -> None:
    request = httpx.Request("POST", bersama.service.graphql, json={"query": SAYA})
    if accept is not None:
        request.headers["accept"] = accept
    async with httpx.AsyncClient() as client:
        answer = await client.send(request)
    assert answer.status_code == httpx.codes.OK
    assert answer.headers["content-type"] == f"{answered}; charset=utf-8"


@pytest.mark.parametrize(
    "accept", ["text/html", "application/xml;q=1", f"{JSON};q=0", f"{JSON};q=x", "*/*;q=0", "?"]
)
async def test_who_takes_no_type_of_ours_is_told_which_there_are(
    bersama: Bersama, accept: str
) -> None:
    answer = await bersama.service.kirim("POST", headers={"accept": accept}, json={"query": SAYA})
    assert (answer.status_code, kode(answer)) == (406, "BAD_INPUT")
    assert GRAPHQL in answer.text


@pytest.mark.parametrize(
    "request_error",
    [
        {"query": "{"},
        {"query": ""},
        {"query": "{ tidakAda }"},
        {"query": "query ($id: ID!) { skp(id: $id) { id } }"},
        {"query": "query ($id: ID!) { skp(id: $id) { id } }", "variables": {"id": []}},
        {"query": "{ daftarInstansi { nodes { pegawai(first: 100) { nodes { skp(tahun: 1) {"
        " riwayat(first: 100) { nodes { aksi } } } } } } } }"},
        {"query": DUA},
        {"query": DUA, "operationName": "C"},
        {"query": DUA, "operationName": ""},
    ],
)  # fmt: skip
@pytest.mark.parametrize(("accept", "status"), [(GRAPHQL, 400), (JSON, 200)])
async def test_what_is_no_operation_of_the_schema_has_no_data(
    bersama: Bersama, request_error: dict[str, Any], accept: str, status: int
) -> None:
    answer = await bersama.service.kirim("POST", headers={"accept": accept}, json=request_error)
    assert (answer.status_code, kode(answer)) == (status, "BAD_INPUT")
    assert "data" not in answer.json()
    assert answer.json()["errors"][0]["message"].startswith("Permintaan ")


@pytest.mark.parametrize("accept", [GRAPHQL, JSON])
async def test_data_beside_an_error_is_a_success(bersama: Bersama, accept: str) -> None:
    answer = await bersama.service.kirim(
        "POST",
        bersama.staf,
        headers={"accept": accept},
        json={"query": '{ saya { nama } skp(id: "skp_999") { id } }'},
    )
    assert (answer.status_code, kode(answer)) == (200, "NOT_FOUND")
    assert answer.json()["data"] == {"saya": {"nama": "staf"}, "skp": None}


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"])
async def test_another_method_is_told_which_there_are(bersama: Bersama, method: str) -> None:
    answer = await bersama.service.kirim(method)
    assert answer.status_code == httpx.codes.METHOD_NOT_ALLOWED
    assert answer.headers["allow"] == "GET, POST"
    if method != "HEAD":
        assert kode(answer) == "BAD_INPUT"


async def test_get_changes_nothing(bersama: Bersama) -> None:
    answer = await bersama.service.kirim("GET", params={"query": KELUAR})
    assert (answer.status_code, kode(answer)) == (405, "BAD_INPUT")
    assert answer.headers["allow"] == "POST"


async def test_a_subscription_is_sent_to_the_websocket(bersama: Bersama) -> None:
    for answer in (
        await bersama.service.kirim("GET", params={"query": PANTAU}),
        await bersama.service.kirim("POST", json={"query": PANTAU}),
    ):
        assert (answer.status_code, kode(answer)) == (400, "BAD_INPUT")
        assert "graphql-transport-ws" in answer.text


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        ("application/json", 200),
        ("Application/JSON; charset=UTF-8", 200),
        ('application/json; charset="utf8"', 200),
        ("application/json; profile=x", 200),
        (None, 415),
        ("", 415),
        ("application/json; charset=latin-1", 415),
        ("application/jsonx", 415),
        ("application/graphql", 415),
        ("application/x-www-form-urlencoded", 415),
        ("multipart/form-data; boundary=x", 415),
        ("text/plain", 415),
        ("json", 415),
    ],
)
async def test_only_json_is_read(bersama: Bersama, content_type: str | None, status: int) -> None:
    headers = {} if content_type is None else {"content-type": content_type}
    answer = await bersama.service.kirim(
        "POST", bersama.staf, headers=headers, content=b'{"query": "{ saya { nama } }"}'
    )
    assert answer.status_code == status
    if status != httpx.codes.OK:
        assert kode(answer) == "BAD_INPUT"
        assert "application/json" in answer.text


@pytest.mark.parametrize(
    ("body", "hint"),
    [
        (b"", "bukan JSON"),
        (b"{", "bukan JSON"),
        (b"\xff\xfe", "bukan JSON"),
        (b"[" * 2_000, "bukan JSON"),
        (b'{"query": "{ saya }", "variables": {"nip": "\\ud800"}}', "bukan JSON"),
        (b"5", "objek JSON"),
        (b"null", "objek JSON"),
        (b'"{ saya { nama } }"', "objek JSON"),
        (b'[{"query": "{ saya { nama } }"}]', "objek JSON"),
        (b"{}", "tidak memuat `query`"),
        (b'{"query": null}', "tidak memuat `query`"),
        (b'{"query": 5}', "`query` harus berupa teks"),
        (b'{"query": {}}', "`query` harus berupa teks"),
        (b'{"query": "{ saya { nama } }", "operationName": []}', "`operationName` harus"),
        (b'{"query": "{ saya { nama } }", "variables": "{}"}', "`variables` harus"),
        (b'{"query": "{ saya { nama } }", "variables": []}', "`variables` harus"),
        (b'{"query": "{ saya { nama } }", "extensions": true}', "`extensions` harus"),
    ],
)
@pytest.mark.parametrize("accept", [GRAPHQL, JSON])
async def test_a_malformed_body_is_the_clients_mistake(
    bersama: Bersama, body: bytes, hint: str, accept: str
) -> None:
    headers = {"content-type": JSON, "accept": accept}
    answer = await bersama.service.kirim("POST", headers=headers, content=body)
    assert (answer.status_code, kode(answer)) == (400, "BAD_INPUT")
    assert hint in answer.json()["errors"][0]["message"]


async def test_null_stands_for_a_parameter_that_is_not_sent(bersama: Bersama) -> None:
    body = {"query": SAYA, "operationName": None, "variables": None, "extensions": None}
    answer = await bersama.service.kirim("POST", bersama.staf, json=body)
    assert answer.json() == {"data": {"saya": {"nama": "staf"}}}


@pytest.mark.parametrize(("length", "status"), [(MOST_BODY, 200), (MOST_BODY + 1, 413)])
async def test_a_body_has_a_greatest_size(bersama: Bersama, length: int, status: int) -> None:
    body = b'{"query": "{ saya { nama } }"}'.ljust(length)
    headers = {"content-type": JSON}
    answer = await bersama.service.kirim("POST", bersama.staf, headers=headers, content=body)
    assert answer.status_code == status
    if status != httpx.codes.OK:
        assert kode(answer) == "BAD_INPUT"
        assert str(MOST_BODY) in answer.text


async def test_a_body_may_come_in_pieces(bersama: Bersama) -> None:
    async def pieces() -> Any:
        for piece in (b'{"query": ', b'"{ saya { nama } }"', b"}"):
            yield piece

    headers = {"content-type": JSON}
    answer = await bersama.service.kirim("POST", bersama.staf, headers=headers, content=pieces())
    assert answer.json() == {"data": {"saya": {"nama": "staf"}}}


async def test_get_carries_every_parameter(bersama: Bersama) -> None:
    nip = bersama.dunia.staf.pegawai.nip
    params = {
        "query": "query A { saya { nip } } query B($nip: String) { pegawai(nip: $nip) { nama } }",
        "operationName": "B",
        "variables": f'{{"nip": "{nip}"}}',
        "extensions": '{"cost": true}',
    }
    answer = await bersama.service.kirim("GET", bersama.staf, params=params)
    assert answer.json()["data"] == {"pegawai": {"nama": "staf"}}
    assert answer.json()["extensions"]["cost"]["depth"] == 2


@pytest.mark.parametrize(
    ("params", "hint"),
    [
        ({}, "tidak memuat `query`"),
        ({"query": SAYA, "variables": "{"}, "`variables` bukan JSON"),
        ({"query": SAYA, "variables": "[]"}, "`variables` harus berupa objek"),
        ({"query": SAYA, "extensions": "{'cost'}"}, "`extensions` bukan JSON"),
        ({"query": SAYA, "extensions": "1"}, "`extensions` harus berupa objek"),
    ],
)
async def test_a_malformed_get_is_the_clients_mistake(
    bersama: Bersama, params: dict[str, str], hint: str
) -> None:
    answer = await bersama.service.kirim("GET", params=params)
    assert (answer.status_code, kode(answer)) == (400, "BAD_INPUT")
    assert hint in answer.json()["errors"][0]["message"]
