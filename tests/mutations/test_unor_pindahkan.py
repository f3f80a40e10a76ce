"""unorPindahkan: a unit moves with everything below it."""

import asyncio

import pytest

from models.counters import differences
from models.organisasi import Unor
from models.rules.alasan import KodeKesalahan
from models.rules.struktur import TINGKAT_TERBANYAK
from tests.buatan import Jejak, berhasil, buat, ditolak_di_atas, jejak, potret, tolak_id_asal
from tests.dunia import Dunia, orang, pimpin, unor
from tests.organisasi import (
    baca_unor,
    ditolak_semua,
    hanya_admin,
    id_unor,
    jalur_benar,
    kode,
    struktur,
    terdengar,
)

pytestmark = pytest.mark.anyio

PINDAHKAN = """
mutation ($id: ID!, $induk: ID!) {
  unorPindahkan(id: $id, input: {indukId: $induk}) {
    unor { induk { nama } } userErrors { code field message }
  }
}
"""
PENILAI = """
query ($id: ID!) {
  skp(id: $id) { pejabatPenilai { nama } pejabatPenilaiSekarang { nama } pejabatPenilaiBerubah }
}
"""


async def test_the_subtree_comes_along(dunia: Dunia) -> None:
    lain = await unor(dunia.instansi, "biro lain", dunia.akar)
    await pimpin(lain, await orang("kabiro lain", lain))
    seksi = await unor(dunia.instansi, "seksi", dunia.bagian)
    skp_id = await buat(dunia.kabag)
    bagian = id_unor(dunia.bagian)
    with terdengar() as heard:
        payload = berhasil(await dunia.admin.minta(PINDAHKAN, id=bagian, induk=id_unor(lain)))

    assert payload["unor"] == {"induk": {"nama": "biro lain"}}
    assert (await baca_unor(seksi)).jalur == f"{lain.jalur}{dunia.bagian.id}/{seksi.id}/"
    assert await jalur_benar()
    assert struktur(heard) == {dunia.instansi.id}
    assert await jejak(bagian) == [
        Jejak(
            "PINDAHKAN",
            dunia.admin.pegawai.id,
            None,
            f'{{"indukId": "unor_{dunia.biro.id}"}}',
            f'{{"indukId": "unor_{lain.id}"}}',
        )
    ]
    # Whoever plans there is shown that another one rates him now.
    assert (await dunia.kabag.minta(PENILAI, id=skp_id)).payload() == {
        "pejabatPenilai": {"nama": "kabiro"},
        "pejabatPenilaiSekarang": {"nama": "kabiro lain"},
        "pejabatPenilaiBerubah": True,
    }
    sebelum = await potret()
    berhasil(await dunia.super.minta(PINDAHKAN, id=bagian, induk=id_unor(lain)))
    assert await potret() == sebelum


async def test_refusals(dunia: Dunia) -> None:
    deep = await unor(dunia.instansi, "dalam", dunia.akar)
    while deep.jalur.count("/") < TINGKAT_TERBANYAK - 1:
        deep = await unor(dunia.instansi, f"t{deep.jalur.count('/')}", deep)
    tutup = await unor(dunia.instansi, "tutup", dunia.akar)
    await Unor.filter(id=tutup.id).update(aktif=False)
    root = await Unor.get(instansi_id=dunia.lain.id)
    akar, biro, bagian = (id_unor(one) for one in (dunia.akar, dunia.biro, dunia.bagian))
    field = ["input", "indukId"]
    await ditolak_semua(
        dunia.super,
        PINDAHKAN,
        [
            ({"id": akar, "induk": bagian}, [(KodeKesalahan.UNOR_AKAR, None)]),
            ({"id": biro, "induk": biro}, [(KodeKesalahan.UNOR_MELINGKAR, field)]),
            ({"id": biro, "induk": bagian}, [(KodeKesalahan.UNOR_MELINGKAR, field)]),
            ({"id": biro, "induk": id_unor(root)}, [(KodeKesalahan.LINTAS_INSTANSI, field)]),
            ({"id": biro, "induk": id_unor(tutup)}, [(KodeKesalahan.UNOR_TIDAK_AKTIF, field)]),
            ({"id": biro, "induk": id_unor(deep)}, [(KodeKesalahan.UNOR_TERLALU_DALAM, field)]),
        ],
    )
    berhasil(await dunia.super.minta(PINDAHKAN, id=bagian, induk=id_unor(deep)))
    ditolak_di_atas(await dunia.admin.minta(PINDAHKAN, id=biro, induk=id_unor(root)), "NOT_FOUND")


async def test_only_its_admins(dunia: Dunia) -> None:
    melihat = (dunia.kepala, dunia.kabag, dunia.staf)
    akar, bagian = id_unor(dunia.akar), id_unor(dunia.bagian)
    await hanya_admin(dunia, PINDAHKAN, melihat, (), id=bagian, induk=akar)
    for kata_kunci, lain in (("id", "induk"), ("induk", "id")):
        await tolak_id_asal(dunia.admin, PINDAHKAN, kata_kunci, ("rhk_1",), **{lain: bagian})


async def test_two_at_once_make_no_circle(dunia: Dunia) -> None:
    satu, dua = [await unor(dunia.instansi, nama, dunia.akar) for nama in ("satu", "dua")]
    for place in (satu, dua):
        await unor(dunia.instansi, f"bawah {place.nama}", place)
    for _ in range(5):
        jawaban = await asyncio.gather(
            dunia.admin.minta(PINDAHKAN, id=id_unor(satu), induk=id_unor(dua)),
            dunia.super.minta(PINDAHKAN, id=id_unor(dua), induk=id_unor(satu)),
            dunia.admin.minta(PINDAHKAN, id=id_unor(dunia.bagian), induk=id_unor(satu)),
        )
        assert kode(jawaban) == [[], [], [KodeKesalahan.UNOR_MELINGKAR]]
        assert await jalur_benar()
        for place in (satu, dua):
            berhasil(
                await dunia.admin.minta(PINDAHKAN, id=id_unor(place), induk=id_unor(dunia.akar))
            )
    assert await differences() == []
