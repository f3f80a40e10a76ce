"""skpMuatUlangPejabatPenilai: the tree says again who rates, while the SKP is a draft."""

import json

import pytest

from models.organisasi import Pegawai, Unor
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import StatusSkp
from tests.buatan import (
    Jejak,
    baris_skp,
    berhasil,
    buat,
    buat_berstatus,
    ditolak,
    ditolak_di_atas,
    hitungan,
    jejak,
    potret,
    tolak_id_asal,
)
from tests.dunia import Dunia, minta, pimpin

pytestmark = pytest.mark.anyio

MUAT_ULANG = """
mutation ($id: ID!) {
  skpMuatUlangPejabatPenilai(id: $id) {
    skp { status versi pejabatPenilai { nama } } userErrors { code field message }
  }
}
"""


async def test_a_new_pimpinan_is_found(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    await pimpin(dunia.bagian, dunia.rekan)

    payload = berhasil(await dunia.staf.minta(MUAT_ULANG, id=skp_id))

    assert payload["skp"] == {
        "status": StatusSkp.DRAFT,
        "versi": 2,
        "pejabatPenilai": {"nama": "rekan"},
    }
    assert (await jejak(skp_id))[-1] == Jejak(
        "MUAT_ULANG_PEJABAT_PENILAI",
        dunia.staf.pegawai.id,
        None,
        f'{{"pejabatPenilaiId": "pegawai_{dunia.kabag.pegawai.id}"}}',
        f'{{"pejabatPenilaiId": "pegawai_{dunia.rekan.pegawai.id}"}}',
    )
    assert await hitungan(dunia.bagian.id) == (1, 0, 0)


async def test_nothing_happens_until_it_is_asked_for(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    await pimpin(dunia.bagian, dunia.rekan)
    assert (await baris_skp(skp_id))["pejabat_penilai_id"] == dunia.kabag.pegawai.id


async def test_the_same_one_again_changes_nothing(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    sebelum = await potret()
    payload = berhasil(await dunia.staf.minta(MUAT_ULANG, id=skp_id))
    assert payload["skp"]["pejabatPenilai"] == {"nama": "kabag"}
    assert await potret() == sebelum


async def test_follows_the_owner_to_his_present_unor(dunia: Dunia) -> None:
    """And to his present jabatan: what was made before he moved is a plan for where he is."""
    skp_id = await buat(dunia.staf)
    kini = {"unor_id": dunia.biro.id, "nama_jabatan": "Analis Kebijakan"}
    await Pegawai.filter(id=dunia.staf.pegawai.id).update(**kini)
    jabatan = dunia.staf.pegawai.nama_jabatan
    payload = berhasil(await dunia.staf.minta(MUAT_ULANG, id=skp_id))
    assert payload["skp"]["pejabatPenilai"] == {"nama": "kabiro"}
    row = await baris_skp(skp_id)
    assert (row["unor_id"], row["nama_jabatan"], row["versi"]) == (*kini.values(), 2)
    assert json.loads((await jejak(skp_id))[-1].dari or "") == {
        "pejabatPenilaiId": f"pegawai_{dunia.kabag.pegawai.id}",
        "unorId": f"unor_{dunia.bagian.id}",
        "namaJabatan": jabatan,
    }


async def test_one_who_became_pimpinan_himself_is_rated_from_above(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    await pimpin(dunia.bagian, dunia.staf)
    payload = berhasil(await dunia.staf.minta(MUAT_ULANG, id=skp_id))
    assert payload["skp"]["pejabatPenilai"] == {"nama": "kabiro"}


async def test_may_find_nobody(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    await Unor.all().update(pimpinan_id=None)
    payload = berhasil(await dunia.staf.minta(MUAT_ULANG, id=skp_id))
    assert payload["skp"]["pejabatPenilai"] is None


async def test_the_former_one_no_longer_rates(dunia: Dunia) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.DRAFT)
    await pimpin(dunia.bagian, dunia.rekan)
    berhasil(await dunia.staf.minta(MUAT_ULANG, id=skp_id))
    berhasil(
        await dunia.staf.minta(
            "mutation ($id: ID!) { skpAjukan(id: $id) { userErrors { code } } }", id=skp_id
        )
    )
    baca = "query ($id: ID!) { skp(id: $id) { id } }"
    ditolak_di_atas(await dunia.kabag.minta(baca, id=skp_id), "NOT_FOUND")
    assert (await dunia.rekan.minta(baca, id=skp_id)).payload() == {"id": skp_id}


async def test_only_the_owner_reloads(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    await pimpin(dunia.bagian, dunia.rekan)
    sebelum = await potret()
    for siapa in (dunia.admin, dunia.super):
        jawaban = await siapa.minta(MUAT_ULANG, id=skp_id)
        ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))
    for siapa in (dunia.kabag, dunia.rekan, dunia.asing):
        ditolak_di_atas(await siapa.minta(MUAT_ULANG, id=skp_id), "NOT_FOUND")
    ditolak_di_atas(await minta(None, MUAT_ULANG, id=skp_id), "UNAUTHENTICATED")
    assert await potret() == sebelum


@pytest.mark.parametrize("status", [StatusSkp.PENGAJUAN, StatusSkp.PERSETUJUAN])
async def test_only_a_draft_is_reloaded(dunia: Dunia, status: StatusSkp) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, status)
    await pimpin(dunia.bagian, dunia.rekan)
    sebelum = await potret()
    jawaban = await dunia.staf.minta(MUAT_ULANG, id=skp_id)
    ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))
    jawaban = await dunia.kabag.minta(MUAT_ULANG, id=skp_id)
    ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))
    assert await potret() == sebelum


async def test_ids_that_name_no_skp(dunia: Dunia) -> None:
    await buat(dunia.staf)
    await tolak_id_asal(dunia.staf, MUAT_ULANG, "id", ("rhk_1", "instansi_1"))
