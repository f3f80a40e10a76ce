"""Many at once: the rules hold, and nobody is left without an answer."""

import asyncio
from collections import Counter

import httpx
import pytest

from models.counters import differences
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import StatusSkp
from models.skp import Skp
from tests.buatan import buat_berstatus
from tests.dunia import Dunia
from tests.layanan import Layanan

pytestmark = pytest.mark.anyio

AJUKAN = """
mutation Ajukan($id: ID!) { skpAjukan(id: $id) { skp { status } userErrors { code message } } }
"""
CLIENTS = 200


async def test_200_clients_submit_one_skp_and_exactly_one_succeeds(
    dunia: Dunia, service: Layanan
) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.DRAFT)
    token = await service.token(dunia.staf.pegawai)

    limits = httpx.Limits(max_connections=CLIENTS)
    headers = {"authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(limits=limits, timeout=60, headers=headers) as client:
        body = {"query": AJUKAN, "variables": {"id": skp_id}}
        answers = await asyncio.gather(
            *(client.post(service.graphql, json=body) for _ in range(CLIENTS))
        )

    payloads = [answer.json()["data"]["skpAjukan"] for answer in answers]
    won = [payload for payload in payloads if not payload["userErrors"]]
    refusals = Counter(error["code"] for payload in payloads for error in payload["userErrors"])
    assert [payload["skp"]["status"] for payload in won] == [StatusSkp.PENGAJUAN]
    assert refusals == {KodeKesalahan.STATUS_TIDAK_SESUAI: CLIENTS - 1}
    assert all(error["message"] for payload in payloads for error in payload["userErrors"])
    assert (await Skp.get(pegawai_id=dunia.staf.pegawai.id)).status is StatusSkp.PENGAJUAN
    assert await differences() == []
