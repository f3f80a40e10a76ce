"""What a client sees of what went wrong."""

import uuid

import strawberry
import structlog
from graphql import GraphQLError, located_error

from models.errors import RequestError
from models.rules.alasan import Alasan, KodeKesalahan

log = structlog.get_logger()


@strawberry.type(description="Satu sebab sebuah permintaan ditolak.")
class UserError:
    message: str = strawberry.field(description="Sebabnya dan apa yang harus dilakukan.")
    field: list[str] | None = strawberry.field(
        description="Masukan yang bermasalah, dari yang terluar; kosong bila bukan soal masukan."
    )
    code: KodeKesalahan = strawberry.field(description="Kode sebabnya.")

    @classmethod
    def of(cls, alasan: Alasan) -> "UserError":
        return cls(message=alasan.message, field=list(alasan.field) or None, code=alasan.code)


def show(error: GraphQLError) -> None:
    """Give an error its code; mask and log, under an id that the client gets too, what nobody
    foresaw."""
    cause = error.original_error
    while isinstance(cause, GraphQLError):
        cause = cause.original_error
    if cause is None or (error.path is None and isinstance(cause, (ValueError, TypeError))):
        # The document or a variable does not fit the schema: graphql-core says how, in English.
        error.message = f"Permintaan tidak sesuai skema: {error.message}"
        error.extensions = {"code": "BAD_INPUT", **(error.extensions or {})}
    elif isinstance(cause, RequestError):
        error.extensions = cause.extensions
    else:
        trace = uuid.uuid4().hex[:12]
        log.error("kesalahan tak terduga", id=trace, path=error.path, exc_info=cause)
        error.message = (
            f"Terjadi gangguan pada layanan. Coba lagi; bila berulang, laporkan kode {trace}."
        )
        error.extensions = {"code": "INTERNAL", "id": trace}


def unforeseen(error: Exception) -> GraphQLError:
    """An error of an operation that has begun, to be shown: whatever it is, it is none of the
    document or its variables."""
    return located_error(error, path=[])
