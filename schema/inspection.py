"""Access that is checked again while subscriptions run: what many ask for is read once."""

from strawberry.dataloader import DataLoader

from models.rules.aktor import Aktor
from resolvers.in_scope import seen
from resolvers.reading.sources import Noun
from subscriptions.pohon import Pohon

Asked = tuple[Noun, Aktor, int]

MOST_AT_ONCE = 500  # rows in a statement


class Inspection:
    """One round of checks. `pohon` remembers nothing from before it."""

    def __init__(self) -> None:
        self.pohon = Pohon()
        self._seen = DataLoader[Asked, bool](_load, max_batch_size=MOST_AT_ONCE)

    async def sees(self, aktor: Aktor, noun: Noun, key: int) -> bool:
        """Whether the actor sees the row of `noun` with this key."""
        return await self._seen.load((noun, aktor, key))


async def _load(asked: list[Asked]) -> list[bool]:
    found: dict[Asked, bool] = {}
    for noun in {one[0] for one in asked}:
        these = [one for one in asked if one[0] == noun]
        answers = await seen(noun.table, noun.scope, [(aktor, key) for _, aktor, key in these])
        found.update(zip(these, answers, strict=True))
    return [found[one] for one in asked]
