"""What a sheet says that one may do is what the mutations let through."""

from typing import Any

import pytest

from models.rules.vocabulary import AksiPenilaian
from tests.dunia import Dunia, Orang
from tests.periode import (
    BATAS,
    EVIDEN_TAMBAH,
    KEMARIN,
    REALISASI_TETAPKAN,
    RENCANA_AKSI_TAMBAH,
    UMPAN_BALIK_TAMBAH,
    Siap,
    siapkan,
)

pytestmark = pytest.mark.anyio

AKSI = """
query ($id: ID!) {
  skp(id: $id) { penilaian { periode { id } aksiTersedia { aksi boleh alasan { code } } } }
}
"""


async def _said(siapa: Orang, siap: Siap) -> dict[str, list[str]]:
    """The codes against each aksi, on the sheet."""
    (lembar,) = (await siapa.minta(AKSI, id=siap.skp)).payload()["penilaian"]
    assert lembar["periode"] == {"id": siap.periode}
    assert all(one["boleh"] == (not one["alasan"]) for one in lembar["aksiTersedia"])
    return {
        one["aksi"]: [alasan["code"] for alasan in one["alasan"]] for one in lembar["aksiTersedia"]
    }


async def _done(siapa: Orang, siap: Siap) -> dict[str, list[str]]:
    """The codes against each aksi, when it is tried."""
    periode: dict[str, Any] = {"periodeId": siap.periode}
    tries = {
        AksiPenilaian.ISI_EVIDEN: (
            EVIDEN_TAMBAH,
            {"rhkId": siap.rhk, "input": periode | {"nama": "A", "tautan": "https://a"}},
        ),
        AksiPenilaian.ISI_REALISASI: (
            REALISASI_TETAPKAN,
            {"id": siap.indikator, "input": periode | {"realisasi": "1", "sumberData": "A"}},
        ),
        AksiPenilaian.BERI_UMPAN_BALIK: (
            UMPAN_BALIK_TAMBAH,
            {"skpId": siap.skp, "input": periode | {"aspek": "LOYAL", "uraian": "A"}},
        ),
        AksiPenilaian.ISI_RENCANA_AKSI: (
            RENCANA_AKSI_TAMBAH,
            {"rhkId": siap.rhk, "input": periode | {"uraian": "A"}},
        ),
    }
    return {
        aksi: (await siapa.minta(document, **variables)).user_errors()
        for aksi, (document, variables) in tries.items()
    }


async def test_the_sheet_and_the_mutations_agree(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    for batas in (KEMARIN, BATAS):
        await siap.berbatas(batas)
        for siapa in (dunia.kabag, dunia.admin, dunia.super, dunia.staf, dunia.staf):
            said = await _said(siapa, siap)
            rated = said.pop(AksiPenilaian.NILAI)
            assert (rated == []) == (siapa is dunia.kabag)
            assert said == await _done(siapa, siap)
