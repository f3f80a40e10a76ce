"""Documents named by their hash: learnt from clients, or listed by the operator."""

import hashlib
import json
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from graphql import get_introspection_query, parse, print_ast

from schema import persisted
from schema.persisted import Persisted, UnknownHashError, read_list
from server import OWN_DOCUMENTS
from tests.layanan import Layanan, kode, layanan
from tests.server.conftest import Bersama
from tests.server.test_settings import start

pytestmark = pytest.mark.anyio

Minta = Callable[[dict[str, Any]], Awaitable[Any]]
TRANSPORTS = pytest.mark.parametrize("transport", ["POST", "GET", "WebSocket"])
NAMA = "query Nama { saya { nama } }"
NIP = "query Nip($nip: String!) { pegawai(nip: $nip) { nama } }"
LAIN = "{ saya { nip } }"
OLEH_STAF = {"data": {"saya": {"nama": "staf"}}}


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def named(text: str, **more: Any) -> dict[str, Any]:
    """A request for the document with this text that does not carry it."""
    return {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": hash_of(text)}}, **more}


@asynccontextmanager
async def client(transport: str, service: Layanan, token: str) -> AsyncIterator[Minta]:
    """Asks over the transport; the body of the answer comes back."""

    async def over_http(request: dict[str, Any]) -> Any:
        if transport == "POST":
            return (await service.kirim("POST", token, json=request)).json()
        params = {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in request.items()
        }
        return (await service.kirim("GET", token, params=params)).json()

    if transport != "WebSocket":
        yield over_http
        return
    async with service.soket(token) as soket:
        yield soket.minta


# Learnt from clients: the protocol known as APQ.


@TRANSPORTS
async def test_a_document_is_sent_once_and_named_from_then_on(
    bersama: Bersama, transport: str
) -> None:
    text = f"{NAMA} # {transport}"
    async with client(transport, bersama.service, bersama.staf) as minta:
        unknown = await minta(named(text))
        assert kode(unknown) == "PERSISTED_QUERY_NOT_FOUND"
        assert unknown["errors"][0]["message"] == "PersistedQueryNotFound"
        assert await minta(named(text, query=text)) == OLEH_STAF
        assert await minta(named(text)) == OLEH_STAF


async def test_what_one_client_taught_serves_another_with_his_own_variables(
    bersama: Bersama,
) -> None:
    service, dunia = bersama.service, bersama.dunia
    for nama in ("staf", "rekan"):
        request = named(NIP, query=NIP, variables={"nip": dunia.orang[nama].pegawai.nip})
        answer = await service.kirim("POST", bersama.super, json=request)
        assert answer.json() == {"data": {"pegawai": {"nama": nama}}}
    request = named(NIP, variables={"nip": dunia.asing.pegawai.nip})
    answer = await service.kirim("POST", bersama.staf, json=request)
    assert kode(answer) == "NOT_FOUND"


@TRANSPORTS
async def test_a_document_is_not_learnt_under_the_hash_of_another(
    bersama: Bersama, transport: str
) -> None:
    async with client(transport, bersama.service, bersama.staf) as minta:
        text = f"{NAMA} # bukan {transport}"
        assert kode(await minta(named(text, query=LAIN))) == "BAD_INPUT"
        assert kode(await minta(named(text))) == "PERSISTED_QUERY_NOT_FOUND"


@TRANSPORTS
@pytest.mark.parametrize(
    "malformed",
    [
        1,
        "x",
        [],
        {},
        {"version": 1},
        {"version": 2, "sha256Hash": hash_of(NAMA)},
        {"version": 1, "sha256Hash": 5},
        {"sha256Hash": hash_of(NAMA)},
    ],
)
async def test_a_malformed_hash_is_the_clients_mistake(
    bersama: Bersama, transport: str, malformed: object
) -> None:
    request = {"query": NAMA, "extensions": {"persistedQuery": malformed}}
    async with client(transport, bersama.service, bersama.staf) as minta:
        assert kode(await minta(request)) == "BAD_INPUT"


@TRANSPORTS
async def test_neither_a_document_nor_its_hash_is_the_clients_mistake(
    bersama: Bersama, transport: str
) -> None:
    async with client(transport, bersama.service, bersama.staf) as minta:
        answer = await minta({"variables": {}, "extensions": {"persistedQuery": None}})
    assert kode(answer) == "BAD_INPUT"
    assert "tidak memuat `query`" in answer["errors"][0]["message"]


async def test_a_get_by_hash_changes_nothing_either(bersama: Bersama) -> None:
    keluar = 'mutation { keluar(input: {refreshToken: ""}) { userErrors { code } } }'
    await bersama.service.kirim("POST", json=named(keluar, query=keluar))
    params = {"extensions": json.dumps(named(keluar)["extensions"])}
    answer = await bersama.service.kirim("GET", params=params)
    assert (answer.status_code, kode(answer)) == (405, "BAD_INPUT")


def test_the_documents_used_last_are_remembered_within_bounds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(persisted, "REMEMBERED", 10 * (persisted.ENTRY + 10))
    memory = Persisted(lambda _: True)
    texts = [f"{{ f{number:05} }}" for number in range(11)]
    for text in texts:
        learn(memory, text)
        learn(memory, texts[0])
    assert memory.text(None, named(texts[0])["extensions"]) == texts[0]
    assert memory.text(None, named(texts[-1])["extensions"]) == texts[-1]
    with pytest.raises(UnknownHashError):
        memory.text(None, named(texts[1])["extensions"])


def test_what_is_not_valid_is_not_learnt() -> None:
    memory = Persisted(lambda text: "salah" not in text)
    learn(memory, "{ salah }")
    with pytest.raises(UnknownHashError):
        memory.text(None, named("{ salah }")["extensions"])


def learn(memory: Persisted, text: str) -> None:
    assert memory.text(text, named(text)["extensions"]) == text


# Listed by the operator: nothing else is served.


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list as a folder: one file for each document, in folders of any depth."""
    made = tmp_path_factory.mktemp("dokumen")
    (made / "pegawai").mkdir()
    (made / "nama.graphql").write_text(f"{NAMA}\n", "utf-8")
    (made / "pegawai" / "nip.graphql").write_text(NIP, "utf-8")
    (made / "catatan.txt").write_text(LAIN, "utf-8")
    return made


@pytest.fixture(scope="module")
def terdaftar(bersama: Bersama, folder: Path) -> Iterator[Layanan]:
    """A service for listed documents only."""
    file = shutil.copy(bersama.cetakan, folder.with_suffix(".db"))
    with layanan(f"sqlite://{file}", EKINERJA_DOCUMENTS=str(folder)) as service:
        yield service


@TRANSPORTS
@pytest.mark.parametrize(
    "request_",
    [
        pytest.param({"query": NAMA}, id="text"),
        pytest.param({"query": NAMA.replace(" ", "\n\t, ")}, id="other blanks"),
        pytest.param({"query": print_ast(parse(NAMA))}, id="as a library prints it"),
        pytest.param(named(NAMA), id="hash"),
        pytest.param(named(f"{NAMA}\n"), id="hash of the file"),
        pytest.param(named(print_ast(parse(NAMA))), id="hash as a library prints it"),
        pytest.param(named(NAMA, query=NAMA), id="both"),
    ],
)
async def test_a_listed_document_is_served(
    bersama: Bersama, terdaftar: Layanan, transport: str, request_: dict[str, Any]
) -> None:
    async with client(transport, terdaftar, bersama.staf) as minta:
        assert await minta(request_) == OLEH_STAF


@TRANSPORTS
@pytest.mark.parametrize(
    "request_",
    [
        pytest.param({"query": LAIN}, id="text"),
        pytest.param(named(LAIN), id="hash"),
        pytest.param(named(LAIN, query=LAIN), id="both"),
        pytest.param({"query": NAMA.replace("nama", "nip")}, id="nearly listed"),
        pytest.param({"query": f"{NAMA} {LAIN}"}, id="listed and more"),
        pytest.param({"query": "{"}, id="no document"),
        pytest.param({"query": "{ __typename }"}, id="typename"),
        pytest.param({"query": get_introspection_query()}, id="introspection"),
    ],
)
async def test_any_other_document_is_refused(
    bersama: Bersama, terdaftar: Layanan, transport: str, request_: dict[str, Any]
) -> None:
    async with client(transport, terdaftar, bersama.staf) as minta:
        answer = await minta(request_)
    assert kode(answer) == "BAD_INPUT"
    assert "dokumen yang terdaftar" in answer["errors"][0]["message"]


async def test_a_listed_document_takes_variables(bersama: Bersama, terdaftar: Layanan) -> None:
    nip = bersama.dunia.staf.pegawai.nip
    request = named(NIP, variables={"nip": nip})
    answer = await terdaftar.kirim("POST", bersama.staf, json=request)
    assert answer.json() == {"data": {"pegawai": {"nama": "staf"}}}


async def test_the_documents_of_our_own_pages_are_listed(terdaftar: Layanan) -> None:
    for text in read_list(OWN_DOCUMENTS):
        answer = await terdaftar.kirim("POST", json={"query": text})
        assert "terdaftar" not in answer.text


def test_a_list_is_a_folder_or_a_json_array(folder: Path) -> None:
    array = folder / "dokumen.json"
    array.write_text(json.dumps([f"{NAMA}\n", NIP]), "utf-8")
    assert sorted(read_list(folder)) == sorted(read_list(array))


@pytest.mark.parametrize("content", [None, b"{", b"{}", b"\xff"])
def test_the_start_stops_with_one_line_without_a_good_list(
    tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "dokumen.json"
    if content is not None:
        path.write_bytes(content)
    ended = start(
        {"EKINERJA_DOCUMENTS": str(path), "EKINERJA_DATABASE_URL": f"sqlite://{tmp_path}/uji.db"}
    )
    [line] = ended.stderr.splitlines()
    assert ended.returncode != 0
    assert line.startswith(f"Pengaturan salah: EKINERJA_DOCUMENTS={str(path)!r}: ")
    assert "folder berisi .graphql" in line
