"""What PostgreSQL wrote down: the statements it was sent, with parameters or times."""

import asyncio
import re
from dataclasses import dataclass
from pathlib import Path

import orjson

WRITTEN_SECONDS = 0.3  # until what was done stands in the log
_STATEMENT = re.compile(r"(?:statement|execute [^:]*): (.*)", re.DOTALL)
_PARAMETER = re.compile(r"\$(\d+) = (NULL|'(?:[^']|'')*')")
_DURATION = re.compile(r"duration: ([\d.]+) ms(?:  \w+[^:]*: (.*))?", re.DOTALL)


@dataclass(frozen=True)
class Statement:
    """As it was sent, with its parameters as literals, by number from 1."""

    sql: str
    parameters: dict[int, str]


@dataclass(frozen=True)
class Timed:
    """A step of a statement (parse, bind or execute), and the milliseconds it took."""

    sql: str
    milliseconds: float


class Log:
    """What a role's processes asked from now on, or since the last look."""

    def __init__(self, folder: Path, role: str) -> None:
        self._folder, self._role = folder, role
        self._seen: dict[Path, int] = {}
        self.skip()

    def skip(self) -> None:
        """Forget what stands there."""
        self._seen = {file: file.stat().st_size for file in self._folder.glob("*.json")}

    async def statements(self) -> list[Statement]:
        """Those that were logged by log_statement."""
        found = []
        for entry in await self._entries():
            if match := _STATEMENT.fullmatch(entry["message"]):
                parameters = _PARAMETER.findall(entry.get("detail", ""))
                found.append(Statement(match[1], {int(n): value for n, value in parameters}))
        return found

    async def timed(self) -> list[Timed]:
        """Those that were logged by log_min_duration_statement."""
        matches = [_DURATION.fullmatch(entry["message"]) for entry in await self._entries()]
        return [Timed(match[2] or "", float(match[1])) for match in matches if match]

    async def _entries(self) -> list[dict[str, str]]:
        await asyncio.sleep(WRITTEN_SECONDS)
        entries: list[dict[str, str]] = []
        for file in sorted(self._folder.glob("*.json")):
            with file.open("rb") as opened:
                opened.seek(self._seen.get(file, 0))
                lines = opened.read().splitlines()
            entries += [orjson.loads(line) for line in lines]
        self.skip()
        return [entry for entry in entries if entry.get("user") == self._role]
