"""Speaking to the service: one request, and somebody who stays logged in."""

import time
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import httpx

from commands.simulasi.dokumen import MASUK, SEGARKAN

REFRESH_BEFORE = 60  # seconds

Values = Mapping[str, Any]


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
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        body = {"query": document, "variables": variables}
        try:
            response = await self._http.post("/graphql", json=body, headers=headers)
            answer = response.json()
        except (httpx.TransportError, ValueError) as error:
            raise LayananDiamError(type(error).__name__) from error
        if not isinstance(answer, dict) or response.status_code >= 500:
            raise LayananDiamError(f"HTTP {response.status_code}")
        return _value(answer)


def _value(answer: dict[str, Any]) -> Any:
    for error in answer.get("errors") or ():
        code = (error.get("extensions") or {}).get("code", "")
        if code == "INTERNAL":
            raise LayananDiamError(error["message"])
        raise DitolakError(code, error["message"])
    value = next(iter((answer.get("data") or {None: None}).values()))
    for error in (value or {}).get("userErrors") or ():
        raise DitolakError(error["code"], error["message"])
    return value


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
        """As `Klien.minta`, logged in; a session that has ended is begun anew."""
        try:
            return await self._klien.minta(document, variables, await self._fresh_token())
        except DitolakError as error:
            if error.code != "UNAUTHENTICATED":
                raise
            self._token = self._refresh_token = None
            return await self._klien.minta(document, variables, await self._fresh_token())

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
