"""unorUbah: what a unit is called."""

import pytest

from models.rules.alasan import KodeKesalahan
from tests.buatan import Jejak, berhasil, ditolak_di_atas, jejak, potret, tolak_id_asal
from tests.dunia import Dunia
from tests.organisasi import ditolak_semua, hanya_admin, id_unor, struktur, terdengar

pytestmark = pytest.mark.anyio

UBAH = """
mutation ($id: ID!, $input: UnorUbahInput!) {
  unorUbah(id: $id, input: $input) { unor { kode nama } userErrors { code field message } }
}
"""


async def test_changes_what_is_given(dunia: Dunia) -> None:
    biro = id_unor(dunia.biro)
    with terdengar() as heard:
        payload = berhasil(await dunia.admin.minta(UBAH, id=biro, input={"nama": " Biro  Umum "}))
    assert payload["unor"] == {"kode": "biro", "nama": "Biro Umum"}
    assert struktur(heard) == {dunia.instansi.id}
    assert await jejak(biro) == [
        Jejak("UBAH", dunia.admin.pegawai.id, None, '{"nama": "biro"}', '{"nama": "Biro Umum"}')
    ]
    payload = berhasil(await dunia.super.minta(UBAH, id=biro, input={"kode": "B-1"}))
    assert payload["unor"] == {"kode": "B-1", "nama": "Biro Umum"}
    sebelum = await potret()
    for sama in ({}, {"kode": "B-1", "nama": "Biro Umum"}):
        berhasil(await dunia.admin.minta(UBAH, id=biro, input=sama))
    assert await potret() == sebelum


async def test_refusals(dunia: Dunia) -> None:
    biro = id_unor(dunia.biro)
    await ditolak_semua(
        dunia.admin,
        UBAH,
        [
            (
                {"id": biro, "input": {"nama": " "}},
                [(KodeKesalahan.WAJIB_DIISI, ["input", "nama"])],
            ),
            ({"id": biro, "input": {"kode": ""}}, [(KodeKesalahan.WAJIB_DIISI, ["input", "kode"])]),
            (
                {"id": biro, "input": {"nama": "x" * 201}},
                [(KodeKesalahan.TERLALU_PANJANG, ["input", "nama"])],
            ),
            (
                {"id": biro, "input": {"kode": "bagian"}},
                [(KodeKesalahan.KODE_TERPAKAI, ["input", "kode"])],
            ),
        ],
    )
    for nama in ("kode", "nama"):
        jawaban = await dunia.admin.minta(UBAH, id=biro, input={nama: None})
        ditolak_di_atas(jawaban, "BAD_INPUT")


async def test_only_its_admins(dunia: Dunia) -> None:
    melihat = (dunia.kepala, dunia.kabiro, dunia.staf)
    masukan = {"nama": "Biro Umum"}
    await hanya_admin(dunia, UBAH, melihat, (), id=id_unor(dunia.biro), input=masukan)
    await tolak_id_asal(dunia.admin, UBAH, "id", ("skp_1", "instansi_1"), input=masukan)
