"""unorNonaktifkan: a unit in which nobody and nothing active is left."""

import asyncio

import pytest

from models.organisasi import Pegawai, Unor
from models.rules.alasan import KodeKesalahan
from tests.buatan import berhasil, jejak, potret, tolak_id_asal
from tests.dunia import Dunia, pimpin, unor
from tests.mutations.test_pegawai_pindahkan import PINDAHKAN
from tests.organisasi import (
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

NONAKTIFKAN = """
mutation ($id: ID!) {
  unorNonaktifkan(id: $id) {
    unor { aktif pimpinan { nama } } userErrors { code field message }
  }
}
"""


async def test_an_empty_unor_is_given_up_and_led_by_nobody(dunia: Dunia) -> None:
    seksi = await unor(dunia.instansi, "seksi", dunia.bagian)
    bawah = await unor(dunia.instansi, "bawah", seksi)
    await Unor.filter(id=bawah.id).update(aktif=False)
    await pimpin(seksi, dunia.staf)
    id_ = id_unor(seksi)
    with terdengar() as heard:
        payload = berhasil(await dunia.admin.minta(NONAKTIFKAN, id=id_))
    assert payload["unor"] == {"aktif": False, "pimpinan": None}
    assert struktur(heard) == {dunia.instansi.id}
    catatan = await jejak(id_)
    assert [(one.aksi, one.ke) for one in catatan] == [
        ("PIMPINAN_TETAPKAN", '{"pimpinanId": null}'),
        ("NONAKTIFKAN", '{"aktif": false}'),
    ]
    sebelum = await potret()
    berhasil(await dunia.admin.minta(NONAKTIFKAN, id=id_))
    assert await potret() == sebelum


async def test_refusals(dunia: Dunia) -> None:
    cases = [
        ({"id": id_unor(dunia.akar)}, [(KodeKesalahan.UNOR_AKAR, None)]),
        (
            {"id": id_unor(dunia.biro)},
            [(KodeKesalahan.UNOR_BERPEGAWAI, None), (KodeKesalahan.UNOR_BERANAK, None)],
        ),
        ({"id": id_unor(dunia.bagian)}, [(KodeKesalahan.UNOR_BERPEGAWAI, None)]),
    ]
    await ditolak_semua(dunia.admin, NONAKTIFKAN, cases)
    await Pegawai.filter(unor_id=dunia.bagian.id).update(aktif=False)
    berhasil(await dunia.admin.minta(NONAKTIFKAN, id=id_unor(dunia.bagian)))


async def test_only_its_admins(dunia: Dunia) -> None:
    seksi = await unor(dunia.instansi, "seksi", dunia.bagian)
    melihat = (dunia.kepala, dunia.kabag, dunia.staf)
    await hanya_admin(dunia, NONAKTIFKAN, melihat, (), id=id_unor(seksi))
    await tolak_id_asal(dunia.admin, NONAKTIFKAN, "id", ("pegawai_1",))


async def test_not_while_somebody_is_moved_in(dunia: Dunia) -> None:
    """Whoever comes first: never an active person in a unor that was given up."""
    for turn in range(4):
        seksi = await unor(dunia.instansi, f"seksi {turn}", dunia.bagian)
        requests = [
            dunia.admin.minta(NONAKTIFKAN, id=id_unor(seksi)),
            dunia.super.minta(
                PINDAHKAN, id=id_pegawai(dunia.staf), input={"unorId": id_unor(seksi)}
            ),
        ]
        jawaban = await asyncio.gather(*(requests if turn % 2 else reversed(requests)))
        moved = (await Pegawai.get(id=dunia.staf.pegawai.id)).unor_id == seksi.id
        assert (await baca_unor(seksi)).aktif == moved
        lost = KodeKesalahan.UNOR_BERPEGAWAI if moved else KodeKesalahan.UNOR_TIDAK_AKTIF
        assert kode(jawaban) == [[], [lost]]
