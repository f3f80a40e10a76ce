"""skpAjukan: DRAFT → PENGAJUAN, by the owner, when the plan is complete."""

import pytest

from models.counters import differences
from models.organisasi import Unor
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import JenisRhk, Pendekatan, Perspektif, StatusSkp
from tests.buatan import (
    SEMESTER_1,
    SEMESTER_2,
    Jejak,
    ajukan,
    baris_skp,
    berhasil,
    buat,
    buat_berstatus,
    ditolak,
    ditolak_di_atas,
    hitungan,
    isi_lengkap,
    jejak,
    potret,
    tambah_indikator,
    tambah_rhk,
    tolak_id_asal,
)
from tests.dunia import Dunia, minta

pytestmark = pytest.mark.anyio

SKP_AJUKAN = """
mutation ($id: ID!) {
  skpAjukan(id: $id) { skp { id status versi } userErrors { code field message } }
}
"""
MUAT_ULANG = """
mutation ($id: ID!) { skpMuatUlangPejabatPenilai(id: $id) { userErrors { code } } }
"""


async def test_a_complete_draft_is_submitted(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    await isi_lengkap(dunia.staf, skp_id)
    versi = (await baris_skp(skp_id))["versi"]

    payload = berhasil(await dunia.staf.minta(SKP_AJUKAN, id=skp_id))

    assert payload["skp"] == {"id": skp_id, "status": StatusSkp.PENGAJUAN, "versi": versi + 1}
    assert (await jejak(skp_id))[-1] == Jejak(
        "AJUKAN", dunia.staf.pegawai.id, None, '{"status": "DRAFT"}', '{"status": "PENGAJUAN"}'
    )
    assert await hitungan(dunia.bagian.id) == (0, 1, 0)
    assert await differences() == []


async def test_kualitatif_needs_neither_target_nor_perspektif(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf, pendekatan=Pendekatan.KUALITATIF)
    rhk_id = await tambah_rhk(dunia.staf, skp_id)
    await tambah_indikator(dunia.staf, rhk_id, target=None, perspektif=None)
    assert berhasil(await dunia.staf.minta(SKP_AJUKAN, id=skp_id))["skp"]["status"] == (
        StatusSkp.PENGAJUAN
    )


async def test_needs_an_rhk_utama(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    sebelum = await potret()
    jawaban = await dunia.staf.minta(SKP_AJUKAN, id=skp_id)
    ditolak(jawaban, (KodeKesalahan.TANPA_RHK_UTAMA, None))
    assert await potret() == sebelum

    rhk_id = await tambah_rhk(dunia.staf, skp_id, JenisRhk.TAMBAHAN)
    await tambah_indikator(dunia.staf, rhk_id)
    jawaban = await dunia.staf.minta(SKP_AJUKAN, id=skp_id)
    ditolak(jawaban, (KodeKesalahan.TANPA_RHK_UTAMA, None))


@pytest.mark.parametrize("jenis", JenisRhk)
async def test_needs_an_indikator_on_each_rhk(dunia: Dunia, jenis: JenisRhk) -> None:
    skp_id = await buat(dunia.staf)
    await isi_lengkap(dunia.staf, skp_id)
    await tambah_rhk(dunia.staf, skp_id, jenis)
    sebelum = await potret()
    jawaban = await dunia.staf.minta(SKP_AJUKAN, id=skp_id)
    ditolak(jawaban, (KodeKesalahan.RHK_TANPA_INDIKATOR, None))
    assert await potret() == sebelum


@pytest.mark.parametrize(
    "kurang",
    [{"target": None}, {"perspektif": None}, {"target": None, "perspektif": None}],
    ids=["target", "perspektif", "both"],
)
async def test_kuantitatif_needs_target_and_perspektif(
    dunia: Dunia, kurang: dict[str, None]
) -> None:
    skp_id = await buat(dunia.staf)
    rhk_id = await isi_lengkap(dunia.staf, skp_id)
    await tambah_indikator(dunia.staf, rhk_id, **kurang)
    sebelum = await potret()
    jawaban = await dunia.staf.minta(SKP_AJUKAN, id=skp_id)
    ditolak(jawaban, (KodeKesalahan.INDIKATOR_TIDAK_LENGKAP, None))
    assert await potret() == sebelum


async def test_needs_a_pejabat_penilai(dunia: Dunia) -> None:
    skp_id = await buat(dunia.kepala)
    await isi_lengkap(dunia.kepala, skp_id)
    sebelum = await potret()
    jawaban = await dunia.kepala.minta(SKP_AJUKAN, id=skp_id)
    ditolak(jawaban, (KodeKesalahan.TANPA_PEJABAT_PENILAI, None))
    assert await potret() == sebelum


async def test_each_utama_intervenes_once_the_atasan_has_an_rhk(dunia: Dunia) -> None:
    atas = await buat(dunia.kabag)
    rhk_atas = await tambah_rhk(dunia.kabag, atas)
    skp_id = await buat(dunia.staf)
    await isi_lengkap(dunia.staf, skp_id, rhkAtasanId=None)
    sebelum = await potret()
    jawaban = await dunia.staf.minta(SKP_AJUKAN, id=skp_id)
    ditolak(jawaban, (KodeKesalahan.RHK_UTAMA_TANPA_INTERVENSI, None))
    assert await potret() == sebelum

    lain = await buat(dunia.rekan)
    await isi_lengkap(dunia.rekan, lain, rhkAtasanId=rhk_atas)
    await ajukan(dunia.rekan, lain)


async def test_tambahan_need_not_intervene(dunia: Dunia) -> None:
    atas = await buat(dunia.kabag)
    await tambah_rhk(dunia.kabag, atas)
    skp_id = await buat(dunia.staf)
    await isi_lengkap(dunia.staf, skp_id)
    tambahan = await tambah_rhk(dunia.staf, skp_id, JenisRhk.TAMBAHAN)
    await tambah_indikator(dunia.staf, tambahan)
    await ajukan(dunia.staf, skp_id)


async def test_nobody_waits_for_an_atasan_without_an_skp_of_that_period(dunia: Dunia) -> None:
    atas = await buat(dunia.kabag, SEMESTER_2)
    await tambah_rhk(dunia.kabag, atas)
    skp_id = await buat(dunia.staf, SEMESTER_1)
    await isi_lengkap(dunia.staf, skp_id)
    await ajukan(dunia.staf, skp_id)


async def test_nobody_waits_for_an_atasan_whose_skp_is_still_empty(dunia: Dunia) -> None:
    """There is nothing yet that could be intervened."""
    await buat(dunia.kabag)
    skp_id = await buat(dunia.staf)
    await isi_lengkap(dunia.staf, skp_id)
    await ajukan(dunia.staf, skp_id)


async def test_the_rhk_of_a_former_atasan_is_no_intervention(dunia: Dunia) -> None:
    for atasan in (dunia.kabag, dunia.kabiro):
        await tambah_rhk(atasan, await buat(atasan))
    skp_id = await buat(dunia.staf)
    await isi_lengkap(dunia.staf, skp_id)
    await Unor.filter(id=dunia.bagian.id).update(pimpinan_id=None)
    berhasil(await dunia.staf.minta(MUAT_ULANG, id=skp_id))
    jawaban = await dunia.staf.minta(SKP_AJUKAN, id=skp_id)
    ditolak(jawaban, (KodeKesalahan.RHK_UTAMA_TANPA_INTERVENSI, None))


async def test_every_reason_is_named_at_once(dunia: Dunia) -> None:
    skp_id = await buat(dunia.kepala)
    tambahan = await tambah_rhk(dunia.kepala, skp_id, JenisRhk.TAMBAHAN)
    await tambah_indikator(dunia.kepala, tambahan, perspektif=None)
    await tambah_rhk(dunia.kepala, skp_id, JenisRhk.TAMBAHAN)
    jawaban = await dunia.kepala.minta(SKP_AJUKAN, id=skp_id)
    ditolak(
        jawaban,
        (KodeKesalahan.TANPA_PEJABAT_PENILAI, None),
        (KodeKesalahan.TANPA_RHK_UTAMA, None),
        (KodeKesalahan.RHK_TANPA_INDIKATOR, None),
        (KodeKesalahan.INDIKATOR_TIDAK_LENGKAP, None),
    )


async def test_only_the_owner_submits(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    await isi_lengkap(dunia.staf, skp_id)
    sebelum = await potret()
    for siapa in (dunia.admin, dunia.super):
        jawaban = await siapa.minta(SKP_AJUKAN, id=skp_id)
        ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))
    for siapa in (dunia.kabag, dunia.kabiro, dunia.rekan, dunia.asing):
        ditolak_di_atas(await siapa.minta(SKP_AJUKAN, id=skp_id), "NOT_FOUND")
    ditolak_di_atas(await minta(None, SKP_AJUKAN, id=skp_id), "UNAUTHENTICATED")
    assert await potret() == sebelum


@pytest.mark.parametrize("status", [StatusSkp.PENGAJUAN, StatusSkp.PERSETUJUAN])
async def test_only_a_draft_is_submitted(dunia: Dunia, status: StatusSkp) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, status)
    sebelum = await potret()
    jawaban = await dunia.staf.minta(SKP_AJUKAN, id=skp_id)
    ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))
    for siapa in (dunia.kabag, dunia.admin, dunia.super):
        ditolak(await siapa.minta(SKP_AJUKAN, id=skp_id), (KodeKesalahan.BUKAN_PEMILIK, None))
    assert await potret() == sebelum


async def test_ids_that_name_no_skp(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    rhk_id = await tambah_rhk(dunia.staf, skp_id)
    bukan = (rhk_id, f"pegawai_{dunia.staf.pegawai.id}")
    await tolak_id_asal(dunia.staf, SKP_AJUKAN, "id", bukan)


async def test_every_perspektif_completes_an_indikator(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    rhk_id = await isi_lengkap(dunia.staf, skp_id)
    for perspektif in Perspektif:
        await tambah_indikator(dunia.staf, rhk_id, perspektif=perspektif)
    await ajukan(dunia.staf, skp_id)
