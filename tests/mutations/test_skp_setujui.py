"""skpSetujui: PENGAJUAN → PERSETUJUAN, by the pejabat penilai."""

import pytest

from models.counters import differences
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import StatusSkp
from tests.buatan import (
    Jejak,
    baris_skp,
    berhasil,
    buat_berstatus,
    ditolak,
    ditolak_di_atas,
    hitungan,
    jejak,
    potret,
    tolak_id_asal,
)
from tests.dunia import Dunia, minta

pytestmark = pytest.mark.anyio

SKP_SETUJUI = """
mutation ($id: ID!) {
  skpSetujui(id: $id) { skp { id status versi } userErrors { code field message } }
}
"""


async def test_the_pejabat_penilai_approves(dunia: Dunia) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    versi = (await baris_skp(skp_id))["versi"]

    payload = berhasil(await dunia.kabag.minta(SKP_SETUJUI, id=skp_id))

    assert payload["skp"] == {"id": skp_id, "status": StatusSkp.PERSETUJUAN, "versi": versi + 1}
    assert (await jejak(skp_id))[-1] == Jejak(
        "SETUJUI",
        dunia.kabag.pegawai.id,
        None,
        '{"status": "PENGAJUAN"}',
        '{"status": "PERSETUJUAN"}',
    )
    assert await hitungan(dunia.bagian.id) == (0, 0, 1)
    assert await differences() == []


async def test_approving_twice_is_refused_the_second_time(dunia: Dunia) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN)
    sebelum = await potret()
    jawaban = await dunia.kabag.minta(SKP_SETUJUI, id=skp_id)
    ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))
    assert await potret() == sebelum


async def test_only_the_pejabat_penilai_approves(dunia: Dunia) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    sebelum = await potret()
    for siapa in (dunia.staf, dunia.admin, dunia.super):
        jawaban = await siapa.minta(SKP_SETUJUI, id=skp_id)
        ditolak(jawaban, (KodeKesalahan.BUKAN_PEJABAT_PENILAI, None))
    for siapa in (dunia.kabiro, dunia.kepala, dunia.rekan, dunia.asing):
        ditolak_di_atas(await siapa.minta(SKP_SETUJUI, id=skp_id), "NOT_FOUND")
    ditolak_di_atas(await minta(None, SKP_SETUJUI, id=skp_id), "UNAUTHENTICATED")
    assert await potret() == sebelum


async def test_a_bawahans_draft_is_not_found(dunia: Dunia) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.DRAFT)
    sebelum = await potret()
    ditolak_di_atas(await dunia.kabag.minta(SKP_SETUJUI, id=skp_id), "NOT_FOUND")
    assert await potret() == sebelum


async def test_ids_that_name_no_skp(dunia: Dunia) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    bukan = ("rhk_1", "indikator_1", f"unor_{dunia.akar.id}")
    await tolak_id_asal(dunia.kabag, SKP_SETUJUI, "id", bukan)
    assert (await baris_skp(skp_id))["status"] == StatusSkp.PENGAJUAN
