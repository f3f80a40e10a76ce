"""pegawaiPindahkan: somebody works elsewhere from now on."""

import asyncio
import json

import pytest

from models.counters import differences
from models.organisasi import Unor
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import JenisJabatan, Peran
from tests.buatan import (
    baris_skp,
    berhasil,
    buat,
    ditolak,
    ditolak_di_atas,
    hitungan,
    jejak,
    potret,
    tolak_id_asal,
)
from tests.dunia import Dunia, beri_peran, pimpin, unor
from tests.organisasi import (
    baca_pegawai,
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

PINDAHKAN = """
mutation ($id: ID!, $input: PegawaiPindahkanInput!) {
  pegawaiPindahkan(id: $id, input: $input) {
    pegawai { unor { nama } instansi { nama } jenisJabatan namaJabatan atasan { nama } }
    userErrors { code field message }
  }
}
"""
PENILAI = """
query ($id: ID!) {
  skp(id: $id) { status pejabatPenilai { nama } pejabatPenilaiSekarang { nama }
    pejabatPenilaiBerubah jabatanBerubah }
}
"""


async def test_counts_there_and_his_draft_shows_who_rates_now(dunia: Dunia) -> None:
    skp_id, staf = await buat(dunia.staf), id_pegawai(dunia.staf)
    await pimpin(dunia.bagian, dunia.staf)
    masukan = {
        "unorId": id_unor(dunia.biro),
        "jenisJabatan": JenisJabatan.JF_AHLI_MADYA,
        "namaJabatan": " Analis  Madya",
    }
    payload = berhasil(await dunia.admin.minta(PINDAHKAN, id=staf, input=masukan))
    assert payload["pegawai"] == {
        "unor": {"nama": "biro"},
        "instansi": {"nama": "Instansi A"},
        "jenisJabatan": JenisJabatan.JF_AHLI_MADYA,
        "namaJabatan": "Analis Madya",
        "atasan": {"nama": "kabiro"},
    }
    assert (await hitungan(dunia.bagian.id), await hitungan(dunia.biro.id)) == (
        (0, 0, 0),
        (1, 0, 0),
    )
    assert await differences() == []
    [catatan] = await jejak(staf)
    assert catatan.aksi == "PINDAHKAN"
    assert json.loads(catatan.dari or "") == {
        "jenisJabatan": "JF_AHLI_MUDA",
        "namaJabatan": "jabatan staf",
        "unorId": id_unor(dunia.bagian),
    }
    assert (await dunia.staf.minta(PENILAI, id=skp_id)).payload() == {
        "status": "DRAFT",
        "pejabatPenilai": {"nama": "kabag"},
        "pejabatPenilaiSekarang": {"nama": "kabiro"},
        "pejabatPenilaiBerubah": True,
        "jabatanBerubah": True,
    }
    row = await baris_skp(skp_id)
    assert (row["unor_id"], row["nama_jabatan"]) == (dunia.bagian.id, "jabatan staf")
    # Within his instansi he goes on leading what he leads.
    assert (await baca_unor(dunia.bagian)).pimpinan_id == dunia.staf.pegawai.id
    sebelum = await potret()
    berhasil(await dunia.admin.minta(PINDAHKAN, id=staf, input={"unorId": id_unor(dunia.biro)}))
    assert await potret() == sebelum


async def test_to_another_instansi_he_takes_no_post_along(dunia: Dunia) -> None:
    await buat(dunia.kabag)
    there = await Unor.get(instansi_id=dunia.lain.id)
    await pimpin(there, dunia.asing)
    berhasil(
        await dunia.admin.minta(
            "mutation ($id: ID!, $input: PegawaiPejabatPenilaiTetapkanInput!) {"
            " pegawaiPejabatPenilaiTetapkan(id: $id, input: $input) { userErrors { code } } }",
            id=id_pegawai(dunia.kabag),
            input={"atasanId": id_pegawai(dunia.kepala)},
        )
    )
    with terdengar() as heard:
        payload = berhasil(
            await dunia.super.minta(
                PINDAHKAN, id=id_pegawai(dunia.kabag), input={"unorId": id_unor(there)}
            )
        )
    assert payload["pegawai"]["instansi"] == {"nama": "Instansi B"}
    assert payload["pegawai"]["atasan"] == {"nama": "asing"}  # whom A's admin named rates no more
    assert (await baca_unor(dunia.bagian)).pimpinan_id is None
    assert struktur(heard) == {dunia.instansi.id}
    assert await differences() == []
    [vacant] = await jejak(id_unor(dunia.bagian))
    assert (vacant.aksi, vacant.ke) == ("PIMPINAN_TETAPKAN", '{"pimpinanId": null}')
    catatan = (await jejak(id_pegawai(dunia.kabag)))[-1]
    assert json.loads(catatan.ke or "") == {
        "unorId": id_unor(there),
        "instansiId": f"instansi_{dunia.lain.id}",
    }


async def test_refusals(dunia: Dunia) -> None:
    tutup = await unor(dunia.instansi, "tutup", dunia.akar)
    await Unor.filter(id=tutup.id).update(aktif=False)
    there = id_unor(await Unor.get(instansi_id=dunia.lain.id))
    staf, biro = id_pegawai(dunia.staf), id_unor(dunia.biro)
    field = ["input", "unorId"]
    cases = [
        ({"unorId": id_unor(tutup)}, [(KodeKesalahan.UNOR_TIDAK_AKTIF, field)]),
        (
            {"unorId": biro, "namaJabatan": " "},
            [(KodeKesalahan.WAJIB_DIISI, ["input", "namaJabatan"])],
        ),
    ]
    requests = [({"id": staf, "input": isi}, alasan) for isi, alasan in cases]
    await ditolak_semua(dunia.admin, PINDAHKAN, requests)
    jawaban = await dunia.admin.minta(PINDAHKAN, id=staf, input={"unorId": there})
    ditolak_di_atas(jawaban, "NOT_FOUND")
    jawaban = await dunia.admin.minta(
        PINDAHKAN, id=staf, input={"unorId": biro, "jenisJabatan": None}
    )
    ditolak_di_atas(jawaban, "BAD_INPUT")
    # One who works in A and administers B sees the unor of both.
    await beri_peran(dunia.staf, Peran.ADMIN_INSTANSI, dunia.lain.id)
    masukan = {"unorId": id_unor(dunia.bagian)}
    jawaban = await dunia.staf.minta(PINDAHKAN, id=id_pegawai(dunia.asing), input=masukan)
    ditolak(jawaban, (KodeKesalahan.LINTAS_INSTANSI, field))


async def test_only_his_admins(dunia: Dunia) -> None:
    melihat, tidak = (dunia.staf, dunia.kabag, dunia.kepala), (dunia.rekan,)
    masukan = {"unorId": id_unor(dunia.bagian)}
    await hanya_admin(dunia, PINDAHKAN, melihat, tidak, id=id_pegawai(dunia.staf), input=masukan)
    await tolak_id_asal(dunia.admin, PINDAHKAN, "id", ("unor_1",), input=masukan)


async def test_moves_at_once_take_turns(dunia: Dunia) -> None:
    """Within an instansi and between two, while the person himself plans."""
    there = await Unor.get(instansi_id=dunia.lain.id)
    staf = id_pegawai(dunia.staf)
    goals = (dunia.biro, there, dunia.akar, dunia.bagian, there, dunia.biro)
    jawaban = await asyncio.gather(
        *(dunia.super.minta(PINDAHKAN, id=staf, input={"unorId": id_unor(goal)}) for goal in goals),
        return_exceptions=False,
    )
    assert {code for codes in kode(jawaban) for code in codes} <= {"CONFLICT"}
    assert (await baca_pegawai(dunia.staf)).instansi_id in (dunia.instansi.id, dunia.lain.id)
    assert await differences() == []
