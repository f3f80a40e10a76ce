"""skpSetujuiBanyak: each is approved by itself, and says what became of it."""

import asyncio

import pytest

from models.counters import differences
from models.errors import ConflictError, RateLimitedError, RequestError, UnauthenticatedError
from models.rules.aktor import Aktor
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import StatusSkp
from resolvers.skp import setujui_banyak
from resolvers.skp.setujui import setujui
from tests.buatan import SETUJUI, buat, buat_berstatus, ditolak, ditolak_di_atas, hitungan, jejak
from tests.dunia import Dunia, minta

pytestmark = pytest.mark.anyio

SKP_SETUJUI_BANYAK = """
mutation ($ids: [ID!]!) {
  skpSetujuiBanyak(ids: $ids) {
    hasil { id skp { status } userErrors { code field message } }
    userErrors { code field }
  }
}
"""


async def test_one_that_is_refused_does_not_stop_the_rest(dunia: Dunia) -> None:
    staf = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    rekan = await buat_berstatus(dunia.rekan, dunia.kabag, StatusSkp.PENGAJUAN)
    sendiri, asing = await buat(dunia.kabag), await buat(dunia.asing)
    ids = [sendiri, staf, "x", asing, "rhk_1", rekan, staf]
    payload = (await dunia.kabag.minta(SKP_SETUJUI_BANYAK, ids=ids)).payload()
    assert payload["userErrors"] == []
    assert [hasil["id"] for hasil in payload["hasil"]] == ids
    hilang = KodeKesalahan.TIDAK_DITEMUKAN
    found = [
        [error["code"] for error in hasil["userErrors"]] or hasil["skp"]["status"]
        for hasil in payload["hasil"]
    ]
    assert found == [
        [KodeKesalahan.BUKAN_PEJABAT_PENILAI],
        StatusSkp.PERSETUJUAN,
        [hilang],
        [hilang],
        [hilang],
        StatusSkp.PERSETUJUAN,
        [KodeKesalahan.STATUS_TIDAK_SESUAI],
    ]
    assert [hasil["skp"] is None for hasil in payload["hasil"]] == [
        isinstance(one, list) for one in found
    ]
    assert (await jejak(staf))[-1].aksi == "SETUJUI"
    assert await hitungan(dunia.bagian.id) == (1, 0, 2)
    assert await differences() == []


async def test_one_that_somebody_else_changes_meanwhile(
    dunia: Dunia, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def conflict(*_: object) -> int:
        raise ConflictError

    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    answers = await asyncio.gather(
        dunia.kabag.minta(SKP_SETUJUI_BANYAK, ids=[skp_id]),
        dunia.kabag.minta(SETUJUI, id=skp_id),
        dunia.kabag.minta(SKP_SETUJUI_BANYAK, ids=[skp_id]),
    )
    codes = [*answers[1].user_errors()]
    for answer in (answers[0], answers[2]):
        codes += [error["code"] for error in answer.payload()["hasil"][0]["userErrors"]]
    assert codes == [KodeKesalahan.STATUS_TIDAK_SESUAI] * 2
    monkeypatch.setattr(setujui_banyak, "setujui", conflict)
    payload = (await dunia.kabag.minta(SKP_SETUJUI_BANYAK, ids=[skp_id])).payload()
    assert [e["code"] for e in payload["hasil"][0]["userErrors"]] == [KodeKesalahan.BERTABRAKAN]


async def test_what_was_done_is_told_even_when_the_session_ends(
    dunia: Dunia, monkeypatch: pytest.MonkeyPatch
) -> None:
    staf = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    ends: dict[str, type[RequestError]] = {
        "skp_998": UnauthenticatedError,
        "skp_999": RateLimitedError,
    }

    async def ending(aktor: Aktor, skp_id: int) -> int:
        if end := ends.get(f"skp_{skp_id}"):
            raise end
        return await setujui(aktor, skp_id)

    monkeypatch.setattr(setujui_banyak, "setujui", ending)
    payload = (await dunia.kabag.minta(SKP_SETUJUI_BANYAK, ids=[staf, *ends])).payload()
    codes = [[error["code"] for error in hasil["userErrors"]] for hasil in payload["hasil"]]
    assert codes == [[], [KodeKesalahan.SESI_BERAKHIR], [KodeKesalahan.TIDAK_TERLAKSANA]]
    assert payload["hasil"][1]["userErrors"][0]["message"] == UnauthenticatedError.message
    assert (await jejak(staf))[-1].aksi == "SETUJUI"


async def test_too_many_and_nobody(dunia: Dunia) -> None:
    banyak = [f"skp_{number}" for number in range(1, 102)]
    jawaban = await dunia.kabag.minta(SKP_SETUJUI_BANYAK, ids=banyak)
    ditolak(jawaban, (KodeKesalahan.TERLALU_PANJANG, ["ids"]))
    jawaban = await dunia.kabag.minta(SKP_SETUJUI_BANYAK, ids=[])
    ditolak(jawaban, (KodeKesalahan.WAJIB_DIISI, ["ids"]))
    payload = (await dunia.kabag.minta(SKP_SETUJUI_BANYAK, ids=banyak[:100])).payload()
    assert len(payload["hasil"]) == 100
    ditolak_di_atas(await minta(None, SKP_SETUJUI_BANYAK, ids=["skp_1"]), "UNAUTHENTICATED")
