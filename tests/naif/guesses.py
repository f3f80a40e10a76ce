"""Values for arguments: mostly ones that find something, sometimes ones that cannot."""

import json
from collections.abc import Sequence
from random import Random
from typing import Any, TypeVar

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    get_named_type,
    is_required_input_field,
)

from models.rules.aktor import Aktor
from tests.naif.data import Data
from tests.naif.dataset import NIP
from tests.naif.draws import TAHUN
from tests.naif.filters import order
from tests.naif.texts import NAMA
from tests.naif.visibility import visibility_of
from tests.naif.wire import global_id

T = TypeVar("T")

NOUN_OF = {"periodeId": "periodepenilaian"}  # where an argument's name does not say it in full
# Neither of these is the id of anything.
NO_IDS = (
    *("", "_", "x", "skp", "skp_", "_1", "skp_-1", "akun_1", "SKP_1", " skp_1", "skp_1 ", "unor_x"),
    *("skp_9999999999", "skp_1_1", "skp_１", "nasional", "pegawai_1\n"),
)
# A cursor in the lists of a type that has no row, if its keys are more than the id.
NOWHERE: dict[str, list[Any]] = {
    "Skp": ["2026-12-31", 1],
    "ProgresHarian": ["2026-12-31", 1],
    "Penilaian": ["Budi", 1, 1],
    "Perorangan": ["Budi", 1],
}
# What to search for: parts of names in either case, what LIKE would take for a pattern, numbers.
CARI = (
    *("b", "BUDI", "udi", "a_b", "_", "%", "100%", "\\", "'", '"', "", "zzzz", "a\x00b"),
    *("1985", NIP[1], "«unor 1", "«UNOR "),
)


class Guesses:
    """Draws values with one person in mind: what he may see is asked for most."""

    def __init__(self, acak: Random, data: Data, aktor: Aktor | None) -> None:
        self.acak = acak
        self.data = data
        self.visibility = visibility_of(data, aktor)
        self.seen = {
            noun: [key for key, row in table.items() if self.visibility.sees(row)]
            for noun, table in data.nouns().items()
        }

    def value(self, type_: GraphQLInputType, name: str, noun: str | None) -> Any:
        """A value, never null, as JSON; `noun` is the one whose row an `id` would name."""
        kind = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
        match kind:
            case GraphQLList():
                length = self.acak.randint(0, 3)
                value: Any = [self.value(kind.of_type, name, noun) for _ in range(length)]
            case GraphQLEnumType():
                value = self.acak.choice(list(kind.values))
            case GraphQLInputObjectType():
                value = self._input(kind)
            case _ if name == "id":
                value = self.global_id(noun)
            case _ if name.endswith("Id"):
                value = self.seen_id(NOUN_OF.get(name, name.removesuffix("Id")))
            case _:
                value = self._named(name, get_named_type(kind).name)
        return value

    def cursor(self, noun: str, urut: str | None) -> str:
        """Somewhere in a list of `noun` (the type's name), whoever may see it."""
        rows = list(self.data.rows(noun))
        if not rows:
            return json.dumps(NOWHERE.get(noun, [0]))
        return str(order(noun, urut).cursor(self.acak.choice(rows)))

    def bad_page(self, name: str) -> Any:
        """What neither `first` nor `after` can be."""
        return self.acak.choice((0, -1, 101) if name == "first" else ("", "x", "{}", "null"))

    def global_id(self, noun: str | None) -> str:
        """Of a row of `noun` (None: any): mostly one to see, else hidden, foreign or none."""
        own = noun or self.acak.choice(list(self.seen))
        lot = self.acak.randrange(100)
        if lot < 80:
            return self.seen_id(own)
        if lot < 92:
            return global_id(own, self._key(list(self.data.nouns()[own])))
        if lot < 95:
            return self.seen_id(self.acak.choice(list(self.seen)))
        return self.acak.choice(NO_IDS)

    def seen_id(self, noun: str) -> str:
        """Of a row to see, if there is one."""
        return global_id(noun, self._key(self.seen[noun]))

    def chance(self, percent: int) -> bool:
        return self.acak.randrange(100) < percent

    def _input(self, type_: GraphQLInputObjectType) -> dict[str, Any]:
        """Some of its fields; of those that need not be, some null."""
        value: dict[str, Any] = {}
        for name, field in type_.fields.items():
            if is_required_input_field(field) or self.chance(30):
                value[name] = self.value(field.type, name, None)
            elif self.chance(10):
                value[name] = None
        return value

    def _key(self, keys: Sequence[int]) -> int:
        return self.acak.choice(keys) if keys else 9_999

    def _named(self, name: str, type_name: str) -> Any:
        """By the argument's name, else whatever is of its type."""
        match name, type_name:
            case "first", _:
                values: Sequence[Any] = range(1, 6)
            case "tahun", _:
                values = (*TAHUN, 1999)
            case "kode", _:
                values = self._existing([one.kode for one in self.data.instansi.values()])
            case "nip", _:
                values = self._existing([one.nip for one in self.data.pegawai.values()])
            case "cari", _:
                values = CARI
            case _, "Boolean":
                values = (True, False)
            case _, "Int":
                values = range(4)
            case _, "Date":
                values = [f"{tahun}-07-01" for tahun in TAHUN]
            case _, "DateTime":
                values = [f"{tahun}-02-01T00:00:00Z" for tahun in TAHUN]
            case _:
                values = NAMA
        return self.acak.choice(values)

    def _existing(self, values: Sequence[str]) -> Sequence[str]:
        return values if self.chance(90) else NAMA
