"""Persisted documents: a client names a document by its SHA-256 instead of sending it.

By itself the service learns documents as clients send them along with their hash (the protocol is
known as APQ). Given a list, it serves the documents on it and no others.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from cachetools import LRUCache
from graphql import GraphQLError, parse, print_ast

from models.errors import BadInputError, RequestError
from schema.documents import MOST_TOKENS

REMEMBERED = 5_000_000  # characters of all learnt documents together
ENTRY = 300  # characters that a document takes besides its own: its hash, its place
EXTENSIONS_KEY = "persistedQuery"


class UnknownHashError(RequestError):
    """The client is to send the document along, once. The message is the protocol's."""

    code = "PERSISTED_QUERY_NOT_FOUND"
    message = "PersistedQueryNotFound"


class UnlistedError(RequestError):
    """The service serves listed documents only."""

    code = "BAD_INPUT"
    message = "Layanan ini hanya melayani dokumen yang terdaftar. Minta pengelola mendaftarkannya."


class Persisted:
    """From what a client sent to the document's text. With `listed`, nothing else is served."""

    def __init__(
        self, is_valid: Callable[[str], bool], listed: Iterable[str] | None = None
    ) -> None:
        self._is_valid = is_valid  # what is not is not worth remembering
        self._learnt: LRUCache[str, str] = LRUCache(REMEMBERED, lambda text: ENTRY + len(text))
        self._listed: dict[str, str] | None = None
        if listed is not None:
            # The same document may come with other blanks, or as a library prints it.
            self._listed = {
                _hash(form): text
                for text in listed
                for form in (text, text.strip(), _printed(text))
            }

    def text(self, query: str | None, extensions: Mapping[str, Any] | None) -> str | None:
        """The document; None when neither it nor its hash was sent. Raises UnknownHashError,
        UnlistedError, BadInputError."""
        digest = _digest((extensions or {}).get(EXTENSIONS_KEY))
        if query is not None and digest is not None and _hash(query) != digest:
            raise BadInputError("`sha256Hash` bukan hash dokumen yang dikirim; hitung ulang.")
        if self._listed is not None:
            return self._from_list(self._listed, query, digest)
        if digest is None:
            return query
        if query is None:
            if digest not in self._learnt:
                raise UnknownHashError
            return self._learnt[digest]
        if self._is_valid(query):
            self._learnt[digest] = query
        return query

    @staticmethod
    def _from_list(listed: dict[str, str], query: str | None, digest: str | None) -> str | None:
        if query is None:
            if digest is None:
                return None
            if digest not in listed:
                raise UnlistedError
            return listed[digest]
        text = listed.get(_hash(query)) or listed.get(_hash(_printed(query)))
        if text is None:
            raise UnlistedError
        return text


def read_list(path: Path) -> list[str]:
    """The documents of a JSON file (an array of texts), or of the .graphql files in a folder.
    Raises OSError, ValueError."""
    if path.is_dir():
        documents = [file.read_text("utf-8") for file in sorted(path.rglob("*.graphql"))]
        if not documents:
            raise ValueError("tidak berisi satu pun berkas .graphql")
        return documents
    documents = json.loads(path.read_text("utf-8"))
    if not isinstance(documents, list) or not all(isinstance(text, str) for text in documents):
        raise ValueError("bukan larik JSON berisi dokumen")
    return documents


def _digest(persisted: object) -> str | None:
    if persisted is None:
        return None
    match persisted:
        case {"version": 1, "sha256Hash": str(digest)}:
            return digest.lower()
    raise BadInputError("`extensions.persistedQuery` harus memuat `version` 1 dan `sha256Hash`.")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _printed(text: str) -> str:
    try:
        return print_ast(parse(text, max_tokens=MOST_TOKENS))
    except GraphQLError:
        return text
