"""Queries and mutations over WebSocket are those of HTTP."""

from typing import Any

import pytest

from schema.transport.websocket import OPERATIONS_PER_CONNECTION
from tests.buatan import AJUKAN, SKP_BUAT, masukan_skp
from tests.dunia import Dunia
from tests.layanan import Layanan, kode
from tests.server.conftest import Bersama

pytestmark = pytest.mark.anyio

PANTAU = "subscription { dashboardPengisian(tahun: 2026) { lengkap } }"
BACAAN: list[dict[str, Any]] = [
    {"query": "{ saya { nama pegawai { atasan { nama } aksi: skp { aksiTersedia { aksi } } } } }"},
    {"query": "query ($nip: String) { pegawai(nip: $nip) { nama } }", "variables": {"nip": "x"}},
    {"query": "query A { saya { nama } } query B { saya { nip } }", "operationName": "B"},
    {"query": '{ saya { nama } skp(id: "skp_999") { id } __typename }'},
    {"query": "{ dashboardPengisian(tahun: 2026) { utama { total } } }"},
    {"query": '{ __type(name: "Saya") { fields { name } } }'},
    {"query": "{ tidakAda }"},
    {"query": "{"},
    {"query": "query ($id: ID!) { skp(id: $id) { id } }"},
    {"query": "{ __schema { types { fields { type { possibleTypes { kind } } } } } }"},
]


@pytest.mark.parametrize("request_", BACAAN, ids=lambda request: request["query"])
async def test_a_query_answers_as_over_http(bersama: Bersama, request_: dict[str, Any]) -> None:
    over_http = await bersama.service.kirim("POST", bersama.staf, json=request_)
    async with bersama.service.soket(bersama.staf) as soket:
        assert await soket.minta(request_) == over_http.json()


async def test_a_mutation_changes_what_it_would_over_http(dunia: Dunia, service: Layanan) -> None:
    token = await service.token(dunia.staf.pegawai)
    async with service.soket(token) as soket:
        made = await soket.minta({"query": SKP_BUAT, "variables": {"input": masukan_skp()}})
        assert made["data"]["skpBuat"]["userErrors"] == []
        id_ = made["data"]["skpBuat"]["skp"]["id"]
        refused = await soket.minta({"query": AJUKAN, "variables": {"id": id_}})
    assert refused == await service.minta(token, AJUKAN, id=id_)
    read = await service.minta(token, "{ saya { pegawai { skp { id status } } } }")
    assert read["data"]["saya"]["pegawai"]["skp"] == [{"id": id_, "status": "DRAFT"}]


async def test_a_refused_operation_leaves_the_others_alone(bersama: Bersama) -> None:
    async with bersama.service.soket(bersama.super) as soket:
        await soket.kirim("subscribe", id="pantau", payload={"query": PANTAU})
        assert (await soket.terima())["id"] == "pantau"
        for query in ("{", "{ tidakAda }", "{ saya { " * 30):
            assert kode(await soket.minta({"query": query})) == "BAD_INPUT"
        assert (await soket.minta({"query": "{ saya { nama } }"}))["data"]["saya"]


async def test_a_connection_carries_so_many_operations_at_once(bersama: Bersama) -> None:
    async with bersama.service.soket(bersama.super) as soket:
        for number in range(OPERATIONS_PER_CONNECTION):
            await soket.kirim("subscribe", id=str(number), payload={"query": PANTAU})
            assert (await soket.terima())["type"] == "next"
        assert kode(await soket.minta({"query": PANTAU}, id_="lebih")) == "BAD_INPUT"
        await soket.kirim("complete", id="0")
        await soket.kirim("subscribe", id="lagi", payload={"query": PANTAU})
        assert (await soket.terima())["type"] == "next"
