"""ekspektasiTetapkan: what the pejabat penilai expects, one text per aspek."""

import json

import pytest

from models.rules.alasan import KodeKesalahan
from models.rules.teks import LONG
from models.rules.vocabulary import StatusSkp
from tests.buatan import berhasil, ditolak, ditolak_di_atas, jejak, tolak_id_asal
from tests.dunia import Dunia, minta
from tests.periode import isi_periode, siapkan, tolak_masukan

pytestmark = pytest.mark.anyio

EKSPEKTASI_TETAPKAN = """
mutation ($skpId: ID!, $input: EkspektasiTetapkanInput!) {
  ekspektasiTetapkan(skpId: $skpId, input: $input) {
    skp { id perilaku: ekspektasi { aspek uraian } } userErrors { code field message }
  }
}
"""
URAIAN = ["input", "uraian"]
MASUKAN = {"aspek": "HARMONIS", "uraian": "Dengarkan dahulu"}


async def test_it_is_written_changed_and_removed(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    await siap.berstatus(StatusSkp.PENGAJUAN)
    versi = await siap.versi()
    await dunia.kabag.minta(EKSPEKTASI_TETAPKAN, skpId=siap.skp, input=MASUKAN | {"aspek": "LOYAL"})
    for uraian, aksi in (
        (None, None),
        (" Dengarkan ", "TAMBAH"),
        ("Dengarkan", None),
        ("Bicarakan", "UBAH"),
        (None, "HAPUS"),
    ):
        catatan, masukan = await jejak(siap.skp), MASUKAN | {"uraian": uraian}
        jawaban = await dunia.kabag.minta(EKSPEKTASI_TETAPKAN, skpId=siap.skp, input=masukan)
        perilaku = berhasil(jawaban)["skp"]["perilaku"]
        wanted = [] if uraian is None else [{"aspek": "HARMONIS", "uraian": uraian.strip()}]
        assert [one for one in perilaku if one["aspek"] != "LOYAL"] == wanted
        added = (await jejak(siap.skp))[len(catatan) :]
        assert [one.aksi for one in added] == ([f"EKSPEKTASI_{aksi}"] if aksi else [])
    assert await siap.versi() == versi + 4
    dari = json.loads((await jejak(siap.skp))[-1].dari or "")
    assert dari.pop("ekspektasiId").startswith("ekspektasi_")
    assert dari == {"skpId": siap.skp, "aspek": "HARMONIS", "uraian": "Bicarakan"}


async def test_refusals(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    ditulis, before = {"skpId": siap.skp}, await isi_periode()
    for siapa in (dunia.staf, dunia.admin, dunia.super):
        jawaban = await siapa.minta(EKSPEKTASI_TETAPKAN, **ditulis, input=MASUKAN)
        ditolak(jawaban, (KodeKesalahan.BUKAN_PEJABAT_PENILAI, None))
    for siapa in (dunia.rekan, dunia.kabiro, dunia.asing):
        jawaban = await siapa.minta(EKSPEKTASI_TETAPKAN, **ditulis, input=MASUKAN)
        ditolak_di_atas(jawaban, "NOT_FOUND")
    jawaban = await minta(None, EKSPEKTASI_TETAPKAN, **ditulis, input=MASUKAN)
    ditolak_di_atas(jawaban, "UNAUTHENTICATED")
    await siap.berstatus(StatusSkp.DRAFT)
    jawaban = await dunia.kabag.minta(EKSPEKTASI_TETAPKAN, **ditulis, input=MASUKAN)
    ditolak_di_atas(jawaban, "NOT_FOUND")
    await siap.berstatus(StatusSkp.PERSETUJUAN)
    assert await isi_periode() == before
    await tolak_masukan(
        dunia.kabag,
        EKSPEKTASI_TETAPKAN,
        MASUKAN,
        ({"uraian": " "}, [(KodeKesalahan.WAJIB_DIISI, URAIAN)]),
        ({"uraian": "x" * (LONG + 1)}, [(KodeKesalahan.TERLALU_PANJANG, URAIAN)]),
        **ditulis,
    )
    jawaban = await dunia.kabag.minta(EKSPEKTASI_TETAPKAN, **ditulis, input={"aspek": "LOYAL"})
    ditolak_di_atas(jawaban, "BAD_INPUT")
    await tolak_id_asal(dunia.kabag, EKSPEKTASI_TETAPKAN, "skpId", (siap.rhk,), input=MASUKAN)
