"""Which response keys an object of the answer has already, so that what is added can be merged."""

from dataclasses import dataclass, field

INTERFACE = "Node"


@dataclass(frozen=True)
class Asked:
    """A field as it stands in a document; `variables` are those in its arguments."""

    parent: str
    name: str
    arguments: str
    type: str
    variables: frozenset[str] = frozenset()

    def merges_with(self, other: "Asked") -> bool:
        """Whether both may stand under one key (GraphQL: field selection merging)."""
        if self.type != other.type:
            return False
        exclusive = self.parent != other.parent and INTERFACE not in (self.parent, other.parent)
        return exclusive or (self.name, self.arguments) == (other.name, other.arguments)


@dataclass
class Keys:
    """The keys of one object, and of the objects below it."""

    taken: dict[str, list[Asked]] = field(default_factory=dict)
    below: dict[str, "Keys"] = field(default_factory=dict)

    def accepts(self, key: str, asked: Asked) -> bool:
        return all(asked.merges_with(other) for other in self.taken.get(key, []))

    def take(self, key: str, asked: Asked) -> "Keys":
        """Note the field; the keys of the object below it."""
        self.taken.setdefault(key, []).append(asked)
        return self.below.setdefault(key, Keys())

    def accepts_all(self, others: "Keys") -> bool:
        """Whether everything that stands in `others` may stand here too."""
        return all(
            self.accepts(key, asked) for key, asking in others.taken.items() for asked in asking
        ) and all(
            self.below[key].accepts_all(below)
            for key, below in others.below.items()
            if key in self.below
        )

    def take_all(self, others: "Keys") -> None:
        for key, asking in others.taken.items():
            self.taken.setdefault(key, []).extend(asking)
        for key, below in others.below.items():
            self.below.setdefault(key, Keys()).take_all(below)
