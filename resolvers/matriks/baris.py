"""What putting an SKP into a matrix by hand and taking it out again share."""

from typing import Literal

from models.rules.matriks import Pihak
from resolvers.matriks.muat import LoadedMatriks
from resolvers.matriks.sinkron import say
from resolvers.unit_of_work import UnitOfWork


async def record_row(
    work: UnitOfWork, aksi: str, matriks: LoadedMatriks, plan: Pihak, side: Literal["dari", "ke"]
) -> None:
    """Both SKP tell it in their riwayat; `side` is where the row stands."""
    for skp_id, where in (
        (matriks.top.skp_id, {"skp_id": plan.skp_id}),
        (plan.skp_id, {"matriks_id": matriks.id}),
    ):
        row = {**where, "tim_kerja_id": matriks.tim_kerja_id}
        dari, ke = (row if side == here else None for here in ("dari", "ke"))
        await work.record("skp", skp_id, aksi, dari=dari, ke=ke)
    say(work, [matriks.top.pegawai_id, plan.pegawai_id])
