"""koreksiAjukan: somebody reports that what is kept of him is wrong."""

import asyncio
import json

import pytest

from models.koreksi import Koreksi
from models.organisasi import Pegawai, Unor
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import JenisKoreksi, StatusKoreksi
from resolvers.unit_of_work import now
from tests.buatan import berhasil, ditolak_di_atas, jejak, kunci, potret
from tests.dunia import Dunia, minta, unor
from tests.organisasi import ditolak_semua, id_pegawai, id_unor, kode

pytestmark = pytest.mark.anyio

AJUKAN = """
mutation ($input: KoreksiAjukanInput!) {
  koreksiAjukan(input: $input) {
    koreksi {
      id jenis uraian status diputuskan tanggapan
      pegawai { nama } usulanAtasan { nama } usulanUnor { nama } pemutus { nama }
    }
    userErrors { code field message }
  }
}
"""
BACA = """
query ($id: ID!) {
  node(id: $id) { id ... on Koreksi { riwayat { nodes { id aksi } } } }
}
"""
KABAR = "{ saya { notifikasi { nodes { jenis koreksi { id } pelaku { nama } } } } }"
RIWAYAT = "query ($id: ID!) { node(id: $id) { ... on Riwayat { aksi } } }"


async def test_waits_for_his_admins(dunia: Dunia) -> None:
    masukan = {
        "jenis": JenisKoreksi.PEJABAT_PENILAI,
        "uraian": "  Saya di bawah rekan. ",
        "usulanAtasanId": id_pegawai(dunia.rekan),
    }
    made = berhasil(await dunia.staf.minta(AJUKAN, input=masukan))["koreksi"]
    id_ = made.pop("id")
    assert made == {
        "jenis": JenisKoreksi.PEJABAT_PENILAI,
        "uraian": "Saya di bawah rekan.",
        "status": StatusKoreksi.DIAJUKAN,
        "diputuskan": None,
        "tanggapan": None,
        "pegawai": {"nama": "staf"},
        "usulanAtasan": {"nama": "rekan"},  # whom he would not see otherwise
        "usulanUnor": None,
        "pemutus": None,
    }
    assert await jejak(id_pegawai(dunia.staf)) == []  # which whoever leads him reads
    [catatan] = await jejak(id_)
    assert (catatan.aksi, catatan.pelaku_id) == ("AJUKAN", dunia.staf.pegawai.id)
    assert json.loads(catatan.ke or "") == {
        "jenis": "PEJABAT_PENILAI",
        "uraian": "Saya di bawah rekan.",
        "usulanAtasanId": id_pegawai(dunia.rekan),
        "usulanUnorId": None,
    }
    told = {"jenis": "KOREKSI_DIAJUKAN", "koreksi": {"id": id_}, "pelaku": {"nama": "staf"}}
    for siapa in dunia.orang.values():
        nodes = (await siapa.minta(KABAR)).payload()["notifikasi"]["nodes"]
        assert nodes == ([told] if siapa is dunia.admin else [])
    for siapa in (dunia.staf, dunia.admin, dunia.super):
        read = (await siapa.minta(BACA, id=id_)).payload()
        [what] = read["riwayat"]["nodes"]
        assert (read["id"], what["aksi"]) == (id_, "AJUKAN")
    for siapa in (dunia.kabag, dunia.rekan, dunia.asing):
        ditolak_di_atas(await siapa.minta(BACA, id=id_), "NOT_FOUND")
        ditolak_di_atas(await siapa.minta(RIWAYAT, id=what["id"]), "NOT_FOUND")

    masukan = {
        "jenis": JenisKoreksi.UNOR,
        "uraian": "Saya di biro.",
        "usulanUnorId": id_unor(dunia.biro),
    }
    made = berhasil(await dunia.staf.minta(AJUKAN, input=masukan))["koreksi"]
    assert made["usulanUnor"] == {"nama": "biro"}
    await Koreksi.filter(id=kunci(id_)).update(status=StatusKoreksi.DITOLAK, diputuskan=now())
    for jenis in (JenisKoreksi.PEJABAT_PENILAI, JenisKoreksi.JABATAN, JenisKoreksi.LAINNYA):
        masukan = {"jenis": jenis, "uraian": "Keliru."}
        berhasil(await dunia.staf.minta(AJUKAN, input=masukan))


async def test_refusals(dunia: Dunia) -> None:
    masukan = {"jenis": JenisKoreksi.LAINNYA, "uraian": "Golongan saya III/d."}
    berhasil(await dunia.staf.minta(AJUKAN, input=masukan))
    tutup = await unor(dunia.instansi, "tutup", dunia.akar)
    await Unor.filter(id=tutup.id).update(aktif=False)
    atasan, lain = JenisKoreksi.PEJABAT_PENILAI, JenisKoreksi.LAINNYA
    rekan, biro = id_pegawai(dunia.rekan), id_unor(dunia.biro)
    cases: list[tuple[dict[str, str], KodeKesalahan, str]] = [
        ({"jenis": atasan, "uraian": " "}, KodeKesalahan.WAJIB_DIISI, "uraian"),
        ({"jenis": lain}, KodeKesalahan.SUDAH_ADA, "jenis"),
        (
            {"jenis": JenisKoreksi.UNOR, "usulanAtasanId": rekan},
            KodeKesalahan.MASUKAN_TIDAK_BERLAKU,
            "usulanAtasanId",
        ),
        (
            {"jenis": JenisKoreksi.JABATAN, "usulanUnorId": biro},
            KodeKesalahan.MASUKAN_TIDAK_BERLAKU,
            "usulanUnorId",
        ),
        (
            {"jenis": atasan, "usulanAtasanId": id_pegawai(dunia.staf)},
            KodeKesalahan.PEGAWAI_TIDAK_SESUAI,
            "usulanAtasanId",
        ),
        (
            {"jenis": JenisKoreksi.UNOR, "usulanUnorId": id_unor(tutup)},
            KodeKesalahan.UNOR_TIDAK_AKTIF,
            "usulanUnorId",
        ),
    ]
    await ditolak_semua(
        dunia.staf,
        AJUKAN,
        [
            ({"input": {"uraian": "Keliru.", **masukan}}, [(code, ["input", field])])
            for masukan, code, field in cases
        ],
    )


async def test_proposes_only_what_is_there_for_him(dunia: Dunia) -> None:
    await Pegawai.filter(id=dunia.rekan.pegawai.id).update(aktif=False)
    there = await Unor.get(instansi_id=dunia.lain.id)
    sebelum = await potret()
    for usulan in (
        {"usulanAtasanId": id_pegawai(dunia.asing)},
        {"usulanAtasanId": id_pegawai(dunia.rekan)},
        {"usulanAtasanId": id_unor(dunia.biro)},
        {"usulanUnorId": id_unor(there)},
        {"usulanUnorId": "unor_999999"},
    ):
        jenis = JenisKoreksi.UNOR if "usulanUnorId" in usulan else JenisKoreksi.PEJABAT_PENILAI
        masukan = {"jenis": jenis, "uraian": "Keliru.", **usulan}
        ditolak_di_atas(await dunia.staf.minta(AJUKAN, input=masukan), "NOT_FOUND")
    masukan = {"jenis": JenisKoreksi.LAINNYA, "uraian": "Keliru."}
    ditolak_di_atas(await minta(None, AJUKAN, input=masukan), "UNAUTHENTICATED")
    assert await potret() == sebelum


async def test_one_of_a_jenis_waits_at_a_time(dunia: Dunia) -> None:
    masukan = {"jenis": JenisKoreksi.JABATAN, "uraian": "Keliru."}
    jawaban = await asyncio.gather(*(dunia.staf.minta(AJUKAN, input=masukan) for _ in range(4)))
    assert kode(jawaban) == [[], *[[KodeKesalahan.SUDAH_ADA]] * 3]
