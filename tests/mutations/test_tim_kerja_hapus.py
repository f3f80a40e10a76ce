"""timKerjaHapus: a team goes, with its matrices."""

import asyncio

import pytest

from models.rules.alasan import KodeKesalahan
from tests.buatan import (
    SEMESTER_1,
    SEMESTER_2,
    SKP_BUAT,
    berhasil,
    buat,
    ditolak,
    ditolak_di_atas,
    masukan_skp,
    tolak_id_asal,
)
from tests.buatan_matriks import (
    MATRIKS_TAMBAH,
    TIM_HAPUS,
    buat_tim,
    jejak_tim,
    keterlibatan,
    matriks,
    semua_matriks,
)
from tests.dunia import Dunia

pytestmark = pytest.mark.anyio

TIM_KERJA_HAPUS = """
mutation ($id: ID!) { timKerjaHapus(id: $id) { id userErrors { code field message } } }
"""


async def test_its_matrices_go_with_it(dunia: Dunia) -> None:
    """And whoever stood in them, members or not, counts for as much less."""
    atas = [await buat(dunia.kabiro, periode) for periode in (SEMESTER_1, SEMESTER_2)]
    await buat(dunia.staf)
    admin = await buat(dunia.admin, SEMESTER_2)
    tim_id = await buat_tim(dunia.kabiro, dunia.staf)
    of_tim = await matriks(atas[1], tim_id)
    berhasil(await dunia.kabiro.minta(MATRIKS_TAMBAH, id=of_tim, skpId=admin))
    assert (await keterlibatan(dunia.staf), await keterlibatan(dunia.admin)) == (2, 1)
    payload = berhasil(await dunia.kabiro.minta(TIM_KERJA_HAPUS, id=tim_id))
    assert payload["id"] == tim_id
    assert await semua_matriks() == {("kabiro", None): []}
    assert await jejak_tim(tim_id) == [
        ("BUAT", dunia.kabiro.pegawai.id),
        ("HAPUS", dunia.kabiro.pegawai.id),
    ]
    ditolak_di_atas(await dunia.kabiro.minta(TIM_KERJA_HAPUS, id=tim_id), "NOT_FOUND")


async def test_only_the_ketua(dunia: Dunia) -> None:
    tim_id = await buat_tim(dunia.kabag, dunia.staf)
    for siapa in (dunia.staf, dunia.admin, dunia.super):
        ditolak(await siapa.minta(TIM_HAPUS, id=tim_id), (KodeKesalahan.BUKAN_KETUA, None))
    for siapa in (dunia.kabiro, dunia.rekan, dunia.asing):
        ditolak_di_atas(await siapa.minta(TIM_HAPUS, id=tim_id), "NOT_FOUND")
    await tolak_id_asal(dunia.kabag, TIM_HAPUS, "id", ("pegawai_1",))


async def test_while_its_members_make_their_skp(dunia: Dunia) -> None:
    await buat(dunia.kabiro)
    tim_id = await buat_tim(dunia.kabiro, dunia.staf, dunia.rekan, dunia.admin)
    makers = (dunia.staf, dunia.rekan, dunia.admin)
    answers = await asyncio.gather(
        *(siapa.minta(SKP_BUAT, input=masukan_skp()) for siapa in makers),
        dunia.kabiro.minta(TIM_HAPUS, id=tim_id),
    )
    for answer in answers:
        berhasil(answer)
    assert await semua_matriks() == {("kabiro", None): []}
