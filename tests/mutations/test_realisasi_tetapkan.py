"""realisasiTetapkan: what an indikator came to; once per periode."""

import asyncio
import json
from typing import Any

import pytest

from models.rules.alasan import KodeKesalahan
from models.rules.teks import LONG, SHORT
from tests.buatan import berhasil, ditolak, ditolak_di_atas, jejak, tolak_id_asal
from tests.dunia import Dunia
from tests.periode import (
    Siap,
    hanya_pemilik,
    siapkan,
    tolak_masukan,
    tolak_periode,
)

pytestmark = pytest.mark.anyio

REALISASI_TETAPKAN = """
mutation ($id: ID!, $input: RealisasiTetapkanInput!) {
  realisasiTetapkan(indikatorId: $id, input: $input) {
    indikator { id realisasi { realisasi sumberData periode { id } } }
    userErrors { code field message }
  }
}
"""


def _masukan(siap: Siap, realisasi: str | None = "90 berkas", **isi: str) -> dict[str, Any]:
    return {"periodeId": siap.periode, "realisasi": realisasi, "sumberData": "Simpeg", **isi}


async def test_it_is_written_changed_and_removed(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    await siap.rencana_aksi()
    versi = await siap.versi()
    steps = (
        (_masukan(siap, None), None),
        (_masukan(siap, " 80 berkas "), "TAMBAH"),
        (_masukan(siap, "80 berkas"), None),
        (_masukan(siap, "90 berkas", sumberData="Laporan"), "UBAH"),
        (_masukan(siap, None), "HAPUS"),
    )
    for masukan, aksi in steps:
        catatan = len(await jejak(siap.skp))
        jawaban = await dunia.staf.minta(REALISASI_TETAPKAN, id=siap.indikator, input=masukan)
        wanted = []
        if masukan["realisasi"] is not None:
            isi = {name: masukan[name].strip() for name in ("realisasi", "sumberData")}
            wanted = [isi | {"periode": {"id": siap.periode}}]
        assert berhasil(jawaban)["indikator"] == {"id": siap.indikator, "realisasi": wanted}
        versi += aksi is not None
        assert await siap.versi() == versi
        tambahan = (await jejak(siap.skp))[catatan:]
        assert [one.aksi for one in tambahan] == ([f"REALISASI_{aksi}"] if aksi else [])
    dari = json.loads((await jejak(siap.skp))[-1].dari or "")
    assert dari.pop("realisasiId").startswith("realisasi_")
    assert dari == {"indikatorId": siap.indikator, "periodeId": siap.periode, **isi}


async def test_refusals(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    ditulis = {"id": siap.indikator}
    for realisasi in ("1", None):
        masukan = _masukan(siap, realisasi)
        jawaban = await dunia.staf.minta(REALISASI_TETAPKAN, **ditulis, input=masukan)
        ditolak(jawaban, (KodeKesalahan.TANPA_RENCANA_AKSI, None))
    await siap.rencana_aksi()
    await hanya_pemilik(siap, REALISASI_TETAPKAN, **ditulis, input=_masukan(siap))
    wajib, panjang = KodeKesalahan.WAJIB_DIISI, KodeKesalahan.TERLALU_PANJANG
    hasil, sumber = ["input", "realisasi"], ["input", "sumberData"]
    await tolak_masukan(
        dunia.staf,
        REALISASI_TETAPKAN,
        _masukan(siap),
        ({"realisasi": " ", "sumberData": None}, [(wajib, hasil), (wajib, sumber)]),
        (
            {"realisasi": "x" * (LONG + 1), "sumberData": "x" * (SHORT + 1)},
            [(panjang, hasil), (panjang, sumber)],
        ),
        **ditulis,
    )
    await tolak_periode(siap, REALISASI_TETAPKAN, _masukan(siap), **ditulis)
    await tolak_id_asal(dunia.staf, REALISASI_TETAPKAN, "id", (siap.rhk,), input=_masukan(siap))
    masukan = {"periodeId": siap.periode, "sumberData": "Simpeg"}
    jawaban = await dunia.staf.minta(REALISASI_TETAPKAN, **ditulis, input=masukan)
    ditolak_di_atas(jawaban, "BAD_INPUT")


async def test_two_tabs_write_it_at_once(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    await siap.rencana_aksi()
    jawaban = await asyncio.gather(
        *(
            dunia.staf.minta(REALISASI_TETAPKAN, id=siap.indikator, input=_masukan(siap, str(n)))
            for n in range(4)
        )
    )
    assert all(berhasil(one) for one in jawaban)
    aksi = [one.aksi for one in await jejak(siap.skp)][-4:]
    assert aksi == ["REALISASI_TAMBAH", *["REALISASI_UBAH"] * 3]
