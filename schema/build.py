"""The schema, put together."""

from typing import Any

import strawberry
from graphql import (
    GraphQLError,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    get_named_type,
)
from strawberry.schema.config import StrawberryConfig
from strawberry.types.execution import ExecutionContext, ExecutionResult
from strawberry.types.graphql import OperationType

import schema.enums  # noqa: F401 - the enums must be known before the types are built
from schema.declare import Connection, Edge, PageInfo
from schema.errors import show
from schema.mutation import Mutation
from schema.query import Query
from schema.scalars import SCALARS
from schema.subscription import Subscription
from schema.types.indikator import Indikator
from schema.types.instansi import Instansi
from schema.types.pegawai import Pegawai
from schema.types.rhk import Rhk
from schema.types.riwayat import Riwayat
from schema.types.skp import Skp
from schema.types.unor import Unor

NODES = (Instansi, Unor, Pegawai, Skp, Rhk, Indikator, Riwayat)


class Schema(strawberry.Schema):
    """Strawberry's schema, with our errors and with the reader's answers for the nouns."""

    async def execute(self, *args: Any, **kwargs: Any) -> ExecutionResult:
        """As Strawberry does, but a single answer is none for a subscription: that is streamed."""
        allowed = kwargs.pop("allowed_operation_types", None) or OperationType
        kwargs["allowed_operation_types"] = set(allowed) - {OperationType.SUBSCRIPTION}
        return await super().execute(*args, **kwargs)

    def process_errors(
        self,
        errors: list[GraphQLError],
        execution_context: ExecutionContext | None = None,  # noqa: ARG002
    ) -> None:
        for error in errors:
            show(error)


def build_schema() -> Schema:
    """The whole schema."""
    built = Schema(
        query=Query,
        mutation=Mutation,
        subscription=Subscription,
        types=NODES,
        config=StrawberryConfig(scalar_map=SCALARS),
    )
    _answer_from_reader(built._schema)
    _describe_inputs(built._schema)
    return built


def _describe_inputs(graphql_schema: GraphQLSchema) -> None:
    """A mutation's `input` says what its type says."""
    assert graphql_schema.mutation_type is not None
    for field in graphql_schema.mutation_type.fields.values():
        if "input" in field.args:
            argument = field.args["input"]
            argument.description = get_named_type(argument.type).description


def _answer_from_reader(graphql_schema: GraphQLSchema) -> None:
    """The reader's answer has every value under its response key already."""
    for type_ in graphql_schema.type_map.values():
        if isinstance(type_, GraphQLInterfaceType):
            type_.resolve_type = lambda value, *_: value["__typename"]
        if isinstance(type_, GraphQLObjectType) and _is_read(type_):
            type_.is_type_of = None
            for field in type_.fields.values():
                field.resolve = _under_response_key


def _is_read(type_: GraphQLObjectType) -> bool:
    definition = type_.extensions.get("strawberry-definition")
    if definition is None:
        return False
    origin = definition.origin
    return hasattr(origin, "__noun__") or issubclass(origin, Connection | Edge | PageInfo)


def _under_response_key(answer: Any, info: GraphQLResolveInfo[Any], **_: Any) -> Any:
    return answer[info.path.key]
