"""pegawaiBuat: somebody new."""

import asyncio
import json

import pytest

from models.counters import differences
from models.organisasi import Unor
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import JenisPegawai
from tests.buatan import berhasil, jejak, tolak_id_asal
from tests.dunia import Dunia, unor
from tests.organisasi import (
    NIP,
    ditolak_semua,
    hanya_admin,
    id_unor,
    kode,
    masukan_pegawai,
    terdengar,
)

pytestmark = pytest.mark.anyio

BUAT = """
mutation ($input: PegawaiBuatInput!) {
  pegawaiBuat(input: $input) {
    pegawai {
      id nip nama jenisPegawai golongan jenisJabatan namaJabatan aktif unor { nama } atasan { nama }
    }
    userErrors { code field message }
  }
}
"""


async def test_counts_in_his_unor(dunia: Dunia) -> None:
    masukan = masukan_pegawai(dunia.bagian, nip=f" {NIP} ", nama="Siti\n  Aminah")
    with terdengar() as heard:
        made = berhasil(await dunia.admin.minta(BUAT, input=masukan))["pegawai"]
    id_ = made.pop("id")
    expected = masukan_pegawai(dunia.bagian, aktif=True)
    del expected["unorId"]
    assert made == {**expected, "unor": {"nama": "bagian"}, "atasan": {"nama": "kabag"}}
    assert [tuple(event) for event in heard] == [("pegawai", dunia.bagian.id, 0)]
    assert await differences() == []
    [catatan] = await jejak(id_)
    assert (catatan.aksi, catatan.dari) == ("BUAT", None)
    assert json.loads(catatan.ke or "") == masukan_pegawai(dunia.bagian)


async def test_refusals(dunia: Dunia) -> None:
    tutup = await unor(dunia.instansi, "tutup", dunia.akar)
    await Unor.filter(id=tutup.id).update(aktif=False)
    cases = [
        ({nama: " "}, [(KodeKesalahan.WAJIB_DIISI, ["input", nama])])
        for nama in ("nip", "nama", "golongan", "namaJabatan")
    ]
    cases += [
        ({"golongan": "x" * 11}, [(KodeKesalahan.TERLALU_PANJANG, ["input", "golongan"])]),
        ({"nama": "x" * 201}, [(KodeKesalahan.TERLALU_PANJANG, ["input", "nama"])]),
        ({"nip": "123"}, [(KodeKesalahan.NIP_TIDAK_SAH, ["input", "nip"])]),
        ({"nip": "1" * 40}, [(KodeKesalahan.NIP_TIDAK_SAH, ["input", "nip"])]),
        ({"jenisPegawai": JenisPegawai.PPPK}, [(KodeKesalahan.NIP_TIDAK_SAH, ["input", "nip"])]),
        ({"nip": dunia.asing.pegawai.nip}, [(KodeKesalahan.NIP_TERPAKAI, ["input", "nip"])]),
        (
            {"unorId": id_unor(tutup), "nip": ""},
            [
                (KodeKesalahan.WAJIB_DIISI, ["input", "nip"]),
                (KodeKesalahan.UNOR_TIDAK_AKTIF, ["input", "unorId"]),
            ],
        ),
    ]
    requests = [({"input": masukan_pegawai(dunia.bagian, **isi)}, alasan) for isi, alasan in cases]
    await ditolak_semua(dunia.admin, BUAT, requests)


async def test_only_its_admins(dunia: Dunia) -> None:
    melihat = (dunia.kepala, dunia.kabag, dunia.staf)
    await hanya_admin(dunia, BUAT, melihat, (), input=masukan_pegawai(dunia.bagian))
    document = BUAT.replace("$input: PegawaiBuatInput!", "$unor: ID!").replace(
        "input: $input",
        f'input: {{unorId: $unor, nip: "{NIP}", nama: "x", jenisPegawai: PNS, golongan: "x",'
        ' jenisJabatan: PELAKSANA, namaJabatan: "x"}',
    )
    await tolak_id_asal(dunia.admin, document, "unor", ("pegawai_1",))


async def test_one_of_two_with_the_same_nip(dunia: Dunia) -> None:
    """Even in two instansi, whose admins do not wait for each other."""
    there = await Unor.get(instansi_id=dunia.lain.id)
    jawaban = await asyncio.gather(
        *(dunia.super.minta(BUAT, input=masukan_pegawai(one)) for one in (dunia.bagian, there))
    )
    assert kode(jawaban) in ([[], [KodeKesalahan.NIP_TERPAKAI]], [[], ["CONFLICT"]])
    assert await differences() == []
