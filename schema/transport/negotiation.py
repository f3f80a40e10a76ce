"""What a client sends and takes: media types and encodings."""

import asyncio
import zlib
from collections.abc import Callable, Iterator
from email.message import Message
from functools import lru_cache
from operator import itemgetter

import zstandard

GRAPHQL = "application/graphql-response+json"
JSON = "application/json"

WORTH_COMPRESSING = 4_096  # bytes; below it a packet or two are saved (bench/RESULTS.md)
LONG = 100_000  # bytes; compressed in a thread, beside the other requests


@lru_cache(256)
def answer_type(accept: str | None) -> str | None:
    """The media type to answer in; None when the client takes neither that we have. Clients that
    name no preference get application/json, which every one of them reads."""
    weighed = list(_weighed(accept or JSON))
    refused = {name for name, quality in weighed if quality == 0}
    served = [name for name in (JSON, GRAPHQL) if name not in refused]
    if not served:
        return None
    taken = {name: name for name in served} | dict.fromkeys(("application/*", "*/*"), served[0])
    wanted = [(quality, taken[name]) for name, quality in weighed if quality > 0 and name in taken]
    return max(wanted, key=itemgetter(0))[1] if wanted else None  # of equals the first


@lru_cache(256)
def is_json(content_type: str | None) -> bool:
    """Whether a body of this type is JSON in UTF-8."""
    parsed = Message()
    parsed["content-type"] = content_type or ""
    return (
        parsed.get_content_type() == JSON
        and (parsed.get_content_charset() or "utf-8").replace("utf8", "utf-8") == "utf-8"
    )


async def compressed(body: bytes, accepted: str) -> tuple[str, bytes] | None:
    """The encoding and the encoded body, if that is worth while and the client takes it."""
    if len(body) < WORTH_COMPRESSING:
        return None
    taken = {name for name, quality in _weighed(accepted) if quality > 0}
    name = next((name for name in _ENCODERS if name in taken), None)
    if name is None:
        return None
    encode = _ENCODERS[name]
    return name, encode(body) if len(body) < LONG else await asyncio.to_thread(encode, body)


def _zstd(body: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=3).compress(body)


def _gzip(body: bytes) -> bytes:
    return zlib.compress(body, level=1, wbits=31)


_ENCODERS: dict[str, Callable[[bytes], bytes]] = {"zstd": _zstd, "gzip": _gzip}  # best first


def _weighed(header: str) -> Iterator[tuple[str, float]]:
    """The names in a header of this kind, and how much each is wanted: from 0, not at all, to 1."""
    for part in header.split(","):
        name, *parameters = (piece.strip() for piece in part.lower().split(";"))
        quality = 1.0
        for parameter in parameters:
            if parameter.startswith("q="):
                try:
                    quality = float(parameter[2:])
                except ValueError:
                    quality = 0.0
        yield name, quality
