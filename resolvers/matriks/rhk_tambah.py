"""Hand an RHK out to somebody in a matrix (*Tambah RHK*, manual 5.1)."""

from models.database import fetch_value
from models.rules.aktor import Aktor
from models.rules.matriks import bagi_refusals
from models.rules.vocabulary import JenisNotifikasi
from models.scopes import skp_bermatriks
from resolvers.matriks.muat import LoadedMatriks, is_in, load_matriks, load_plan
from resolvers.rhk.isi import IsiRhk, text_refusals
from resolvers.rhk.tambah import add
from resolvers.skp.tulis import load_skp
from resolvers.unit_of_work import unit_of_work


async def rhk_tambah(aktor: Aktor, matriks_id: int, skp_id: int, isi: IsiRhk) -> int:
    """Under the column that `isi` names as its RHK atasan. Returns the new RHK's id. Raises
    NotFoundError, Refused."""
    isi = isi.cleaned()
    async with unit_of_work(aktor) as work:
        plan = await load_plan(aktor, skp_id, skp_bermatriks)
        await work.lock_pegawai(aktor.pegawai_id, plan.pegawai_id)
        matriks = await load_matriks(work, matriks_id)
        skp = await load_skp(work, skp_id, skp_bermatriks)
        present = await is_in(matriks_id, skp_id)
        under = await _is_kolom(matriks, isi.rhk_atasan_id)
        work.demand(bagi_refusals(present, skp.keadaan.status, under), text_refusals(isi))
        rhk_id = await add(work, skp, isi, pembagi_id=aktor.pegawai_id)
        await work.tell(plan.pegawai_id, JenisNotifikasi.RHK_DIBAGIKAN, skp_id)
    return rhk_id


async def _is_kolom(matriks: LoadedMatriks, rhk_id: int | None) -> bool:
    found = await fetch_value(
        "SELECT 1 FROM rhk WHERE id = $1 AND skp_id = $2", [rhk_id, matriks.top.skp_id]
    )
    return found is not None
