"""What can be changed: one file per noun, put together here."""

import strawberry

from schema.mutation.akun import AkunMutation
from schema.mutation.indikator import IndikatorMutation
from schema.mutation.notifikasi import NotifikasiMutation
from schema.mutation.rhk import RhkMutation
from schema.mutation.skp import SkpMutation


@strawberry.type(
    description="Yang dapat diubah. Penolakan menurut aturan dijawab dalam `userErrors`."
)
class Mutation(AkunMutation, SkpMutation, RhkMutation, IndikatorMutation, NotifikasiMutation):
    pass
