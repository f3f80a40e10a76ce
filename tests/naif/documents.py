"""Random documents, drawn from the schema: every field and every argument that the SDL has."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedOutputType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
)

from tests.naif.arguments import Arguments
from tests.naif.guesses import Guesses
from tests.naif.keys import INTERFACE, Asked, Keys
from tests.naif.rows import SHOWN
from tests.naif.variables import RUNS, Variables

Composite = GraphQLObjectType | GraphQLInterfaceType

# tests/test_dashboard.py, test_riwayat_pengisian.py and test_kurva.py hold these against a count of
# their own.
ELSEWHERE = {
    *("dashboardPengisian", "dashboardMatriks", "dashboardPenilaian", "riwayatPengisian"),
    *("kurva", "kurvaUnor", "pratinjauKurva"),
}
# What the reader does not answer: then graphql-core's executor carries out the whole operation.
INTROSPECTION = '__type(name: "Skp") { name kind }'
_LONG = "panjang_" * 9
# Usual aliases; names that a statement might use itself; names of the schema; ones longer than the
# 63 bytes that PostgreSQL keeps of a name, alike in all of these.
ALIASES = (
    *("a", "b", "A", "satu", "t1", "o", "json", "cursor", "place", "value", "select", "_"),
    *("id", "nama", "node", "nodes", "edges", "__typename", f"{_LONG}1", f"{_LONG}2"),
)


@dataclass(frozen=True)
class Document:
    """What is sent: a text, and the variables of each request with it."""

    text: str
    variables: tuple[dict[str, Any], ...]


@dataclass
class Definition:
    """The operation or a fragment: its text, and what it uses."""

    text: str = ""
    on: str = ""
    depth: int = 0
    keys: Keys = field(default_factory=Keys)
    variables: set[str] = field(default_factory=set)
    fragments: set[str] = field(default_factory=set)


def document(schema: GraphQLSchema, acak: Random, guesses: Guesses) -> Document:
    """A new, valid document."""
    return _Writer(schema, acak, guesses).document()


class _Writer:
    def __init__(self, schema: GraphQLSchema, acak: Random, guesses: Guesses) -> None:
        self.schema = schema
        self.acak = acak
        self.guesses = guesses
        self.variables = Variables(acak)
        self.arguments = Arguments(acak, guesses, self.variables)
        self.fragments: dict[str, Definition] = {}
        self.definition = Definition()  # the one that is being written
        self.left = 0  # fields that may still be written
        self.likely = ""  # the type of the row at hand, when only its interface is known
        interface = schema.type_map[INTERFACE]
        assert isinstance(interface, GraphQLInterfaceType)
        self.nouns = [type_.name for type_ in schema.get_possible_types(interface)]

    def document(self) -> Document:
        query = self.schema.query_type
        assert query is not None
        operation = self._defined(query, self.acak.randint(2, 5), self.acak.randint(1, 4))
        text = operation.text
        used, variables = self._reached(operation)
        header = self.variables.header(variables)
        parts = [f"query{' Acak' if self._chance(50) else ''}{header} {text}" if header else text]
        parts += [
            f"fragment {name} on {self.fragments[name].on} {self.fragments[name].text}"
            for name in sorted(used)
        ]
        self.acak.shuffle(parts)
        given = tuple(self.variables.given(run, variables) for run in range(RUNS))
        return Document("\n".join(parts), given)

    def _defined(self, type_: Composite, depth: int, parts: int = 1) -> Definition:
        """A definition of its own: what it selects from `type_`, and all that it uses. Each of an
        operation's `parts` may be as large as if it were the only one."""
        outer, outside = self.definition, self.variables.used
        definition = self.definition = Definition(on=type_.name, depth=depth)
        self.variables.used = definition.variables
        written = []
        for _ in range(parts):
            if type_ is self.schema.query_type and not outer.on:
                self.left = self.acak.randint(3, 40)
            written.append(self._selection(type_, definition.keys, depth)[2:-2])
        definition.text = f"{{ {' '.join(written)} }}"
        self.definition, self.variables.used = outer, outside
        return definition

    def _reached(self, operation: Definition) -> tuple[set[str], set[str]]:
        """The fragments and the variables that the operation uses, itself or through fragments."""
        fragments: set[str] = set()
        variables = set(operation.variables)
        left = list(operation.fragments)
        while left:
            name = left.pop()
            if name not in fragments:
                fragments.add(name)
                variables |= self.fragments[name].variables
                left += self.fragments[name].fragments
        return fragments, variables

    # Selections.

    def _selection(self, type_: Composite, keys: Keys, depth: int) -> str:
        likely = self.likely
        if type_.name in self.nouns:
            self.likely = type_.name
        parts = [self._part(type_, keys, depth)]
        if type_.name in self.nouns and self._chance(60):
            parts.append(self._field(type_, keys, 0))  # a value, lest answers be bare structure
        for _ in range(self.acak.randint(1, min(6, len(type_.fields)))):
            if self.left > 0:
                parts.append(self._part(type_, keys, depth))
        self.likely = likely
        return f"{{ {' '.join(parts)} }}"

    def _part(self, type_: Composite, keys: Keys, depth: int) -> str:
        self.left -= 1
        lot = self.acak.randrange(100)
        if self.left < 0 or lot < 6:
            return self._typename(type_, keys)
        if self._is_root(type_) and lot < 10:
            return INTROSPECTION
        write = self._field
        if lot < 13:
            write = self._again
        elif lot < (70 if isinstance(type_, GraphQLInterfaceType) else 25):
            write = self._inline_fragment
        elif lot < 37:
            write = self._named_fragment
        return write(type_, keys, depth)

    def _typename(self, type_: Composite, keys: Keys) -> str:
        key = self._key(keys, Asked(type_.name, "__typename", "", "String!"))
        return f"{_aliased(key, '__typename')}{self._directives()}"

    def _field(self, type_: Composite, keys: Keys, depth: int) -> str:
        name = self._choice(type_, depth)
        if name is None:
            return self._typename(type_, keys)
        definition = type_.fields[name]
        before = set(self.variables.used)
        self.variables.used.clear()
        arguments = self.arguments.written(definition, self._noun(name), self._is_root(type_))
        variables = frozenset(self.variables.used)
        self.variables.used |= before
        asked = Asked(type_.name, name, arguments, str(definition.type), variables)
        key = self._key(keys, asked)
        text = f"{_aliased(key, name)}{arguments}{self._directives()}"
        return f"{text}{self._below(definition, keys.below[key], depth)}"

    def _again(self, type_: Composite, keys: Keys, depth: int) -> str:
        """A field that is asked for already, once more; merged with the first."""
        asked = [
            (key, one)
            for key, asking in keys.taken.items()
            for one in asking
            if one.parent == type_.name and one.name in type_.fields
        ]
        if not asked:
            return self._field(type_, keys, depth)
        key, one = self.acak.choice(asked)
        self.variables.used |= one.variables
        below = self._below(type_.fields[one.name], keys.below[key], depth)
        return f"{_aliased(key, one.name)}{one.arguments}{self._directives()}{below}"

    def _below(self, definition: GraphQLField, keys: Keys, depth: int) -> str:
        target = get_named_type(definition.type)
        if not isinstance(target, Composite):
            return ""
        return f" {self._selection(target, keys, depth - self._is_noun(target))}"

    def _inline_fragment(self, type_: Composite, keys: Keys, depth: int) -> str:
        if self._chance(30):
            return f"...{self._directives()} {self._selection(type_, keys, depth)}"
        on = self._condition(type_)
        return f"... on {on.name}{self._directives()} {self._selection(on, keys, depth)}"

    def _named_fragment(self, type_: Composite, keys: Keys, depth: int) -> str:
        """A fragment that there is already, else a new one; a field if it does not fit in here."""
        fitting = [
            name
            for name, fragment in self.fragments.items()
            if fragment.on in self._conditions(type_)
            and fragment.depth <= depth
            and keys.accepts_all(fragment.keys)
        ]
        if fitting and self._chance(50):
            name = self.acak.choice(fitting)
        else:
            on = self._condition(type_)
            fragment = self._defined(on, depth)
            name = f"f{len(self.fragments)}"
            self.fragments[name] = fragment
            if not keys.accepts_all(fragment.keys):
                return self._field(type_, keys, depth)
        keys.take_all(self.fragments[name].keys)
        self.definition.fragments.add(name)
        return f"...{name}{self._directives()}"

    def _condition(self, type_: Composite) -> Composite:
        """A type that a fragment in a selection on `type_` may be on."""
        likely = self.likely and isinstance(type_, GraphQLInterfaceType) and self._chance(85)
        name = self.likely if likely else self.acak.choice(self._conditions(type_))
        found = self.schema.type_map[name]
        assert isinstance(found, Composite)
        return found

    def _conditions(self, type_: Composite) -> list[str]:
        if isinstance(type_, GraphQLInterfaceType):
            return [*self.nouns, type_.name]
        return [type_.name, *(one.name for one in type_.interfaces)]

    # Fields.

    def _choice(self, type_: Composite, depth: int) -> str | None:
        """A field that may be written where `depth` nouns more may be followed, if there is one."""
        leaves: list[str] = []
        others: list[str] = []
        for name, definition in type_.fields.items():
            target = get_named_type(definition.type)
            if name in ELSEWHERE and self._is_root(type_):
                continue
            if is_leaf_type(target):
                leaves.append(name)
            elif self._is_root(type_):
                others += [name] * self._ways(target)
            elif not self._is_noun(target) or depth > 0:
                others += [name] * (5 if depth > 0 and self._leads_on(target) else 1)
        onward = 55 if len(leaves) > 1 else 85  # of a page's parts, mostly its rows
        names = others if others and (not leaves or self._chance(onward)) else leaves
        return self.acak.choice(names) if names else None

    def _ways(self, type_: GraphQLNamedOutputType) -> int:
        """How many fields lead on from a type: what has more behind it is asked for more."""
        if isinstance(type_, GraphQLInterfaceType):
            return len(self.nouns)
        fields = type_.fields.values() if isinstance(type_, GraphQLObjectType) else ()
        return 1 + sum(
            self._leads_on(get_named_type(one.type)) * (1 + len(one.args)) for one in fields
        )

    def _leads_on(self, type_: GraphQLNamedOutputType) -> bool:
        return self._is_noun(type_) or type_.name.endswith(("Connection", "Edge"))

    def _noun(self, field_name: str) -> str | None:
        """The noun whose rows the argument `id` of a field names."""
        if field_name == "node":
            self.likely = self.acak.choice(self.nouns)
            return self.likely.lower()
        noun = field_name.lower()
        return noun if noun in self.guesses.seen else None

    def _is_root(self, type_: Composite) -> bool:
        return type_ is self.schema.query_type

    def _is_noun(self, type_: GraphQLNamedOutputType) -> bool:
        return type_.name == INTERFACE or type_.name in SHOWN

    def _key(self, keys: Keys, asked: Asked) -> str:
        """A response key under which the field can stand, noted."""
        wanted = [self.acak.choice(ALIASES)] if self._chance(30) else []
        wanted += [asked.name, *(f"{asked.name}{number}" for number in range(99))]
        key = next(key for key in wanted if keys.accepts(key, asked))
        keys.take(key, asked)
        return key

    def _directives(self) -> str:
        if not self._chance(7):
            return ""
        first, second = self.acak.choice((("skip", "include"), ("include", "skip")))
        text = f" @{first}(if: {self.variables.flag()})"
        return text + (f" @{second}(if: {self.variables.flag()})" if self._chance(20) else "")

    def _chance(self, percent: int) -> bool:
        return self.acak.randrange(100) < percent


def _aliased(key: str, name: str) -> str:
    return name if key == name else f"{key}: {name}"
