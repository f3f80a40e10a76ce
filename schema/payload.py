"""The shape that every mutation answers with: what changed, or why nothing did."""

from collections.abc import Awaitable, Mapping
from contextlib import suppress
from typing import Any, ClassVar, TypeVar

import strawberry

from models.errors import NotFoundError, Refused
from schema import reader
from schema.context import Info
from schema.errors import UserError
from schema.ids import encode


@strawberry.type(description="Hasil sebuah mutasi.")
class Payload:
    """`result` is what the use case returned; the fields of a payload are read with it."""

    user_errors: list[UserError] = strawberry.field(
        description="Mengapa permintaan ditolak; kosong bila berhasil.", default_factory=list
    )
    result: strawberry.Private[Any] = None

    async def changed(self, info: Info) -> Any:
        """The row of the field's type whose key is the result; null after a refusal, and when the
        change took the row out of the actor's sight (an SKP that he returned to its owner)."""
        if self.result is None:
            return None
        with suppress(NotFoundError):
            return await reader.by_keys(info, self.keys)
        return None

    @property
    def keys(self) -> Mapping[str, int]:
        """What tells the row that changed from all others."""
        return {"id": self.result}


@strawberry.type(description="Hasil sebuah penghapusan.")
class RemovedPayload(Payload):
    """`result` is the key that was, of `noun`."""

    noun: ClassVar[str]

    @strawberry.field(description="Pengenal yang dihapus; kosong bila ditolak.")
    def id(self) -> strawberry.ID | None:
        return None if self.result is None else encode(self.noun, self.result)


P = TypeVar("P", bound=Payload)


async def answer(payload: type[P], work: Awaitable[object]) -> P:
    """The payload of what `work` did, or of why it refused."""
    try:
        return payload(result=await work)
    except Refused as refused:
        return payload(user_errors=[UserError.of(reason) for reason in refused.reasons])
