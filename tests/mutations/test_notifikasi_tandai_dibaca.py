"""People are told of what others did that they wait for, once, and nobody else is."""

from typing import Any

import pytest

from models.rules.vocabulary import StatusSkp
from tests.buatan import (
    BUKA_KEMBALI,
    KEMBALIKAN,
    SETUJUI,
    ajukan,
    buat,
    buat_berstatus,
    isi_lengkap,
)
from tests.dunia import Dunia, Orang

pytestmark = pytest.mark.anyio

KOTAK = """
{ saya {
    notifikasiBelumDibaca
    notifikasi { totalCount nodes { id jenis alasan dibaca skp { id } pelaku { id } } }
} }
"""
TANDAI = """
mutation ($ids: [ID!]) {
  notifikasiTandaiDibaca(ids: $ids) { saya { notifikasiBelumDibaca } userErrors { code } }
}
"""


async def kotak(siapa: Orang) -> list[dict[str, Any]]:
    """What he was told, the latest first."""
    saya = (await siapa.minta(KOTAK)).payload()
    nodes: list[dict[str, Any]] = saya["notifikasi"]["nodes"]
    assert saya["notifikasi"]["totalCount"] == len(nodes)
    assert saya["notifikasiBelumDibaca"] == sum(node["dibaca"] is None for node in nodes)
    return nodes


async def test_the_pejabat_penilai_hears_of_a_submission(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    await isi_lengkap(dunia.staf, skp_id)
    assert await kotak(dunia.kabag) == []
    await ajukan(dunia.staf, skp_id)
    [node] = await kotak(dunia.kabag)
    assert node["jenis"] == "SKP_DIAJUKAN"
    assert node["skp"] == {"id": skp_id}
    assert node["pelaku"] == {"id": f"pegawai_{dunia.staf.pegawai.id}"}
    for nama in ("staf", "kabiro", "admin", "super"):
        assert await kotak(dunia.orang[nama]) == []


KEPUTUSAN = [
    (StatusSkp.PENGAJUAN, SETUJUI, "SKP_DISETUJUI", None),
    (StatusSkp.PENGAJUAN, KEMBALIKAN, "SKP_DIKEMBALIKAN", "Lengkapi."),
    (StatusSkp.PERSETUJUAN, BUKA_KEMBALI, "SKP_DIBUKA_KEMBALI", "Lengkapi."),
]


@pytest.mark.parametrize(("status", "document", "jenis", "alasan"), KEPUTUSAN)
async def test_the_owner_hears_of_what_was_decided(
    dunia: Dunia, status: StatusSkp, document: str, jenis: str, alasan: str | None
) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, status)
    before = len(await kotak(dunia.staf))
    variables = {"alasan": alasan} if alasan else {}
    assert (await dunia.kabag.minta(document, id=skp_id, **variables)).user_errors() == []
    nodes = await kotak(dunia.staf)
    assert len(nodes) == before + 1
    assert (nodes[0]["jenis"], nodes[0]["alasan"]) == (jenis, alasan)


async def test_what_is_refused_is_not_told(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    assert (await dunia.kabag.minta(SETUJUI, id=skp_id)).data is not None
    assert await kotak(dunia.staf) == []


async def test_one_marks_what_one_has_read(dunia: Dunia) -> None:
    await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    await buat_berstatus(dunia.rekan, dunia.kabag, StatusSkp.PENGAJUAN)
    baru, lama = await kotak(dunia.kabag)
    payload = (await dunia.kabag.minta(TANDAI, ids=[lama["id"]])).payload()
    assert payload == {"saya": {"notifikasiBelumDibaca": 1}, "userErrors": []}
    assert [node["dibaca"] is None for node in await kotak(dunia.kabag)] == [True, False]
    assert (await dunia.kabag.minta(TANDAI)).payload()["saya"] == {"notifikasiBelumDibaca": 0}
    assert baru["id"] != lama["id"]


async def test_what_was_read_stays_read_at_its_first_time(dunia: Dunia) -> None:
    await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    await dunia.kabag.minta(TANDAI)
    [first] = await kotak(dunia.kabag)
    await dunia.kabag.minta(TANDAI, ids=[first["id"]])
    assert await kotak(dunia.kabag) == [first]


async def test_nobody_marks_anothers(dunia: Dunia) -> None:
    await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    [node] = await kotak(dunia.kabag)
    await dunia.super.minta(TANDAI, ids=[node["id"]])
    await dunia.staf.minta(TANDAI)
    assert await kotak(dunia.kabag) == [node]
