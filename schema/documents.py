"""Documents, parsed and validated once."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from cachetools import LRUCache
from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    Visitor,
    parse,
    validate,
    visit,
)
from graphql.validation.rules import overlapping_fields_can_be_merged as merging
from graphql.validation.validate import ValidationAbortedError

from models.errors import BadInputError, RequestError
from resolvers.reading.selection import Operation
from schema.errors import show

LONGEST = 64_000  # characters, blanks and comments included
MOST_TOKENS = 4_000
MOST_FRAGMENTS = 100
MOST_REPEATS = 50  # of one response key in one selection
REMEMBERED = 100_000_000  # bytes of all remembered documents together, about
BYTES_A_DOCUMENT, BYTES_A_TOKEN = 4_000, 700  # what its tree takes, besides its text

merging.MAX_COMPLEXITY_BUDGET = 50_000  # a tenth of graphql-core's: comparing takes 0.2 s at most


class InvalidError(Exception):
    """A request that never becomes an operation: the reasons, as the client gets them."""

    def __init__(self, errors: list[GraphQLError]) -> None:
        for error in errors:
            show(error)
        super().__init__("; ".join(error.message for error in errors))
        self.errors = errors

    @classmethod
    def of(cls, error: RequestError) -> "InvalidError":
        return cls([GraphQLError(error.message, original_error=error)])


@dataclass(frozen=True)
class Document:
    """A valid document."""

    node: DocumentNode
    operations: dict[str, Operation]
    size: int  # in bytes, about

    def operation(self, name: str | None) -> Operation:
        """The operation of that name, or the only one. Raises InvalidError."""
        if not name and len(self.operations) == 1:
            return next(iter(self.operations.values()))
        if not name:
            raise InvalidError([GraphQLError("Sebutkan `operationName`: dokumen memuat beberapa.")])
        if name not in self.operations:
            raise InvalidError([GraphQLError(f"Dokumen tidak memuat operasi bernama '{name}'.")])
        return self.operations[name]


class Documents:
    """The documents of a schema, by their text; those used last are remembered."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._known: LRUCache[str, Document] = LRUCache(REMEMBERED, lambda one: one.size)

    def get(self, text: str) -> Document:
        """Raises InvalidError for a text that is not valid against the schema."""
        document = self._known.get(text)
        if document is None:
            document = self._read(text)
            if document.size <= REMEMBERED:
                self._known[text] = document
        return document

    def has(self, text: str) -> bool:
        """Whether a text is valid against the schema."""
        try:
            self.get(text)
        except InvalidError:
            return False
        return True

    def _read(self, text: str) -> Document:
        if len(text) > LONGEST:
            raise InvalidError([GraphQLError(f"Dokumen terlalu panjang; paling banyak {LONGEST}.")])
        try:
            node = parse(text, max_tokens=MOST_TOKENS)
        except GraphQLError as error:
            raise InvalidError([error]) from error
        _refuse_slow(node)
        if errors := validate(self._schema, node, max_errors=10):
            if isinstance(errors[0], ValidationAbortedError):  # before it found any
                raise InvalidError.of(
                    BadInputError("Permintaan terlalu rumit; bagi menjadi beberapa permintaan.")
                )
            raise InvalidError(errors)
        fragments = {
            part.name.value: part
            for part in node.definitions
            if isinstance(part, FragmentDefinitionNode)
        }
        sizes = _size_variables(node)
        operations = {
            part.name.value if part.name else "": Operation(self._schema, part, fragments, sizes)
            for part in node.definitions
            if isinstance(part, OperationDefinitionNode)
        }
        return Document(node, operations, _size(node, text))


def _size(node: DocumentNode, text: str) -> int:
    return BYTES_A_DOCUMENT + BYTES_A_TOKEN * node.token_count + len(text)


def _size_variables(node: DocumentNode) -> tuple[str, ...]:
    """The variables that stand for the size of a page somewhere in the document."""
    finder = _SizeVariables()
    visit(node, finder)
    return tuple(finder.names)


class _SizeVariables(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: dict[str, None] = {}

    def enter_argument(self, node: ArgumentNode, *_: object) -> None:
        if node.name.value == "first" and isinstance(node.value, VariableNode):
            self.names[node.value.name.value] = None


def _refuse_slow(node: DocumentNode) -> None:
    """Raises InvalidError for what would keep the validation busy: it compares every two fields of
    one response key, and every two fragments."""
    counter = _Counter()
    visit(node, counter)
    if counter.fragments > MOST_FRAGMENTS:
        raise InvalidError([GraphQLError(f"Paling banyak {MOST_FRAGMENTS} fragment.")])
    if counter.repeats > MOST_REPEATS:
        raise InvalidError(
            [GraphQLError(f"Kolom yang sama diulang lebih dari {MOST_REPEATS} kali; sekali cukup.")]
        )


class _Counter(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.fragments = 0
        self.repeats = 0

    def enter_fragment_definition(self, *_: object) -> None:
        self.fragments += 1

    def enter_selection_set(self, node: SelectionSetNode, *_: object) -> None:
        self.repeats = max([self.repeats, *Counter(_keys(node)).values()])


def _keys(node: SelectionSetNode) -> Iterator[str]:
    """What a selection asks for by itself, by response key; what fragments ask for, by name."""
    for part in node.selections:
        match part:
            case FieldNode():
                yield (part.alias or part.name).value
            case FragmentSpreadNode():
                yield f"...{part.name.value}"
            case InlineFragmentNode():
                yield from _keys(part.selection_set)
