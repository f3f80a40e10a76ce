"""Instansi."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from models import scopes
from models.rules.vocabulary import JenisInstansi
from resolvers.reading.sources import Page
from schema.declare import Connection, Node, column, connection, noun

if TYPE_CHECKING:
    from schema.types.unor import Unor


@noun("instansi", scopes.instansi)
@strawberry.type(description="Instansi pemerintah, pusat atau daerah.")
class Instansi(Node):
    kode: str = column("Kode instansi.")
    nama: str = column("Nama instansi.")
    jenis: JenisInstansi = column("Pusat atau daerah.")
    unor: Connection[Annotated["Unor", strawberry.lazy("schema.types.unor")]] = connection(
        Page("{c}.instansi_id = {t}.id"), "Seluruh unor instansi ini, menurut nama."
    )
