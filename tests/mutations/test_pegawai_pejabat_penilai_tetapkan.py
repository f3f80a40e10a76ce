"""pegawaiPejabatPenilaiTetapkan: who rates somebody, whatever the tree says."""

import pytest

from models.organisasi import Pegawai
from models.rules.alasan import KodeKesalahan
from tests.buatan import Jejak, berhasil, buat, ditolak_di_atas, jejak, potret, tolak_id_asal
from tests.dunia import Dunia
from tests.mutations.test_skp_muat_ulang_pejabat_penilai import MUAT_ULANG
from tests.organisasi import ditolak_semua, hanya_admin, id_pegawai

pytestmark = pytest.mark.anyio

TETAPKAN = """
mutation ($id: ID!, $input: PegawaiPejabatPenilaiTetapkanInput!) {
  pegawaiPejabatPenilaiTetapkan(id: $id, input: $input) {
    pegawai { atasan { nama } } userErrors { code field message }
  }
}
"""
BERUBAH = "query ($id: ID!) { skp(id: $id) { pejabatPenilaiBerubah } }"

SIAPA = """
query ($id: ID!) {
  skp(id: $id) {
    pejabatPenilaiSekarang { nama }
    pegawai { atasan { nama } pejabatPenilaiDitetapkan { nama } }
  }
}
"""


async def _atasan(dunia: Dunia) -> str:
    baca = "query ($id: ID!) { pegawai(id: $id) { atasan { nama } } }"
    jawaban = await dunia.admin.minta(baca, id=id_pegawai(dunia.staf))
    return str(jawaban.payload()["atasan"]["nama"])


async def test_the_one_named_rates_until_the_tree_says_again(dunia: Dunia) -> None:
    skp_id, staf, rekan = await buat(dunia.staf), id_pegawai(dunia.staf), id_pegawai(dunia.rekan)
    payload = berhasil(await dunia.admin.minta(TETAPKAN, id=staf, input={"atasanId": rekan}))
    assert payload["pegawai"] == {"atasan": {"nama": "rekan"}}
    assert (await dunia.staf.minta(BERUBAH, id=skp_id)).payload() == {"pejabatPenilaiBerubah": True}
    his = {"nama": "rekan"}  # whom he would not see otherwise
    assert (await dunia.staf.minta(SIAPA, id=skp_id)).payload() == {
        "pejabatPenilaiSekarang": his,
        "pegawai": {"atasan": his, "pejabatPenilaiDitetapkan": his},
    }
    payload = berhasil(await dunia.staf.minta(MUAT_ULANG, id=skp_id))
    assert payload["skp"]["pejabatPenilai"] == {"nama": "rekan"}

    # He counts while he works, and works in the same instansi.
    for elsewhere in ({"aktif": False}, {"instansi_id": dunia.lain.id, "unor_id": 4}):
        await Pegawai.filter(id=dunia.rekan.pegawai.id).update(**elsewhere)
        assert await _atasan(dunia) == "kabag"
        await Pegawai.filter(id=dunia.rekan.pegawai.id).update(
            aktif=True, instansi_id=dunia.instansi.id, unor_id=dunia.bagian.id
        )
        assert await _atasan(dunia) == "rekan"

    berhasil(await dunia.super.minta(TETAPKAN, id=staf, input={"atasanId": None}))
    assert await _atasan(dunia) == "kabag"
    assert (await jejak(staf))[-1] == Jejak(
        "PEJABAT_PENILAI_TETAPKAN",
        dunia.super.pegawai.id,
        None,
        f'{{"pejabatPenilaiId": "{rekan}"}}',
        '{"pejabatPenilaiId": null}',
    )
    sebelum = await potret()
    berhasil(await dunia.admin.minta(TETAPKAN, id=staf, input={"atasanId": None}))
    assert await potret() == sebelum
    ditolak_di_atas(await dunia.admin.minta(TETAPKAN, id=staf, input={}), "BAD_INPUT")


async def test_refusals(dunia: Dunia) -> None:
    await Pegawai.filter(id=dunia.rekan.pegawai.id).update(aktif=False)
    field, staf = ["input", "atasanId"], id_pegawai(dunia.staf)
    cases = [
        (dunia.staf, KodeKesalahan.PEGAWAI_TIDAK_SESUAI),
        (dunia.rekan, KodeKesalahan.PEGAWAI_TIDAK_AKTIF),
        (dunia.asing, KodeKesalahan.LINTAS_INSTANSI),
    ]
    requests = [
        ({"id": staf, "input": {"atasanId": id_pegawai(siapa)}}, [(kode, field)])
        for siapa, kode in cases
    ]
    await ditolak_semua(dunia.super, TETAPKAN, requests)
    masukan = {"atasanId": id_pegawai(dunia.asing)}
    ditolak_di_atas(await dunia.admin.minta(TETAPKAN, id=staf, input=masukan), "NOT_FOUND")


async def test_only_his_admins(dunia: Dunia) -> None:
    melihat, tidak = (dunia.staf, dunia.kabag, dunia.kepala), (dunia.rekan,)
    masukan = {"atasanId": id_pegawai(dunia.kepala)}
    await hanya_admin(dunia, TETAPKAN, melihat, tidak, id=id_pegawai(dunia.staf), input=masukan)
    await tolak_id_asal(dunia.admin, TETAPKAN, "id", ("unor_1",), input=masukan)
