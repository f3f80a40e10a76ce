"""unorAktifkan: a unit that was given up is used again."""

import pytest

from models.organisasi import Unor
from models.rules.alasan import KodeKesalahan
from tests.buatan import Jejak, berhasil, jejak, potret, tolak_id_asal
from tests.dunia import Dunia, unor
from tests.organisasi import ditolak_semua, hanya_admin, id_unor, struktur, terdengar

pytestmark = pytest.mark.anyio

AKTIFKAN = """
mutation ($id: ID!) {
  unorAktifkan(id: $id) { unor { aktif } userErrors { code field message } }
}
"""


async def test_from_above_downwards(dunia: Dunia) -> None:
    seksi = await unor(dunia.instansi, "seksi", dunia.bagian)
    bawah = await unor(dunia.instansi, "bawah", seksi)
    await Unor.filter(id__in=[seksi.id, bawah.id]).update(aktif=False)
    lost = [(KodeKesalahan.UNOR_TIDAK_AKTIF, None)]
    await ditolak_semua(dunia.admin, AKTIFKAN, [({"id": id_unor(bawah)}, lost)])

    with terdengar() as heard:
        payload = berhasil(await dunia.admin.minta(AKTIFKAN, id=id_unor(seksi)))
    assert payload["unor"] == {"aktif": True}
    assert struktur(heard) == {dunia.instansi.id}
    assert await jejak(id_unor(seksi)) == [
        Jejak("AKTIFKAN", dunia.admin.pegawai.id, None, '{"aktif": false}', '{"aktif": true}')
    ]
    berhasil(await dunia.super.minta(AKTIFKAN, id=id_unor(bawah)))
    sebelum = await potret()
    for sama in (seksi, dunia.akar):
        berhasil(await dunia.admin.minta(AKTIFKAN, id=id_unor(sama)))
    assert await potret() == sebelum


async def test_only_its_admins(dunia: Dunia) -> None:
    await hanya_admin(dunia, AKTIFKAN, (dunia.kepala, dunia.staf), (), id=id_unor(dunia.bagian))
    await tolak_id_asal(dunia.admin, AKTIFKAN, "id", ("pegawai_1",))
