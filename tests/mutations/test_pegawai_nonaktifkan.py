"""pegawaiNonaktifkan: somebody no longer works."""

import pytest

from models.counters import differences
from models.rules.alasan import KodeKesalahan
from tests.buatan import (
    Jejak,
    berhasil,
    buat,
    ditolak_di_atas,
    hitungan,
    jejak,
    potret,
    tolak_id_asal,
)
from tests.dunia import Dunia, pimpin
from tests.organisasi import (
    baca_unor,
    ditolak_semua,
    hanya_admin,
    id_pegawai,
    id_unor,
    struktur,
    terdengar,
)

pytestmark = pytest.mark.anyio

NONAKTIFKAN = """
mutation ($id: ID!) {
  pegawaiNonaktifkan(id: $id) { pegawai { aktif } userErrors { code field message } }
}
"""


async def test_counts_no_more_and_leads_no_more(dunia: Dunia) -> None:
    await buat(dunia.kabag)
    await pimpin(dunia.biro, dunia.kabag)
    kabag = id_pegawai(dunia.kabag)
    with terdengar() as heard:
        payload = berhasil(await dunia.admin.minta(NONAKTIFKAN, id=kabag))
    assert payload["pegawai"] == {"aktif": False}
    assert struktur(heard) == {dunia.instansi.id}
    assert await hitungan(dunia.bagian.id) == (0, 0, 0)
    assert await differences() == []
    assert await jejak(kabag) == [
        Jejak("NONAKTIFKAN", dunia.admin.pegawai.id, None, '{"aktif": true}', '{"aktif": false}')
    ]
    for led in (dunia.biro, dunia.bagian):
        assert (await baca_unor(led)).pimpinan_id is None
        [catatan] = await jejak(id_unor(led))
        assert catatan.dari == f'{{"pimpinanId": "{kabag}"}}'
    ditolak_di_atas(await dunia.kabag.minta(NONAKTIFKAN, id=kabag), "UNAUTHENTICATED")
    assert not await dunia.kabag.sesi.filter(akun_id=dunia.kabag.akun.id).exists()

    sebelum = await potret()
    berhasil(await dunia.super.minta(NONAKTIFKAN, id=kabag))
    assert await potret() == sebelum


async def test_only_his_admins_and_never_oneself(dunia: Dunia) -> None:
    melihat, tidak = (dunia.staf, dunia.kabag, dunia.kepala), (dunia.rekan,)
    await hanya_admin(dunia, NONAKTIFKAN, melihat, tidak, id=id_pegawai(dunia.staf))
    oneself = [({"id": id_pegawai(dunia.admin)}, [(KodeKesalahan.PEGAWAI_TIDAK_SESUAI, None)])]
    await ditolak_semua(dunia.admin, NONAKTIFKAN, oneself)
    await tolak_id_asal(dunia.admin, NONAKTIFKAN, "id", ("unor_1",))
