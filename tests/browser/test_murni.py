"""The page's pure functions, tried by Node without a browser."""

import asyncio
import os

import pytest

from tests.salinan import ROOT

pytestmark = pytest.mark.anyio

NODE = ROOT / ".venv" / "bin" / "node"
TESTS = ROOT / "tests" / "browser" / "murni.mjs"


@pytest.mark.parametrize("zone", ["UTC", "Asia/Jayapura", "America/Los_Angeles"])
async def test_the_pure_functions_hold_in_every_time_zone(zone: str) -> None:
    node = await asyncio.create_subprocess_exec(
        NODE,
        "--test",
        "--test-reporter=dot",
        TESTS,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env={**os.environ, "TZ": zone},
    )
    output, _ = await node.communicate()
    assert node.returncode == 0, output.decode()
