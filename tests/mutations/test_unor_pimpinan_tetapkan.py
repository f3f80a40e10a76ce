"""unorPimpinanTetapkan: who leads a unit, or nobody."""

import asyncio
import json

import pytest

from models.organisasi import Pegawai, Unor
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import StatusJabatan
from tests.buatan import berhasil, buat, ditolak_di_atas, jejak, potret, tolak_id_asal
from tests.dunia import Dunia, unor
from tests.mutations.test_pegawai_nonaktifkan import NONAKTIFKAN
from tests.organisasi import (
    baca_pegawai,
    baca_unor,
    ditolak_semua,
    hanya_admin,
    id_pegawai,
    id_unor,
    kode,
    struktur,
    terdengar,
)

pytestmark = pytest.mark.anyio

TETAPKAN = """
mutation ($id: ID!, $input: UnorPimpinanTetapkanInput!) {
  unorPimpinanTetapkan(id: $id, input: $input) {
    unor { pimpinan { nama } statusPimpinan } userErrors { code field message }
  }
}
"""
BERUBAH = "query ($id: ID!) { skp(id: $id) { pejabatPenilaiBerubah } }"


async def test_the_post_is_given_and_emptied(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    bagian, rekan = id_unor(dunia.bagian), id_pegawai(dunia.rekan)
    with terdengar() as heard:
        masukan = {"pimpinanId": rekan, "statusJabatan": StatusJabatan.PLT}
        payload = berhasil(await dunia.admin.minta(TETAPKAN, id=bagian, input=masukan))
    assert payload["unor"] == {"pimpinan": {"nama": "rekan"}, "statusPimpinan": StatusJabatan.PLT}
    assert struktur(heard) == {dunia.instansi.id}
    assert (await dunia.staf.minta(BERUBAH, id=skp_id)).payload()["pejabatPenilaiBerubah"] is True

    payload = berhasil(
        await dunia.super.minta(
            TETAPKAN, id=bagian, input={"pimpinanId": None, "statusJabatan": StatusJabatan.PLH}
        )
    )
    assert payload["unor"] == {"pimpinan": None, "statusPimpinan": StatusJabatan.DEFINITIF}
    catatan = await jejak(bagian)
    assert [one.aksi for one in catatan] == ["PIMPINAN_TETAPKAN"] * 2
    assert [json.loads(one.dari or "") for one in catatan] == [
        {"pimpinanId": id_pegawai(dunia.kabag), "statusPimpinan": "DEFINITIF"},
        {"pimpinanId": rekan, "statusPimpinan": "PLT"},
    ]
    sebelum = await potret()
    berhasil(await dunia.admin.minta(TETAPKAN, id=bagian, input={"pimpinanId": None}))
    assert await potret() == sebelum
    ditolak_di_atas(await dunia.admin.minta(TETAPKAN, id=bagian, input={}), "BAD_INPUT")


async def test_refusals(dunia: Dunia) -> None:
    seksi = await unor(dunia.instansi, "seksi", dunia.bagian)
    await Unor.filter(id=seksi.id).update(aktif=False)
    await Pegawai.filter(id=dunia.rekan.pegawai.id).update(aktif=False)
    bagian, tutup = id_unor(dunia.bagian), id_unor(seksi)
    staf, rekan, asing = (id_pegawai(one) for one in (dunia.staf, dunia.rekan, dunia.asing))
    field = ["input", "pimpinanId"]
    await ditolak_semua(
        dunia.super,
        TETAPKAN,
        [
            (
                {"id": bagian, "input": {"pimpinanId": rekan}},
                [(KodeKesalahan.PEGAWAI_TIDAK_AKTIF, field)],
            ),
            (
                {"id": bagian, "input": {"pimpinanId": asing}},
                [(KodeKesalahan.LINTAS_INSTANSI, field)],
            ),
            (
                {"id": tutup, "input": {"pimpinanId": staf}},
                [(KodeKesalahan.UNOR_TIDAK_AKTIF, None)],
            ),
        ],
    )
    jawaban = await dunia.admin.minta(TETAPKAN, id=bagian, input={"pimpinanId": asing})
    ditolak_di_atas(jawaban, "NOT_FOUND")


async def test_only_its_admins(dunia: Dunia) -> None:
    melihat = (dunia.kepala, dunia.kabag, dunia.staf)
    masukan = {"pimpinanId": id_pegawai(dunia.kabag)}
    await hanya_admin(dunia, TETAPKAN, melihat, (), id=id_unor(dunia.bagian), input=masukan)
    await tolak_id_asal(dunia.admin, TETAPKAN, "id", ("pegawai_1",), input=masukan)


async def test_nobody_leads_who_is_retired_meanwhile(dunia: Dunia) -> None:
    masukan = {"pimpinanId": id_pegawai(dunia.rekan)}
    jawaban = await asyncio.gather(
        dunia.admin.minta(TETAPKAN, id=id_unor(dunia.bagian), input=masukan),
        dunia.super.minta(NONAKTIFKAN, id=id_pegawai(dunia.rekan)),
    )
    assert kode(jawaban) in ([[], []], [[], [KodeKesalahan.PEGAWAI_TIDAK_AKTIF]])
    assert (await baca_pegawai(dunia.rekan)).aktif is False
    assert (await baca_unor(dunia.bagian)).pimpinan_id != dunia.rekan.pegawai.id
