"""umpanBalikTambah: by the pejabat penilai on RHK and aspek, by a rekan kerja on aspek."""

import asyncio
import json
from typing import Any

import pytest

from models.counters import differences
from models.database import fetch
from models.organisasi import Pegawai
from models.rules.alasan import KodeKesalahan
from models.rules.teks import LONG
from models.rules.vocabulary import AsalUmpanBalik, JenisNotifikasi, StatusSkp
from tests.buatan import (
    berhasil,
    buat,
    ditolak,
    ditolak_di_atas,
    jejak,
    kunci,
    tambah_rhk,
    tolak_id_asal,
)
from tests.dunia import Dunia, Orang, minta, orang
from tests.periode import (
    AKHIR,
    AWAL,
    BATAS,
    KEMARIN,
    Siap,
    buat_periode,
    isi_periode,
    siapkan,
    tolak_masukan,
)

pytestmark = pytest.mark.anyio

UMPAN_BALIK_TAMBAH = """
mutation ($skpId: ID!, $input: UmpanBalikTambahInput!) {
  umpanBalikTambah(skpId: $skpId, input: $input) {
    umpanBalik { id asal aspek uraian rhk { id } pemberi { id } periode { id } skp { id } }
    userErrors { code field message }
  }
}
"""


def _masukan(siap: Siap, **isi: str | None) -> dict[str, str | None]:
    return {"periodeId": siap.periode, "uraian": "Bagus", "aspek": "LOYAL", **isi}


async def test_the_pejabat_penilai_and_a_rekan_give_it(dunia: Dunia) -> None:
    """Past the deadline too, which is the owner's."""
    siap = await siapkan(dunia)
    await siap.berbatas(KEMARIN)
    versi = await siap.versi()
    atas_rhk = {"aspek": None, "rhkId": siap.rhk}
    given: tuple[tuple[Orang, dict[str, Any], AsalUmpanBalik, str | None], ...] = (
        (dunia.kabag, atas_rhk, AsalUmpanBalik.ATASAN, siap.skp),
        (dunia.kabag, {}, AsalUmpanBalik.ATASAN, siap.skp),
        (dunia.rekan, {}, AsalUmpanBalik.REKAN_KERJA, None),
        (dunia.kepala, {}, AsalUmpanBalik.REKAN_KERJA, None),
        (dunia.admin, {}, AsalUmpanBalik.REKAN_KERJA, siap.skp),
    )
    for pemberi, isi, asal, skp in given:
        masukan = _masukan(siap, uraian=" Teliti ", **isi)
        jawaban = await pemberi.minta(UMPAN_BALIK_TAMBAH, skpId=siap.skp, input=masukan)
        made = berhasil(jawaban)["umpanBalik"]
        id_ = made.pop("id")
        assert made == {
            "asal": asal,
            "aspek": masukan["aspek"],
            "uraian": "Teliti",
            "rhk": {"id": siap.rhk} if isi else None,
            "pemberi": {"id": f"pegawai_{pemberi.pegawai.id}"},
            "periode": {"id": siap.periode},
            "skp": skp and {"id": skp},
        }
    assert await siap.versi() == versi + len(given)
    last = (await jejak(siap.skp))[-1]
    assert (last.aksi, last.pelaku_id) == ("UMPAN_BALIK_TAMBAH", dunia.admin.pegawai.id)
    ke = json.loads(last.ke or "")
    assert (ke["umpanBalikId"], ke["uraian"], ke["rhkId"]) == (id_, "Teliti", None)
    told = await fetch(
        "SELECT pegawai_id, pelaku_id FROM notifikasi WHERE jenis = $1 AND skp_id = $2 ORDER BY id",
        [JenisNotifikasi.UMPAN_BALIK_DIBERIKAN.value, kunci(siap.skp)],
    )
    assert [tuple(row.values()) for row in told] == [
        (dunia.staf.pegawai.id, pemberi.pegawai.id) for pemberi, *_ in given
    ]
    assert await differences() == []


async def test_refusals(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    ditulis = {"skpId": siap.skp}
    before = await isi_periode()
    for siapa, wrong in (
        (dunia.staf, KodeKesalahan.PEGAWAI_TIDAK_SESUAI),
        (dunia.super, KodeKesalahan.LINTAS_INSTANSI),
    ):
        jawaban = await siapa.minta(UMPAN_BALIK_TAMBAH, **ditulis, input=_masukan(siap))
        ditolak(jawaban, (wrong, None))
    jawaban = await dunia.asing.minta(UMPAN_BALIK_TAMBAH, **ditulis, input=_masukan(siap))
    ditolak_di_atas(jawaban, "NOT_FOUND")
    jawaban = await minta(None, UMPAN_BALIK_TAMBAH, **ditulis, input=_masukan(siap))
    ditolak_di_atas(jawaban, "UNAUTHENTICATED")
    for status in (StatusSkp.DRAFT, StatusSkp.PENGAJUAN):
        await siap.berstatus(status)
        jawaban = await dunia.rekan.minta(UMPAN_BALIK_TAMBAH, **ditulis, input=_masukan(siap))
        ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))
    await siap.berstatus(StatusSkp.PERSETUJUAN)
    await Pegawai.filter(id=dunia.staf.pegawai.id).update(aktif=False)
    jawaban = await dunia.admin.minta(UMPAN_BALIK_TAMBAH, **ditulis, input=_masukan(siap))
    ditolak(jawaban, (KodeKesalahan.PEGAWAI_TIDAK_AKTIF, None))
    jawaban = await dunia.rekan.minta(UMPAN_BALIK_TAMBAH, **ditulis, input=_masukan(siap))
    ditolak_di_atas(jawaban, "NOT_FOUND")
    await Pegawai.filter(id=dunia.staf.pegawai.id).update(aktif=True)
    assert await isi_periode() == before


async def test_it_is_about_one_thing_that_is_there(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    ditulis = {"skpId": siap.skp}
    satu_hal = (KodeKesalahan.UMPAN_BALIK_SATU_HAL, ["input", "aspek"])
    await tolak_masukan(
        dunia.kabag,
        UMPAN_BALIK_TAMBAH,
        _masukan(siap),
        ({"aspek": None}, [satu_hal]),
        ({"rhkId": siap.rhk}, [satu_hal]),
        (
            {"aspek": None, "uraian": " "},
            [satu_hal, (KodeKesalahan.WAJIB_DIISI, ["input", "uraian"])],
        ),
        ({"uraian": "x" * (LONG + 1)}, [(KodeKesalahan.TERLALU_PANJANG, ["input", "uraian"])]),
        **ditulis,
    )
    await tolak_masukan(
        dunia.rekan,
        UMPAN_BALIK_TAMBAH,
        _masukan(siap, aspek=None, rhkId=siap.rhk),
        ({}, [(KodeKesalahan.BUKAN_PEJABAT_PENILAI, ["input", "rhkId"])]),
        **ditulis,
    )
    lain = await tambah_rhk(dunia.kabag, await buat(dunia.kabag, (AWAL, AKHIR)))
    for id_ in (lain, "rhk_999999", siap.skp):
        masukan = _masukan(siap, aspek=None, rhkId=id_)
        jawaban = await dunia.kabag.minta(UMPAN_BALIK_TAMBAH, **ditulis, input=masukan)
        ditolak_di_atas(jawaban, "NOT_FOUND")
    asing = await buat_periode(dunia.lain.id)
    jawaban = await dunia.kabag.minta(
        UMPAN_BALIK_TAMBAH, **ditulis, input=_masukan(siap, periodeId=asing)
    )
    ditolak_di_atas(jawaban, "NOT_FOUND")
    dulu = {"awal": AWAL.replace(year=AWAL.year - 1), "akhir": AKHIR.replace(year=AWAL.year - 1)}
    wrong = [(KodeKesalahan.PERIODE_TIDAK_SESUAI, ["input", "periodeId"])]
    lama = await buat_periode(dunia.instansi.id, tahun=AWAL.year - 1, batas_pengisian=BATAS, **dulu)
    await tolak_masukan(
        dunia.kabag, UMPAN_BALIK_TAMBAH, _masukan(siap), ({"periodeId": lama}, wrong), **ditulis
    )
    await tolak_id_asal(dunia.kabag, UMPAN_BALIK_TAMBAH, "skpId", (siap.rhk,), input=_masukan(siap))


async def test_many_give_it_at_once(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    pemberi = [dunia.kabag, dunia.rekan, dunia.kepala, await orang("baru", dunia.biro)]
    versi = await siap.versi()
    await asyncio.gather(*(siap.umpan_balik(one) for one in pemberi))
    assert await siap.versi() == versi + len(pemberi)
