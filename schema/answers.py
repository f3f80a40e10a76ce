"""Answers as they are sent."""

from typing import Any

import orjson
from graphql import GraphQLError
from strawberry.types.execution import ExecutionResult


def body(result: ExecutionResult) -> bytes:
    """The answer to an operation that was carried out."""
    answer: dict[str, Any] = {"data": result.data}
    if result.errors:
        answer["errors"] = [error.formatted for error in result.errors]
    if result.extensions:
        answer["extensions"] = result.extensions
    return orjson.dumps(answer)


def refusal(errors: list[GraphQLError]) -> bytes:
    """The answer to one that was not."""
    return orjson.dumps({"errors": [error.formatted for error in errors]})
