"""Speaking to the service: one request, and somebody who stays logged in."""

import json
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

import httpx

from commands.simulasi.dokumen import MASUK, SEGARKAN

REFRESH_BEFORE = 60  # seconds
DATA = "data: "  # begins the line of an event that holds a message

Values = Mapping[str, Any]
Ask = Callable[[str, Values, str | None], Awaitable[Any]]


class LayananDiamError(Exception):
    """The service does not answer, or is in trouble; trying again later may help."""


class DitolakError(Exception):
    """The service answered no; `code` says why."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Klien:
    """The service at an address. Close it with `aclose`."""

    def __init__(self, alamat: str, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self.alamat = alamat
        self._http = httpx.AsyncClient(base_url=alamat, timeout=10, transport=transport)

    async def aclose(self) -> None:
        await self._http.aclose()

    async def minta(self, document: str, variables: Values, token: str | None = None) -> Any:
        """The value of the only root field. Raises LayananDiamError, DitolakError."""
        return next(iter((await self.kirim(document, variables, token)).values()))

    async def kirim(self, document: str, variables: Values, token: str | None = None) -> Values:
        """The value of every root field. Raises LayananDiamError, DitolakError."""
        body = {"query": document, "variables": variables}
        try:
            response = await self._http.post("/graphql", json=body, headers=_headers(token))
            answer = response.json()
        except (httpx.TransportError, ValueError) as error:
            raise LayananDiamError(type(error).__name__) from error
        if not isinstance(answer, dict) or response.status_code >= 500:
            raise LayananDiamError(f"HTTP {response.status_code}")
        return _data(answer)

    async def pantau(self, document: str, variables: Values, token: str | None = None) -> Values:
        """The first message of a subscription (graphql-sse). Raises as `kirim`."""
        body = {"query": document, "variables": variables}
        headers = _headers(token) | {"Accept": "text/event-stream"}
        try:
            async with self._http.stream(
                "POST", "/graphql", json=body, headers=headers
            ) as response:
                async for line in response.aiter_lines():
                    if line.startswith(DATA):
                        return _data(json.loads(line.removeprefix(DATA)))
        except (httpx.TransportError, ValueError) as error:
            raise LayananDiamError(type(error).__name__) from error
        raise LayananDiamError(f"HTTP {response.status_code}")


def _headers(token: str | None) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"} if token else {}


def _data(answer: dict[str, Any]) -> Values:
    for error in answer.get("errors") or ():
        code = (error.get("extensions") or {}).get("code", "")
        if code == "INTERNAL":
            raise LayananDiamError(error["message"])
        raise DitolakError(code, error["message"])
    data: Values = answer["data"]
    for error in _user_errors(data):
        raise DitolakError(error["code"], error["message"])
    return data


def _user_errors(value: Any) -> Iterator[Values]:
    """Every refusal in an answer, however deep."""
    if isinstance(value, list):
        for each in value:
            yield from _user_errors(each)
    elif isinstance(value, dict):
        yield from value.get("userErrors") or ()
        for each in value.values():
            yield from _user_errors(each)


class Orang:
    """Somebody with an account, who logs in when he first asks for something."""

    def __init__(self, klien: Klien, akun: Values) -> None:
        self.nip: str = akun["nip"]
        self.nama: str = akun["nama"]
        self._klien = klien
        self._kata_sandi: str = akun["kataSandi"]
        self._token: str | None = None
        self._refresh_token: str | None = None
        self._ends = 0.0

    async def minta(self, document: str, variables: Values) -> Any:
        """As `Klien.minta`, logged in."""
        return await self._logged_in(self._klien.minta, document, variables)

    async def kirim(self, document: str, variables: Values) -> Values:
        """As `Klien.kirim`, logged in."""
        answer: Values = await self._logged_in(self._klien.kirim, document, variables)
        return answer

    async def pantau(self, document: str, variables: Values) -> Values:
        """As `Klien.pantau`, logged in."""
        message: Values = await self._logged_in(self._klien.pantau, document, variables)
        return message

    async def _logged_in(self, ask: Ask, document: str, variables: Values) -> Any:
        """A session that has ended is begun anew."""
        try:
            return await ask(document, variables, await self._fresh_token())
        except DitolakError as error:
            if error.code != "UNAUTHENTICATED":
                raise
            self._token = self._refresh_token = None
            return await ask(document, variables, await self._fresh_token())

    async def _fresh_token(self) -> str | None:
        if self._token is None or time.time() > self._ends - REFRESH_BEFORE:
            await self._renew()
        return self._token

    async def _renew(self) -> None:
        if self._refresh_token:
            refresh_token, self._refresh_token = self._refresh_token, None
            try:
                return self._keep(
                    await self._klien.minta(SEGARKAN, {"refreshToken": refresh_token})
                )
            except DitolakError:
                pass
        variables = {"nip": self.nip, "kataSandi": self._kata_sandi}
        return self._keep(await self._klien.minta(MASUK, variables))

    def _keep(self, session: Values) -> None:
        self._token = session["token"]
        self._refresh_token = session["refreshToken"]
        self._ends = datetime.fromisoformat(session["kedaluwarsa"]).timestamp()
