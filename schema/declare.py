"""How a type declares its fields: each in one line that says where it comes from."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

import strawberry
from strawberry import UNSET
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument

from models.rules.aktor import Aktor
from models.scopes import Scope
from resolvers.reading.paging import DEFAULT_FIRST, MOST_FIRST
from resolvers.reading.sources import AnyNoun, Computed, Many, Noun, One, Page, Scalar, Source, Sql

T = TypeVar("T")
C = TypeVar("C", bound=type)


def noun(table: str, scope: Scope, within: str | None = None) -> Callable[[C], C]:
    """Say that a type is the rows of `table` that `scope` shows; `within`: parts of that table's
    rows, seen by whoever sees those."""

    def declare(cls: C) -> C:
        cls.__noun__ = Noun(table, scope, within)  # type: ignore[attr-defined]
        return cls

    return declare


def column(description: str, sql: Sql | None = None) -> Any:
    """The row's column of the field's name, or the value of `sql`."""
    return _field(Scalar(sql), description)


def edge(source: One | Many | AnyNoun, description: str, *arguments: StrawberryArgument) -> Any:
    """The row or rows that another noun has for this one."""
    return _field(source, description, *arguments)


def connection(
    source: Page,
    description: str,
    *arguments: StrawberryArgument,
    filter_: type | None = None,
    urut: type | None = None,
) -> Any:
    """Pages of another noun's rows, narrowed by the input `filter_`, in an order of `urut`."""
    narrowing = [*arguments]
    if filter_:
        narrowing.append(argument("filter", filter_ | None, "Hanya yang memenuhi semuanya."))
    if urut:
        narrowing.append(argument("urut", urut | None, "Urutannya; yang pertama bila kosong."))
    return _field(source, description, *narrowing, *PAGE_ARGUMENTS)


def computed(
    compute: Callable[[Aktor, dict[str, Any]], Any], needs: Mapping[str, str], description: str
) -> Any:
    """A value that Python works out from the expressions in `needs`."""
    return _field(Computed(compute, needs), description)


def argument(
    name: str, type_: object, description: str, required: bool = False
) -> StrawberryArgument:
    """An argument of an edge or a connection; optional ones are null when left out."""
    default = UNSET if required else None
    return StrawberryArgument(name, None, StrawberryAnnotation(type_), False, description, default)


PAGE_ARGUMENTS = (
    argument(
        "first",
        int | None,
        f"Jumlah terbanyak, {DEFAULT_FIRST} bila kosong, paling banyak {MOST_FIRST}.",
    ),
    argument("after", str | None, "Cursor tempat halaman ini dimulai: `endCursor` halaman lalu."),
)


def _field(source: Source, description: str, *arguments: StrawberryArgument) -> Any:
    field: Any = strawberry.field(description=description, metadata={"source": source})
    field.arguments = list(arguments)
    return field


@strawberry.interface(description="Data yang dapat diambil dengan `node(id)`.")
class Node:
    id: strawberry.ID = column(
        "Pengenal global; perlakukan sebagai teks yang tak berarti.", "{t}.id"
    )


@strawberry.type(description="Letak sebuah halaman di dalam seluruh daftar.")
class PageInfo:
    has_next_page: bool = strawberry.field(description="Ada data sesudah halaman ini.")
    has_previous_page: bool = strawberry.field(description="Ada data sebelum halaman ini.")
    start_cursor: str | None = strawberry.field(description="Cursor data pertama.")
    end_cursor: str | None = strawberry.field(description="Cursor data terakhir.")


@strawberry.type(description="Satu data dalam halaman, beserta cursornya.")
class Edge(Generic[T]):
    node: T = strawberry.field(description="Datanya.")
    cursor: str = strawberry.field(description="Tempat data ini dalam daftar.")


@strawberry.type(description="Sehalaman data.")
class Connection(Generic[T]):
    edges: list[Edge[T]] = strawberry.field(description="Data halaman ini beserta cursornya.")
    nodes: list[T] = strawberry.field(description="Data halaman ini.")
    page_info: PageInfo = strawberry.field(description="Letak halaman ini.")
    total_count: int = strawberry.field(description="Jumlah seluruh data, di semua halaman.")
