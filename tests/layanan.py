"""A real service in a process of its own, over a database that the test has filled."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from models.organisasi import Pegawai
from tests.dunia import KATA_SANDI

ROOT = Path(__file__).parent.parent
MASUK = """
mutation Masuk($input: MasukInput!) {
  masuk(input: $input) { token refreshToken userErrors { code } }
}
"""


@dataclass
class Layanan:
    """A running service."""

    port: int
    process: subprocess.Popen[str]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def graphql(self) -> str:
        return f"{self.url}/graphql"

    @property
    def websocket(self) -> str:
        return f"ws://127.0.0.1:{self.port}/graphql"

    async def token(self, pegawai: Pegawai) -> str:
        """Log in."""
        masuk = {"nip": pegawai.nip, "kataSandi": KATA_SANDI}
        payload = (await self.minta(None, MASUK, input=masuk))["data"]["masuk"]
        assert payload["userErrors"] == []
        return str(payload["token"])

    async def minta(self, token: str | None, document: str, **variables: Any) -> Any:
        """One operation over HTTP; the whole answer."""
        headers = {"authorization": f"Bearer {token}"} if token else {}
        async with httpx.AsyncClient(timeout=60) as client:
            body = {"query": document, "variables": variables}
            return (await client.post(self.graphql, json=body, headers=headers)).json()


@contextmanager
def layanan(database_url: str, port: int = 0, **settings: str) -> Iterator[Layanan]:
    """Serve `database_url` until the block ends; `settings` as in the environment."""
    port = port or _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "server", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, "EKINERJA_DATABASE_URL": database_url, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    running = Layanan(port, process)
    try:
        _wait_until_ready(running)
        yield running
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.communicate(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
            raise


def _wait_until_ready(running: Layanan) -> None:
    for _ in range(300):
        if running.process.poll() is not None:
            raise AssertionError(f"layanan berhenti: {running.process.communicate()[0]}")
        try:
            if httpx.get(f"{running.url}/readyz").status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise AssertionError("layanan tidak siap dalam 30 detik")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
