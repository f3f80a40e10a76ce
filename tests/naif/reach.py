"""What there is to ask in a schema, and what of it a document asks."""

from graphql import (
    ArgumentNode,
    FieldNode,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    ObjectFieldNode,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    get_named_type,
    parse,
    visit,
)

from tests.naif.documents import ELSEWHERE


def askable(schema: GraphQLSchema) -> set[str]:
    """Every field, argument and part of an input that a query can have."""
    found: set[str] = set()
    seen: set[str] = set()
    left = [schema.query_type]
    while left:
        type_ = left.pop()
        if isinstance(type_, GraphQLInterfaceType):
            left += schema.get_possible_types(type_)
        if not isinstance(type_, GraphQLObjectType) or type_.name in seen:
            continue
        seen.add(type_.name)
        for name, field in type_.fields.items():
            if type_ is schema.query_type and name in ELSEWHERE:
                continue
            found.add(f"{type_.name}.{name}")
            left.append(get_named_type(field.type))
            for argument, of in field.args.items():
                found.add(f"{type_.name}.{name}({argument})")
                input_ = get_named_type(of.type)
                if isinstance(input_, GraphQLInputObjectType):
                    found |= {f"{input_.name}.{part}" for part in input_.fields}
    return found


def asked(schema: GraphQLSchema, document: str) -> set[str]:
    """What of it stands in a document."""
    info = TypeInfo(schema)
    visitor = _Asked(info)
    visit(parse(document), TypeInfoVisitor(info, visitor))
    return visitor.found


class _Asked(Visitor):
    def __init__(self, info: TypeInfo) -> None:
        super().__init__()
        self.info = info
        self.found: set[str] = set()
        self.field = ""

    def enter_field(self, node: FieldNode, *_: object) -> None:
        parent = self.info.get_parent_type()
        self.field = f"{parent.name if parent else ''}.{node.name.value}"
        self.found.add(self.field)

    def enter_argument(self, node: ArgumentNode, *_: object) -> None:
        self.found.add(f"{self.field}({node.name.value})")

    def enter_object_field(self, node: ObjectFieldNode, *_: object) -> None:
        parent = get_named_type(self.info.get_parent_input_type())
        self.found.add(f"{parent.name if parent else ''}.{node.name.value}")
