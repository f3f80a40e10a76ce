"""matriksPegawaiTambah: a colleague's SKP is put into a matrix by hand."""

import asyncio
import json
from datetime import date

import pytest

from models.counters import differences
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import Peran
from tests.buatan import (
    SEMESTER_1,
    SEMESTER_2,
    ajukan,
    berhasil,
    buat,
    ditolak,
    ditolak_di_atas,
    isi_lengkap,
    jejak,
    tolak_id_asal,
)
from tests.buatan_matriks import MATRIKS_TAMBAH, buat_tim, keterlibatan, matriks, semua_matriks
from tests.dunia import Dunia, beri_peran, pimpin
from tests.penilai import KOTAK

pytestmark = pytest.mark.anyio

MATRIKS_PEGAWAI_TAMBAH = """
mutation ($id: ID!, $skpId: ID!) {
  matriksPegawaiTambah(id: $id, input: {skpId: $skpId}) {
    matriks { id jumlahBaris baris { nodes { status pegawai { nama } skp { id } } } }
    userErrors { code field message }
  }
}
"""
SKP_ID = ["input", "skpId"]


async def test_a_colleagues_skp_is_put_in(dunia: Dunia) -> None:
    """Whatever its status; a draft shows that it is there, and no more."""
    atas = await buat(dunia.kabiro)
    tim_id = await buat_tim(dunia.kabiro)
    staf, admin = await buat(dunia.staf, SEMESTER_1), await buat(dunia.admin)
    id_ = await matriks(atas)
    payload = berhasil(await dunia.kabiro.minta(MATRIKS_PEGAWAI_TAMBAH, id=id_, skpId=staf))
    baris = {"status": "DRAFT", "pegawai": {"nama": "staf"}, "skp": None}
    assert payload["matriks"] == {"id": id_, "jumlahBaris": 1, "baris": {"nodes": [baris]}}
    of_tim = await matriks(atas, tim_id)
    for skp_id in (staf, admin):
        berhasil(await dunia.kabiro.minta(MATRIKS_TAMBAH, id=of_tim, skpId=skp_id))
    assert await semua_matriks() == {
        ("kabiro", None): ["staf"],
        ("kabiro", "tim"): ["admin", "staf"],
    }
    assert (await keterlibatan(dunia.staf), await keterlibatan(dunia.admin)) == (2, 1)

    catatan = (await jejak(atas))[-1]
    assert (catatan.aksi, catatan.pelaku_id) == ("MATRIKS_PEGAWAI_TAMBAH", dunia.kabiro.pegawai.id)
    assert json.loads(catatan.ke or "") == {"skpId": admin, "timKerjaId": tim_id}
    catatan = (await jejak(admin))[-1]
    assert (catatan.aksi, catatan.pelaku_id) == ("MATRIKS_PEGAWAI_TAMBAH", dunia.kabiro.pegawai.id)
    assert json.loads(catatan.ke or "") == {"matriksId": of_tim, "timKerjaId": tim_id}
    kabar = (await dunia.admin.minta(KOTAK)).payload()["notifikasi"]["nodes"]
    kabiro = {"id": f"pegawai_{dunia.kabiro.pegawai.id}"}
    assert kabar == [{"jenis": "MASUK_MATRIKS", "pelaku": kabiro, "skp": {"id": admin}}]
    await isi_lengkap(dunia.staf, staf)
    await ajukan(dunia.staf, staf)
    lihat = f'{{ matriks(id: "{id_}") {{ baris {{ nodes {{ skp {{ id }} }} }} }} }}'
    assert (await dunia.kabiro.minta(lihat)).payload()["baris"]["nodes"] == [{"skp": {"id": staf}}]


async def test_every_refusal(dunia: Dunia) -> None:
    atas, milik_sendiri = await buat(dunia.kabag, SEMESTER_1), await buat(dunia.kabag, SEMESTER_2)
    staf, rekan = await buat(dunia.staf), await buat(dunia.rekan, SEMESTER_2)
    lama = await buat(dunia.rekan, (date(2025, 1, 1), date(2025, 12, 31)))
    asing = await buat(dunia.asing)
    id_ = await matriks(atas)
    sesuai = KodeKesalahan.SKP_TIDAK_SESUAI
    for skp_id, kode in (
        (staf, KodeKesalahan.SUDAH_ADA),
        (rekan, sesuai),
        (lama, sesuai),
    ):
        jawaban = await dunia.kabag.minta(MATRIKS_TAMBAH, id=id_, skpId=skp_id)
        ditolak(jawaban, (kode, SKP_ID))
    jawaban = await dunia.kabag.minta(MATRIKS_TAMBAH, id=id_, skpId=milik_sendiri)
    ditolak(jawaban, (sesuai, SKP_ID), (sesuai, SKP_ID))
    for siapa in (dunia.admin, dunia.super):
        jawaban = await siapa.minta(MATRIKS_TAMBAH, id=id_, skpId=rekan)
        ditolak(jawaban, (KodeKesalahan.BUKAN_PIMPINAN, None))
    for siapa in (dunia.kabiro, dunia.staf, dunia.asing):
        ditolak_di_atas(await siapa.minta(MATRIKS_TAMBAH, id=id_, skpId=rekan), "NOT_FOUND")
    ditolak_di_atas(await dunia.kabag.minta(MATRIKS_TAMBAH, id=id_, skpId=asing), "NOT_FOUND")
    await beri_peran(dunia.kabag, Peran.SUPER_ADMIN)
    jawaban = await dunia.kabag.minta(MATRIKS_TAMBAH, id=id_, skpId=asing)
    ditolak(jawaban, (KodeKesalahan.LINTAS_INSTANSI, SKP_ID))
    await tolak_id_asal(dunia.kabag, MATRIKS_TAMBAH, "id", (atas,), skpId=rekan)
    await tolak_id_asal(dunia.kabag, MATRIKS_TAMBAH, "skpId", (id_,), id=id_)
    assert (await semua_matriks())["kabag", None] == ["rekan", "staf", "staf"]  # of both SKP


async def test_two_put_the_same_in_at_once(dunia: Dunia) -> None:
    await pimpin(dunia.akar, dunia.admin)
    tops = [(dunia.kabiro, await buat(dunia.kabiro)), (dunia.kepala, await buat(dunia.kepala))]
    staf = await buat(dunia.staf)
    asks = [(siapa, await matriks(skp_id)) for siapa, skp_id in tops for _ in range(3)]
    answers = await asyncio.gather(
        *(siapa.minta(MATRIKS_TAMBAH, id=id_, skpId=staf) for siapa, id_ in asks)
    )
    kode = [each for answer in answers for each in answer.user_errors()]
    assert kode == [KodeKesalahan.SUDAH_ADA] * 4
    assert await keterlibatan(dunia.staf) == 2
    assert await differences() == []
