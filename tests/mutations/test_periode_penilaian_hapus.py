"""periodePenilaianHapus: while nothing is in it."""

import asyncio
import json

import pytest

from models.counters import differences
from models.database import execute
from models.penilaian import PeriodePenilaian
from models.rules.alasan import KodeKesalahan
from tests.buatan import berhasil, ditolak, ditolak_di_atas, kunci, tolak_id_asal
from tests.dunia import Dunia
from tests.periode import (
    REALISASI_TETAPKAN,
    RENCANA_AKSI_TAMBAH,
    TAHUN_INI,
    Siap,
    buat_periode,
    isi_periode,
    jejak_periode,
    siapkan,
)

pytestmark = pytest.mark.anyio

PERIODE_PENILAIAN_HAPUS = """
mutation ($id: ID!) { periodePenilaianHapus(id: $id) { id userErrors { code field message } } }
"""


async def test_an_unused_one_goes(dunia: Dunia) -> None:
    id_, asing = await buat_periode(dunia.instansi.id), await buat_periode(dunia.lain.id)
    jawaban = await dunia.kepala.minta(PERIODE_PENILAIAN_HAPUS, id=id_)
    ditolak(jawaban, (KodeKesalahan.BUKAN_ADMIN, None))
    ditolak_di_atas(await dunia.asing.minta(PERIODE_PENILAIAN_HAPUS, id=id_), "NOT_FOUND")
    await tolak_id_asal(dunia.admin, PERIODE_PENILAIAN_HAPUS, "id", (asing,))
    assert berhasil(await dunia.admin.minta(PERIODE_PENILAIAN_HAPUS, id=id_))["id"] == id_
    assert not await PeriodePenilaian.exists(id=kunci(id_))
    (only,) = await jejak_periode(id_)
    assert (only["aksi"], only["pelaku_id"]) == ("HAPUS", dunia.admin.pegawai.id)
    assert json.loads(only["dari"])["tahun"] == TAHUN_INI
    assert await differences() == []


async def _isi(siap: Siap, apa: str) -> None:
    """Put `apa` into the periode, and nothing else that keeps it."""
    nilai = "SESUAI', 'SESUAI', 'BAIK"
    match apa:
        case "umpan_balik":
            await siap.umpan_balik(siap.dunia.rekan)
        case "predikat_organisasi":
            await execute(
                "INSERT INTO predikat_organisasi (unor_id, periode_id, predikat)"
                " VALUES ($1, $2, 'BAIK')",
                [siap.dunia.akar.id, kunci(siap.periode)],
            )
        case "penilaian":
            await execute(
                "INSERT INTO penilaian (skp_id, periode_id, hasil_kerja, perilaku, predikat)"
                f" VALUES ($1, $2, '{nilai}')",
                [kunci(siap.skp), kunci(siap.periode)],
            )
        case _:
            await siap.rencana_aksi()
            await siap.eviden()
            isi = {"periodeId": siap.periode, "realisasi": "1", "sumberData": "Simpeg"}
            berhasil(await siap.pemilik.minta(REALISASI_TETAPKAN, id=siap.indikator, input=isi))
            others = {"rencana_aksi", "eviden", "realisasi"} - {apa}
            for other in others:
                await execute(f"DELETE FROM {other}")


@pytest.mark.parametrize(
    "apa",
    ["rencana_aksi", "eviden", "realisasi", "umpan_balik", "penilaian", "predikat_organisasi"],
)
async def test_a_used_one_stays(dunia: Dunia, apa: str) -> None:
    siap = await siapkan(dunia)
    await _isi(siap, apa)
    before = await isi_periode()
    jawaban = await dunia.admin.minta(PERIODE_PENILAIAN_HAPUS, id=siap.periode)
    ditolak(jawaban, (KodeKesalahan.PERIODE_DIPAKAI, None))
    assert await isi_periode() == before


async def test_it_is_filled_in_while_it_goes(dunia: Dunia) -> None:
    """Either it was used, and stays; or it went, and nothing was written."""
    siap = await siapkan(dunia)
    isi = {"periodeId": siap.periode, "uraian": "Menyusun berkas"}
    pergi, tulis = await asyncio.gather(
        dunia.admin.minta(PERIODE_PENILAIAN_HAPUS, id=siap.periode),
        dunia.staf.minta(RENCANA_AKSI_TAMBAH, rhkId=siap.rhk, input=isi),
    )
    written = (await isi_periode())["rencana_aksi"]
    if await PeriodePenilaian.exists(id=kunci(siap.periode)):
        ditolak(pergi, (KodeKesalahan.PERIODE_DIPAKAI, None))
        assert berhasil(tulis) and len(written) == 1
    else:
        assert tulis.codes == ["NOT_FOUND"] and written == []
