"""skpBukaKembali: PERSETUJUAN → DRAFT, by the pejabat penilai, with a reason."""

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

SKP_BUKA_KEMBALI = """
mutation ($id: ID!, $alasan: String!) {
  skpBukaKembali(id: $id, input: {alasan: $alasan}) {
    skp { id } userErrors { code field message }
  }
}
"""
BACA = "query ($id: ID!) { skp(id: $id) { status versi riwayat(first: 1) { nodes { alasan } } } }"


async def test_the_owner_gets_his_draft_back_with_the_reason(dunia: Dunia) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN)
    versi = (await baris_skp(skp_id))["versi"]

    await dunia.kabag.minta(SKP_BUKA_KEMBALI, id=skp_id, alasan="  Targetnya terlalu rendah. ")

    assert (await dunia.staf.minta(BACA, id=skp_id)).payload() == {
        "status": StatusSkp.DRAFT,
        "versi": versi + 1,
        "riwayat": {"nodes": [{"alasan": "Targetnya terlalu rendah."}]},
    }
    assert (await jejak(skp_id))[-1] == Jejak(
        "BUKA_KEMBALI",
        dunia.kabag.pegawai.id,
        "Targetnya terlalu rendah.",
        '{"status": "PERSETUJUAN"}',
        '{"status": "DRAFT"}',
    )
    assert await hitungan(dunia.bagian.id) == (1, 0, 0)
    assert await differences() == []


async def test_the_answer_hides_the_draft_and_is_no_error(dunia: Dunia) -> None:
    """The pejabat penilai no longer sees what he reopened; that is null, not a failure."""
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN)
    payload = berhasil(await dunia.kabag.minta(SKP_BUKA_KEMBALI, id=skp_id, alasan="Perbaiki."))
    assert payload["skp"] is None


async def test_the_draft_may_be_submitted_again(dunia: Dunia) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN)
    await dunia.kabag.minta(SKP_BUKA_KEMBALI, id=skp_id, alasan="Perbaiki.")
    await ajukan(dunia.staf, skp_id)
    assert [catatan.aksi for catatan in await jejak(skp_id)][-3:] == [
        "SETUJUI",
        "BUKA_KEMBALI",
        "AJUKAN",
    ]


async def test_a_reason_is_needed(dunia: Dunia) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN)
    sebelum = await potret()
    for kosong in ("", "   ", "\n\t", "\x00", " "):
        jawaban = await dunia.kabag.minta(SKP_BUKA_KEMBALI, id=skp_id, alasan=kosong)
        ditolak(jawaban, (KodeKesalahan.WAJIB_DIISI, ["input", "alasan"]))
    jawaban = await dunia.kabag.minta(SKP_BUKA_KEMBALI, id=skp_id, alasan="a" * (LONG + 1))
    ditolak(jawaban, (KodeKesalahan.TERLALU_PANJANG, ["input", "alasan"]))
    ditolak_di_atas(await dunia.kabag.minta(SKP_BUKA_KEMBALI, id=skp_id, alasan=None), "BAD_INPUT")
    assert await potret() == sebelum


async def test_the_longest_reason_fits(dunia: Dunia) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN)
    await dunia.kabag.minta(SKP_BUKA_KEMBALI, id=skp_id, alasan="🙂" * LONG)
    assert (await jejak(skp_id))[-1].alasan == "🙂" * LONG


async def test_only_the_pejabat_penilai_reopens(dunia: Dunia) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN)
    sebelum = await potret()
    for siapa in (dunia.staf, dunia.admin, dunia.super):
        jawaban = await siapa.minta(SKP_BUKA_KEMBALI, id=skp_id, alasan="Perbaiki.")
        ditolak(jawaban, (KodeKesalahan.BUKAN_PEJABAT_PENILAI, None))
    for siapa in (dunia.kabiro, dunia.kepala, dunia.rekan, dunia.asing):
        jawaban = await siapa.minta(SKP_BUKA_KEMBALI, id=skp_id, alasan="Perbaiki.")
        ditolak_di_atas(jawaban, "NOT_FOUND")
    jawaban = await minta(None, SKP_BUKA_KEMBALI, id=skp_id, alasan="Perbaiki.")
    ditolak_di_atas(jawaban, "UNAUTHENTICATED")
    assert await potret() == sebelum


async def test_who_and_when_come_before_the_reason(dunia: Dunia) -> None:
    """Whoever may not do it at all is told so, not to write a reason."""
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    jawaban = await dunia.staf.minta(SKP_BUKA_KEMBALI, id=skp_id, alasan="")
    ditolak(jawaban, (KodeKesalahan.BUKAN_PEJABAT_PENILAI, None))
    jawaban = await dunia.kabag.minta(SKP_BUKA_KEMBALI, id=skp_id, alasan="")
    ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))


async def test_only_from_persetujuan(dunia: Dunia) -> None:
    diajukan = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    draft = await buat_berstatus(dunia.rekan, dunia.kabag, StatusSkp.DRAFT)
    sebelum = await potret()
    jawaban = await dunia.kabag.minta(SKP_BUKA_KEMBALI, id=diajukan, alasan="Perbaiki.")
    ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))
    jawaban = await dunia.kabag.minta(SKP_BUKA_KEMBALI, id=draft, alasan="Perbaiki.")
    ditolak_di_atas(jawaban, "NOT_FOUND")
    assert await potret() == sebelum


async def test_ids_that_name_no_skp(dunia: Dunia) -> None:
    await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN)
    await tolak_id_asal(
        dunia.kabag, SKP_BUKA_KEMBALI, "id", ("rhk_1", "unor_1"), alasan="Perbaiki."
    )
