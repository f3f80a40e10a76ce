"""The schema, put together."""

from graphql import GraphQLField, GraphQLNonNull, GraphQLSchema, get_named_type
from strawberry.schema.config import StrawberryConfig

import schema.enums  # noqa: F401 - the enums must be known before the types are built
from resolvers.reading.compile import source_of
from resolvers.reading.sources import One
from schema.cost import Limits
from schema.documents import Documents
from schema.execution import Schema, read_root
from schema.mutation import Mutation
from schema.query import Query
from schema.scalars import SCALARS
from schema.subscription import Subscription
from schema.types.indikator import Indikator
from schema.types.instansi import Instansi
from schema.types.koreksi import Koreksi
from schema.types.kurva import KurvaIdeal
from schema.types.lampiran import Lampiran
from schema.types.matriks import BarisMatriks, Matriks
from schema.types.notifikasi import Notifikasi
from schema.types.pegawai import Pegawai
from schema.types.pelaksanaan import (
    Ekspektasi,
    Eviden,
    ProgresHarian,
    Realisasi,
    RencanaAksi,
    UmpanBalik,
)
from schema.types.penilaian import PredikatOrganisasi
from schema.types.periode_penilaian import PeriodePenilaian
from schema.types.rhk import Rhk
from schema.types.riwayat import Riwayat
from schema.types.skp import Skp
from schema.types.tim_kerja import TimKerja
from schema.types.unor import Unor

NODES = (
    *(Instansi, Unor, Pegawai, Koreksi),
    *(Skp, Rhk, Indikator, Lampiran),
    *(TimKerja, Matriks, BarisMatriks),
    *(PeriodePenilaian, RencanaAksi, ProgresHarian, Eviden, Realisasi),
    *(UmpanBalik, Ekspektasi, PredikatOrganisasi, KurvaIdeal),
    *(Riwayat, Notifikasi),
)


def build_schema(limits: Limits | None = None) -> Schema:
    """The whole schema."""
    built = Schema(
        query=Query,
        mutation=Mutation,
        subscription=Subscription,
        types=NODES,
        config=StrawberryConfig(scalar_map=SCALARS),
    )
    built.limits = limits or Limits()
    built.documents = Documents(built._schema)
    built._begun = set()
    _answer_from_reader(built._schema)
    _hidden_is_null(built._schema)
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
    """The root's declared fields. They are nullable: one that fails leaves the others standing."""
    assert graphql_schema.query_type is not None
    for field in graphql_schema.query_type.fields.values():
        if source_of(field):
            assert not isinstance(field.type, GraphQLNonNull)
            field.resolve = read_root(field)


def _hidden_is_null(graphql_schema: GraphQLSchema) -> None:
    """What a scope may hide can be null."""
    for type_ in graphql_schema.type_map.values():
        for name, field in getattr(type_, "fields", {}).items():
            source = source_of(field) if isinstance(field, GraphQLField) else None
            if isinstance(source, One) and not source.always:
                assert not isinstance(field.type, GraphQLNonNull), f"{type_.name}.{name}"
