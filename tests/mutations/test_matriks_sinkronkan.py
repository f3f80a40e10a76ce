"""matriksSinkronkan, and how matrices come to be as they should be by themselves."""

import asyncio
from datetime import date

import pytest

from models.counters import differences, recount
from models.organisasi import Unor
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import StatusJabatan
from models.tim_kerja import TimKerja
from tests.buatan import (
    HAPUS,
    SEMESTER_1,
    SEMESTER_2,
    SKP_BUAT,
    TAHUN,
    berhasil,
    buat,
    ditolak,
    ditolak_di_atas,
    masukan_skp,
    tolak_id_asal,
)
from tests.buatan_matriks import (
    MATRIKS_HAPUS,
    SINKRONKAN,
    buat_tim,
    keterlibatan,
    matriks,
    semua_matriks,
)
from tests.dunia import Dunia, orang, pimpin

pytestmark = pytest.mark.anyio

MATRIKS_SINKRONKAN = """
mutation ($id: ID!) {
  matriksSinkronkan(id: $id) {
    matriks { jumlahBaris baris { nodes { pegawai { nama } } } } userErrors { code field }
  }
}
"""
UBAH = """
mutation ($id: ID!, $input: SkpUbahInput!) {
  skpUbah(id: $id, input: $input) { userErrors { code field } }
}
"""
MUAT_ULANG = """
mutation ($id: ID!) { skpMuatUlangPejabatPenilai(id: $id) { userErrors { code field } } }
"""


async def test_whoever_makes_an_skp_stands_in_its_atasans_matrices(dunia: Dunia) -> None:
    """And a pimpinan's are filled with whoever came before him; not with another time's."""
    await buat(dunia.staf)
    await buat(dunia.staf, (date(2025, 1, 1), date(2025, 12, 31)))
    await buat(dunia.rekan, SEMESTER_2)
    assert await semua_matriks() == {}
    await buat_tim(dunia.kabag, dunia.staf, dunia.admin)
    await buat_tim(dunia.kabag, dunia.staf, nama="tahun lalu", tahun=2025)
    await buat(dunia.kabag, SEMESTER_1)
    await buat(dunia.kabiro)
    await buat(dunia.admin, SEMESTER_1)  # whose pejabat penilai has none
    assert await semua_matriks() == {
        ("kabag", None): ["staf"],
        ("kabag", "tim"): ["admin", "staf"],
        ("kabiro", None): ["kabag"],
    }
    await buat(dunia.rekan, SEMESTER_1)
    await buat(dunia.kabag, SEMESTER_2)
    assert await semua_matriks() == {
        ("kabag", None): ["rekan", "rekan", "staf", "staf"],
        ("kabag", "tim"): ["admin", "staf", "staf"],
        ("kabiro", None): ["kabag", "kabag"],
    }
    await Unor.filter(id=dunia.bagian.id).update(pimpinan_id=dunia.asing.pegawai.id)
    await buat(dunia.rekan, status_jabatan=StatusJabatan.PLT)  # asing has no matrix, and no SKP
    assert (await semua_matriks())["kabag", None] == ["rekan", "rekan", "staf", "staf"]


async def test_another_period_moves_the_rows(dunia: Dunia) -> None:
    atas, bawah = await buat(dunia.kabag, SEMESTER_1), await buat(dunia.staf, SEMESTER_1)
    await buat_tim(dunia.kabag, dunia.rekan, dunia.staf)
    await buat(dunia.rekan, SEMESTER_1)
    await buat(dunia.kabag, SEMESTER_2)
    penuh = {("kabag", None): ["rekan", "staf"], ("kabag", "tim"): ["rekan", "staf"]}
    assert await semua_matriks() == penuh
    masukan = {"periodeAwal": "2026-07-01", "periodeAkhir": "2026-12-31"}
    berhasil(await dunia.staf.minta(UBAH, id=bawah, input=masukan))
    assert await semua_matriks() == penuh  # now in those of the second half-year
    assert await keterlibatan(dunia.staf) == 2
    berhasil(await dunia.staf.minta(UBAH, id=bawah, input={"periodeAwal": "2026-05-01"}))
    assert await keterlibatan(dunia.staf) == 4
    akhir = {"periodeAkhir": "2026-04-30"}
    berhasil(await dunia.kabag.minta(UBAH, id=atas, input=akhir))
    assert (await keterlibatan(dunia.staf), await keterlibatan(dunia.rekan)) == (2, 2)
    akhir = {"periodeAkhir": "2026-05-31"}
    berhasil(await dunia.kabag.minta(UBAH, id=atas, input=akhir))
    assert await keterlibatan(dunia.staf) == 4
    assert await differences() == []
    berhasil(await dunia.kabag.minta(HAPUS, id=atas))
    berhasil(await dunia.staf.minta(HAPUS, id=bawah))
    assert await semua_matriks() == {("kabag", None): [], ("kabag", "tim"): []}


async def test_another_pejabat_penilai_takes_the_row_over(dunia: Dunia) -> None:
    await buat(dunia.kabag)
    await buat(dunia.kabiro)
    bawah = await buat(dunia.staf)
    await buat_tim(dunia.kabag, dunia.staf)
    assert (await semua_matriks())["kabag", None] == ["staf"]
    await Unor.filter(id=dunia.bagian.id).update(pimpinan_id=None)
    berhasil(await dunia.staf.minta(MUAT_ULANG, id=bawah))
    assert await semua_matriks() == {
        ("kabag", None): [],
        ("kabag", "tim"): ["staf"],
        ("kabiro", None): ["kabag", "staf"],
    }
    await pimpin(dunia.bagian, dunia.rekan)  # who makes his own later
    berhasil(await dunia.staf.minta(MUAT_ULANG, id=bawah))
    await buat(dunia.rekan)
    isi = await semua_matriks()
    assert isi["kabiro", None] == ["kabag", "rekan"]
    assert isi["rekan", None] == ["staf"]


async def test_adds_whoever_is_missing_and_removes_nobody(dunia: Dunia) -> None:
    atas, staf, rekan = [await buat(one) for one in (dunia.kabag, dunia.staf, dunia.rekan)]
    id_ = await matriks(atas)
    for skp_id in (staf, rekan):
        berhasil(await dunia.kabag.minta(MATRIKS_HAPUS, id=id_, skpId=skp_id))
    assert await semua_matriks() == {("kabag", None): []}
    for _ in range(2):
        payload = berhasil(await dunia.kabag.minta(MATRIKS_SINKRONKAN, id=id_))
        assert payload["matriks"] == {
            "jumlahBaris": 2,
            "baris": {"nodes": [{"pegawai": {"nama": "staf"}}, {"pegawai": {"nama": "rekan"}}]},
        }
    tim_id = await buat_tim(dunia.kabag, dunia.staf)
    of_tim = await matriks(atas, tim_id)
    berhasil(await dunia.kabag.minta(MATRIKS_HAPUS, id=of_tim, skpId=staf))
    berhasil(await dunia.kabag.minta(SINKRONKAN, id=of_tim))
    assert await semua_matriks() == {("kabag", None): ["rekan", "staf"], ("kabag", "tim"): ["staf"]}

    for siapa in (dunia.admin, dunia.super):
        ditolak(await siapa.minta(SINKRONKAN, id=id_), (KodeKesalahan.BUKAN_PIMPINAN, None))
    for siapa in (dunia.kabiro, dunia.staf, dunia.asing):
        ditolak_di_atas(await siapa.minta(SINKRONKAN, id=id_), "NOT_FOUND")
    await tolak_id_asal(dunia.kabag, SINKRONKAN, "id", (atas,))


# Many at once.


async def test_many_make_an_skp_at_once(dunia: Dunia) -> None:
    """Bawahan, members, their pimpinan and his: all come to stand where they should."""
    await TimKerja.create(ketua_id=dunia.kabiro.pegawai.id, tahun=TAHUN, nama="tim")
    baru = [await orang(f"baru {number}", dunia.bagian) for number in range(6)]
    await recount()
    await buat_tim(dunia.kabag, *baru[:3])
    semua = [*baru, dunia.kabag, dunia.kabiro, dunia.staf, dunia.rekan]
    answers = await asyncio.gather(*(one.minta(SKP_BUAT, input=masukan_skp()) for one in semua))
    for answer in answers:
        berhasil(answer)
    nama = [one.pegawai.nama for one in baru]
    assert await semua_matriks() == {
        ("kabag", None): sorted([*nama, "rekan", "staf"]),
        ("kabag", "tim"): nama[:3],
        ("kabiro", None): ["kabag"],
        ("kabiro", "tim"): [],
    }


async def test_an_owner_deletes_his_skp_while_bawahan_make_theirs(dunia: Dunia) -> None:
    for _ in range(4):
        atas = await buat(dunia.kabag)
        masukan = masukan_skp(status_jabatan=StatusJabatan.PLT)
        answers = await asyncio.gather(
            *(siapa.minta(SKP_BUAT, input=masukan) for siapa in (dunia.staf, dunia.rekan)),
            dunia.kabag.minta(HAPUS, id=atas),
            dunia.rekan.minta(SKP_BUAT, input=masukan),
        )
        for answer in answers:
            berhasil(answer)
        assert await semua_matriks() == {}


async def test_a_row_is_removed_while_others_are_put_in(dunia: Dunia) -> None:
    atas, staf = await buat(dunia.kabag), await buat(dunia.staf)
    id_ = await matriks(atas)
    for _ in range(4):
        answers = await asyncio.gather(
            dunia.kabag.minta(SINKRONKAN, id=id_),
            dunia.kabag.minta(MATRIKS_HAPUS, id=id_, skpId=staf),
            dunia.rekan.minta(SKP_BUAT, input=masukan_skp(status_jabatan=StatusJabatan.PLH)),
            dunia.kabag.minta(SINKRONKAN, id=id_),
        )
        assert all(answer.codes == [] for answer in answers)
        assert await differences() == []
        berhasil(await dunia.kabag.minta(SINKRONKAN, id=id_))
