"""koreksiTolak: what was reported is not so, and here is why."""

import json

import pytest

from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import JenisKoreksi, StatusKoreksi
from tests.buatan import berhasil, ditolak, jejak, tolak_id_asal
from tests.dunia import Dunia
from tests.mutations.test_koreksi_ajukan import AJUKAN
from tests.organisasi import ditolak_semua, hanya_admin, id_pegawai

pytestmark = pytest.mark.anyio

TOLAK = """
mutation ($id: ID!, $tanggapan: String!) {
  koreksiTolak(id: $id, input: {tanggapan: $tanggapan}) {
    koreksi { status tanggapan pemutus { nama } } userErrors { code field message }
  }
}
"""
PEMBERITAHUAN = """
query { saya { notifikasi { nodes { jenis alasan skp { id } pelaku { nama } } } } }
"""


async def _lapor(dunia: Dunia) -> str:
    masukan = {"jenis": JenisKoreksi.JABATAN, "uraian": "Keliru."}
    return str(berhasil(await dunia.staf.minta(AJUKAN, input=masukan))["koreksi"]["id"])


async def test_the_person_reads_why(dunia: Dunia) -> None:
    id_ = await _lapor(dunia)
    nothing = [(KodeKesalahan.WAJIB_DIISI, ["input", "tanggapan"])]
    too_much = [(KodeKesalahan.TERLALU_PANJANG, ["input", "tanggapan"])]
    await ditolak_semua(
        dunia.admin,
        TOLAK,
        [
            ({"id": id_, "tanggapan": " "}, nothing),
            ({"id": id_, "tanggapan": "x" * 4001}, too_much),
        ],
    )
    payload = berhasil(await dunia.admin.minta(TOLAK, id=id_, tanggapan=" Sudah benar. "))
    assert payload["koreksi"] == {
        "status": StatusKoreksi.DITOLAK,
        "tanggapan": "Sudah benar.",
        "pemutus": {"nama": "admin"},
    }
    catatan = (await jejak(id_))[-1]
    assert (catatan.aksi, catatan.alasan) == ("TOLAK", "Sudah benar.")
    assert json.loads(catatan.ke or "") == {"status": "DITOLAK"}
    assert await jejak(id_pegawai(dunia.staf)) == []
    saya = (await dunia.staf.minta(PEMBERITAHUAN)).payload()
    assert saya["notifikasi"]["nodes"] == [
        {
            "jenis": "KOREKSI_DIPUTUSKAN",
            "alasan": "Sudah benar.",
            "skp": None,
            "pelaku": None,  # he does not see who administers
        }
    ]
    jawaban = await dunia.super.minta(TOLAK, id=id_, tanggapan="Lagi.")
    ditolak(jawaban, (KodeKesalahan.KOREKSI_SUDAH_DIPUTUSKAN, None))
    await _lapor(dunia)


async def test_only_his_admins(dunia: Dunia) -> None:
    id_, tidak = await _lapor(dunia), (dunia.kabag, dunia.rekan)
    await hanya_admin(dunia, TOLAK, (dunia.staf,), tidak, id=id_, tanggapan="Tidak.")
    await tolak_id_asal(dunia.admin, TOLAK, "id", ("pegawai_1",), tanggapan="Tidak.")
