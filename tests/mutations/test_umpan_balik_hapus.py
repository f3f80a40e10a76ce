"""umpanBalikHapus: taken back by whoever gave it."""

import json

import pytest

from models.database import execute
from models.penilaian import PeriodePenilaian
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import StatusSkp
from tests.buatan import berhasil, ditolak, ditolak_di_atas, jejak, kunci, tolak_id_asal
from tests.dunia import Dunia
from tests.mutations.test_umpan_balik_ubah import UMPAN_BALIK_UBAH
from tests.periode import AKHIR, AWAL, isi_periode, siapkan

pytestmark = pytest.mark.anyio

UMPAN_BALIK_HAPUS = """
mutation ($id: ID!) { umpanBalikHapus(id: $id) { id userErrors { code field message } } }
"""


async def test_whoever_gave_it_takes_it_back(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    id_, tinggal = await siap.umpan_balik(dunia.rekan), await siap.umpan_balik(dunia.kabag)
    before, versi = await isi_periode(), await siap.versi()
    for siapa in (dunia.staf, dunia.kabag, dunia.admin, dunia.super):
        ditolak(await siapa.minta(UMPAN_BALIK_HAPUS, id=id_), (KodeKesalahan.BUKAN_PEMBERI, None))
    ditolak_di_atas(await dunia.kepala.minta(UMPAN_BALIK_HAPUS, id=id_), "NOT_FOUND")
    await siap.berstatus(StatusSkp.PENGAJUAN)
    jawaban = await dunia.rekan.minta(UMPAN_BALIK_HAPUS, id=id_)
    ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))
    await siap.berstatus(StatusSkp.PERSETUJUAN)
    assert await isi_periode() == before

    assert berhasil(await dunia.rekan.minta(UMPAN_BALIK_HAPUS, id=id_))["id"] == id_
    left = (await isi_periode())["umpan_balik"]
    assert [f"umpanbalik_{row['id']}" for row in left] == [tinggal]
    assert await siap.versi() == versi + 1
    last = (await jejak(siap.skp))[-1]
    assert (last.aksi, last.pelaku_id) == ("UMPAN_BALIK_HAPUS", dunia.rekan.pegawai.id)
    dari = json.loads(last.dari or "")
    assert (dari["umpanBalikId"], dari["uraian"], dari["aspek"]) == (id_, "Bagus", "LOYAL")
    await tolak_id_asal(dunia.rekan, UMPAN_BALIK_HAPUS, "id", (siap.skp, id_))


async def test_what_the_pejabat_penilai_alone_gives_he_alone_takes_back(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    id_ = await siap.umpan_balik(dunia.kabag, aspek=None, rhkId=siap.rhk)
    pejabat = "UPDATE skp SET pejabat_penilai_id = $1 WHERE id = $2"
    await execute(pejabat, [dunia.kabiro.pegawai.id, kunci(siap.skp)])
    for document, isi in ((UMPAN_BALIK_HAPUS, {}), (UMPAN_BALIK_UBAH, {"input": {"uraian": "x"}})):
        jawaban = await dunia.kabag.minta(document, id=id_, **isi)
        ditolak(jawaban, (KodeKesalahan.BUKAN_PEJABAT_PENILAI, None))
    await execute(pejabat, [dunia.kabag.pegawai.id, kunci(siap.skp)])
    # Of a periode that he did not name: no input is at fault.
    dulu = {"awal": AWAL.replace(year=AWAL.year - 1), "akhir": AKHIR.replace(year=AWAL.year - 1)}
    await PeriodePenilaian.filter(id=kunci(siap.periode)).update(**dulu)
    jawaban = await dunia.kabag.minta(UMPAN_BALIK_HAPUS, id=id_)
    ditolak(jawaban, (KodeKesalahan.PERIODE_TIDAK_SESUAI, None))
