"""pegawaiAktifkan: somebody is back."""

import pytest

from models.counters import differences, recount
from models.organisasi import Pegawai, Unor
from models.rules.alasan import KodeKesalahan
from tests.buatan import Jejak, berhasil, buat, hitungan, jejak, potret, tolak_id_asal
from tests.dunia import Dunia
from tests.organisasi import ditolak_semua, hanya_admin, id_pegawai

pytestmark = pytest.mark.anyio

AKTIFKAN = """
mutation ($id: ID!) {
  pegawaiAktifkan(id: $id) { pegawai { aktif } userErrors { code field message } }
}
"""


async def test_counts_again_where_his_unor_is_in_use(dunia: Dunia) -> None:
    await buat(dunia.staf)
    await Pegawai.filter(unor_id=dunia.bagian.id).update(aktif=False)
    await Unor.filter(id=dunia.bagian.id).update(aktif=False)
    await recount()
    staf = id_pegawai(dunia.staf)
    given_up = [({"id": staf}, [(KodeKesalahan.UNOR_TIDAK_AKTIF, None)])]
    await ditolak_semua(dunia.admin, AKTIFKAN, given_up)

    await Unor.filter(id=dunia.bagian.id).update(aktif=True)
    payload = berhasil(await dunia.admin.minta(AKTIFKAN, id=staf))
    assert payload["pegawai"] == {"aktif": True}
    assert await hitungan(dunia.bagian.id) == (1, 0, 0)
    assert await differences() == []
    assert await jejak(staf) == [
        Jejak("AKTIFKAN", dunia.admin.pegawai.id, None, '{"aktif": false}', '{"aktif": true}')
    ]
    sebelum = await potret()
    berhasil(await dunia.super.minta(AKTIFKAN, id=staf))
    assert await potret() == sebelum


async def test_only_his_admins(dunia: Dunia) -> None:
    melihat, tidak = (dunia.staf, dunia.kabag, dunia.kepala), (dunia.rekan,)
    await hanya_admin(dunia, AKTIFKAN, melihat, tidak, id=id_pegawai(dunia.staf))
    await tolak_id_asal(dunia.admin, AKTIFKAN, "id", ("unor_1",))
