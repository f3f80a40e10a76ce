"""kurvaIdealUbah: the points of an ideal curve, for the whole nation."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from models.penilaian import KurvaIdeal
from models.rules.alasan import KodeKesalahan
from tests.buatan import berhasil, ditolak, ditolak_di_atas
from tests.dunia import Dunia, minta

pytestmark = pytest.mark.anyio

POIN = ("sangatKurang", "kurang", "butuhPerbaikan", "baik", "sangatBaik")
UBAH = f"""
mutation ($input: KurvaIdealUbahInput!) {{
  kurvaIdealUbah(input: $input) {{
    kurvaIdeal {{ organisasi {" ".join(POIN)} }} userErrors {{ code field }}
  }}
}}
"""
DAFTAR = f"""
{{ daftarKurvaIdeal {{ nodes {{
    id organisasi {" ".join(POIN)}
    riwayat {{ nodes {{ aksi pelaku {{ id }} perubahan {{ nama dari ke }} }} }}
}} }} }}
"""
SEMULA = {
    "ISTIMEWA": (0, 1, 3, 7, 13),
    "BAIK": (2, 3, 6, 11, 2),
    "BUTUH_PERBAIKAN": (3, 4, 10, 4, 3),
    "KURANG": (2, 11, 6, 3, 2),
    "SANGAT_KURANG": (13, 7, 3, 1, 0),
}


@pytest.fixture(autouse=True)
async def semula(database: str) -> AsyncIterator[None]:
    """The curves are the migration's: no test leaves others behind."""
    before = await KurvaIdeal.all()
    yield
    for row in before:
        await row.save()


def masukan(organisasi: str, *poin: int) -> dict[str, Any]:
    return {"organisasi": organisasi, **dict(zip(POIN, poin, strict=True))}


async def test_the_points_change_and_everybody_may_read_them(dunia: Dunia) -> None:
    curves = await _daftar(dunia)
    assert {node["organisasi"]: _poin(node) for node in curves} == SEMULA
    baru = masukan("BAIK", 0, 5, 5, 10, 4)
    for _ in range(2):  # the second time nothing changes
        payload = berhasil(await dunia.super.minta(UBAH, input=baru))
        assert payload["kurvaIdeal"] == baru
    curves = await _daftar(dunia)
    assert {node["organisasi"]: _poin(node) for node in curves} == {
        **SEMULA,
        "BAIK": (0, 5, 5, 10, 4),
    }
    [changed] = [node for node in curves if node["riwayat"]["nodes"]]
    [event] = changed["riwayat"]["nodes"]
    assert event["aksi"] == "UBAH"
    assert event["perubahan"] == [
        {"nama": nama, "dari": str(dari), "ke": str(ke)}
        for nama, dari, ke in zip(POIN, SEMULA["BAIK"], (0, 5, 5, 10, 4), strict=True)
        if dari != ke
    ]


async def _daftar(dunia: Dunia) -> list[dict[str, Any]]:
    answers = [await siapa.minta(DAFTAR) for siapa in (dunia.asing, dunia.staf, dunia.super)]
    nodes: list[dict[str, Any]] = answers[0].payload()["nodes"]
    assert [one["id"] for one in nodes] == [f"kurvaideal_{key}" for key in range(1, 6)]
    assert all(len(jawaban.payload()["nodes"]) == len(nodes) for jawaban in answers)
    return nodes


def _poin(node: dict[str, Any]) -> tuple[int, ...]:
    return tuple(node[nama] for nama in POIN)


async def test_two_at_once_leave_the_points_of_one(dunia: Dunia) -> None:
    both = [masukan("KURANG", 1, 1, 1, 1, 1), masukan("KURANG", 2, 2, 2, 2, 2)]
    await asyncio.gather(*(dunia.super.minta(UBAH, input=each) for each in both))
    curves = {node["organisasi"]: node for node in await _daftar(dunia)}
    assert _poin(curves["KURANG"]) in ((1,) * 5, (2,) * 5)
    steps = [node["perubahan"][0] for node in curves["KURANG"]["riwayat"]["nodes"]]
    assert [step["dari"] for step in steps] == [steps[1]["ke"], "2"]  # the latest first


async def test_what_is_refused(dunia: Dunia) -> None:
    benar = masukan("BAIK", 1, 2, 3, 4, 5)
    for siapa in (dunia.admin, dunia.kepala, dunia.staf):
        ditolak(await siapa.minta(UBAH, input=benar), (KodeKesalahan.BUKAN_ADMIN, None))
    code = KodeKesalahan.ANGKA_TIDAK_SAH
    jawaban = await dunia.super.minta(UBAH, input=masukan("BAIK", 0, 0, 0, 0, 0))
    ditolak(jawaban, (code, ("input",)))
    jawaban = await dunia.super.minta(UBAH, input=masukan("BAIK", -1, 0, 3, -2, 1))
    ditolak(jawaban, (code, ("input", "sangatKurang")), (code, ("input", "baik")))
    ditolak_di_atas(await minta(None, UBAH, input=benar), "UNAUTHENTICATED")
    jawaban = await dunia.super.minta(UBAH, input=masukan("BIASA", 1, 2, 3, 4, 5))
    ditolak_di_atas(jawaban, "BAD_INPUT")
    assert {node["organisasi"]: _poin(node) for node in await _daftar(dunia)} == SEMULA
