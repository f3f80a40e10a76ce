"""A real service in a process of its own, over a database that the test has filled."""

import asyncio
import json
import os
import signal
import socket
import ssl
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from models.organisasi import Pegawai
from tests.dunia import KATA_SANDI
from tests.salinan import SERVER, mulai, selesai

TLS = ssl.create_default_context()  # read from the disk once, not for each client
PROTOCOL = Subprotocol("graphql-transport-ws")
MASUK = """
mutation Masuk($input: MasukInput!) {
  masuk(input: $input) { token refreshToken userErrors { code } }
}
"""


@dataclass
class Layanan:
    """A running service."""

    port: int
    process: ForkServerProcess

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def graphql(self) -> str:
        return f"{self.url}/graphql"

    @property
    def websocket(self) -> str:
        return f"ws://127.0.0.1:{self.port}/graphql"

    def isyarat(self, which: signal.Signals) -> None:
        """Send its process a signal; nothing, when that has ended."""
        if self.process.is_alive():
            os.kill(self.process.pid or 0, which)

    def tunggu(self, seconds: float) -> int:
        """The exit code of its process, which is expected to end in time."""
        return selesai(self.process, seconds)

    async def token(self, pegawai: Pegawai) -> str:
        """Log in."""
        masuk = {"nip": pegawai.nip, "kataSandi": KATA_SANDI}
        payload = (await self.minta(None, MASUK, input=masuk))["data"]["masuk"]
        assert payload["userErrors"] == []
        return str(payload["token"])

    async def minta(self, token: str | None, document: str, **variables: Any) -> Any:
        """One operation over HTTP; the whole answer."""
        headers = {"authorization": f"Bearer {token}"} if token else {}
        async with httpx.AsyncClient(timeout=60, verify=TLS) as client:
            body = {"query": document, "variables": variables}
            return (await client.post(self.graphql, json=body, headers=headers)).json()

    async def kirim(self, method: str, token: str | None = None, **request: Any) -> httpx.Response:
        """One HTTP request to /graphql, as httpx takes it; the answer as it came."""
        headers = {"authorization": f"Bearer {token}"} if token else {}
        async with httpx.AsyncClient(timeout=60, verify=TLS, headers=headers) as client:
            return await client.request(method, self.graphql, **request)

    @asynccontextmanager
    async def soket(self, token: str) -> AsyncIterator["Soket"]:
        """A WebSocket that the service has acknowledged."""
        async with connect(self.websocket, subprotocols=[PROTOCOL]) as connection:
            soket = Soket(connection)
            salam = {"Authorization": f"Bearer {token}"}
            await soket.kirim("connection_init", payload=salam)
            assert (await soket.terima())["type"] == "connection_ack"
            yield soket


@dataclass
class Soket:
    """One end of a graphql-transport-ws connection, message by message."""

    connection: ClientConnection

    async def kirim(self, type_: str, **message: Any) -> None:
        await self.connection.send(json.dumps({"type": type_, **message}))

    async def terima(self) -> Any:
        return json.loads(await asyncio.wait_for(self.connection.recv(), 10))

    async def minta(self, payload: dict[str, Any], id_: str = "1") -> Any:
        """The only answer to an operation, as HTTP would have it: its errors alone when it was
        refused."""
        await self.kirim("subscribe", id=id_, payload=payload)
        answer = await self.terima()
        assert answer["id"] == id_
        if answer["type"] == "error":
            return {"errors": answer["payload"]}
        assert (await self.terima()) == {"id": id_, "type": "complete"}
        return answer["payload"]


def kode(answer: httpx.Response | dict[str, Any]) -> str:
    """The code of the only error in an answer, whose message is fit for a person to read."""
    body = answer.json() if isinstance(answer, httpx.Response) else answer
    [error] = body["errors"]
    assert error["message"]
    assert "Traceback" not in error["message"]
    return str(error["extensions"]["code"])


@contextmanager
def layanan(
    database_url: str, port: int = 0, proses: int = 1, **settings: str
) -> Iterator[Layanan]:
    """Serve `database_url` until the block ends, in so many processes; `settings` as in the
    environment."""
    port = port or _free_port()
    arguments = ["--port", str(port), "--proses", str(proses)]
    with tempfile.NamedTemporaryFile() as file:  # a pipe that nobody empties would block it
        said = Path(file.name)
        environment = {"EKINERJA_DATABASE_URL": database_url, **settings}
        streams = [Path(os.devnull), said, said]
        running = Layanan(port, mulai(SERVER, arguments, environment, streams))
        try:
            _wait_until_ready(running, said)
            yield running
        finally:
            running.isyarat(signal.SIGTERM)
            running.tunggu(15)


def _wait_until_ready(running: Layanan, said: Path) -> None:
    for _ in range(300):
        if not running.process.is_alive():
            raise AssertionError(f"layanan berhenti: {said.read_text(encoding='utf-8')}")
        try:
            if (
                "e-Kinerja melayani" in said.read_text(encoding="utf-8")  # every process does
                and httpx.get(f"{running.url}/readyz", verify=TLS).status_code == httpx.codes.OK
            ):
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise AssertionError("layanan tidak siap dalam 30 detik")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
