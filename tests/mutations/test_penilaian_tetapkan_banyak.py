"""penilaianTetapkanBanyak: several SKP rated with one request, each by itself."""

import asyncio
from typing import Any

import pytest

from models.counters import differences
from models.errors import ConflictError
from models.penilaian import Penilaian
from models.rules.alasan import KodeKesalahan
from models.rules.banyak import MOST_SKP
from models.rules.vocabulary import StatusSkp
from resolvers.penilaian import tetapkan_banyak
from resolvers.penilaian.tetapkan import tetapkan
from tests.buatan import (
    ID_ASAL,
    berhasil,
    buat_berstatus,
    ditolak,
    ditolak_di_atas,
    jejak,
)
from tests.dunia import Dunia, minta
from tests.penilai import buat_periode, dinilai, hitungan_penilaian, siap_dinilai

pytestmark = pytest.mark.anyio

BANYAK = """
mutation ($input: PenilaianTetapkanBanyakInput!) {
  penilaianTetapkanBanyak(input: $input) {
    hasil { id penilaian { predikat skp { id } } userErrors { code field message } }
    userErrors { code field }
  }
}
"""


def masukan(periode_id: str, *semua: str) -> dict[str, Any]:
    """Each of the SKP below ekspektasi in its results, as expected in its conduct."""
    ratings = {"hasilKerja": "DI_BAWAH", "perilaku": "SESUAI"}
    return {"periodeId": periode_id, "penilaian": [{"skpId": id_, **ratings} for id_ in semua]}


async def test_each_is_rated_or_says_why_not(dunia: Dunia) -> None:
    staf, periode_id = await siap_dinilai(dunia)
    rekan = await buat_berstatus(dunia.rekan, dunia.kabag, StatusSkp.PERSETUJUAN)
    sendiri = await buat_berstatus(dunia.kabag, dunia.kabiro, StatusSkp.PENGAJUAN)
    asal = ["skp_999", "unor_1", *ID_ASAL]
    diminta = [staf, sendiri, *asal, rekan, staf]
    jawaban = await dunia.kabag.minta(BANYAK, input=masukan(periode_id, *diminta))
    hasil = berhasil(jawaban)["hasil"]

    assert [one["id"] for one in hasil] == diminta
    for one in (hasil[0], hasil[-2], hasil[-1]):
        assert one["userErrors"] == []
        assert one["penilaian"] == {"predikat": "BUTUH_PERBAIKAN", "skp": {"id": one["id"]}}
    codes = [[error["code"] for error in one["userErrors"]] for one in hasil[1:-2]]
    hidden = [KodeKesalahan.TIDAK_DITEMUKAN.value]
    assert codes == [[KodeKesalahan.BUKAN_PEJABAT_PENILAI.value]] + [hidden] * len(asal)
    assert all(one["penilaian"] is None for one in hasil[1:-2])
    assert await hitungan_penilaian(dunia.bagian.id) == (0, 0, 2, 0, 0)
    assert await differences() == []
    assert (await dinilai(dunia.staf), await dinilai(dunia.rekan)) == ([staf], [rekan])
    aksi = [one.aksi for one in await jejak(staf)]
    assert aksi.count("PENILAIAN_TETAPKAN") == 1


async def test_many_at_once_each_find_their_turn(dunia: Dunia) -> None:
    staf, periode_id = await siap_dinilai(dunia)
    rekan = await buat_berstatus(dunia.rekan, dunia.kabag, StatusSkp.PERSETUJUAN)
    orders = [(staf, rekan), (rekan, staf)] * 3
    answers = await asyncio.gather(
        *(dunia.kabag.minta(BANYAK, input=masukan(periode_id, *each)) for each in orders)
    )
    for jawaban in answers:
        assert [one["userErrors"] for one in berhasil(jawaban)["hasil"]] == [[], []]
    assert await Penilaian.all().count() == 2
    assert await differences() == []


async def test_a_conflict_is_one_rows_alone(dunia: Dunia, monkeypatch: pytest.MonkeyPatch) -> None:
    staf, periode_id = await siap_dinilai(dunia)
    rekan = await buat_berstatus(dunia.rekan, dunia.kabag, StatusSkp.PERSETUJUAN)

    async def disturbed(aktor: Any, lembar: Any, ratings: Any) -> Any:
        if f"skp_{lembar.skp_id}" == staf:
            raise ConflictError
        return await tetapkan(aktor, lembar, ratings)

    monkeypatch.setattr(tetapkan_banyak, "tetapkan", disturbed)
    jawaban = await dunia.kabag.minta(BANYAK, input=masukan(periode_id, staf, rekan))
    first, second = berhasil(jawaban)["hasil"]
    assert [error["code"] for error in first["userErrors"]] == [KodeKesalahan.BERTABRAKAN.value]
    assert second["userErrors"] == []


async def test_what_is_refused_as_a_whole(dunia: Dunia) -> None:
    staf, periode_id = await siap_dinilai(dunia)
    field = ("input", "penilaian")
    for count, code in (
        (0, KodeKesalahan.WAJIB_DIISI),
        (MOST_SKP + 1, KodeKesalahan.TERLALU_PANJANG),
    ):
        isi = masukan(periode_id, *[staf] * count)
        ditolak(await dunia.kabag.minta(BANYAK, input=isi), (code, field))
    isi = masukan(periode_id, staf)
    ditolak_di_atas(await minta(None, BANYAK, input=isi), "UNAUTHENTICATED")
    jawaban = await dunia.kabag.minta(BANYAK, input={**isi, "periodeId": staf})
    ditolak_di_atas(jawaban, "NOT_FOUND")
    lain = await buat_periode(dunia.lain)
    jawaban = await dunia.kabag.minta(BANYAK, input={**isi, "periodeId": lain})
    [one] = berhasil(jawaban)["hasil"]
    assert [error["code"] for error in one["userErrors"]] == ["TIDAK_DITEMUKAN"]
    assert await Penilaian.all().count() == 0
