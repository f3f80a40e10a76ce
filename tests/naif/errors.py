"""What goes wrong, with the code that a client sees."""

from graphql import GraphQLError


class CodedError(GraphQLError):
    code: str

    def __init__(self) -> None:
        super().__init__(self.code, extensions={"code": self.code})


class NotFoundError(CodedError):
    code = "NOT_FOUND"


class BadInputError(CodedError):
    code = "BAD_INPUT"


class UnauthenticatedError(CodedError):
    code = "UNAUTHENTICATED"
