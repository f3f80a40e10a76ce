"""skpKembalikan: PENGAJUAN → DRAFT, by the pejabat penilai, with a reason."""

import pytest

from models.counters import differences
from models.rules.alasan import KodeKesalahan
from models.rules.teks import LONG
from models.rules.vocabulary import StatusSkp
from tests.buatan import (
    Jejak,
    ajukan,
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

SKP_KEMBALIKAN = """
mutation ($id: ID!, $alasan: String!) {
  skpKembalikan(id: $id, input: {alasan: $alasan}) {
    skp { id } userErrors { code field message }
  }
}
"""
BACA = "query ($id: ID!) { skp(id: $id) { status versi riwayat(first: 1) { nodes { alasan } } } }"


async def test_the_owner_gets_his_draft_back_with_the_reason(dunia: Dunia) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    versi = (await baris_skp(skp_id))["versi"]

    await dunia.kabag.minta(SKP_KEMBALIKAN, id=skp_id, alasan="  Targetnya terlalu rendah. ")

    assert (await dunia.staf.minta(BACA, id=skp_id)).payload() == {
        "status": StatusSkp.DRAFT,
        "versi": versi + 1,
        "riwayat": {"nodes": [{"alasan": "Targetnya terlalu rendah."}]},
    }
    assert (await jejak(skp_id))[-1] == Jejak(
        "KEMBALIKAN",
        dunia.kabag.pegawai.id,
        "Targetnya terlalu rendah.",
        '{"status": "PENGAJUAN"}',
        '{"status": "DRAFT"}',
    )
    assert await hitungan(dunia.bagian.id) == (1, 0, 0)
    assert await differences() == []


async def test_the_answer_hides_the_draft_and_is_no_error(dunia: Dunia) -> None:
    """The pejabat penilai no longer sees what he gave back; that is null, not a failure."""
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    payload = berhasil(await dunia.kabag.minta(SKP_KEMBALIKAN, id=skp_id, alasan="Perbaiki."))
    assert payload["skp"] is None


async def test_the_draft_may_be_submitted_again(dunia: Dunia) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    await dunia.kabag.minta(SKP_KEMBALIKAN, id=skp_id, alasan="Perbaiki.")
    await ajukan(dunia.staf, skp_id)
    assert [catatan.aksi for catatan in await jejak(skp_id)][-3:] == [
        "AJUKAN",
        "KEMBALIKAN",
        "AJUKAN",
    ]


async def test_a_reason_is_needed(dunia: Dunia) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    sebelum = await potret()
    for kosong in ("", "   ", "\n\t", "\x00", " "):
        jawaban = await dunia.kabag.minta(SKP_KEMBALIKAN, id=skp_id, alasan=kosong)
        ditolak(jawaban, (KodeKesalahan.WAJIB_DIISI, ["input", "alasan"]))
    jawaban = await dunia.kabag.minta(SKP_KEMBALIKAN, id=skp_id, alasan="a" * (LONG + 1))
    ditolak(jawaban, (KodeKesalahan.TERLALU_PANJANG, ["input", "alasan"]))
    ditolak_di_atas(await dunia.kabag.minta(SKP_KEMBALIKAN, id=skp_id, alasan=None), "BAD_INPUT")
    assert await potret() == sebelum


async def test_the_longest_reason_fits(dunia: Dunia) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    await dunia.kabag.minta(SKP_KEMBALIKAN, id=skp_id, alasan="🙂" * LONG)
    assert (await jejak(skp_id))[-1].alasan == "🙂" * LONG


async def test_only_the_pejabat_penilai_returns(dunia: Dunia) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    sebelum = await potret()
    for siapa in (dunia.staf, dunia.admin, dunia.super):
        jawaban = await siapa.minta(SKP_KEMBALIKAN, id=skp_id, alasan="Perbaiki.")
        ditolak(jawaban, (KodeKesalahan.BUKAN_PEJABAT_PENILAI, None))
    for siapa in (dunia.kabiro, dunia.kepala, dunia.rekan, dunia.asing):
        jawaban = await siapa.minta(SKP_KEMBALIKAN, id=skp_id, alasan="Perbaiki.")
        ditolak_di_atas(jawaban, "NOT_FOUND")
    jawaban = await minta(None, SKP_KEMBALIKAN, id=skp_id, alasan="Perbaiki.")
    ditolak_di_atas(jawaban, "UNAUTHENTICATED")
    assert await potret() == sebelum


async def test_who_and_when_come_before_the_reason(dunia: Dunia) -> None:
    """Whoever may not do it at all is told so, not to write a reason."""
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN)
    jawaban = await dunia.staf.minta(SKP_KEMBALIKAN, id=skp_id, alasan="")
    ditolak(jawaban, (KodeKesalahan.BUKAN_PEJABAT_PENILAI, None))
    jawaban = await dunia.kabag.minta(SKP_KEMBALIKAN, id=skp_id, alasan="")
    ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))


async def test_only_from_pengajuan(dunia: Dunia) -> None:
    disetujui = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN)
    draft = await buat_berstatus(dunia.rekan, dunia.kabag, StatusSkp.DRAFT)
    sebelum = await potret()
    jawaban = await dunia.kabag.minta(SKP_KEMBALIKAN, id=disetujui, alasan="Perbaiki.")
    ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))
    jawaban = await dunia.kabag.minta(SKP_KEMBALIKAN, id=draft, alasan="Perbaiki.")
    ditolak_di_atas(jawaban, "NOT_FOUND")
    assert await potret() == sebelum


async def test_ids_that_name_no_skp(dunia: Dunia) -> None:
    await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    await tolak_id_asal(dunia.kabag, SKP_KEMBALIKAN, "id", ("rhk_1", "unor_1"), alasan="Perbaiki.")
