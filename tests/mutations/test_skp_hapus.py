"""skpHapus: a draft goes with everything in it, unless others build on it."""

import json

import pytest

from models.counters import differences
from models.database import fetch_value
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import StatusSkp
from tests.buatan import (
    ajukan,
    berhasil,
    buat,
    buat_berstatus,
    ditolak,
    ditolak_di_atas,
    hitungan,
    isi_lengkap,
    jejak,
    kunci,
    potret,
    tambah_rhk,
    tolak_id_asal,
)
from tests.dunia import Dunia, minta

pytestmark = pytest.mark.anyio

SKP_HAPUS = "mutation ($id: ID!) { skpHapus(id: $id) { id userErrors { code field message } } }"
BACA = "query ($id: ID!) { skp(id: $id) { id } }"


async def test_a_draft_goes_with_everything_in_it(dunia: Dunia) -> None:
    lain = await buat_berstatus(dunia.rekan, dunia.kabag, StatusSkp.DRAFT)
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.DRAFT)

    payload = berhasil(await dunia.staf.minta(SKP_HAPUS, id=skp_id))

    assert payload["id"] == skp_id
    ditolak_di_atas(await dunia.staf.minta(BACA, id=skp_id), "NOT_FOUND")
    for tabel in ("skp", "rhk", "indikator"):
        assert await fetch_value(f"SELECT count(*) FROM {tabel}") == 1  # those of `lain`
    assert (await dunia.rekan.minta(BACA, id=lain)).payload() == {"id": lain}
    assert await hitungan(dunia.bagian.id) == (1, 0, 0)
    assert await differences() == []


async def test_the_trail_outlives_it(dunia: Dunia) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.DRAFT)
    berhasil(await dunia.staf.minta(SKP_HAPUS, id=skp_id))
    catatan = await jejak(skp_id)
    assert [satu.aksi for satu in catatan] == ["BUAT", "RHK_TAMBAH", "INDIKATOR_TAMBAH", "HAPUS"]
    assert (catatan[-1].pelaku_id, catatan[-1].ke) == (dunia.staf.pegawai.id, None)
    assert json.loads(catatan[-1].dari or "")["periodeAwal"] == "2026-01-01"


async def test_its_id_is_never_used_again(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    berhasil(await dunia.staf.minta(SKP_HAPUS, id=skp_id))
    assert kunci(await buat(dunia.staf)) > kunci(skp_id)


async def test_a_second_time_it_is_not_found(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    berhasil(await dunia.staf.minta(SKP_HAPUS, id=skp_id))
    ditolak_di_atas(await dunia.staf.minta(SKP_HAPUS, id=skp_id), "NOT_FOUND")


async def test_not_while_a_bawahan_intervenes_it(dunia: Dunia) -> None:
    atas = await buat(dunia.kabag)
    rhk_id = await tambah_rhk(dunia.kabag, atas)
    bawah = await buat(dunia.staf)
    await isi_lengkap(dunia.staf, bawah, rhkAtasanId=rhk_id)
    sebelum = await potret()
    jawaban = await dunia.kabag.minta(SKP_HAPUS, id=atas)
    ditolak(jawaban, (KodeKesalahan.RHK_DIINTERVENSI, None))
    assert await potret() == sebelum

    berhasil(await dunia.staf.minta(SKP_HAPUS, id=bawah))
    berhasil(await dunia.kabag.minta(SKP_HAPUS, id=atas))


async def test_only_the_owner_deletes(dunia: Dunia) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.DRAFT)
    sebelum = await potret()
    for siapa in (dunia.admin, dunia.super):
        jawaban = await siapa.minta(SKP_HAPUS, id=skp_id)
        ditolak(jawaban, (KodeKesalahan.BUKAN_PEMILIK, None))
    for siapa in (dunia.kabag, dunia.kabiro, dunia.rekan, dunia.asing):
        ditolak_di_atas(await siapa.minta(SKP_HAPUS, id=skp_id), "NOT_FOUND")
    ditolak_di_atas(await minta(None, SKP_HAPUS, id=skp_id), "UNAUTHENTICATED")
    await ajukan(dunia.staf, skp_id)
    ditolak(await dunia.kabag.minta(SKP_HAPUS, id=skp_id), (KodeKesalahan.BUKAN_PEMILIK, None))
    assert len((await potret())["skp"]) == len(sebelum["skp"])


@pytest.mark.parametrize("status", [StatusSkp.PENGAJUAN, StatusSkp.PERSETUJUAN])
async def test_only_a_draft_is_deleted(dunia: Dunia, status: StatusSkp) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, status)
    sebelum = await potret()
    jawaban = await dunia.staf.minta(SKP_HAPUS, id=skp_id)
    ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))
    assert await potret() == sebelum


async def test_ids_that_name_no_skp(dunia: Dunia) -> None:
    await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.DRAFT)
    await tolak_id_asal(dunia.staf, SKP_HAPUS, "id", ("rhk_1", "indikator_1"))
