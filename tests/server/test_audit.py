"""The audits of the GraphQL over HTTP specification, by the people who wrote it."""

import asyncio
import json

import pytest

from tests.salinan import ROOT
from tests.server.conftest import Bersama

pytestmark = pytest.mark.anyio

AUDIT = ROOT / "tests" / "server" / "audit.mjs"
FEWEST = 60  # audits in the suite


async def test_every_audit_passes_whether_it_must_should_or_may(bersama: Bersama) -> None:
    node = await asyncio.create_subprocess_exec(
        ROOT / ".venv" / "bin" / "node",
        AUDIT,
        bersama.service.graphql,
        stdout=asyncio.subprocess.PIPE,
    )
    output, _ = await node.communicate()
    found = json.loads(output)
    assert len(found) >= FEWEST
    assert [audit for audit in found if audit["status"] != "ok"] == []
