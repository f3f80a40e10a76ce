"""The limits hold for each kind where it is added, and nowhere else."""

from typing import Any

import pytest

from models.database import execute, fetch_value
from models.rules.alasan import KodeKesalahan
from models.rules.batas import Batas
from models.rules.vocabulary import StatusSkp
from tests.buatan import (
    INDIKATOR_TAMBAH,
    LAMPIRAN_TAMBAH,
    RHK_TAMBAH,
    berhasil,
    ditolak,
    kunci,
)
from tests.dunia import Dunia, Orang
from tests.periode import EVIDEN_TAMBAH, RENCANA_AKSI_TAMBAH, UMPAN_BALIK_TAMBAH, siapkan

pytestmark = pytest.mark.anyio


async def test_one_more_up_to_the_limit_and_then_none(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    await siap.rencana_aksi()
    skp, rhk, periode = kunci(siap.skp), kunci(siap.rhk), kunci(siap.periode)
    where = {"periodeId": siap.periode}
    draf, disetujui = StatusSkp.DRAFT, StatusSkp.PERSETUJUAN
    rencana = {"periode_id": periode, "rhk_id": rhk}
    given: dict[str, Any] = {
        "skp_id": skp,
        "periode_id": periode,
        "pemberi_id": dunia.rekan.pegawai.id,
    }
    given |= {"aspek": "LOYAL", "asal": "REKAN_KERJA", "waktu": "2026-01-01", "uraian": "x"}
    semua: tuple[tuple[Batas, StatusSkp, Orang, str, dict[str, Any], dict[str, Any]], ...] = (
        (
            *(Batas.RHK, draf, dunia.staf, RHK_TAMBAH),
            {"skpId": siap.skp, "input": {"jenis": "UTAMA", "uraian": "x"}},
            {"skp_id": skp, "jenis": "UTAMA", "uraian": "x", "urutan": 9},
        ),
        (
            *(Batas.INDIKATOR, draf, dunia.staf, INDIKATOR_TAMBAH),
            {"rhkId": siap.rhk, "input": {"uraian": "x"}},
            {"rhk_id": rhk, "uraian": "x", "urutan": 9},
        ),
        (
            *(Batas.LAMPIRAN, draf, dunia.staf, LAMPIRAN_TAMBAH),
            {"skpId": siap.skp, "input": {"jenis": "KONSEKUENSI", "uraian": "x"}},
            {"skp_id": skp, "jenis": "KONSEKUENSI", "uraian": "x", "urutan": 9},
        ),
        (
            *(Batas.RENCANA_AKSI, disetujui, dunia.staf, RENCANA_AKSI_TAMBAH),
            {"rhkId": siap.rhk, "input": {**where, "uraian": "x"}},
            {**rencana, "uraian": "x"},
        ),
        (
            *(Batas.EVIDEN, disetujui, dunia.staf, EVIDEN_TAMBAH),
            {"rhkId": siap.rhk, "input": {**where, "nama": "x", "tautan": "https://a.go.id"}},
            {**rencana, "nama": "x", "tautan": "https://a.go.id"},
        ),
        (
            *(Batas.UMPAN_BALIK, disetujui, dunia.rekan, UMPAN_BALIK_TAMBAH),
            {"skpId": siap.skp, "input": {**where, "uraian": "x", "aspek": "LOYAL"}},
            given,
        ),
    )
    for batas, status, siapa, document, variables, row in semua:
        table = batas.name.lower()
        await siap.berstatus(status)
        present = await fetch_value(f"SELECT count(*) FROM {table}")
        values = ", ".join(f"'{value}'" for value in row.values())
        copies = f"({values})" + f", ({values})" * (batas.value[0] - present - 2)
        await execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES {copies}")
        berhasil(await siapa.minta(document, **variables))
        jawaban = await siapa.minta(document, **variables)
        ditolak(jawaban, (KodeKesalahan.TERLALU_BANYAK, None))
        assert await fetch_value(f"SELECT count(*) FROM {table}") == batas.value[0]
    lain = {**where, "uraian": "x", "aspek": "HARMONIS"}
    berhasil(await dunia.rekan.minta(UMPAN_BALIK_TAMBAH, skpId=siap.skp, input=lain))
