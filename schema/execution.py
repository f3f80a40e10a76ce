"""Carrying operations out.

graphql-core parses, validates and answers introspection. What the reader can answer by itself, it
does: a query of nothing else never meets graphql-core's executor, and in any other operation the
reader's answers are taken whole.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, Callable, Coroutine, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from inspect import isawaitable
from typing import Any, cast

import orjson
import strawberry
from graphql import (
    FieldNode,
    GraphQLError,
    GraphQLField,
    GraphQLResolveInfo,
    GraphQLSchema,
    OperationType,
    create_source_event_stream,
    execute,
    located_error,
)
from graphql.execution import ExecutionResult as CoreResult
from graphql.execution import Executor
from strawberry.types.execution import ExecutionResult

from models.errors import BadInputError, TimedOutError
from resolvers.reading.compile import source_of
from resolvers.reading.computed import projection
from resolvers.reading.read import Read, read_field
from resolvers.reading.selection import Request
from schema.answers import body
from schema.context import Context
from schema.cost import Cost, Limits, cost_of
from schema.documents import Document, Documents, InvalidError
from schema.errors import show, unforeseen
from schema.live import Feed
from schema.variables import coerced

RESULT = 4  # where complete_value() gets what a resolver returned


class ReadingExecutor(Executor[None]):
    """graphql-core's executor, which leaves what the reader has read as it is."""

    def complete_value(self, *args: Any) -> Any:
        result = args[RESULT]
        return result.value if isinstance(result, Read) else super().complete_value(*args)


@dataclass(frozen=True)
class Prepared:
    """An operation that may run: valid, its variables coerced, its cost within the limits."""

    document: Document
    name: str | None
    raw_variables: dict[str, Any]
    request: Request
    cost: Cost | None  # when the client asked for it

    @property
    def kind(self) -> OperationType:
        return self.request.operation.node.operation


class Schema(strawberry.Schema):
    """Strawberry's schema, with an execution of our own."""

    limits: Limits
    documents: Documents
    _begun: set[asyncio.Task[ExecutionResult]]

    def prepare(
        self,
        query: str,
        variables: Mapping[str, Any] | None,
        operation_name: str | None,
        extensions: Mapping[str, Any] | None = None,
    ) -> Prepared:
        """Raises InvalidError when the request is none of this schema's."""
        try:
            document = self.documents.get(query)
            operation = document.operation(operation_name)
            request = Request(operation, coerced(operation, variables or {}))
            cost = cost_of(request)
            cost.refuse_over(self.limits)
        except BadInputError as error:
            raise InvalidError.of(error) from error
        asked = extensions is not None and extensions.get("cost") is True
        raw = dict(variables or {})
        return Prepared(document, operation_name, raw, request, cost if asked else None)

    async def answer(self, prepared: Prepared, context: Context) -> bytes:
        """The answer to a query or a mutation. A change is made to its end, even when nobody waits
        for the answer any more."""
        running = self.run(prepared, context)
        if prepared.kind is OperationType.MUTATION:
            running = self._see_through(running)
        return body(await running)

    async def answers(self, prepared: Prepared, context: Context) -> AsyncGenerator[str, None]:
        """The answers to any operation: one, or those of a subscription. Raises InvalidError when a
        subscription cannot begin, or go on."""
        if prepared.kind is not OperationType.SUBSCRIPTION:
            yield (await self.answer(prepared, context)).decode()
            return
        try:
            feed = await self._feed(prepared, context)
            request = prepared.request
            document = (request.operation.serial, _frozen(request.variables))
            write = request.once("writer", lambda: _writer(self._schema, request))
            following = context.live.follow(feed, context.aktor, document, write)
            async with aclosing(following) as texts:
                async for text in texts:
                    yield text
        except InvalidError:
            raise
        except Exception as error:
            raise InvalidError([unforeseen(error)]) from error

    async def run(self, prepared: Prepared, context: Context) -> ExecutionResult:
        """Carry a query or a mutation out; only a query ends when its time is over."""
        request = prepared.request
        is_query = prepared.kind is OperationType.QUERY
        ends = asyncio.get_running_loop().time() + self.limits.seconds if is_query else None
        fields = request.once("roots", lambda: _all_read(self._schema, request))
        if fields is not None:
            return self._answer(prepared, await _read_all(request, context, fields, ends))
        try:
            async with asyncio.timeout_at(ends):
                return self._answer(prepared, await self._execute(prepared, context))
        except TimeoutError:
            return self._answer(prepared, CoreResult(None, [located_error(TimedOutError())]))

    async def _execute(self, prepared: Prepared, context: Context) -> CoreResult:
        result = execute(
            self._schema,
            prepared.document.node,
            variable_values=prepared.raw_variables,
            operation_name=prepared.name,
            context_value=context.of(prepared.request),
            executor_class=ReadingExecutor,
        )
        return await result if isawaitable(result) else result

    async def _feed(self, prepared: Prepared, context: Context) -> Feed[Any]:
        """What a subscription's resolver gives. Raises InvalidError."""
        executor = Executor.build(
            self._schema,
            prepared.document.node,
            context_value=context.of(prepared.request),
            raw_variable_values=prepared.raw_variables,
            operation_name=prepared.name,
        )
        if not isinstance(executor, Executor):
            raise InvalidError(executor)
        feed = create_source_event_stream(executor)
        feed = await feed if isawaitable(feed) else feed
        if isinstance(feed, CoreResult):
            raise InvalidError(feed.errors or [])
        return cast(Feed[Any], feed)

    async def settle(self) -> None:
        """Wait for the changes that have begun."""
        if self._begun:
            await asyncio.wait(self._begun)

    async def _see_through(self, change: Coroutine[Any, Any, ExecutionResult]) -> ExecutionResult:
        """The result of a change, which goes on when nobody waits for it any more."""
        task = asyncio.ensure_future(change)
        self._begun.add(task)
        task.add_done_callback(self._begun.discard)
        return await asyncio.shield(task)

    def _answer(self, prepared: Prepared, result: CoreResult) -> ExecutionResult:
        for error in result.errors or []:
            show(error)
        extensions = {"cost": prepared.cost.shown(self.limits)} if prepared.cost else None
        return ExecutionResult(result.data, result.errors or None, extensions)


def _writer(schema: GraphQLSchema, request: Request) -> Callable[[Any], str]:
    """From the value of a subscription's only field to the text of the answer."""
    root = schema.subscription_type
    assert root is not None
    [(key, nodes)] = request.fields(root, [request.operation.node]).items()
    project = projection(request, root.fields[nodes[0].name.value].type, nodes)

    def write(value: Any) -> str:
        shown = value.value if isinstance(value, Read) else project(value)
        return orjson.dumps({"data": {key: shown}}).decode()

    return write


def _frozen(variables: Mapping[str, Any]) -> str:
    return json.dumps(variables, sort_keys=True, default=str)


@dataclass(frozen=True)
class RootField:
    """A field of a query's root that the reader answers, and where the answer goes."""

    key: str
    nodes: list[FieldNode]
    field: GraphQLField


def _all_read(schema: GraphQLSchema, request: Request) -> list[RootField] | None:
    """The operation's root fields, if the reader can answer every one of them."""
    root = schema.get_root_type(request.operation.node.operation)
    assert root is not None
    fields = []
    for key, nodes in request.fields(root, [request.operation.node]).items():
        field = root.fields.get(nodes[0].name.value)
        if field is None or source_of(field) is None:
            return None
        fields.append(RootField(key, nodes, field))
    return fields


async def _read_all(
    request: Request, context: Context, fields: list[RootField], ends: float | None
) -> CoreResult:
    """Every field, one after the other, till the loop's time is `ends`. They are nullable: one that
    fails is null, and the others stand."""
    data: dict[str, Any] = {}
    errors: list[GraphQLError] = []
    for one in fields:
        try:
            async with asyncio.timeout_at(ends):
                read = await read_field(request, context.aktor, one.field, one.nodes)
            data[one.key] = read.value
        except Exception as error:
            cause = TimedOutError() if isinstance(error, TimeoutError) else error
            data[one.key] = None
            errors.append(located_error(cause, one.nodes, [one.key]))
    return CoreResult(data, errors)


def read_root(graphql_field: GraphQLField) -> Any:
    """The resolver of a field of the root that the reader answers, beside fields that it cannot."""

    async def resolve(_: Any, info: GraphQLResolveInfo[Any], **__: Any) -> Read:
        context: Context = info.context
        async with context.request.turn:
            return await read_field(context.request, context.aktor, graphql_field, info.field_nodes)

    return resolve
