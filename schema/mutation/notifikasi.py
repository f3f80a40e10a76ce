"""What can be done to one's notifications."""

from typing import Annotated

import strawberry
from strawberry import argument

from resolvers.notifikasi.tandai_dibaca import tandai_dibaca
from schema.context import Info
from schema.ids import decode
from schema.payload import Payload, answer
from schema.types.saya import Saya

Ids = Annotated[
    list[strawberry.ID] | None,
    argument(description="Pemberitahuan yang dimaksud; semuanya bila tidak disebut."),
]


@strawberry.type(description="Pemberitahuan sudah ditandai.")
class NotifikasiTandaiDibacaPayload(Payload):
    @strawberry.field(description="Anda, dengan pemberitahuan sesudah ditandai.")
    async def saya(self, info: Info) -> Saya | None:
        return await self.changed(info)  # type: ignore[no-any-return]


@strawberry.type
class NotifikasiMutation:
    @strawberry.mutation(description="Tandai pemberitahuan Anda sudah dibaca.")
    async def notifikasi_tandai_dibaca(
        self, info: Info, ids: Ids = None
    ) -> NotifikasiTandaiDibacaPayload | None:
        keys = None if ids is None else [decode(id_, "notifikasi") for id_ in ids]
        return await answer(NotifikasiTandaiDibacaPayload, tandai_dibaca(info.context.aktor, keys))
