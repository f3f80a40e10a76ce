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
    what = {"tim_kerja_id": matriks.tim_kerja_id}
    mine = {side: {"skp_id": plan.skp_id, **what}}
    theirs = {side: {"matriks_id": matriks.id, **what}}
    await work.record("skp", matriks.top.skp_id, aksi, **mine)
    await work.record("skp", plan.skp_id, aksi, **theirs)
    say(work, [matriks.top.pegawai_id, plan.pegawai_id])
