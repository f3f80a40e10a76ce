"""unorBuat: a new unit below another one."""

import asyncio
import json

import pytest

from models.organisasi import Unor
from models.rules.alasan import KodeKesalahan
from models.rules.struktur import TINGKAT_TERBANYAK
from models.rules.vocabulary import Peran
from tests.buatan import berhasil, ditolak, jejak, kunci, tolak_id_asal
from tests.dunia import Dunia, beri_peran, unor
from tests.organisasi import (
    ditolak_semua,
    hanya_admin,
    id_unor,
    jalur_benar,
    kode,
    struktur,
    terdengar,
)

pytestmark = pytest.mark.anyio

BUAT = """
mutation ($induk: ID!, $kode: String = "S1", $nama: String = "Subbagian") {
  unorBuat(input: {indukId: $induk, kode: $kode, nama: $nama}) {
    unor { id kode nama aktif induk { nama } pimpinan { id } } userErrors { code field message }
  }
}
"""


async def test_stands_below_its_induk(dunia: Dunia) -> None:
    bagian = id_unor(dunia.bagian)
    with terdengar() as heard:
        jawaban = await dunia.admin.minta(BUAT, induk=bagian, kode=" S\t 1 ", nama="Sub \n bagian")
    made = berhasil(jawaban)["unor"]
    id_ = made.pop("id")
    assert made == {
        "kode": "S 1",
        "nama": "Sub bagian",
        "aktif": True,
        "induk": {"nama": "bagian"},
        "pimpinan": None,
    }
    assert (await Unor.get(id=kunci(id_))).jalur == f"{dunia.bagian.jalur}{kunci(id_)}/"
    assert struktur(heard) == {dunia.instansi.id}
    [catatan] = await jejak(id_)
    assert (catatan.aksi, catatan.pelaku_id) == ("BUAT", dunia.admin.pegawai.id)
    assert json.loads(catatan.ke or "") == {
        "indukId": bagian,
        "kode": "S 1",
        "nama": "Sub bagian",
    }
    # The same kode in another instansi is another unor.
    root = await Unor.get(instansi_id=dunia.lain.id)
    berhasil(await dunia.super.minta(BUAT, induk=id_unor(root), kode="S 1"))
    assert await jalur_benar()


async def test_refusals(dunia: Dunia) -> None:
    deep = dunia.bagian
    while deep.jalur.count("/") < TINGKAT_TERBANYAK:
        deep = await unor(dunia.instansi, f"t{deep.jalur.count('/')}", deep)
    tutup = await unor(dunia.instansi, "tutup", dunia.akar)
    await Unor.filter(id=tutup.id).update(aktif=False)
    bagian = id_unor(dunia.bagian)
    await ditolak_semua(
        dunia.admin,
        BUAT,
        [
            (
                {"induk": bagian, "kode": " ", "nama": "\x00"},
                [
                    (KodeKesalahan.WAJIB_DIISI, ["input", "kode"]),
                    (KodeKesalahan.WAJIB_DIISI, ["input", "nama"]),
                ],
            ),
            (
                {"induk": bagian, "kode": "x" * 41, "nama": "x" * 201},
                [
                    (KodeKesalahan.TERLALU_PANJANG, ["input", "kode"]),
                    (KodeKesalahan.TERLALU_PANJANG, ["input", "nama"]),
                ],
            ),
            (
                {"induk": bagian, "kode": " biro "},
                [(KodeKesalahan.KODE_TERPAKAI, ["input", "kode"])],
            ),
            (
                {"induk": id_unor(tutup), "kode": "biro"},
                [
                    (KodeKesalahan.UNOR_TIDAK_AKTIF, ["input", "indukId"]),
                    (KodeKesalahan.KODE_TERPAKAI, ["input", "kode"]),
                ],
            ),
            ({"induk": id_unor(deep)}, [(KodeKesalahan.UNOR_TERLALU_DALAM, ["input", "indukId"])]),
        ],
    )


async def test_only_its_admins(dunia: Dunia) -> None:
    melihat = (dunia.kepala, dunia.kabag, dunia.staf)
    await hanya_admin(dunia, BUAT, melihat, (), induk=id_unor(dunia.bagian))
    await tolak_id_asal(dunia.admin, BUAT, "induk", ("pegawai_1", "instansi_1"))
    # To administer another instansi is not to administer one's own.
    await beri_peran(dunia.staf, Peran.ADMIN_INSTANSI, dunia.lain.id)
    jawaban = await dunia.staf.minta(BUAT, induk=id_unor(dunia.bagian))
    ditolak(jawaban, (KodeKesalahan.BUKAN_ADMIN, None))


async def test_one_of_two_with_the_same_kode(dunia: Dunia) -> None:
    induk = id_unor(dunia.bagian)
    jawaban = await asyncio.gather(*(dunia.admin.minta(BUAT, induk=induk) for _ in range(2)))
    assert kode(jawaban) == [[], [KodeKesalahan.KODE_TERPAKAI]]
