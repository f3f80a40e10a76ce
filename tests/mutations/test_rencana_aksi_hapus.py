"""rencanaAksiHapus: not while something depends on it."""

import json

import pytest

from models.rules.alasan import KodeKesalahan
from tests.buatan import berhasil, ditolak, jejak, tolak_id_asal
from tests.dunia import Dunia
from tests.periode import REALISASI_TETAPKAN, buat_periode, hanya_pemilik, isi_periode, siapkan

pytestmark = pytest.mark.anyio

RENCANA_AKSI_HAPUS = """
mutation ($id: ID!) {
  rencanaAksiHapus(id: $id) { rhk { id rencanaAksi { id } } userErrors { code field message } }
}
"""
DIPAKAI = (KodeKesalahan.RENCANA_AKSI_DIPAKAI, None)


async def test_it_goes_and_is_on_record(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    pertama, kedua = await siap.rencana_aksi(), await siap.rencana_aksi()
    versi = await siap.versi()
    await siap.eviden()  # the second one is enough for it
    jawaban = await dunia.staf.minta(RENCANA_AKSI_HAPUS, id=pertama)
    assert berhasil(jawaban)["rhk"] == {"id": siap.rhk, "rencanaAksi": [{"id": kedua}]}
    assert await siap.versi() == versi + 2
    last = (await jejak(siap.skp))[-1]
    assert (last.aksi, last.pelaku_id) == ("RENCANA_AKSI_HAPUS", dunia.staf.pegawai.id)
    assert json.loads(last.dari or "") == {
        "rencanaAksiId": pertama,
        "rhkId": siap.rhk,
        "periodeId": siap.periode,
        "uraian": "Menyusun berkas",
    }


async def test_refusals(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    rencana = await siap.rencana_aksi()
    await hanya_pemilik(siap, RENCANA_AKSI_HAPUS, id=rencana)
    await tolak_id_asal(dunia.staf, RENCANA_AKSI_HAPUS, "id", (siap.rhk,))
    await siap.progres(rencana)
    before = await isi_periode()
    ditolak(await dunia.staf.minta(RENCANA_AKSI_HAPUS, id=rencana), DIPAKAI)
    assert await isi_periode() == before


@pytest.mark.parametrize("hasil", ["eviden", "realisasi"])
async def test_the_last_one_that_a_result_depends_on_stays(dunia: Dunia, hasil: str) -> None:
    siap = await siapkan(dunia)
    rencana = await siap.rencana_aksi()
    if hasil == "eviden":
        await siap.eviden()
    else:
        isi = {"periodeId": siap.periode, "realisasi": "1", "sumberData": "Simpeg"}
        berhasil(await dunia.staf.minta(REALISASI_TETAPKAN, id=siap.indikator, input=isi))
    ditolak(await dunia.staf.minta(RENCANA_AKSI_HAPUS, id=rencana), DIPAKAI)
    semula = siap.periode
    siap.periode = await buat_periode(dunia.instansi.id, nama="Lain", jenis="SEMESTER")
    await siap.rencana_aksi()  # that of another periode does not count
    ditolak(await dunia.staf.minta(RENCANA_AKSI_HAPUS, id=rencana), DIPAKAI)
    siap.periode = semula
    await siap.rencana_aksi()
    berhasil(await dunia.staf.minta(RENCANA_AKSI_HAPUS, id=rencana))
