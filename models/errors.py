"""What can go wrong, as Python knows it; the schema turns each into what a client sees.

`Refused` becomes a payload's `userErrors`; the others become the request's top-level errors.
"""

from models.rules.alasan import Alasan


class Refused(Exception):  # noqa: N818 - an answer, not a failure
    """A rule says no; the client is told every reason."""

    def __init__(self, *reasons: Alasan) -> None:
        super().__init__("; ".join(reason.message for reason in reasons))
        self.reasons = reasons


class RequestError(Exception):
    """A request that cannot be answered; `code` is what the client sees in `extensions.code`."""

    code: str
    message: str

    def __init__(self, message: str | None = None) -> None:
        self.message = message or self.message
        super().__init__(self.message)

    @property
    def extensions(self) -> dict[str, str]:
        """graphql-core copies this into the error that the client gets."""
        return {"code": self.code}


class UnauthenticatedError(RequestError):
    """Nobody is logged in, or the token is no longer good."""

    code = "UNAUTHENTICATED"
    message = "Anda belum masuk atau sesi Anda sudah berakhir. Masuklah kembali."


class NotFoundError(RequestError):
    """There is no such row in the actor's scope: hidden and missing are one and the same."""

    code = "NOT_FOUND"
    message = "Data tidak ditemukan, atau bukan untuk akun Anda."


class BadInputError(RequestError):
    """The request is malformed in a way that the schema's types could not catch."""

    code = "BAD_INPUT"
    message = "Permintaan tidak dapat dibaca. Periksa kembali isinya."


class ConflictError(RequestError):
    """Somebody else changed the row first; reading again and repeating is safe."""

    code = "CONFLICT"
    message = "Data ini baru saja diubah pihak lain. Muat ulang, lalu coba lagi."


class RateLimitedError(RequestError):
    """Too many requests of a kind that is limited."""

    code = "RATE_LIMITED"
    message = "Terlalu banyak percobaan. Tunggu satu menit, lalu coba lagi."


class TimedOutError(RequestError):
    """The request took longer than one request may."""

    code = "TIMEOUT"
    message = "Permintaan ini terlalu lama. Persempit isinya, atau coba lagi nanti."
